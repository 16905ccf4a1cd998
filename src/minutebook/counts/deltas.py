"""Every count of a meeting with its change against its baseline, cell by cell and in the totals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from minutebook.counts.baseline import NO_BASELINE, find_counter_baseline, find_table_baseline, since_date
from minutebook.counts.former_names import counter_name_on, table_as_named_on
from minutebook.counts.typed_totals import typed_total_columns, typed_total_rows
from minutebook.records.figures import NEW, TOTAL, Counter, Row, Table
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Meeting


@dataclass(frozen=True, slots=True)
class CountWithDelta:
    """A count and its change; None where it is not known."""

    value: int | None
    delta: int | None


@dataclass(frozen=True, slots=True)
class TableWithDeltas:
    """A table with its deltas and computed totals; `rows` have a label and the cells in the order of `columns`."""

    table: Table
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CountWithDelta, ...]], ...]
    baseline: Meeting | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class CounterWithDelta:
    """A counter with its delta."""

    counter: Counter
    count: CountWithDelta
    baseline: Meeting | None = None
    since: date | None = None


@dataclass(frozen=True)
class Deltas:
    """All that is computed for the counts of one meeting."""

    tables: tuple[TableWithDeltas, ...]
    counters: tuple[CounterWithDelta, ...]

    def table(self, table: Table) -> TableWithDeltas:
        """Return a table of the meeting with its deltas."""
        return self._by_table[id(table)]

    @cached_property
    def _by_table(self) -> Mapping[int, TableWithDeltas]:
        return {id(measured.table): measured for measured in self.tables}

    def counter(self, counter: Counter) -> CounterWithDelta:
        """Return a counter of the meeting with its delta."""
        return self._by_counter[id(counter)]

    @cached_property
    def _by_counter(self) -> Mapping[int, CounterWithDelta]:
        # By which record it is: equal ones may stand in two sections.
        return {id(measured.counter): measured for measured in self.counters}


def compute(meeting: Meeting, history: History, base: Meeting | None = None) -> Deltas:
    """Return the deltas of a meeting, against its baselines or against one meeting that was asked for."""
    tables = tuple(_table(meeting, table, history, base) for table in meeting.tables)
    counters = tuple(_counter(meeting, counter, history, base) for counter in meeting.counters)
    return Deltas(tables, counters)


def measure_table(table: Table, earlier: Table | None, *, from_zero: bool = False) -> TableWithDeltas:
    """Return a table with its totals and its deltas against an earlier one.

    `from_zero` measures against an empty table; without it and without an earlier one no delta is known.
    """
    counted = _without_total(table)
    baseline = _BaselineCounts(counted, earlier, known=from_zero or earlier is not None)
    rows = [(row.label, [*map(_count, row.counts, baseline.counts(row))]) for row in counted.rows]
    columns = table.columns
    totaled = [i for i, column in enumerate(columns) if column not in table.untotaled]
    if table.adds("column"):
        columns = (*columns, TOTAL)
        for (_label, counts), row in zip(rows, counted.rows, strict=True):
            counts.append(_count(_sum_counts(row.counts[i] for i in totaled), baseline.row_total(row)))
    if table.adds("row"):
        by_column = {i: _sum_counts(row.counts[i] for row in counted.rows) for i in totaled}
        totals = [
            _count(by_column[i], baseline.column_total(i)) if i in by_column else CountWithDelta(None, None)
            for i in range(len(table.columns))
        ]
        if table.totals == "both":
            totals.append(_count(_sum_counts(by_column.values()), baseline.total()))
        rows.append((TOTAL, totals))
    return TableWithDeltas(table, columns, tuple((label, tuple(counts)) for label, counts in rows))


def _sum_counts(counts: Iterable[int | None]) -> int | None:
    """Add counts; the sum is not known where one of them isn't."""
    numbers = tuple(counts)
    return None if None in numbers else sum(filter(None, numbers))


def _without_total(table: Table) -> Table:
    """Return a table without the row Total that somebody typed, if one is computed: no minutes have two."""
    if not table.adds("row") or all(row.label != TOTAL for row in table.rows):
        return table
    return replace(table, rows=tuple(row for row in table.rows if row.label != TOTAL))


