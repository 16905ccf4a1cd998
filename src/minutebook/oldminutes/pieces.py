"""The records of a section and the prose between them, in their order, as the blocks of one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.oldminutes.blocks import TAG
from minutebook.oldminutes.markdown_blocks import Document
from minutebook.oldminutes.sheet import lines_of
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Action, Actions, Duties, Duty, Notes, Section, Topic
from minutebook.records.meeting import Block as Content
from minutebook.records.roster import UNASSIGNED

Record = Action | Topic | Counter | Duty | Table


@dataclass(frozen=True, slots=True)
class Piece:
    """A record, and the lines of the file that it is made from; it may stand `below` a line behind them."""

    first_line: int
    last_line: int
    record: Record
    below: int = 0


GROUPS: dict[type, str] = {Action: "actions", Topic: "actions", Counter: "counters", Duty: "duty"}


def join(run: Sequence[Record]) -> Content:
    """Return records of one kind as a block."""
    match run[0]:
        case Table():
            return run[0]
        case Counter():
            return Counters(tuple(counter for counter in run if isinstance(counter, Counter)))
        case Duty():
            return Duties(tuple(duty for duty in run if isinstance(duty, Duty)))
    return Actions(tuple(record for record in run if isinstance(record, Action | Topic)))


def prose_of(lines: Sequence[str]) -> str:
    """Return lines as prose: without the empty ones at either end, and with their newlines."""
    start, end = 0, len(lines)
    while not lines[start].strip():
        start += 1
    while not lines[end - 1].strip():
        end -= 1
    return "".join(f"{line}\n" for line in lines[start:end])


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
    segments: Sequence[Piece], spans: Sequence[tuple[int, int]], document: Document, taken: Collection[int]
) -> Iterator[Content]:
    """Yield the blocks of a section in their order; neighbours of one kind are joined."""
    spans_of = [(segment.below, range(segment.first_line, segment.last_line + 1)) for segment in segments]
    moved = set[int]().union(*(lines for below, lines in spans_of if below))
    covered = set[int]().union(*(lines for _, lines in spans_of))
    events: list[tuple[tuple[int, bool], Record | int]] = [
        ((segment.below or segment.first_line, segment.below > 0), segment.record) for segment in segments
    ]
    events += [
        ((number, False), number)
        for first_line, last_line in spans
        for number in range(first_line, last_line + 1)
        if number not in covered and number not in taken
    ]
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
                yield join(run)
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
        if run and (type(run[-1]) not in GROUPS or GROUPS[type(run[-1])] != GROUPS.get(type(event))):
            yield join(run)
            run = []
        run.append(event)
    if run:
        yield join(run)
    if any(map(_says_something, prose)):
        yield Notes(prose_of(prose))


def _goes_on(document: Document, number: int) -> bool:
    inner_blocks = (inner for block in document.blocks if number in block.lines for inner in block.walk())
    return any(inner.kind == "paragraph" and number in inner.lines[1:] for inner in inner_blocks)


def _opens(line: str) -> bool:
    return line.lstrip().startswith("<") and not line.lstrip().startswith("</")


def _says_something(line: str) -> bool:
    """Whether a line has more than the signs of a quotation, or tags around what was taken."""
    return bool(TAG.sub("", line).replace(">", " ").strip())


def closed(record: Record) -> Record:
    """Return what stands below a title that says it is done: action items that are open nowhere."""
    match record:
        case Action(status="open"):
            return replace(record, status="done")
        case Topic():
            return replace(record, actions=tuple(replace(action, status="done") for action in record.actions))
        case _:
            return record


def owned(record: Record, owner: str) -> Record:
    """Return what stands below somebody's name: action items that are nobody else's are theirs."""

    def own(action: Action) -> Action:
        return replace(action, owners=(owner,)) if action.owners == (UNASSIGNED,) else action

    match record:
        case Action():
            return own(record)
        case Topic():
            return replace(record, actions=tuple(map(own, record.actions)))
        case _:
            return record


def in_turn(records: Sequence[Action | Topic], first_line: int) -> Iterator[Piece]:
    """Yield records that follow one another; each has the lines behind the one before."""
    for record in records:
        lines = lines_of(record)
        yield Piece(first_line, lines.stop - 1, record)
        first_line = lines.stop
