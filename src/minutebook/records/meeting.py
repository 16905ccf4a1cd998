"""What notes are made of: meetings, and what stands in their sections, each with its `key_path` in the file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from minutebook.records.answer import Answer
from minutebook.records.attendance import NOBODY, Attendance
from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import KeyPath

MeetingStatus = Literal["draft", "final", "skipped"]
Status = Literal["open", "done", "dropped", "lapsed"]
CLOSED: tuple[Status, ...] = ("done", "dropped")
"""The states in which somebody closed an action; one that has lapsed was closed by nobody."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Prose in Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A role that rotates, and who has it; nobody yet is an empty tuple."""

    label: str
    people: tuple[str, ...]

    @property
    def record(self) -> str:
        """How a message names the duty."""
        return f'duty "{self.label}"'


@dataclass(frozen=True, slots=True)
class Duties:
    """The duties of a section."""

    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class TypedText:
    """The line in which an action was typed in a hurry, with its key if YAML reads it as a key and a value.

    `stranger` are its words that stand where an owner would, and are nobody.
    """

    line: str
    key: str | None = None
    stranger: str = ""

    @property
    def value(self) -> str:
        """What YAML reads as its value: all of the line, or what stands behind its key."""
        return self.line if self.key is None else self.line.removeprefix(f"{self.key}: ")


@dataclass(frozen=True, slots=True)
class Action:
    """A task with its owners; an id of None is not given yet.

    `x_keys` are those that begin with x-; `has_status` says that it was written, `typed` how it was, in a hurry.
    """

    key_path: KeyPath
    id: str | None
    owners: tuple[str, ...]
    task: str
    since: date | None = None
    due: date | None = None
    status: Status = ACTION_STATUS
    notes: tuple[str, ...] = ()
    reason: str | None = None
    x_keys: tuple[tuple[str, object], ...] = ()
    has_status: bool = False
    typed: TypedText | None = None

    def path_of(self, key: str) -> KeyPath:
        """Return where a key of it stands: with all else that was typed in a line, or by itself."""
        typed_key = key if self.typed is None else self.typed.key
        return self.key_path if typed_key is None else (*self.key_path, typed_key)

    @property
    def record(self) -> str:
        """How a message names the action."""
        return f"action {self.id}" if self.id else "action"

    def is_overdue(self, day: date) -> bool:
        """Whether it is open and was due before a day: until somebody closes it or gives another day."""
        return self.status == "open" and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of a few action items."""

    key_path: KeyPath
    topic: str
    notes: str | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Actions:
    """The action items and topics of a section."""

    listed: tuple[Action | Topic, ...]

    @property
    def topics(self) -> Iterator[Topic]:
        """The topics among them."""
        return (member for member in self.listed if isinstance(member, Topic))


Block = Notes | Duties | Counters | Table | Actions
OneBlock = TypeVar("OneBlock", Notes, Duties, Counters, Table, Actions)
Titles = tuple[str, ...]  # that lead to a section, the outermost first


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, in the order in which it was written."""

    key_path: KeyPath
    title: str | None
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...]
    after_sections: tuple[KeyPath, ...] = ()
    attendance: Attendance = NOBODY

    @property
    def record(self) -> str:
        """How a message names the section; without a title it has no name."""
        return f'section "{self.title}"' if self.title else ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return not self.blocks and not self.sections and not self.attendance

    def headed(self, above: Titles = ()) -> Iterator[tuple[Titles, "Section"]]:
        """Yield the section and all below it, each with the titles that lead to it, to which one without a title adds none."""
        titles = above if self.title is None else (*above, self.title)
        yield titles, self
        for section in self.sections:
            yield from section.headed(titles)


@dataclass(frozen=True)
class Meeting:
    """One dated file; the meeting itself is the root section. `quick` are lines that wait to be put in their places."""

    path: str
    date: date
    title: str | None
    header: tuple[tuple[str, str], ...]
    status: MeetingStatus
    reason: str | None
    root: Section
    answers: tuple[Answer, ...] = ()
    quick: str = ""

    def is_answered(self, key_path: KeyPath, rule: str) -> bool:
        """Whether a warning of a rule, found at a path, rests because people said that it is right."""
        return any((key_path[:length], rule) in self._answered for length in range(len(key_path) + 1))

    @cached_property
    def _answered(self) -> frozenset[tuple[KeyPath, str]]:
        return frozenset((answer.key_path, rule) for answer in self.answers for rule in answer.rules)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The meeting itself as a section and all below it, in the order of the file."""
        return tuple(section for _, section in self.root.headed())

    def blocks_of(self, kind: type[OneBlock]) -> Iterator[tuple[Section, OneBlock]]:
        """Return what is of a kind in all its sections, each with its section."""
        return ((node, block) for node in self.sections for block in node.blocks if isinstance(block, kind))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of all its sections."""
        return tuple(table for _, table in self.blocks_of(Table))

    @cached_property
    def counters(self) -> tuple[Counter, ...]:
        """The counters of all its sections."""
        return tuple(counter for _, counters in self.blocks_of(Counters) for counter in counters.counters)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions of all its sections."""
        return tuple(action for _, block in self.blocks_of(Actions) for action in actions_of(block.listed))

    def prose(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield the notes of its sections and topics, each with its path."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Notes):
                    yield (*section.key_path, "notes"), block.text
                topics = block.topics if isinstance(block, Actions) else ()
                yield from (((*topic.key_path, "notes"), topic.notes) for topic in topics if topic.notes)

    def action(self, action_id: str | None) -> Action | None:
        """Return its action of an id, the first where several have it."""
        return self._actions_by_id.get(action_id)

    @cached_property
    def _actions_by_id(self) -> dict[str | None, Action]:
        return {action.id: action for action in reversed(self.actions)}

    @cached_property
    def known_tables(self) -> Mapping[str, Table]:
        """Its tables by their ids, but for those of which a count is not known."""
        return {table.id: table for table in reversed(self.tables) if table.complete}

    @cached_property
    def counters_by_label(self) -> Mapping[str | None, Counter]:
        """Its counters by their labels; of several with one label the first that has a value."""
        counters = sorted(self.counters, key=lambda counter: counter.value is None)
        return {counter.label: counter for counter in reversed(counters)}

    @property
    def sections_in_short(self) -> tuple[Section, ...]:
        """The sections that say in short who was there, such as `all`, which a draft may."""
        sections = self.sections if self.status == "final" else ()
        return tuple(section for section in sections if section.attendance.all_but is not None)

    @cached_property
    def named(self) -> Mapping[str, None]:
        """The people in its lists and in those of its sections, as they are written there, in this order."""
        return dict.fromkeys(name for section in self.sections for name in section.attendance.named)

    @property
    def held(self) -> bool:
        """Whether the meeting took place, and so has minutes."""
        return self.status != "skipped"


def actions_of(members: Iterable[Action | Topic]) -> Iterator[Action]:
    """Yield the actions of a list, and those of its topics."""
    for action_or_topic in members:
        yield from action_or_topic.actions if isinstance(action_or_topic, Topic) else (action_or_topic,)
