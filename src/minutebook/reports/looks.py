"""What the colours of a terminal mean."""

from collections.abc import Callable
from typing import Literal

# fmt: off
Look = Literal[
    "plain", "strong", "error", "warning", "caret", "overdue", "lapsing", "done", "closed", "grown", "shrunk",
    "added", "removed", "wrong", "right", "commit", "day",
]
# fmt: on
"""What a text is about, which its colour says; none of them is seen by colour alone."""
Paint = Callable[[str, Look], str]
"""Returns a text in the colour of what it is about, where colours are shown."""
COLORS: dict[Look, str] = {
    "strong": "bold",
    "error": "red",
    "warning": "yellow",
    "caret": "cyan",
    "overdue": "bold red",
    "lapsing": "yellow",
    "done": "green",
    "closed": "dim",
    "grown": "magenta",
    "shrunk": "cyan",
    "added": "green",
    "removed": "red",
    "wrong": "red",
    "right": "green",
    "commit": "yellow",
    "day": "dim",
}
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36"}


def paint(text: str, look: Look, *, colored: bool = True) -> str:
    """Return a text in the colour of what it is about."""
    color = COLORS.get(look)
    if not (color and colored and text):
        return text
    return f"\x1b[{';'.join(_CODES[word] for word in color.split())}m{text}\x1b[0m"
