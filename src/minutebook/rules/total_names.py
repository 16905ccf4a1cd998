"""Rules about totals, which are computed and never typed."""

from collections.abc import Iterator

from minutebook.counts.typed_totals import is_total, typed_total_columns, typed_total_rows
from minutebook.records.figures import TOTAL, Table
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING, STRUCTURE

_ADDED = {"row": "the row Total", "column": "the column Total", "both": "the row and the column Total"}
_DELETE = "Delete it: totals are computed, never typed."
_RENAME = "give it another name; else see which count is wrong first."
_DELETE_COLUMN = "Delete it and its counts: totals are computed, never typed."


@MEETING.rule("total-name")
def total_rows_are_computed(meeting: Meeting) -> Iterator[Finding]:
    """Where totals are computed, Total must be the name of no row."""
    for table in meeting.tables:
        for row in table.rows:
            if table.totals and row.label == TOTAL:
                message = f"`totals` adds {_ADDED[table.totals]}"
                # What is no sum may be another row, or show that a count is wrong.
                is_sum = row.label in typed_total_rows(table) or not any(row.counts)
                hint = _DELETE if is_sum else f"{_DELETE} It is not the sum: if it is no total, {_RENAME}"
                yield Finding(
                    row.key_path, message, hint=hint, record=table.record, on_key=True, removes=is_sum
                )


@STRUCTURE.rule("total-name")
def total_columns_are_computed(meeting: Meeting) -> Iterator[Finding]:
    """Where totals are computed, Total must be the name of no column: each cell of it would be two."""
    for table in meeting.tables:
        if table.totals and TOTAL in table.columns:
            key_path = (*table.key_path, "columns", table.columns.index(TOTAL))
            message = f"`totals` adds {_ADDED[table.totals]}"
            yield Finding(key_path, message, hint=_DELETE_COLUMN, record=table.record)


@HISTORY.rule("total-name", strict=True)
def totals_are_added_once(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Where totals are computed, no row and no column must be called a total in other words, nor in those of the series."""
    word = history.series.style.on(meeting.date).wording.total
    for table in meeting.tables:
        for row in table.rows:
            if _is_added_twice(table, row.label, "row", word):
                message, removes = _twice("row", row.label), row.label in typed_total_rows(table)
                yield Finding(
                    row.key_path, message, hint=_DELETE, record=table.record, on_key=True, removes=removes
                )
        for index, column in enumerate(table.columns):
            if _is_added_twice(table, column, "column", word):
                key_path = (*table.key_path, "columns", index)
                message = _twice("column", column)
                yield Finding(key_path, message, hint=_DELETE_COLUMN, record=table.record)


def _is_added_twice(table: Table, name: str, noun: str, word: str = TOTAL) -> bool:
    is_named = (is_total(name) or name == word) and name != TOTAL and name not in table.untotaled
    return is_named and table.adds(noun)


def _twice(noun: str, name: str) -> str:
    return f"`totals` adds the {noun} Total, to which the {noun} '{name}' is added, too"


@MEETING.rule("total-name", severity="warning")
def totals_are_not_typed(meeting: Meeting) -> Iterator[Finding]:
    """A row or column that is the sum of the others should be computed, whatever it is called."""
    for table in meeting.tables:
        key_paths = {row.label: row.key_path for row in table.rows}
        for label in typed_total_rows(table):
            if message_and_hint := _typed(table, label, "row"):
                message, hint = message_and_hint
                yield Finding(
                    key_paths[label],
                    message,
                    hint=hint,
                    record=table.record,
                    on_key=True,
                    removes=table.adds("row"),
                )
        for column in typed_total_columns(table):
            if message_and_hint := _typed(table, column, "column"):
                key_path = (*table.key_path, "columns", table.columns.index(column))
                message, hint = message_and_hint
                yield Finding(key_path, message, hint=hint, record=table.record)


def _typed(table: Table, name: str, noun: str) -> tuple[str, str] | None:
    """Return what is wrong with a typed total, and how to mend it."""
    if (name == TOTAL and table.totals is not None) or _is_added_twice(table, name, noun):
        return None  # that is an error
    if table.adds(noun):
        return _twice(noun, name), _DELETE if noun == "row" else _DELETE_COLUMN
    deleted = "it" if noun == "row" else "it and its counts"
    totals = noun if table.totals is None else "both"
    line_place = "write below `columns`" if table.totals is None else "write instead of `totals`"
    message = f"the {noun} '{name}' is the sum of the others, which can be computed"
    return message, f"Delete {deleted}, and {line_place}: totals: {totals}"
