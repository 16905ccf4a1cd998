"""Markdown of a meeting's notes as records: paragraphs, and bullets with what belongs to them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from minutebook.actions.words import NOTHING_WORDS, UNDECIDED_WORDS
from minutebook.minutes.fences import fenced, with_edges
from minutebook.minutes.markdown import LIST_MARKER
from minutebook.records.late_patterns import late_pattern
from minutebook.source.yaml.typed_line import indent_of

_BULLET = late_pattern(rf"{LIST_MARKER}(?: {{1,4}}|\Z)")
_BEGINS_INSIDE = late_pattern(rf"{_BULLET.pattern}|```|~~~")
_WORDS = "|".join(map(re.escape, sorted(NOTHING_WORDS | UNDECIDED_WORDS)))
_NOTHING = late_pattern(
    rf"(?:{_WORDS}|no (?:news|updates?|report)|-+)(?: (?:this|so) (?:week|month|time|far))?[.!]?",
    re.IGNORECASE,
)
_DASHES = late_pattern(r"(?=.*---)[-:|\s]+")

Kind = Literal["bullet", "code", "text"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a bullet with all that is indented below it, and how many empty lines stand below it."""

    lines: tuple[str, ...]
    gap: int = 0

    @cached_property
    def kind(self) -> Kind:
        """Whether it is an item of a list, code, or text."""
        if any(fence for _line, fence in fenced(self.head)):
            return "code"
        return "bullet" if _BULLET.match(self.lines[0]) else "text"

    @cached_property
    def meaning(self) -> Any:
        """What it says, however it is wrapped, indented, numbered, or drawn as a table."""
        if self.kind == "code":
            return self.lines
        return wording(*self.head), tuple(paragraph.meaning for paragraph in self.inside)

    @property
    def is_placeholder(self) -> bool:
        """Whether it only says that there is nothing to say."""
        return len(self.lines) == 1 and is_placeholder(self.lines[0])

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The lines of a bullet before an empty line or a bullet or code within it, or all lines of a text."""
        if _BULLET.match(self.lines[0]):
            for number, line in enumerate(self.lines[1:], 1):
                if not line.strip() or (line[0].isspace() and _BEGINS_INSIDE.match(line.lstrip())):
                    return self.lines[:number]
        return self.lines

    @cached_property
    def offset(self) -> int:
        """By how much the paragraphs within a bullet are indented."""
        return min((indent_of(line) for line in self._below if line.strip()), default=0)

    @property
    def head_gap(self) -> int:
        """How many empty lines stand below the head of a bullet."""
        return next((number for number, line in enumerate(self._below) if line.strip()), 0)

    @cached_property
    def inside(self) -> tuple["Paragraph", ...]:
        """The paragraphs within a bullet."""
        lines_below = self._below[self.head_gap :]
        return tuple(paragraphs([line[self.offset :] for line in lines_below])) if lines_below else ()

    @property
    def _below(self) -> tuple[str, ...]:
        return self.lines[len(self.head) :]


def wording(*lines: str) -> str:
    """Return what lines say, without indents, bullets, and the spaces and dashes that only draw a table."""
    texts = ("---" if _DASHES.fullmatch(line) else without_bullet(line.lstrip()) for line in lines)
    return " ".join(" ".join(texts).split())


def is_placeholder(line: str) -> bool:
    """Whether a line only says that there is nothing to say."""
    return _NOTHING.fullmatch(wording(line)) is not None


def paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of lines that are not indented as a whole."""
    groups: list[list[str]] = []
    for line, begins in _starts(lines):
        if begins or not groups:
            groups.append([])
        groups[-1].append(line)
    return [_paragraph(group) for group in groups]


def _paragraph(group: list[str]) -> Paragraph:
    text_end = len(group)
    while text_end > 1 and not group[text_end - 1].strip():
        text_end -= 1
    return Paragraph(tuple(group[:text_end]), gap=len(group) - text_end)


def _starts(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether a paragraph begins with it; a code block is one."""
    in_code, is_parted = False, True
    for line, _fence, is_edge in with_edges(lines):
        flush = bool(line.strip()) and not line[0].isspace()
        begins = is_edge or is_parted or _BULLET.match(line) is not None
        yield line, not in_code and flush and begins
        is_closed = is_edge and in_code
        in_code = in_code != is_edge
        is_parted = is_closed or not line.strip()


def nested(outer: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs and those within them."""
    for paragraph in outer:
        yield paragraph
        yield from nested(paragraph.inside)


def without_bullet(text: str) -> str:
    """Return the text of a paragraph without the sign that makes it an item of a list."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text
