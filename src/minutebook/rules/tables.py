"""Rules about tables and their baselines."""

from collections.abc import Iterator
from itertools import islice

from minutebook.counts.baseline import NO_BASELINE, find_table_baseline
from minutebook.records.answer import ok_line
from minutebook.records.figures import Row, Table
from minutebook.records.history import History
from minutebook.records.likeness import MOST_DROPPED, renamed, suggestion, twin
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import LEFT_OUT, shortened
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING, STRUCTURE
from minutebook.rules.repeats import repeated


@STRUCTURE.rule("row-length")
def rows_fill_the_columns(meeting: Meeting) -> Iterator[Finding]:
    """A row must have one count for each column."""
    for table in meeting.tables:
        rows: dict[int, list[Row]] = {}
        for row in table.rows:
            if len(row.counts) != len(table.columns):
                rows.setdefault(len(row.counts), []).append(row)
        for number, (row, *other_rows) in rows.items():  # all at once where a column is missing or too many
            expected = _number(len(table.columns), "count")
            hint = f"The columns are: {', '.join(table.columns)}"
            more = f"; so have {_number(len(other_rows), 'other row')}" if other_rows else ""
            message = f"the row {row.label} must have {expected}, one for each column, but has {number}{more}"
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


@MEETING.rule("except-unknown")
def untotaled_columns_exist(meeting: Meeting) -> Iterator[Finding]:
    """What totals leave out must be columns, of which some are left."""
    for table in meeting.tables:
        for index, name in enumerate(table.untotaled):
            if name not in table.columns:
                message = f"the table has no column '{name}'{suggestion(twin(name, table.columns))}"
                hint = f"The columns are: {', '.join(table.columns)}"
                yield Finding(
                    (*table.key_path, "totals", "except", index), message, hint=hint, record=table.record
                )
        if table.untotaled and not set(table.columns).difference(table.untotaled):
            message = "`except` leaves out all columns, so there is nothing to add"
            hint = "Leave out fewer columns, or delete `totals`."
            yield Finding(
                (*table.key_path, "totals", "except"), message, hint=hint, record=table.record, on_key=True
            )


@HISTORY.rule("baseline-unknown")
def named_baselines_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """The table that `baseline` names must stand in an earlier meeting."""
    for table in meeting.tables:
        if (
            table.baseline
            and table.baseline != NO_BASELINE
            and not find_table_baseline(history, meeting, table)
        ):
            ids = [
                earlier.id
                for earlier_meeting in history.earlier(meeting.date)
                for earlier in earlier_meeting.tables
            ]
            nearest = suggestion(twin(table.baseline, ids))
            message = f"no earlier meeting has a table with the id {table.baseline}{nearest}"
            hint = "Write an id that an earlier meeting has, or `baseline: none` to count from 0."
            yield Finding((*table.key_path, "baseline"), message, hint=hint, record=table.record)


@HISTORY.rule("table-absent", severity="warning")
def tables_stay(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table of the meeting before should stand in this one, too."""
    previous = history.previous_held(meeting.date)
    if not previous or not meeting.held:
        return
    ids, earlier_ids = ({table.id for table in tables} for tables in (meeting.tables, previous.tables))
    if any(table.baseline and table.id not in earlier_ids for table in meeting.tables):
        return  # one that has another id and says so was that one, or it is told that its baseline is unknown
    continued = {table.baseline for table in meeting.tables}
    continued.update(ids, _earlier_ids(meeting, previous, history).values())
    others = (table for table in meeting.tables if table.id not in earlier_ids)
    new_ids = [table.id for table in islice(others, 2) if _is_new(table, meeting, history)]
    for table in previous.tables:
        if table.id not in continued and not table.changing:
            message = f"it stands in the meeting of {previous.date}, and is missing here"
            answer = ok_line(meeting.answers, (), "table-absent")
            hint = f"Add it as in {previous.path}. {LEFT_OUT}: {answer}"
            if len(new_ids) == 1:  # too much of it may be new for `table-renamed`
                hint += f"\nIf it is {shortened(new_ids[0], 60)} now, write there below `id`: baseline: {table.id}"
            yield Finding(("date",), message, hint=hint, record=table.record)


@HISTORY.rule("table-renamed", severity="warning")
def tables_keep_their_ids(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table that is new, while a near-twin of it is gone, should keep the earlier id."""
    previous = history.previous_held(meeting.date)
    if not previous:
        return
    earlier_ids = _earlier_ids(meeting, previous, history)
    for table in meeting.tables:
        earlier = earlier_ids.get(table.id) if not table.baseline else None
        if earlier:
            message = f"it is new, and the table {shortened(earlier, 60)} of {previous.date} is gone: is it the same one?"
            hint = f"If so, write: id: {earlier}   or: baseline: {earlier}"
            yield Finding((*table.key_path, "id"), message, hint=hint, record=table.record)


def likely_ids(meeting: Meeting, history: History) -> dict[str, str]:
    """Return what tables that are new were likely called in the meeting before."""
    previous = history.previous_held(meeting.date)
    return _earlier_ids(meeting, previous, history) if previous else {}


def _earlier_ids(meeting: Meeting, previous: Meeting, history: History) -> dict[str, str]:
    """Return what new tables were likely called: a near-twin that is gone, else one with the same columns and most rows."""
    ids = [table.id for table in meeting.tables]
    earlier_ids = renamed(ids, (table.id for table in previous.tables))
    continued_ids = {*ids, *earlier_ids.values(), *(table.baseline for table in meeting.tables)}
    told_ids = {*earlier_ids, *(table.id for table in previous.tables)}
    dropped_tables = [table for table in previous.tables if table.id not in continued_ids]
    for table in meeting.tables:
        if table.id in told_ids or table.baseline:
            continue
        candidates = islice(dropped_tables, MOST_DROPPED)
        likely = next((earlier for earlier in candidates if _has_same_names(table, earlier)), None)
        if likely and _is_new(table, meeting, history):
            earlier_ids[table.id] = likely.id
            dropped_tables.remove(likely)
    return earlier_ids


def _is_new(table: Table, meeting: Meeting, history: History) -> bool:
    return not table.baseline and not find_table_baseline(history, meeting, table)


def _has_same_names(table: Table, earlier: Table) -> bool:
    labels, earlier_labels = ({row.label for row in candidate.rows} for candidate in (table, earlier))
    shared = 2 * len(labels & earlier_labels)
    return set(table.columns) == set(earlier.columns) and shared > max(len(labels), len(earlier_labels))


def _number(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
