"""A page for each rule: what it wants and why, a good example, and a bad one with all that is said of it."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def names() -> tuple[str, ...]:
    """Return the names of all rules, in alphabetical order."""
    return tuple(sorted(page.stem for page in _FOLDER.glob("*.md")))


def explanation(rule: str) -> str:
    """Return the page of a rule."""
    return (_FOLDER / f"{rule}.md").read_text(encoding="utf-8")
