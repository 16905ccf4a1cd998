"""Every count of a meeting with its change against its baseline, cell by cell and in the totals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minutebook.history import NONE, History
from minutebook.model import TOTAL, Counter, Meeting, Table


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and its change; None where it is not known."""

    value: int | None
    delta: int | None


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


def table_deltas(table: Table, baseline: Table | None, *, from_zero: bool = False) -> tuple[
    tuple[str, ...], tuple[tuple[str, tuple[Cell, ...]], ...]
]:
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
        self.rows: dict[str, dict[str, int]] = {
            row.label: {name: count or 0 for name, count in zip(baseline.columns, row.counts, strict=True)}
            for row in (baseline.rows if baseline else ())
        }

    def cell(self, label: str, column: int) -> int | None:
        return self.rows.get(label, {}).get(self.names[column], 0) if self.known else None

    def row_total(self, label: str) -> int | None:
        return sum(self.rows.get(label, {}).values()) if self.known else None

    def column_total(self, column: int) -> int | None:
        return sum(row.get(self.names[column], 0) for row in self.rows.values()) if self.known else None

    def total(self) -> int | None:
        return sum(sum(row.values()) for row in self.rows.values()) if self.known else None


def _table(meeting: Meeting, table: Table, history: History, base: Meeting | None) -> TableDeltas:
    restarted = table.baseline == NONE
    if base:
        wanted = table.id if table.baseline in {None, NONE} or base.date == meeting.date else table.baseline
        against = next((other for other in base.tables if other.id == wanted and other.known), None)
        before, restarted = (base, False) if against else (None, False)
    else:
        found = history.table_baseline(meeting, table)
        before, against = (found.meeting, found.table) if found else (None, None)
    columns, rows = table_deltas(table, against, from_zero=restarted)
    since = history.since(meeting, before) if before and not base else None
    return TableDeltas(table, columns, rows, before, since)


def _counter(meeting: Meeting, counter: Counter, history: History, base: Meeting | None) -> CounterDelta:
    if base:
        names = {counter.label} if base.date == meeting.date else {counter.continues or counter.label}
        old = next((other for other in base.counters if other.label in names and other.value is not None), None)
        return CounterDelta(counter, _cell(counter.value, old and old.value), base if old else None, None)
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
