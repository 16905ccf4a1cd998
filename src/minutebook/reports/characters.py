"""What may be shown of the characters in a text."""


def printable(text: str) -> str:
    """Escape what a terminal would act upon."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text
    )
