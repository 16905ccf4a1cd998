"""How messages quote and count what they are about."""


def excerpt(text: str, most: int = 60) -> str:
    """Return the beginning of a text, in quotes."""
    return f"'{text[:most]}'"


def counted(number: int, noun: str) -> str:
    """Return a number of something in words, such as `2 errors`."""
    return f"{number} {noun}{'s' * (number != 1)}"
