"""Markdown of a meeting's notes as records: paragraphs, and bullets with what belongs to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from minutebook.actions.words import NOTHING_WORDS, UNDECIDED_WORDS
from minutebook.minutes.fences import fenced
from minutebook.minutes.markdown import LIST_MARKER

_BULLET = re.compile(rf"{LIST_MARKER}(?: {{1,4}}|\Z)")
_WORDS = "|".join(map(re.escape, sorted(NOTHING_WORDS | UNDECIDED_WORDS)))
_NOTHING = re.compile(
    rf"(?:{LIST_MARKER} +)?(?:{_WORDS}|no (?:news|updates?|report)|-+)(?: (?:this|so) (?:week|month|time|far))?[.!]?",
    re.IGNORECASE,
)
_ALIKE = 0.6
"""From which share of common characters on two paragraphs are versions of one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a bullet with all that is indented below it, and whether an empty line stands below it."""

    lines: tuple[str, ...]
    spaced: bool = False

    @property
    def is_placeholder(self) -> bool:
        """Whether it only says that there is nothing to say."""
        return len(self.lines) == 1 and _NOTHING.fullmatch(self.lines[0].strip()) is not None

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.lines[0]) is not None


def paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of lines that are not indented as a whole."""
    groups: list[list[str]] = []
    for line, begins in _starts(lines):
        if begins or not groups:
            groups.append([])
        groups[-1].append(line)
    return [_paragraph(group) for group in groups]


def _paragraph(group: list[str]) -> Paragraph:
    end = len(group)
    while end and not group[end - 1].strip():
        end -= 1
    return Paragraph(tuple(group[:end]), spaced=end < len(group))


def _starts(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether a paragraph begins with it."""
    previous_fence, after_empty = "", True
    for line, fence in fenced(lines):
        in_code = fence and previous_fence
        flush = bool(line.strip()) and not line[0].isspace()
        yield line, not in_code and flush and (_BULLET.match(line) is not None or after_empty)
        previous_fence, after_empty = fence, not line.strip()


def without_bullet(text: str) -> str:
    """Return the text of a paragraph without the sign that makes it an item of a list."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def align(base: Sequence[Paragraph], version: Sequence[Paragraph]) -> list[int | None]:
    """Return for each paragraph of a version the position of that of the base that it is or was made of."""
    base_lines, version_lines = [item.lines for item in base], [item.lines for item in version]
    origins: list[int | None] = [None] * len(version)
    matcher = SequenceMatcher(None, base_lines, version_lines, autojunk=False)
    for tag, base_start, base_end, start, end in matcher.get_opcodes():
        if tag == "equal":
            for offset in range(end - start):
                origins[start + offset] = base_start + offset
        elif tag == "replace":
            _pair(base, version, range(base_start, base_end), range(start, end), origins)
    return origins


def _pair(
    base: Sequence[Paragraph],
    version: Sequence[Paragraph],
    base_range: range,
    version_range: range,
    origins: list[int | None],
) -> None:
    """Pair paragraphs that are alike, in their order."""
    first = base_range.start
    for position in version_range:
        text = "\n".join(version[position].lines)
        for candidate in range(first, base_range.stop):
            former = "\n".join(base[candidate].lines)
            if is_alike(former, text):
                origins[position] = candidate
                first = candidate + 1
                break


def is_alike(former: str, text: str) -> bool:
    """Whether two texts are versions of one."""
    if text.startswith(former) or former.startswith(text):
        return True
    matcher = SequenceMatcher(None, former, text, autojunk=False)
    return matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE
