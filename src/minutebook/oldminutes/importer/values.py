"""What hand-written minutes are taken for: a sheet of parts, and in each part pieces in their order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from minutebook.oldminutes.handwritten.contents import Table
from minutebook.records.meeting import Status


class Stopped(Exception):
    """A file that can't be imported: what stands in the way, with its line and what to do about it."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import, and the day of its meeting."""

    path: str
    day: date


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of prose as they stand, each with its number."""

    lines: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line for _, line in self.lines)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty, and who has it as the roster calls them; nobody yet is an empty tuple."""

    line: int
    label: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A count in a sentence; `stated` is the delta as it is written, `delta` what that means."""

    line: int
    label: str
    value: int | None
    stated: str
    delta: int | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table of counts with the heading of its labels; `last` is its last line."""

    line: int
    last: int
    labels: str
    table: Table


@dataclass(frozen=True, slots=True)
class Item:
    """An action item; `own` are its lines, and `age` and `lapsing` what minutes say of it already.

    It is `guessed` where it is one only if there is somebody of that name.
    """

    line: int
    own: tuple[int, ...]
    owners: tuple[str, ...]
    task: str
    status: Status = "open"
    reason: str | None = None
    note: str | None = None
    due: date | None = None
    age: int | None = None
    lapsing: bool = False
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A topic: its line, the prose below it with the number of each line, and its action items."""

    line: int
    topic: str
    notes: tuple[tuple[int, str], ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties that stand together."""

    entries: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counters that stand together."""

    entries: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Action items and topics that stand together."""

    entries: tuple[Item | Group, ...]


Piece = Text | Duties | Counts | Drawn | Items


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it."""

    line: int
    title: str | None
    pieces: tuple[Piece, ...]
    parts: tuple["Part", ...] = ()

    @property
    def only(self) -> Text | None:
        """The prose of a titled section that holds nothing else."""
        only = self.pieces[0] if self.title and len(self.pieces) == 1 and not self.parts else None
        return only if isinstance(only, Text) else None

    def walk(self) -> Iterator["Part"]:
        """Yield the part and all below it, in the order of the file."""
        yield self
        for below in self.parts:
            yield from below.walk()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the sections; `claimed` are the lines that went into it."""

    title: str | None = None
    title_line: int = 0
    header: tuple[tuple[str, str], ...] = ()
    attending: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    draft: bool = False
    claimed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of minutes as it is understood; `lines` are those of the file."""

    path: str
    day: date
    lines: tuple[str, ...] = field(repr=False)
    head: Head
    root: Part
    generated: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that reads differently in the new minutes, on purpose; `now` is "" where it is gone."""

    path: str
    line: int
    kind: str
    stated: str
    now: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was stopped, and why."""

    path: str
    line: int
    message: str
    hint: str = ""
