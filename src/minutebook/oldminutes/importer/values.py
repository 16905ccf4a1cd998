"""Hand-written minutes as the import understands them: a sheet of sections, each with its blocks in their order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from minutebook.oldminutes.handwritten.contents import Table
from minutebook.records.meeting import Status

NumberedLine = tuple[int, str]
"""A line of a file, with its number."""


class CannotImport(Exception):
    """A file can't be imported: the line that prevents it, why, and what to do about it."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file to import, and the day of its meeting."""

    path: str
    day: date


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines that are kept as they stand."""

    lines: tuple[NumberedLine, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line for _, line in self.lines)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty, and who has it, in the roster's spelling; empty if that is nobody yet."""

    line: int
    label: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counter:
    """A count in a sentence; `delta_text` is its delta as it is written, `delta` what that means."""

    line: int
    label: str
    value: int | None
    delta_text: str
    delta: int | None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of counts, with the heading of its labels."""

    line: int
    last_line: int
    labels: str
    table: Table


@dataclass(frozen=True, slots=True)
class Action:
    """An action item; `lines` are all that it is made from, `age` and `lapsing` what generated minutes say of it.

    If it is `guessed`, it is an action item only if the series has somebody of that name.
    """

    line: int
    lines: tuple[int, ...]
    owners: tuple[str, ...]
    task: str
    status: Status = "open"
    reason: str | None = None
    notes: tuple[str, ...] = ()
    due: date | None = None
    age: int | None = None
    lapsing: bool = False
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of a few action items, with the prose below it."""

    line: int
    topic: str
    notes: tuple[NumberedLine, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties without anything else between them."""

    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Counters:
    """Counters without anything else between them."""

    counters: tuple[Counter, ...]


@dataclass(frozen=True, slots=True)
class Actions:
    """Action items and topics without anything else between them."""

    members: tuple[Action | Topic, ...]


Block = Prose | Duties | Counters | TableBlock | Actions


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; without a title, `line` is where its content begins."""

    line: int
    title: str | None
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()

    @property
    def lone_prose(self) -> Prose | None:
        """The prose of a titled section that holds nothing else."""
        if not self.title or len(self.blocks) != 1 or self.sections:
            return None
        block = self.blocks[0]
        return block if isinstance(block, Prose) else None

    def walk(self) -> Iterator["Section"]:
        """Yield the section and all below it, in the order of the file."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the sections; `lines` are those that it is made from."""

    title: str | None = None
    title_line: int = 0
    header: tuple[tuple[str, str], ...] = ()
    attending: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    draft: bool = False
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of minutes as it is understood; `lines` are all lines of the file."""

    path: str
    day: date
    lines: tuple[str, ...] = field(repr=False)
    head: Head
    root: Section
    generated: bool = False

    def line(self, number: int) -> str:
        """Return a line of the file by its number, which begins with 1; nothing behind the last one."""
        return self.lines[number - 1] if number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that reads differently in the new minutes, on purpose; `new_text` is "" if it is gone."""

    path: str
    line: int
    kind: str
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True)
class StoppedFile:
    """A file that was not imported, and why."""

    path: str
    line: int
    message: str
    hint: str = ""
