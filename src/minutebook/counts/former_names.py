"""What the counts of a meeting were called in one that was asked for, also where those between renamed them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from minutebook.counts.baseline import NO_BASELINE, find_counter_baseline, find_table_baseline
from minutebook.records.figures import NEW, Counter, Table
from minutebook.records.history import History
from minutebook.records.meeting import Meeting


def table_as_named_on(day: date, meeting: Meeting, table: Table, history: History) -> Table:
    """Return a table that continues what its rows, its columns and it itself were called on a day."""
    if day >= meeting.date:  # no later state has other names for anything that stands here
        rows = tuple(replace(row, continues=None) for row in table.rows)
        return replace(table, rows=rows, continues=None, baseline=None)
    renamed, measured = table, table
    while (baseline := find_table_baseline(history, meeting, measured)) and baseline.meeting.date > day:
        meeting, measured = baseline.meeting, baseline.table
        renamed = _through(renamed, measured)
    return renamed


def counter_name_on(day: date, meeting: Meeting, counter: Counter, history: History) -> str | None:
    """Return what a counter was called on a day, or None if it was not there yet."""
    if day >= meeting.date:
        return counter.label
    while (baseline := find_counter_baseline(history, meeting, counter)) and baseline.meeting.date > day:
        meeting, counter = baseline.meeting, baseline.counter
    return counter.earlier_label


def _through(table: Table, earlier: Table) -> Table:
    """Return a table by the names from which an earlier one goes on, which it is measured against."""
    labels = {row.label: row.earlier_label for row in earlier.rows}
    columns = dict(zip(earlier.columns, earlier.earlier_columns, strict=True))
    return replace(
        table,
        rows=tuple(replace(row, continues=_origin(row.earlier_label, labels)) for row in table.rows),
        continues=tuple(_origin(name, columns) for name in table.earlier_columns),
        baseline=earlier.id if earlier.baseline in {None, NO_BASELINE} else earlier.baseline,
    )


def _origin(name: str | None, origins: Mapping[str, str | None]) -> str:
    return NEW if name is None else origins.get(name, name) or NEW
