"""What a merge consists of: lines, and conflicts of lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.records.likeness import parting
from minutebook.repository.merge_file import ConflictStyle


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that two people wrote differently, and what the record is that they stand in."""

    ours: tuple[str, ...]
    base: tuple[str, ...]
    theirs: tuple[str, ...]
    record: str

    def with_lines_of(self, below: "Conflict") -> "Conflict":
        """Return a conflict that is decided together with the one right below it."""
        return Conflict(
            self.ours + below.ours, self.base + below.base, self.theirs + below.theirs, self.record
        )


MergedLine = str | Conflict
"""A line, or a conflict."""


@dataclass(frozen=True, slots=True)
class Labels:
    """How conflicts are marked: what the versions are called, the style, and the length of the marks."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    style: ConflictStyle = "merge"
    length: int = 7


def has_conflict(merged_lines: Sequence[MergedLine]) -> bool:
    """Whether people must decide anything in some lines."""
    return any(isinstance(line, Conflict) for line in merged_lines)


def indented(merged_lines: Sequence[MergedLine], indent: str, opening: str | None = None) -> list[MergedLine]:
    """Return lines and conflicts with an indent before each line; `opening` takes its place before the first one."""

    def shift(lines: Sequence[str], start: str) -> tuple[str, ...]:
        return tuple(
            f"{indent if number else start}{line}" if line else line for number, line in enumerate(lines)
        )

    shifted: list[MergedLine] = []
    for number, line in enumerate(merged_lines):
        start = indent if number or opening is None else opening
        if isinstance(line, str):
            shifted.append(f"{start}{line}" if line or start.strip() else line)
        else:
            ours, base, theirs = (shift(side, start) for side in (line.ours, line.base, line.theirs))
            shifted.append(Conflict(ours, base, theirs, line.record))
    return shifted


def render(merged_lines: Sequence[MergedLine], labels: Labels) -> Iterator[str]:
    """Yield the lines of a file, with marks around conflicts as git makes them."""
    for line in merged_lines:
        if isinstance(line, str):
            yield line
        else:
            yield from _marked(line, labels)


def _marked(conflict: Conflict, labels: Labels) -> Iterator[str]:
    if labels.style == "zdiff3":
        conflict, head_lines, tail_lines = _trimmed(conflict)
        yield from head_lines
    yield f"{'<' * labels.length} {labels.ours}: {conflict.record}"
    yield from conflict.ours
    if labels.style != "merge":
        yield f"{'|' * labels.length} {labels.base}"
        yield from conflict.base
    yield "=" * labels.length
    yield from conflict.theirs
    yield f"{'>' * labels.length} {labels.theirs}: {conflict.record}"
    if labels.style == "zdiff3":
        yield from tail_lines


def _trimmed(conflict: Conflict) -> tuple[Conflict, tuple[str, ...], tuple[str, ...]]:
    """Return a conflict without the lines that both sides begin and end with, and these."""
    ours, theirs = conflict.ours, conflict.theirs
    head = parting(ours, theirs)
    tail = parting(ours[head:][::-1], theirs[head:][::-1])
    trimmed = replace(conflict, ours=ours[head : len(ours) - tail], theirs=theirs[head : len(theirs) - tail])
    return trimmed, ours[:head], ours[len(ours) - tail :]
