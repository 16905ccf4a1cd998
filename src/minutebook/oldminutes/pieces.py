"""The records of a section and the prose between them, in their order, as the blocks of one."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from minutebook.oldminutes.blocks import TAG
from minutebook.oldminutes.markdown_blocks import Document
from minutebook.oldminutes.sheet import lines_of
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Action, Actions, Duties, Duty, Notes, Section, Topic
from minutebook.records.meeting import Block as Content

Record = Action | Topic | Counter | Duty | Table
_BLOCKS: Mapping[type, Callable[[tuple[Any, ...]], Content]] = {
    Action: Actions,
    Topic: Actions,
    Counter: Counters,
    Duty: Duties,
}
"""What neighbours of a kind are as a block; a table is one by itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A record, and the lines of the file that it is made from; it may stand `below` a line behind them."""

    lines: range
    record: Record
    below: int = 0


def prose_of(lines: Sequence[str]) -> str:
    """Return lines as prose: without the empty ones at either end, and with their newlines."""
    numbers = [number for number, line in enumerate(lines) if line.strip()]
    return "".join(f"{line}\n" for line in lines[numbers[0] : numbers[-1] + 1])


def pack(
    key_path: tuple[int, ...], title: str | None, contents: Sequence[Content], sections: tuple[Section, ...]
) -> Section:
    """Return a section; a second block of a kind goes into a section without a title."""
    packs: list[list[Content]] = []
    for content in contents:
        if not packs or any(type(content) is type(packed) for packed in packs[-1]):
            packs.append([])
        packs[-1].append(content)
    untitled = tuple(Section(key_path, None, tuple(pack), ()) for pack in packs[1:])
    return Section(key_path, title, tuple(packs[0]) if packs else (), (*untitled, *sections))


def contents_of(
    segments: Sequence[Piece], spans: Sequence[range], document: Document, taken: Collection[int]
) -> Iterator[Content]:
    """Yield the blocks of a section in their order; neighbours of one kind are joined."""
    moved = set(chain.from_iterable(segment.lines for segment in segments if segment.below))
    covered = {*taken, *chain.from_iterable(segment.lines for segment in segments)}
    events: list[tuple[tuple[int, bool], Record | int]] = [
        ((segment.below or segment.lines.start, segment.below > 0), segment.record) for segment in segments
    ]
    prose_lines = (number for number in chain(*spans) if number not in covered)
    events += [((number, False), number) for number in prose_lines]
    events.sort(key=lambda event: event[0])
    prose: list[str] = []
    run: list[Record] = []
    previous = 0
    for (number, _), event in events:
        if isinstance(event, int):
            line = document.line(number)
            if run and not prose and not _says_something(line) and not _opens(line):
                continue
            if run and _says_something(line):
                yield _join(run)
                run = []
            # What stood apart, such as above and below the title, must not become one paragraph, but rows are a table.
            is_apart = not moved.issuperset(range(previous + 1, number))
            # Where a paragraph goes on, the spaces before a line say nothing; where one begins, they say code.
            prose += ["", line.lstrip() if _goes_on(document, number) else line] if is_apart else [line]
            previous = number
            continue
        # Tags and signs of a quotation around what was taken go with it.
        while prose and not _says_something(prose[-1]) and not prose[-1].lstrip().startswith("</"):
            prose.pop()
        if any(map(_says_something, prose)):
            yield Notes(prose_of(prose))
        prose = []
        if run and _BLOCKS.get(type(run[-1]), Table) is not _BLOCKS.get(type(event)):
            yield _join(run)
            run = []
        run.append(event)
    if run:
        yield _join(run)
    if any(map(_says_something, prose)):
        yield Notes(prose_of(prose))


def _join(run: Sequence[Record]) -> Content:
    return run[0] if isinstance(run[0], Table) else _BLOCKS[type(run[0])](tuple(run))


def _goes_on(document: Document, number: int) -> bool:
    nested_blocks = (nested for block in document.blocks if number in block.lines for nested in block.walk())
    return any(nested.kind == "paragraph" and number in nested.lines[1:] for nested in nested_blocks)


def _opens(line: str) -> bool:
    return line.lstrip().startswith("<") and not line.lstrip().startswith("</")


def _says_something(line: str) -> bool:
    """Whether a line has more than the signs of a quotation, or tags around what was taken."""
    return bool(TAG.sub("", line).replace(">", " ").strip())


def in_turn(records: Sequence[Action | Topic], first_line: int) -> Iterator[Piece]:
    """Yield records that follow one another; each has the lines behind the one before."""
    for record in records:
        end = lines_of(record).stop
        yield Piece(range(first_line, end), record)
        first_line = end
