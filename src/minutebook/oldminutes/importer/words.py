"""The words of a line, and which of them are in nothing that was kept of it."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words and numbers of a text in small letters, entities and backslashes resolved."""
    return [word.casefold() for word in _WORD.findall(unescape(text).replace("\\", ""))]


def left_over(line: str, kept: Iterable[str]) -> Counter[str]:
    """Return the words of a line that are in none of some texts."""
    known = {word for text in kept for word in words(text)}
    return Counter(word for word in words(line) if word not in known)
