"""Rules about tables and their baselines."""

from collections.abc import Iterator, Sequence

from minutebook.counts.baseline import NO_BASELINE, find_table_baseline
from minutebook.records.history import History
from minutebook.records.likeness import renamed, suggestion, twin
from minutebook.records.meeting import TOTAL, Meeting, Table
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING, STRUCTURE
from minutebook.rules.repeats import repeated
from minutebook.source.yaml.quotes import write_text

_TOTALS = {"row": "the row Total", "column": "the column Total", "both": "the row and the column Total"}


@STRUCTURE.rule("row-length")
def rows_fill_the_columns(meeting: Meeting) -> Iterator[Finding]:
    """A row must have one count for each column."""
    for table in meeting.tables:
        for row in table.rows:
            if len(row.counts) != len(table.columns):
                expected = _number(len(table.columns), "count")
                message = f"the row {row.label} must have {expected}, one for each column, but has {len(row.counts)}"
                hint = f"The columns are: {', '.join(table.columns)}"
                yield Finding(row.key_path, message, hint=hint, record=table.record)


@STRUCTURE.rule("continues-length")
def continues_is_parallel(meeting: Meeting) -> Iterator[Finding]:
    """`continues` must name one earlier column for each column."""
    for table in meeting.tables:
        if table.continues is not None and len(table.continues) != len(table.columns):
            expected = _number(len(table.columns), "name")
            message = f"`continues` must have {expected}, one for each column, but has {len(table.continues)}"
            hint = "Write what each column was called last time, in the order of `columns`."
            yield Finding((*table.key_path, "continues"), message, hint=hint, record=table.record)


@STRUCTURE.rule("duplicate-table")
def table_ids_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """A table's id must stand once in a meeting, because its baseline is found by it."""
    for table in repeated(meeting.tables, lambda table: table.id):
        message = f"this meeting has two tables with the id {table.id}"
        hint = "Give each table its own id, and keep it from meeting to meeting."
        yield Finding((*table.key_path, "id"), message, hint=hint, record=table.record)


@MEETING.rule("total-name")
def total_is_computed(meeting: Meeting) -> Iterator[Finding]:
    """Where totals are computed, Total must be the name of nothing else."""
    hint = "Delete it: totals are computed, never typed."
    for table in meeting.tables:
        if table.totals is None:
            continue
        message = f"`totals` adds {_TOTALS[table.totals]}"
        for row in table.rows:
            if row.label == TOTAL:
                yield Finding(row.key_path, message, hint=hint, record=table.record, on_key=True)
        if TOTAL in table.columns:
            key_path = (*table.key_path, "columns", table.columns.index(TOTAL))
            yield Finding(key_path, message, hint=hint, record=table.record)


