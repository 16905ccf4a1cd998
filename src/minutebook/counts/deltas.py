"""Every count of a meeting with its change against its baseline, cell by cell and in the totals."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from minutebook.records.history import NONE, History
from minutebook.records.meeting import TOTAL, Counter, Meeting, Table


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and its change; None where it is not known."""

    value: int | None
    delta: int | None


Drawn = tuple[tuple[str, ...], tuple[tuple[str, tuple[Cell, ...]], ...]]
"""The columns of a table, and its rows: a label and the cells in the order of the columns."""


@dataclass(frozen=True, slots=True)
class TableDeltas:
    """A table with its deltas and computed totals; `cells` are by row, in the order of `columns`."""

    table: Table
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    baseline: Meeting | None
    since: date | None


@dataclass(frozen=True, slots=True)
class CounterDelta:
    """A counter with its delta."""

    counter: Counter
    cell: Cell
    baseline: Meeting | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Deltas:
    """All that is computed for the counts of one meeting."""

    tables: tuple[TableDeltas, ...]
    counters: tuple[CounterDelta, ...]

    def table(self, table: Table) -> TableDeltas:
        """Return the deltas of a table of the meeting."""
        return next(found for found in self.tables if found.table is table)

    def counter(self, counter: Counter) -> CounterDelta:
        """Return the delta of a counter of the meeting."""
        return next(found for found in self.counters if found.counter is counter)


def compute(meeting: Meeting, history: History, base: Meeting | None = None) -> Deltas:
    """Return the deltas of a meeting, against its baselines or against one meeting that was asked for."""
    tables = tuple(_table(meeting, table, history, base) for table in meeting.tables)
    counters = tuple(_counter(meeting, counter, history, base) for counter in meeting.counters)
    return Deltas(tables, counters)


def table_deltas(table: Table, baseline: Table | None, *, from_zero: bool = False) -> Drawn:
    """Return the columns and rows of a table with deltas and totals.

    `from_zero` measures against an empty table; without it and without a baseline no delta is known.
    """
    old = _Old(table, baseline, known=from_zero or baseline is not None)
    rows = [
        (row.label, [_cell(value, old.cell(row.label, i)) for i, value in enumerate(row.counts)])
        for row in table.rows
    ]
    columns = table.columns
    if table.totals in {"column", "both"}:
        columns = (*columns, TOTAL)
        for (label, cells), row in zip(rows, table.rows, strict=True):
            cells.append(_cell(_sum(row.counts), old.row_total(label)))
    if table.totals in {"row", "both"}:
        counts = [[row.counts[i] for row in table.rows] for i in range(len(table.columns))]
        total = [_cell(_sum(column), old.column_total(i)) for i, column in enumerate(counts)]
        if table.totals == "both":
            total.append(_cell(_sum(_sum(column) for column in counts), old.total()))
        rows.append((TOTAL, total))
    return columns, tuple((label, tuple(cells)) for label, cells in rows)


class _Old:
    """The baseline's counts by what a table calls them; what it lacks counts from 0."""

    def __init__(self, table: Table, baseline: Table | None, *, known: bool) -> None:
        self.known = known
        self.names = table.continues or table.columns
        self.rows: dict[str, dict[str, int | None]] = (
            {}
            if baseline is None
            else {
                row.label: {
                    name: count or 0 for name, count in zip(baseline.columns, row.counts, strict=True)
                }
                for row in baseline.rows
            }
        )

    def cell(self, label: str, column: int) -> int | None:
        return self.rows.get(label, {}).get(self.names[column], 0) if self.known else None

    def row_total(self, label: str) -> int | None:
        return _sum(self.rows.get(label, {}).values()) if self.known else None

    def column_total(self, column: int) -> int | None:
        return _sum(row.get(self.names[column], 0) for row in self.rows.values()) if self.known else None

    def total(self) -> int | None:
        return _sum(_sum(row.values()) for row in self.rows.values()) if self.known else None


def _table(meeting: Meeting, table: Table, history: History, base: Meeting | None) -> TableDeltas:
    if base:
        return _table_against(meeting, table, base)
    found = history.table_baseline(meeting, table)
    if not found:
        columns, rows = table_deltas(table, None, from_zero=table.baseline == NONE)
        return TableDeltas(table, columns, rows, None, None)
    columns, rows = table_deltas(table, found.table)
    return TableDeltas(table, columns, rows, found.meeting, history.since(meeting, found.meeting))


def _table_against(meeting: Meeting, table: Table, base: Meeting) -> TableDeltas:
    """Measure against one meeting; an earlier state of this same meeting has no other names for anything."""
    own = table if base.date != meeting.date else replace(table, continues=None, baseline=None)
    wanted = own.baseline if own.baseline not in {None, NONE} else own.id
    old = next((other for other in base.tables if other.id == wanted), None)
    columns, rows = table_deltas(own, old)
    return TableDeltas(table, columns, rows, base if old else None, None)


def _counter(meeting: Meeting, counter: Counter, history: History, base: Meeting | None) -> CounterDelta:
    if base:
        name = counter.label if base.date == meeting.date else counter.continues or counter.label
        old = next((other.value for other in base.counters if other.label == name), None)
        return CounterDelta(counter, _cell(counter.value, old), base if old is not None else None, None)
    found = history.counter_baseline(meeting, counter)
    if not found:
        return CounterDelta(counter, Cell(counter.value, None), None, None)
    cell = _cell(counter.value, found.counter.value)
    return CounterDelta(counter, cell, found.meeting, history.since(meeting, found.meeting))


def _cell(value: int | None, old: int | None) -> Cell:
    return Cell(value, None if value is None or old is None else value - old)


def _sum(counts: Iterable[int | None]) -> int | None:
    found = tuple(counts)
    return None if any(count is None for count in found) else sum(count or 0 for count in found)
