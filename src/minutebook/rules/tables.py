"""Rules about tables and their baselines."""

from collections.abc import Iterator

from minutebook.records.history import NONE, History, TableBaseline
from minutebook.records.likeness import twin
from minutebook.records.meeting import TOTAL, Meeting, Table
from minutebook.records.problem import Finding
from minutebook.rules.registry import history_rule, rule, structure
from minutebook.source.yaml.quotes import write_text

_MOST_GONE = 100  # each new row is compared with each that is gone; so many were not all misspelt


@structure("row-length")
def rows_fill_the_columns(meeting: Meeting) -> Iterator[Finding]:
    """A row has one count for each column."""
    for table in meeting.tables:
        for row in table.rows:
            if len(row.counts) != len(table.columns):
                want, have = len(table.columns), len(row.counts)
                message = (
                    f"the row {row.label} must have {_counts(want)}, one for each column, and has {have}"
                )
                hint = f"The columns are: {', '.join(table.columns)}"
                yield Finding(row.key_path, message, hint=hint, record=f"table {table.id}")


@structure("continues-length")
def continues_is_parallel(meeting: Meeting) -> Iterator[Finding]:
    """`continues` names one earlier column for each column."""
    for table in meeting.tables:
        if table.continues is not None and len(table.continues) != len(table.columns):
            want, have = len(table.columns), len(table.continues)
            message = f"`continues` must have {want} names, one for each column, and has {have}"
            hint = "Write what each column was called last time, in the order of `columns`."
            yield Finding((*table.key_path, "continues"), message, hint=hint, record=f"table {table.id}")


@structure("duplicate-table")
def table_ids_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """A table's id stands once in a meeting, because its baseline is found by it."""
    seen = set()
    for table in meeting.tables:
        if table.id in seen:
            message = f"the meeting has two tables with the id {table.id}"
            hint = "Give each an id of its own and keep it from meeting to meeting."
            yield Finding((*table.key_path, "id"), message, hint=hint, record=f"table {table.id}")
        seen.add(table.id)


@rule("total-name")
def total_is_computed(meeting: Meeting) -> Iterator[Finding]:
    """Where totals are computed, Total is the name of nothing else."""
    for table in meeting.tables:
        hint = "Delete it: totals are computed, never typed."
        if table.totals is None:
            continue
        adds = {"row": "the row Total", "column": "the column Total"}
        message = f"`totals` adds {adds.get(table.totals, 'the row and the column Total')}"
        record = f"table {table.id}"
        for row in table.rows:
            if row.label == TOTAL:
                yield Finding(row.key_path, message, hint=hint, record=record, on_key=True)
        if TOTAL in table.columns:
            key_path = (*table.key_path, "columns", table.columns.index(TOTAL))
            yield Finding(key_path, message, hint=hint, record=record)