class _BaselineCounts:
    """The counts of an earlier table by what a table calls them; what isn't there counts from 0."""

    def __init__(self, table: Table, earlier: Table | None, *, known: bool) -> None:
        self.known = known
        self.names = table.earlier_columns
        self.rows: dict[str, dict[str, int | None]] = {}
        for row in _without_total(earlier).rows if earlier else ():
            columns = earlier.columns if earlier else ()
            self.rows[row.label] = dict(zip(columns, row.counts, strict=True))
        labels = {row.earlier_label for row in table.rows}
        # A total that somebody typed then was no count of its own, where it is computed now.
        typed_totals = set(typed_total_rows(earlier) if earlier else ()).difference(labels)
        self.added = [counts for label, counts in self.rows.items() if label not in typed_totals]
        pairs = zip(self.names, table.columns, strict=True)
        self.untotaled = set(earlier.untotaled if earlier else ()).difference(
            name for name in self.names if name is not None
        )
        self.untotaled.update(set(typed_total_columns(earlier) if earlier else ()).difference(self.names))
        self.untotaled.update(
            name for name, column in pairs if name is not None and column in table.untotaled
        )

    def counts(self, row: Row) -> Sequence[int | None]:
        if not self.known:
            return (None,) * len(self.names)
        counts = self._counts(row)
        return [0 if name is None else counts.get(name, 0) for name in self.names]

    def row_total(self, row: Row) -> int | None:
        return self._total(self._counts(row)) if self.known else None

    def column_total(self, column: int) -> int | None:
        if not self.known:
            return None
        name = self.names[column]
        return 0 if name is None else _sum_counts(counts.get(name, 0) for counts in self.added)

    def total(self) -> int | None:
        return _sum_counts(map(self._total, self.added)) if self.known else None

    def _counts(self, row: Row) -> dict[str, int | None]:
        return self.rows.get(row.earlier_label, {}) if row.earlier_label is not None else {}

    def _total(self, counts: dict[str, int | None]) -> int | None:
        return _sum_counts(count for name, count in counts.items() if name not in self.untotaled)


def _table(meeting: Meeting, table: Table, history: History, base: Meeting | None) -> TableWithDeltas:
    if base:
        return _table_against(meeting, table, history, base)
    baseline = find_table_baseline(history, meeting, table)
    if not baseline:
        return measure_table(table, None, from_zero=table.baseline == NO_BASELINE)
    since = since_date(history, meeting, baseline.meeting)
    measured = measure_table(table, baseline.table)
    return TableWithDeltas(table, measured.columns, measured.rows, baseline.meeting, since)


def _table_against(meeting: Meeting, table: Table, history: History, base: Meeting) -> TableWithDeltas:
    renamed = table_as_named_on(base.date, meeting, table, history)
    table_id = renamed.baseline if renamed.baseline not in {None, NO_BASELINE} else table.id
    earlier = next((candidate for candidate in base.tables if candidate.id == table_id), None)
    return replace(measure_table(renamed, earlier), table=table, baseline=base if earlier else None)


def _counter(meeting: Meeting, counter: Counter, history: History, base: Meeting | None) -> CounterWithDelta:
    if base:
        return _counter_against(meeting, counter, history, base)
    baseline = find_counter_baseline(history, meeting, counter)
    if counter.changing and counter.continues in {None, NEW}:
        # As in a table whose rows come and go, what the meeting before doesn't have was 0 there.
        previous = history.previous_held(meeting.date)
        if previous and not (baseline and baseline.meeting.date >= previous.date):
            return CounterWithDelta(counter, _count(counter.value, 0))
    if not baseline:
        return CounterWithDelta(counter, CountWithDelta(counter.value, None))
    count = _count(counter.value, baseline.counter.value)
    return CounterWithDelta(counter, count, baseline.meeting, since_date(history, meeting, baseline.meeting))


def _counter_against(meeting: Meeting, counter: Counter, history: History, base: Meeting) -> CounterWithDelta:
    candidate = base.counters_by_label.get(counter_name_on(base.date, meeting, counter, history))
    value = candidate.value if candidate else None
    return CounterWithDelta(counter, _count(counter.value, value), base if value is not None else None)


def _count(value: int | None, earlier_value: int | None) -> CountWithDelta:
    return CountWithDelta(value, None if value is None or earlier_value is None else value - earlier_value)
