"""Rules about the columns of tables, which are found in the meeting before by their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from minutebook.counts.baseline import TableBaseline, find_table_baseline
from minutebook.counts.typed_totals import typed_total_columns
from minutebook.records.figures import NEW, Table
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import aligned
from minutebook.records.problem import Finding
from minutebook.rules.column_likeness import SAME, moves_on, pairs
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.rules.renames import (
    NOTHING_TO_CONTINUE,
    describe_change,
    describe_missing,
    is_slip,
    joined_hint,
    measured,
    missing_hint,
)
from minutebook.rules.repeats import repeated
from minutebook.rules.tables import likely_ids
from minutebook.source.yaml.writer import write_inline


@HISTORY.rule("column-renamed")
def renamed_columns_are_named(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table whose columns changed must say what they continue."""
    for table, baseline, change in _measured(meeting, history):
        if table.continues is None and table.baseline is None and change.is_open:
            yield _rename(meeting, table, baseline, change)


@HISTORY.rule("column-renamed", strict=True)
def renamed_columns_are_all_named(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table that says what its columns continue must say it of each one that changed."""
    is_any_told = any((table.continues, table.baseline) != (None, None) for table in meeting.tables)
    for table, baseline, change in _measured(meeting, history) if is_any_told else ():
        is_partly_told = table.continues is not None or table.baseline is not None
        if is_partly_told and table.continues != table.columns and change.is_open:
            yield _rename(meeting, table, baseline, change)


@HISTORY.rule("column-renamed", severity="warning")
def new_columns_are_new(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Names of columns that were replaced throughout a file look like columns that are all new."""
    for table, baseline, change in _measured(meeting, history):
        if change.is_open and table.continues == table.columns:
            yield _rename(meeting, table, baseline, change)


@HISTORY.rule("column-absent", severity="warning")
def columns_stay(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A column of the meeting before should stand in this one, too."""
    for table, baseline, change in _measured(meeting, history):
        if table.continues is not None or table.baseline not in {None, table.id}:
            continue
        if change.dropped and not change.added:
            message = describe_missing("column", change.dropped, baseline.meeting.date)
            hint = missing_hint(meeting, table, baseline, "column-absent")
            yield Finding((*table.key_path, "columns"), message, hint=hint, record=table.record, on_key=True)


@HISTORY.rule("continues-unknown")
def continued_columns_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a table's columns continue must be columns of its baseline."""
    for table in meeting.tables:
        if table.continues is None:
            continue
        key_path = (*table.key_path, "continues")
        baseline = find_table_baseline(history, meeting, table)
        if not baseline and table.baseline is None:
            message = NOTHING_TO_CONTINUE
            likely = likely_ids(meeting, history).get(table.id)
            hint = f"Delete `continues`, or name the earlier table: baseline: {likely or 'ID'}"
            yield Finding(key_path, message, hint=hint, record=table.record, on_key=True)
        earlier_names = set(baseline.table.columns if baseline else ())
        dropped = earlier_names.difference(table.earlier_columns)
        for index, (name, column) in enumerate(zip(table.earlier_columns, table.columns, strict=False)):
            if baseline and name is None and column in dropped:
                message = f"the column '{column}' stands in the table {baseline.table.id} of {baseline.meeting.date}"
                hint = f"Write in `continues` what it was called there: {write_inline(column)}"
                yield Finding((*key_path, index), message, hint=hint, record=table.record)
            elif baseline and name not in {column, None} and name not in earlier_names:
                message = f"the table {baseline.table.id} of {baseline.meeting.date} has no column '{name}'"
                columns = baseline.table.columns
                hint = joined_hint(str(name), columns) or f"Its columns were: {', '.join(columns)}"
                yield Finding((*key_path, index), message, hint=hint, record=table.record)


@MEETING.rule("continues-twice")
def columns_continue_different_ones(meeting: Meeting) -> Iterator[Finding]:
    """Two columns must not continue the same one, whose counts would be taken off twice."""
    for table in meeting.tables:
        for index, name in repeated(_continued(table), lambda numbered: numbered[1]):
            message = f"another column is measured against '{name}' already"
            hint = "Only one of them can continue it; for the other one write what it was called, or `none` if it is new."
            yield Finding((*table.key_path, "continues", index), message, hint=hint, record=table.record)


def _continued(table: Table) -> list[tuple[int, str]]:
    names = table.earlier_columns if table.continues else ()
    return [(index, name) for index, name in enumerate(names) if name is not None]


class _Change(NamedTuple):
    """The new columns of a table, and those of the earlier one that are gone and that are kept.

    It `is_open` where the table doesn't say of all of them what became of them.
    """

    added: Sequence[str]
    dropped: Sequence[str]
    kept: Sequence[str]
    is_open: bool


def _measured(meeting: Meeting, history: History) -> Iterator[tuple[Table, TableBaseline, _Change]]:
    """Yield the tables whose columns can be compared with earlier ones; others have other faults."""
    for table, baseline in measured(meeting, history):
        names = {*baseline.table.columns, *table.columns, None}
        if names.issuperset(table.earlier_columns) and len(table.earlier_columns) == len(table.columns):
            yield table, baseline, _change(table, baseline.table)


def _change(table: Table, earlier: Table) -> _Change:
    # What is new has only its own name.
    own_names = (
        column for column, name in zip(table.columns, table.earlier_columns, strict=True) if column == name
    )
    added = [name for name in own_names if name not in earlier.columns]
    computed = typed_total_columns(earlier) if table.adds("column") else ()
    dropped = [name for name in earlier.columns if name not in {*table.earlier_columns, *computed}]
    kept = [name for name in table.earlier_columns if name in {*earlier.columns}]
    is_told = table.continues is not None and moves_on(kept, added, dropped)
    return _Change(added, dropped, kept, bool(added and dropped and not is_told))


def _rename(meeting: Meeting, table: Table, baseline: TableBaseline, change: _Change) -> Finding:
    message = describe_change("column", change.added, change.dropped, baseline.meeting.date)
    key, lead = "columns", "Under `columns`, write one of:"
    if table.continues is not None:
        key, lead = "continues", "Instead of this `continues`, write one of:"
    hint = aligned(lead, _lines(meeting, table, baseline, change))
    if columns := _as_before(table, change):
        hint = f"If a name was mistyped, write as before: columns: {write_inline(columns)}\n{hint}"
    return Finding((*table.key_path, key), message, hint=hint, record=table.record)


def _as_before(table: Table, change: _Change) -> list[str]:
    """Return the columns without the slips in their new names, nothing if there is none."""
    slips = {name: earlier for name in change.added for earlier in change.dropped if is_slip(name, earlier)}
    return [slips.get(column, column) for column in table.columns] if slips else []


def _lines(meeting: Meeting, table: Table, baseline: TableBaseline, change: _Change) -> Iterator[str]:
    """Yield the lines to choose from, the likeliest first."""
    sure_pairs = pairs(change.added, change.dropped, least=SAME)
    unpaired_added = [name for name in change.added if name not in sure_pairs]
    unpaired_dropped = [name for name in change.dropped if name not in sure_pairs.values()]
    comment = "   # what is new is new"
    is_newer = moves_on([*change.kept, *sure_pairs.values()], unpaired_added, unpaired_dropped)
    lines = [f"{_continues(table, sure_pairs)}{comment}"] if is_newer else []
    lines.append(_continues(table, sure_pairs | pairs(unpaired_added, unpaired_dropped)))
    if sure_pairs or not is_newer:
        lines.append(f"{_continues(table, dict.fromkeys(change.added, NEW))}{comment}")
    yield from lines
    if table.baseline is None:
        yield "baseline: none   # all counts from 0"
        yield from (
            f"baseline: {table_id}   # measured against that table"
            for table_id in _other_table_ids(meeting, table, baseline)
        )


def _continues(table: Table, earlier_names: Mapping[str, str]) -> str:
    names = [
        earlier_names.get(column, name)
        for column, name in zip(table.columns, table.continues or table.columns, strict=True)
    ]
    return f"continues: {write_inline(names)}"


def _other_table_ids(meeting: Meeting, table: Table, baseline: TableBaseline) -> list[str]:
    """Return the id of another table, if one had these columns, and rather of one that is gone."""
    current_ids, unexplained = {candidate.id for candidate in meeting.tables}, replace(table, continues=None)
    ids = [
        candidate.id
        for candidate in baseline.meeting.tables
        if candidate.id != baseline.table.id and not _change(unexplained, candidate).is_open
    ]
    return sorted(ids, key=lambda table_id: table_id in current_ids)[:1]
