"""What a version has changed in the words of a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from minutebook.merge.paragraphs import wording
from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import is_mistyped, letters_of

_UNSPACED = "\u3041-\u30ff\u3400-\u9fff"
"""The letters of languages that have no spaces between words: each is taken for a word."""
_LETTER = rf"[^\W{_UNSPACED}]"
_WORD = late_pattern(
    rf"\s*(?:[a-z]{{2,}}://[\w!-'*-;=?-Z\\^-~]*[\w#-'*+/=@\\^~-]|[{_UNSPACED}]"
    rf"|{_LETTER}+(?:(?:[-.:/'@&#%+=~^$\\]+|\u2019){_LETTER}+|,(?=\d)\d+)*|.)"
)
_SIGN = late_pattern(r"[\W_]")
_ENDS = frozenset(".!?\u3002\uff01\uff1f")
_PARTS = frozenset(",;\u3001\uff0c\uff1b")
_STEM, _ENDING = 4, 2
"""How many letters of a word at least stay where it gets another ending, and how many of these there are at most."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Which words of the base became which others; `text` has them with their spaces."""

    start: int
    end: int
    words: Words
    text: Words = field(compare=False)

    @property
    def extent(self) -> tuple[int, int]:
        """Where the words that it is about begin and end."""
        return self.start, self.end

    @property
    def is_addition(self) -> bool:
        """Whether it takes nothing away."""
        return self.start == self.end

    @property
    def spoken(self) -> Words:
        """The words without signs."""
        return tuple(word for word in self.words if is_spoken(word))


class WordEdits:
    """The words of a base, and what a version has changed in them."""

    def __init__(self, base: Sequence[str], version: Sequence[str]) -> None:
        self._base, self._version = base, version
        self._keys = [word.strip() for word in base], [word.strip() for word in version]

    @cached_property
    def edits(self) -> frozenset[Edit]:
        """What the version has changed, spaces aside."""
        return frozenset(self._edits())

    @property
    def spaced(self) -> list[str]:
        """The words of the base, those that the version has with the spaces that it has before them."""
        spaced = list(self._base)
        for tag, base_start, base_end, start, end in self._opcodes:
            if tag == "equal":
                spaced[base_start:base_end] = self._version[start:end]
        return spaced

    @cached_property
    def _opcodes(self) -> Sequence[tuple[str, int, int, int, int]]:
        return SequenceMatcher(None, *self._keys, autojunk=False).get_opcodes()

    def _edits(self) -> Iterator[Edit]:
        for tag, *extents in self._opcodes:
            if tag != "equal":
                yield from self._split(*extents)

    def _split(self, base_start: int, base_end: int, start: int, end: int) -> Iterator[Edit]:
        """Yield a change word by word; one that was only corrected is a change of its own, whatever stands beside it."""
        is_paired = base_end - base_start == end - start
        while base_start < base_end and start < end and (is_paired or self._is_spelling(base_start, start)):
            yield self._edit(base_start, base_start + 1, start, start + 1)
            base_start, start = base_start + 1, start + 1
        if base_start < base_end or start < end:
            yield self._edit(base_start, base_end, start, end)

    def _is_spelling(self, base_index: int, index: int) -> bool:
        return is_spelling(self._keys[0][base_index : base_index + 1], self._keys[1][index : index + 1])

    def _edit(self, base_start: int, base_end: int, start: int, end: int) -> Edit:
        return Edit(base_start, base_end, tuple(self._keys[1][start:end]), tuple(self._version[start:end]))


def split(text: str) -> list[str]:
    """Return the words and signs of a text, each with the spaces before it."""
    return _WORD.findall(text)


def words_of(line: str) -> Words:
    """Return the words of a line, without bullets, signs and spaces."""
    return tuple(word for word in map(str.strip, split(wording(line))) if is_spoken(word))


def is_spoken(word: str) -> bool:
    """Whether a word is more than a sign."""
    return _SIGN.sub("", word) != ""


def ends_clause(word: str) -> bool:
    """Whether a sign ends a sentence, or parts it from what follows."""
    return word in _ENDS or word in _PARTS


def ends_sentence(words: Sequence[str], index: int) -> bool:
    """Whether a sentence ends with a word."""
    return (
        index >= 0
        and words[index].strip() in _ENDS
        and (index + 1 == len(words) or words[index + 1][:1].isspace())
    )


def is_spelling(former: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are the same as before but for signs, capitals, accents, endings, or a slip in each."""
    former_words, current_words = (
        [letters for word in side if (letters := letters_of(_SIGN.sub("", word)))] for side in (former, words)
    )
    if any(letter.isdecimal() for word in (*former_words, *current_words) for letter in word):
        return False
    if "".join(former_words) == "".join(current_words):
        return True
    return len(former_words) == len(current_words) and all(
        _has_other_ending(former_word, word)
        or is_mistyped(former_word, word)
        or is_mistyped(word, former_word)
        for former_word, word in zip(former_words, current_words, strict=True)
    )


def _has_other_ending(former: str, word: str) -> bool:
    """Whether two words begin alike, such as request and requests."""
    shorter, longer = sorted((former, word), key=len)
    is_near = len(longer) - len(shorter) <= _ENDING and len(shorter) >= _STEM
    return shorter == longer or (is_near and longer.startswith(shorter))
