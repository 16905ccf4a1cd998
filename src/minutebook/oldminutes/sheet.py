"""One file of old minutes as it is understood: the records of its meeting, and what it states that is computed.

Where a record stands in its file is its line: `key_path` is (12,). So a problem that a rule finds in the records points
to the line of the old file that it comes from.
"""

from collections import Counter as Counts
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import Literal

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import Document, words_of_line
from minutebook.records.figures import Counter, Row, Table
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Action, Meeting, Section, Topic
from minutebook.records.roster import bare_name
from minutebook.records.series import Style

_UNREAD = Meeting("", date.min, None, (), "final", None, Section((), None, (), ()))
FaultKind = Literal[
    "delta", "row-total", "column-total", "counter", "title-date", "person", "action-vanished"
]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the new minutes say otherwise than the old ones, or what an old file has wrong; `now` is "" if it is gone."""

    path: str
    line: int
    kind: str
    stated: str
    now: str
    fault: FaultKind | None = None
    where: str = ""  # the name of the statement
    baseline: date | None = None  # the day that it was measured against
    day: date | None = None  # that of the minutes which show it
    right: str = ""  # what is right if the minutes say it in another way
    mark: str = ""  # what makes it less certain
    label: str = ""

    @property
    def named(self) -> str:
        """What is stated, with the row and the column that it is about."""
        return f"{self.label}: {self.stated}" if self.label else self.stated

    @property
    def computed(self) -> str:
        """What is right."""
        return self.right or self.now


@dataclass(frozen=True, slots=True)
class Stated:
    """A delta, or the sum in a total, as it is written beside what it is about; of a counter, the row is empty."""

    record: int  # the line of its table or counter
    line: int
    kind: Literal["delta", "total"]
    row: str
    column: str
    text: str
    value: int | None
    since: date | None = None
    lately: str = ""  # since when in words, as the minutes never say it


@dataclass(frozen=True, slots=True)
class PersonName:
    """Somebody's name as it is written, in what role, and what else identifies the person."""

    name: str
    line: int
    role: Literal["attending", "absent", "guests", "owner"]
    handle: str = ""
    initials: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file: its text, the records of its meeting, and what else its readers gather; lines in `prose` stay prose, whatever they look like."""

    path: str
    day: date
    document: Document = field(repr=False)
    facts: Facts = field(repr=False, compare=False)
    prose: frozenset[int] = frozenset()
    generated: bool = False
    decisions: list[Decision] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    marks: dict[int, frozenset[str]] = field(default_factory=dict)  # words that records stand for
    ages: dict[int, int] = field(default_factory=dict)  # of actions, as generated minutes say
    lapsing: set[int] = field(default_factory=set)  # the lines of actions that are said to lapse next time
    ends: dict[str, PersonName] = field(default_factory=dict)  # who may stand behind which tasks
    meeting: Meeting = _UNREAD
    stated: tuple[Stated, ...] = ()
    loose: tuple[tuple[str, Table | Counter], ...] = ()  # what stays prose, below which titles
    title_line: int = 1
    heading: str = ""  # the text of the title
    style: Style | None = None  # in which they were drawn

    def line(self, number: int) -> str:
        """Return a line by its number, from 1; nothing behind the last one."""
        return self.document.line(number)

    def is_free(self, lines: Iterable[int]) -> bool:
        """Whether none of some lines has to stay prose."""
        return self.prose.isdisjoint(lines)

    def decide(self, line: int, kind: str, stated: str, now: str = "") -> None:
        """Note what the new minutes say otherwise; see Decision."""
        self.decisions.append(Decision(self.path, line, kind, stated, now))

    def leave_out(self, line: int, *texts: str) -> None:
        """Note what the new minutes do not say of a line."""
        for text in texts:
            self.decide(line, "left out", text)

    def resolve(self, line: int, name: str, canonical: str, role: str = "owner of an action item") -> None:
        """Note that a name is written as in the roster, which is a fault if it is likely a slip."""
        fault: FaultKind | None = "person" if bare_name(name) in self.facts.slips else None
        if name != canonical:
            self.decisions.append(Decision(self.path, line, "alias resolved", name, canonical, fault, role))

    def mark(self, line: int, *texts: str, shown: str = "") -> None:
        """Note that the words of some texts need not be shown for a line: its record stands for them, but for those `shown`."""
        # A number may stand in the day and in the time: 2020-09-14 (09:00).
        marked_words = Counts(words_of_line(" ".join(texts))) - Counts(words_of_line(shown))
        self.marks[line] = self.marks.get(line, frozenset()).union(marked_words)


def line_of(record: Action | Topic | Section | Table | Counter | Row) -> int:
    """Return the line of the old file that a record begins in."""
    return int(record.key_path[0]) if record.key_path else 1


def lines_of(record: Action | Topic) -> range:
    """Return the lines of the old file that an action or a topic is read from."""
    return range(line_of(record), int(record.key_path[-1]) + 1)
