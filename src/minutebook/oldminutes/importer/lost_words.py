"""The words of a line, and which of them are lost in the texts that were made from it."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

_WORD = re.compile(r"[^\W_]+")


def split_words(text: str) -> list[str]:
    """Return the words and numbers of a text in small letters, entities and backslashes resolved."""
    # The new minutes write signs of Markdown in plain text with a backslash or as an entity.
    return [word.casefold() for word in _WORD.findall(unescape(text).replace("\\", ""))]


def lost_words(line: str, kept_texts: Iterable[str]) -> Counter[str]:
    """Return the words of a line that are in none of some texts, each with how often it stands in the line."""
    kept_words = {word for text in kept_texts for word in split_words(text)}
    return Counter(word for word in split_words(line) if word not in kept_words)
