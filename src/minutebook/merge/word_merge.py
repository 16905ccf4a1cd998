"""The merge of a line that two people changed, by its words."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from minutebook.merge.paragraphs import wording
from minutebook.records.likeness import is_mistyped, letters_of

_WORD = re.compile(r"\s*(?:[^\W_](?:\S*[^\W_])?|.)")
"""A word with the spaces before it: a date, an hour or an address is one word."""
_SIGN = re.compile(r"[\W_]")
_LONG = 2000
"""The words of longer lines are not compared, which takes seconds."""


Words = tuple[str, ...]
MergeWords = Callable[[str, str, str], str | None]
"""Merges a line of a base, ours and theirs by its words; None where people must decide."""


class WordMerger:
    """Merges lines by their words, and remembers what became of those of both versions."""

    def __init__(self) -> None:
        self.merged: dict[Words, set[Words]] = {}

    def __call__(self, base: str, ours: str, theirs: str) -> str | None:
        """Return what both made of a line, None where they disagree."""
        line = merge_words(base, ours, theirs)
        if line is not None:
            for version in (ours, theirs):
                self.merged.setdefault(words_of(version), set()).add(words_of(line))
        return line


def words_of(line: str) -> Words:
    """Return the words of a line, without bullets, signs and spaces."""
    return tuple(word for word in map(str.strip, _WORD.findall(wording(line))) if _SIGN.sub("", word))


class _Edit(NamedTuple):
    """Which words of the base became which others."""

    start: int
    end: int
    words: Words

    def meets(self, their_edit: "_Edit") -> bool:
        """Whether two edits are of one word, or add something in one place."""
        if self[:2] == their_edit[:2]:
            return True
        return self.start < their_edit.end and their_edit.start < self.end


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """Return what both made of a line, None where they disagree.

    They agree where one made all changes of the other, and where one only corrected how other words are spelt.
    """
    if max(map(len, (base, ours, theirs))) > _LONG:
        return None
    words = _WORD.findall(base)
    our_edits, their_edits = (set(_edits(words, _WORD.findall(version))) for version in (ours, theirs))
    if their_edits <= our_edits:
        return ours
    if our_edits <= their_edits:
        return theirs
    is_split = any(edit.meets(their_edit) for edit in our_edits for their_edit in their_edits - {edit})
    if is_split or not any(
        all(_is_spelling(words[edit.start : edit.end], edit.words) for edit in side)
        for side in (our_edits - their_edits, their_edits - our_edits)
    ):
        return None
    for edit in sorted(our_edits | their_edits, reverse=True):
        words[edit.start : edit.end] = edit.words
    return "".join(words)


def _edits(base: Sequence[str], version: Sequence[str]) -> Iterator[_Edit]:
    matcher = SequenceMatcher(None, base, version, autojunk=False)
    for tag, base_start, base_end, start, end in matcher.get_opcodes():
        if tag == "replace" and base_end - base_start == end - start:
            for offset in range(end - start):
                yield _Edit(base_start + offset, base_start + offset + 1, (version[start + offset],))
        elif tag != "equal":
            yield _Edit(base_start, base_end, tuple(version[start:end]))


def _is_spelling(former: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are the same as before but for signs, capitals, accents, or a slip in each."""
    former_words, current_words = (
        [letters for word in side if (letters := letters_of(_SIGN.sub("", word)))] for side in (former, words)
    )
    if any(letter.isdecimal() for word in (*former_words, *current_words) for letter in word):
        return False
    if "".join(former_words) == "".join(current_words):
        return True
    return len(former_words) == len(current_words) and all(
        word == former_word or is_mistyped(former_word, word) or is_mistyped(word, former_word)
        for former_word, word in zip(former_words, current_words, strict=True)
    )
