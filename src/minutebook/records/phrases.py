"""How messages quote, shorten and count what they are about."""


def excerpt(text: str, most: int = 60) -> str:
    """Return a text in quotes, of a long one the beginning."""
    return f"'{shortened(text, most)}'"


def shortened(text: str, most: int) -> str:
    """Return a text with at most so many characters, the last of which says that there were more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}\u2026"


def counted(number: int, noun: str) -> str:
    """Return a number of something in words, such as `2 errors`."""
    return f"{number} {noun}{'s' * (number != 1)}"
