"""The Markdown minutes of a meeting: a pure function of it, its deltas and its series."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from minutebook.counts.deltas import Deltas, TableWithDeltas
from minutebook.minutes import layout
from minutebook.minutes.markdown import escape
from minutebook.records.meeting import (
    Action,
    Actions,
    Block,
    Counters,
    Duties,
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
    head = [layout.minutes_mark(PurePosixPath(meeting.path).name), layout.title_line(title, meeting.date)]
    header = layout.header_lines(
        meeting.header,
        draft=meeting.status == "draft",
        attending=meeting.attending,
        absent=meeting.absent,
        guests=meeting.guests,
    )
    parts = ["\n".join(head), "\n".join(header), *writer.content(meeting.root)]
    text = "\n\n".join(part for part in parts if part)
    return text + "".join(writer.section(section, 2) for section in meeting.root.sections) + "\n"


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
        if section.empty and self.empty:
            content = [self.empty]
        text = "\n\n".join([layout.heading(section.title, level), *content])
        return layout.SECTION_GAP + text + self._below(section, level + 1)

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
                return "\n".join(layout.duty_line(duty.label, duty.people) for duty in block.entries)
            case Counters():
                return "\n".join(
                    layout.counter_line(self.deltas.counter(counter)) for counter in block.entries
                )
            case Actions():
                return "\n".join(self._entry(entry) for entry in self._new_first(block.entries))
            case _:
                return self._table(self.deltas.table(block))

    def _table(self, table: TableWithDeltas) -> str:
        delta = layout.delta_heading(table.since)
        headings = [text for column in table.columns for text in (escape(column), delta)]
        rows = [
            [
                *(
                    text
                    for cell in cells
                    for text in (layout.count_text(cell.value, ""), layout.delta_text(cell))
                ),
                escape(label),
            ]
            for label, cells in table.rows
        ]
        return self.draw([*headings, escape(table.table.labels)], rows)

    def _entry(self, entry: Action | Topic) -> str:
        if isinstance(entry, Action):
            return self._action(entry)
        notes = [_below_topic(_prose(entry.notes))] if entry.notes and entry.notes.strip() else []
        actions = [layout.indent(self._action(action)) for action in self._new_first(entry.actions)]
        return "\n".join([layout.bullet(entry.topic), *notes, *actions])

    def _new_first(self, entries: Sequence[Entry]) -> list[Entry]:
        return sorted(entries, key=self._carried)

    def _carried(self, entry: Action | Topic) -> bool:
        if isinstance(entry, Topic):
            return bool(entry.actions) and all(self._carried(action) for action in entry.actions)
        return entry.since is not None and entry.since < self.day

    def _action(self, action: Action) -> str:
        carried = action.since is not None and action.since < self.day
        standing = layout.Standing(
            self.ordinal(action.since) if action.since and carried else None, action.due, self.lapsing(action)
        )
        owners = tuple(escape(owner) for owner in action.owners)
        line = layout.ActionLine(owners, action.task, standing, action.status)
        remarks = [layout.indent(layout.bullet(text)) for text in (action.reason, action.note) if text]
        return "\n".join([layout.bullet(layout.action_text(line)), *remarks])


def _prose(text: str) -> str:
    """Return prose to the byte, but for the blank lines at its end."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def _below_topic(prose: str) -> str:
    """Indent a topic's prose; what is no list stands apart, or it would go on with the topic's own line."""
    return ("" if prose.startswith(("- ", "* ", "+ ")) else "\n") + layout.indent(prose)


def _joins(before: str, text: str) -> bool:
    last = before.rsplit("\n", 1)[-1]
    return layout.is_bullet(text) and (layout.is_bullet(last) or last.startswith(layout.INDENT))
