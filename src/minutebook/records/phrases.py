"""How messages quote, shorten and count what they are about, and what they tell people to type."""

SYNC = "Type: minutebook sync   (for an older meeting: minutebook sync --all)"
FIX = "Type: minutebook sync --fix"
"""Where `sync` itself mends what is wrong."""


def excerpt(text: str, most: int = 60) -> str:
    """Return a text in quotes, of a long one the beginning."""
    return f"'{shortened(text, most)}'"


def shortened(text: str, most: int) -> str:
    """Return a text with at most so many characters, the last of which says that there were more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}\u2026"


def counted(number: int, noun: str) -> str:
    """Return a number of something in words, such as `2 errors`."""
    return f"{number} {noun}{'s' * (number != 1)}"