@history_rule("column-renamed")
def renamed_columns_are_told(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table whose columns changed says what they continue."""
    for table in meeting.tables:
        found = history.table_baseline(meeting, table)
        if not found or table.continues is not None or table.baseline is not None:
            continue
        new = [name for name in table.columns if name not in found.table.columns]
        gone = [name for name in found.table.columns if name not in table.columns]
        if new and gone:
            message = (
                f"of its columns {_list(new)} {_be(new)} new, and {_list(gone)} of {found.meeting.date} {_be(gone)} gone; "
                "the table must say whether they were renamed"
            )
            yield Finding(
                (*table.key_path, "columns"),
                message,
                hint=_continues(table, found),
                record=f"table {table.id}",
            )


@history_rule("continues-unknown")
def continued_columns_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a table's columns continue are columns of its baseline."""
    for table in meeting.tables:
        found = history.table_baseline(meeting, table) if table.continues is not None else None
        if table.continues is not None and not found and table.baseline is None:
            message = "no earlier meeting has this table, so it continues nothing"
            hint = "Delete `continues`, or name the earlier table: baseline: ID"
            yield Finding(
                (*table.key_path, "continues"), message, hint=hint, record=f"table {table.id}", on_key=True
            )
        for index, name in enumerate(table.continues or ()):
            if found and name not in found.table.columns and name != table.columns[index]:
                message = f"'{name}' is no column of {table.id} on {found.meeting.date}"
                hint = f"Its columns were: {', '.join(found.table.columns)}"
                yield Finding(
                    (*table.key_path, "continues", index), message, hint=hint, record=f"table {table.id}"
                )


@history_rule("baseline-unknown")
def named_baselines_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """The table that `baseline` names stands in an earlier meeting."""
    for table in meeting.tables:
        if table.baseline not in {None, NONE} and not history.table_baseline(meeting, table):
            message = f"no earlier meeting has a table with the id {table.baseline}"
            near = twin(
                str(table.baseline),
                [other.id for before in history.earlier(meeting.date) for other in before.tables],
            )
            meant = f" Did you mean {near}?" if near else ""
            hint = f"Write an id that an earlier meeting has, or `baseline: none` to count from 0.{meant}"
            yield Finding((*table.key_path, "baseline"), message, hint=hint, record=f"table {table.id}")


@history_rule("table-absent", severity="warning")
def tables_do_not_skip(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table stood in the meeting before, too; else its deltas span more than they seem to."""
    previous = history.previous_held(meeting.date)
    for table in meeting.tables:
        found = history.table_baseline(meeting, table)
        if found and previous and found.meeting.date < previous.date:
            message = f"it is not in the meeting of {previous.date}, or not all its counts are known there; "
            message += f"its deltas are against {found.meeting.date}"
            hint = f"If it was forgotten there, add it to {previous.path}."
            yield Finding((*table.key_path, "id"), message, hint=hint, record=f"table {table.id}")


@history_rule("table-renamed", severity="warning")
def tables_keep_their_ids(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table that is new, while a near-twin of it is gone, was given another id by mistake."""
    previous = history.previous_held(meeting.date)
    if not previous:
        return
    now, before = ({table.id for table in tables} for tables in (meeting.tables, previous.tables))
    for table in meeting.tables:
        old = twin(table.id, sorted(before - now)) if table.id not in before and not table.baseline else None
        if old:
            message = f"new, while the table {old} of {previous.date} is gone: is it the same one?"
            hint = f"If so, write: id: {old}   or: baseline: {old}"
            yield Finding((*table.key_path, "id"), message, hint=hint, record=f"table {table.id}")


@history_rule("row-renamed", severity="warning")
def rows_keep_their_labels(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A row that is new, while a near-twin of it is gone, was spelt otherwise by mistake."""
    for table in meeting.tables:
        found = history.table_baseline(meeting, table)
        if not found:
            continue
        before = {row.label for row in found.table.rows}
        gone = sorted(before - {row.label for row in table.rows})
        if len(gone) > _MOST_GONE:
            continue
        for row in table.rows:
            old = twin(row.label, gone) if row.label not in before else None
            if old:
                message = f"the row '{row.label}' is new, while '{old}' of {found.meeting.date} is gone"
                hint = f"If they are the same state, write: {write_text(old)}: …"
                yield Finding(row.key_path, message, hint=hint, record=f"table {table.id}", on_key=True)


def _continues(table: Table, found: TableBaseline) -> str:
    """Return the three lines of which one must stand, with the likeliest names filled in."""
    gone = [name for name in found.table.columns if name not in table.columns]
    names = [
        name if name in found.table.columns else (gone.pop(0) if gone else name) for name in table.columns
    ]
    line = ", ".join(write_text(name, in_flow=True) for name in names)
    return f"Below `columns`, write one of: continues: [{line}]\n              baseline: none   (all counts from 0)\n              baseline: ID     (another table's)"


def _list(names: list[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)


def _be(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _counts(number: int) -> str:
    return "one count" if number == 1 else f"{number} counts"
