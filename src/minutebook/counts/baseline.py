"""Which earlier table or counter a delta is measured against, and whether its date must be shown."""

from datetime import date

from minutebook.records import schedule
from minutebook.records.figures import Counter, Table
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Meeting

NO_BASELINE = "none"
"""A table's `baseline` when its queue was restarted: all counts from 0."""


@dataclass(frozen=True, slots=True)
class TableBaseline:
    """The earlier table that a table's deltas are measured against."""

    meeting: Meeting
    table: Table


@dataclass(frozen=True, slots=True)
class CounterBaseline:
    """The earlier counter that a counter's delta is measured against."""

    meeting: Meeting
    counter: Counter


def has_count(meeting: Meeting) -> bool:
    """Whether a count of a meeting is known, so that it can be a baseline."""
    counts = [counter.value for counter in meeting.counters]
    counts += [count for table in meeting.tables for row in table.rows for count in row.counts]
    return any(count is not None for count in counts)


def find_table_baseline(history: History, meeting: Meeting, table: Table) -> TableBaseline | None:
    """Return the latest earlier table of the same id (or the one it names) with its counts known.

    Those of a meeting that was skipped may be a part of them; what is missing there didn't count 0.
    """
    if table.baseline == NO_BASELINE:
        return None
    table_id = table.baseline or table.id
    baseline, missing = None, frozenset[tuple[str, str]]()
    for earlier in history.earlier(meeting.date, lambda brief: table_id in brief.tables):
        earlier_table = earlier.known_tables[table_id]
        if baseline is None or not missing.isdisjoint(_names(earlier_table)):
            baseline = TableBaseline(earlier, earlier_table)
            missing = _missing(table, baseline)
            if not missing:
                return baseline
        elif earlier.held:  # what is missing was missing before, too: it is new
            return baseline
    return baseline


def _missing(table: Table, baseline: TableBaseline) -> frozenset[tuple[str, str]]:
    """Return what a table measures that an earlier one doesn't say, though it may have been there."""
    earlier_table, meeting = baseline.table, baseline.meeting
    if (
        meeting.held
        or earlier_table.changing
        or any(
            meeting.is_answered((*earlier_table.key_path, key), rule)
            for key, rule in (("rows", "row-absent"), ("columns", "column-absent"))
        )
    ):
        return frozenset()
    rows = {("row", row.earlier_label) for row in table.rows if row.earlier_label is not None}
    columns = {("column", name) for name in table.earlier_columns if name is not None}
    return frozenset((rows | columns) - _names(earlier_table))


def _names(table: Table) -> set[tuple[str, str]]:
    return {("row", row.label) for row in table.rows} | {("column", name) for name in table.columns}


def find_counter_baseline(history: History, meeting: Meeting, counter: Counter) -> CounterBaseline | None:
    """Return the latest earlier counter of the same label (or the one it continues) with a value."""
    label = counter.earlier_label
    if label is None:
        return None
    for earlier in history.earlier(meeting.date, lambda brief: label in brief.counters):
        candidate = earlier.counters_by_label.get(label)
        if candidate and candidate.value is not None:
            return CounterBaseline(earlier, candidate)
    return None


def since_date(history: History, meeting: Meeting, baseline: Meeting) -> date | None:
    """Return the baseline's date where readers must see it, or None one step of the schedule back."""
    if history.series.schedule:
        is_one_step = schedule.one_step(history.series.schedule, baseline.date, meeting.date)
    else:
        is_one_step = history.previous(meeting.date) == baseline
    return None if is_one_step else baseline.date
