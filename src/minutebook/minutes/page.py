"""The Markdown minutes of a meeting: a pure function of it, its deltas and its series."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from minutebook.counts.deltas import Cell, CounterDelta, Deltas, TableDeltas
from minutebook.minutes.markdown import escape, escape_heading, escape_start, indent, long_date, ordinal_text
from minutebook.records.meeting import (
    Action,
    Actions,
    Block,
    Counters,
    Duties,
    Duty,
    Meeting,
    Notes,
    Section,
    Topic,
)

Entry = TypeVar("Entry", bound=Action | Topic)
DrawTable = Callable[[Sequence[str], Sequence[Sequence[str]]], str]
"""Draws a table of cells that are Markdown already: headings, rows."""
Ordinal = Callable[[date], int]
"""Which meeting this is, counted from a date."""
Lapsing = Callable[[Action], bool]
"""Whether an item lapses next time."""

BULLET = "-   "
MARK = "written by minutebook"
"""Stands in the first line of every generated file."""


def write_minutes(
    meeting: Meeting,
    deltas: Deltas,
    *,
    title: str,
    empty: str,
    ordinal: Ordinal,
    draw: DrawTable,
    lapsing: Lapsing = lambda _action: False,
) -> str:
    """Return the minutes of a meeting, newline at the end."""
    writer = _Writer(meeting.date, deltas, empty=empty, ordinal=ordinal, draw=draw, lapsing=lapsing)
    name = PurePosixPath(meeting.path).name
    head = [
        f"<!-- Minutes of {name}, {MARK}: edit that file. -->",
        f"# {escape_heading(title)}, {long_date(meeting.date)}",
    ]
    parts = ["\n".join(head), "\n".join(_header(meeting)), *writer.content(meeting.root)]
    text = "\n\n".join(part for part in parts if part)
    return text + "".join(writer.section(section, 2) for section in meeting.root.sections) + "\n"


def delta_text(cell: Cell, since: date | None = None) -> str:
    """Write a delta as +3, -1 or +0; nothing where it is not known."""
    if cell.delta is None:
        return ""
    return f"{cell.delta:+d} since {since}" if since else f"{cell.delta:+d}"


def counter_text(found: CounterDelta) -> str:
    """Write a counter's value and delta, such as 7 (-4)."""
    value = "?" if found.cell.value is None else str(found.cell.value)
    delta = delta_text(found.cell, found.since)
    return f"{value} ({delta})" if delta else value


def _header(meeting: Meeting) -> Iterator[str]:
    lines = [(escape(label), text) for label, text in meeting.header]
    if meeting.status == "draft":
        lines.append(("Status", "draft"))
    people = (("Attending", meeting.attending), ("Absent", meeting.absent), ("Guests", meeting.guests))
    lines += [(label, _people(names)) for label, names in people if names]
    return (f"**{label}:** {text}  " for label, text in lines)


def _people(names: Iterable[str]) -> str:
    return ", ".join(escape(name) for name in names)


class _Writer:
    def __init__(
        self, day: date, deltas: Deltas, *, empty: str, ordinal: Ordinal, draw: DrawTable, lapsing: Lapsing
    ) -> None:
        self.day, self.deltas, self.empty = day, deltas, empty
        self.ordinal, self.draw, self.lapsing = ordinal, draw, lapsing

    def section(self, section: Section, level: int) -> str:
        """Return a section with what separates it from the text before it."""
        content = [part for part in self.content(section) if part]
        if section.title is None:
            return "".join(f"\n\n{part}" for part in content) + self._below(section, level)
        heading = f"{'#' * min(level, 6)} {escape_heading(section.title)}"
        if section.empty and self.empty:
            content = [self.empty]
        return "\n\n\n" + "\n\n".join([heading, *content]) + self._below(section, level + 1)

    def _below(self, section: Section, level: int) -> str:
        return "".join(self.section(below, level) for below in section.sections)

    def content(self, section: Section) -> list[str]:
        """Return the blocks of a section; a list that is written here goes on with the list before it."""
        parts: list[str] = []
        for block in section.blocks:
            text = self._block(block)
            if parts and text and not isinstance(block, Notes) and _joins(parts[-1], text):
                parts[-1] = f"{parts[-1]}\n{text}"
            else:
                parts.append(text)
        return parts

    def _block(self, block: Block) -> str:
        match block:
            case Notes():
                return _prose(block.text)
            case Duties():
                return "\n".join(_duty(entry) for entry in block.entries)
            case Counters():
                return "\n".join(self._counter(self.deltas.counter(entry)) for entry in block.entries)
            case Actions():
                return "\n".join(self._entry(entry) for entry in self._new_first(block.entries))
            case _:
                return self._table(self.deltas.table(block))

    def _table(self, found: TableDeltas) -> str:
        delta = f"&Delta; since {found.since}" if found.since else "&Delta;"
        headings = [text for column in found.columns for text in (escape(column), delta)]
        rows = [
            [*(text for cell in cells for text in (_count(cell), delta_text(cell))), escape(label)]
            for label, cells in found.rows
        ]
        return self.draw([*headings, escape(found.table.labels)], rows)

    def _counter(self, found: CounterDelta) -> str:
        return f"{BULLET}{counter_text(found)} {escape(found.counter.label)}"

    def _entry(self, entry: Action | Topic) -> str:
        if isinstance(entry, Action):
            return self._action(entry)
        notes = [_below_topic(_prose(entry.notes))] if entry.notes and entry.notes.strip() else []
        actions = [indent(self._action(action)) for action in self._new_first(entry.actions)]
        return "\n".join([f"{BULLET}{escape_start(entry.topic)}", *notes, *actions])

    def _new_first(self, entries: Sequence[Entry]) -> list[Entry]:
        return sorted(entries, key=self._carried)

    def _carried(self, entry: Action | Topic) -> bool:
        if isinstance(entry, Topic):
            return bool(entry.actions) and all(self._carried(action) for action in entry.actions)
        return entry.since is not None and entry.since < self.day

    def _action(self, action: Action) -> str:
        details = []
        if action.since and action.since < self.day:
            details.append(f"{ordinal_text(self.ordinal(action.since))} meeting")
        if action.due:
            details.append(f"due {action.due}")
        if self.lapsing(action):
            details.append("lapses next time")
        after = f" ({', '.join(details)})" if details else ""
        closed = "" if action.status == "open" else f" [{action.status.upper()}]"
        below = [text for text in (action.reason, action.note) if text]
        lines = [f"{BULLET}AI ({_people(action.owners)}): {action.task}{after}{closed}"]
        return "\n".join([*lines, *(f"    {BULLET}{escape_start(text)}" for text in below)])


def _prose(text: str) -> str:
    """Return prose to the byte, but for the blank lines at its end."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def _below_topic(prose: str) -> str:
    """Indent a topic's prose; what is no list stands apart, or it would go on with the topic's own line."""
    return ("" if prose.startswith(("- ", "* ", "+ ")) else "\n") + indent(prose)


def _joins(before: str, text: str) -> bool:
    last = before.rsplit("\n", 1)[-1]
    return text.startswith(BULLET) and last.startswith((BULLET, "    "))


def _duty(duty: Duty) -> str:
    return f"{BULLET}{escape_start(escape(duty.label))}: {_people(duty.people) or '?'}"


def _count(cell: Cell) -> str:
    return "" if cell.value is None else str(cell.value)
