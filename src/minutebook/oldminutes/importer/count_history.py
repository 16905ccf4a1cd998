"""The tables and counters of earlier meetings, and which of them those of a sheet go on with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from minutebook.oldminutes.handwritten.contents import Table as OldTable
from minutebook.oldminutes.handwritten.plain_text import fold_counter_label, fold_label, fold_title
from minutebook.oldminutes.importer.column_renames import TableReading, choose_reading
from minutebook.oldminutes.importer.values import Counters, Difference, Section, Sheet, TableBlock
from minutebook.records.meeting import Meeting, Table

_SHARED_LABELS = 0.5
"""Two tables under one title are one if they share this part of the shorter one's labels."""


@dataclass(frozen=True, slots=True)
class LastTable:
    """The last state of a table: in which meeting, under which title, and what it was."""

    day: date
    title: str
    table: Table

    @property
    def labels(self) -> set[str]:
        """The labels of its rows, for comparison."""
        return {fold_label(row.label) for row in self.table.rows}

    @property
    def columns(self) -> set[str]:
        """The names of its columns, for comparison."""
        return {fold_label(name) for name in self.table.columns}


@dataclass(frozen=True, slots=True)
class CountHistory:
    """What earlier meetings counted: tables by their ids, the labels of counters by their keys.

    `went_on` says of a table whether its columns, when they were last renamed, went on from the old ones.
    """

    tables: dict[str, LastTable] = field(default_factory=dict)
    counters: dict[str, str] = field(default_factory=dict)
    went_on: dict[str, bool] = field(default_factory=dict)

    def with_meeting(self, meeting: Meeting, readings: Iterable[TableReading] = ()) -> "CountHistory":
        """Return the history after a meeting, whose tables were read in some ways."""
        tables, counters = dict(self.tables), dict(self.counters)
        titles = dict(_table_titles(meeting))
        for table in meeting.tables:
            if table.complete:
                tables[table.id] = LastTable(meeting.date, titles[table.id], table)
        for counter in meeting.counters:
            if counter.value is not None:
                counters[fold_counter_label(counter.label)] = counter.label
        is_decided = [reading for reading in readings if reading.renamed and reading.is_decided]
        went_on = self.went_on | {reading.decision.id: reading.goes_on for reading in is_decided}
        return CountHistory(tables, counters, went_on)


def _table_titles(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield the id of each table with the title above it."""
    waiting = [(meeting.root, "")]
    while waiting:
        section, title_above = waiting.pop()
        title = section.title or title_above
        yield from ((block.id, title) for block in section.blocks if isinstance(block, Table))
        waiting += [(subsection, title) for subsection in section.sections]


def table_blocks(section: Section, title_above: str = "") -> Iterator[tuple[TableBlock, str]]:
    """Yield the tables of a section and of all below it, each with the title above it."""
    title = section.title or title_above
    yield from ((block, title) for block in section.blocks if isinstance(block, TableBlock))
    for subsection in section.sections:
        yield from table_blocks(subsection, title)


def read_tables(sheet: Sheet, history: CountHistory) -> dict[int, TableReading]:
    """Return how each table of a sheet is read, by its line."""
    blocks = tuple(table_blocks(sheet.root))
    titles = {fold_title(title) for _, title in blocks}
    readings: dict[int, TableReading] = {}
    used_ids: set[str] = set()
    for block, title in blocks:
        last_table = _find_last(block.table, title, titles, history, used_ids)
        name = last_table.table.id if last_table else _new_id(title, used_ids | history.tables.keys())
        used_ids.add(name)
        went_on = history.went_on.get(name, False)
        readings[block.line] = choose_reading(
            block.table, name, last_table.table if last_table else None, went_on=went_on
        )
    return readings


def undecided_columns(sheet: Sheet, readings: Mapping[int, TableReading]) -> Iterator[Difference]:
    """Yield a difference for each table whose columns may or may not go on from the old ones."""
    for line, reading in readings.items():
        if reading.renamed and not reading.is_decided:
            chosen = f"continues: {', '.join(reading.decision.continues or ())}"
            yield Difference(sheet.path, line, "columns undecided", sheet.line(line).strip(), chosen)


def renamed_counters(sheet: Sheet, history: CountHistory) -> dict[int, str]:
    """Return what each counter was called before, by its line, if its label was spelled otherwise."""
    return {
        counter.line: earlier_label
        for section in sheet.root.walk()
        for block in section.blocks
        if isinstance(block, Counters)
        for counter in block.counters
        if (earlier_label := history.counters.get(fold_counter_label(counter.label), counter.label))
        != counter.label
    }


def _find_last(
    table: OldTable, title: str, titles: set[str], history: CountHistory, used_ids: set[str]
) -> LastTable | None:
    """Return the latest table with the title and many of the labels, else an equal one whose title is gone."""
    candidates = sorted(
        (last_table for name, last_table in history.tables.items() if name not in used_ids),
        key=lambda last_table: last_table.day,
        reverse=True,
    )
    labels = {fold_label(row.label) for row in table.body_rows}
    columns = {fold_label(table.columns[index].name) for index in table.body_columns}

    def rank(last_table: LastTable) -> tuple[int, int, float]:
        return (
            last_table.day.toordinal(),
            len(columns & last_table.columns),
            _shared_part(labels, last_table.labels),
        )

    titled_alike = [
        last_table
        for last_table in candidates
        if fold_title(last_table.title) == fold_title(title)
        and _shared_part(labels, last_table.labels) >= _SHARED_LABELS
    ]
    # Two under one title may be alike: the later one is likelier, then the one with more of the columns.
    if titled_alike:
        return max(titled_alike, key=rank)
    equal = (
        last_table
        for last_table in candidates
        if (last_table.columns, last_table.labels) == (columns, labels)
    )
    return next((last_table for last_table in equal if fold_title(last_table.title) not in titles), None)


def _shared_part(labels: set[str], other_labels: set[str]) -> float:
    return len(labels & other_labels) / max(min(len(labels), len(other_labels)), 1)


def _new_id(title: str, used_ids: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", title.lower())
    name = "-".join(words).lstrip("0123456789-") or "table"
    candidates = (name, *(f"{name}-{number}" for number in range(2, 10_000)))
    return next(candidate for candidate in candidates if candidate not in used_ids)