@HISTORY.rule("column-renamed")
def renamed_columns_are_named(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table whose columns changed must say what they continue."""
    for table in meeting.tables:
        baseline = find_table_baseline(history, meeting, table)
        if not baseline or table.continues is not None or table.baseline is not None:
            continue
        added = [name for name in table.columns if name not in baseline.table.columns]
        dropped = [name for name in baseline.table.columns if name not in table.columns]
        if added and dropped:
            earlier = _columns(dropped, f" of {baseline.meeting.date}")
            pronoun = "it was" if len(dropped) == 1 else "they were"
            message = (
                f"{_columns(added)} new, and {earlier} gone: the table must say whether {pronoun} renamed"
            )
            hint = _baseline_lines(table, baseline.table)
            yield Finding((*table.key_path, "columns"), message, hint=hint, record=table.record)


@HISTORY.rule("continues-unknown")
def continued_columns_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a table's columns continue must be columns of its baseline."""
    for table in meeting.tables:
        if table.continues is None:
            continue
        key_path = (*table.key_path, "continues")
        baseline = find_table_baseline(history, meeting, table)
        if not baseline and table.baseline is None:
            message = "no earlier meeting has this table, so there is nothing to continue"
            hint = "Delete `continues`, or name the earlier table: baseline: ID"
            yield Finding(key_path, message, hint=hint, record=table.record, on_key=True)
        for index, name in enumerate(table.continues):
            if baseline and name not in baseline.table.columns and name != table.columns[index]:
                message = f"the table {baseline.table.id} of {baseline.meeting.date} has no column '{name}'"
                hint = f"Its columns were: {', '.join(baseline.table.columns)}"
                yield Finding((*key_path, index), message, hint=hint, record=table.record)


@HISTORY.rule("baseline-unknown")
def named_baselines_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """The table that `baseline` names must stand in an earlier meeting."""
    for table in meeting.tables:
        if (
            table.baseline
            and table.baseline != NO_BASELINE
            and not find_table_baseline(history, meeting, table)
        ):
            ids = [earlier.id for passed in history.earlier(meeting.date) for earlier in passed.tables]
            nearest = suggestion(twin(table.baseline, ids))
            message = f"no earlier meeting has a table with the id {table.baseline}{nearest}"
            hint = "Write an id that an earlier meeting has, or `baseline: none` to count from 0."
            yield Finding((*table.key_path, "baseline"), message, hint=hint, record=table.record)


@HISTORY.rule("table-absent", severity="warning")
def tables_skip_no_meeting(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table should stand in the meeting before, too, or its deltas span more than they seem to."""
    previous = history.previous_held(meeting.date)
    for table in meeting.tables:
        baseline = find_table_baseline(history, meeting, table)
        if baseline and previous and baseline.meeting.date < previous.date:
            message = (
                f"the meeting of {previous.date} doesn't have it with all its counts, "
                f"so its deltas are since {baseline.meeting.date}"
            )
            hint = f"If it was forgotten there, add it to {previous.path}."
            yield Finding((*table.key_path, "id"), message, hint=hint, record=table.record)


@HISTORY.rule("table-renamed", severity="warning")
def tables_keep_their_ids(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table that is new, while a near-twin of it is gone, should keep the earlier id."""
    previous = history.previous_held(meeting.date)
    if not previous:
        return
    earlier_ids = renamed((table.id for table in meeting.tables), (table.id for table in previous.tables))
    for table in meeting.tables:
        earlier = earlier_ids.get(table.id) if not table.baseline else None
        if earlier:
            message = f"it is new, and the table {earlier} of {previous.date} is gone: is it the same one?"
            hint = f"If so, write: id: {earlier}   or: baseline: {earlier}"
            yield Finding((*table.key_path, "id"), message, hint=hint, record=table.record)


@HISTORY.rule("row-renamed", severity="warning")
def rows_keep_their_labels(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A row that is new, while a near-twin of it is gone, should keep the earlier label."""
    for table in meeting.tables:
        baseline = find_table_baseline(history, meeting, table)
        if not baseline:
            continue
        earlier_labels = renamed(
            (row.label for row in table.rows), (row.label for row in baseline.table.rows)
        )
        for row in table.rows:
            if earlier := earlier_labels.get(row.label):
                message = f"the row '{row.label}' is new, and '{earlier}' of {baseline.meeting.date} is gone"
                hint = f"If they are the same state, write: {write_text(earlier)}: …"
                yield Finding(row.key_path, message, hint=hint, record=table.record, on_key=True)


def _baseline_lines(table: Table, earlier: Table) -> str:
    """Return the three lines of which one must stand, with the likeliest names filled in."""
    dropped = [name for name in earlier.columns if name not in table.columns]
    names = []
    for name in table.columns:
        continued = dropped.pop(0) if dropped and name not in earlier.columns else name
        names.append(write_text(continued, in_flow=True))
    return (
        f"Under `columns`, write one of: continues: [{', '.join(names)}]\n"
        "                               baseline: none   (all counts from 0)\n"
        "                               baseline: ID     (another table's)"
    )


def _columns(names: Sequence[str], of_day: str = "") -> str:
    listed = " and ".join(f"'{name}'" for name in names)
    return f"the column {listed}{of_day} is" if len(names) == 1 else f"the columns {listed}{of_day} are"


def _number(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
