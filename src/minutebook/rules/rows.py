"""Rules about the rows of tables, which are found in the meeting before by their labels."""

from collections.abc import Iterator
from itertools import islice

from minutebook.counts.baseline import NO_BASELINE, TableBaseline, find_table_baseline
from minutebook.counts.typed_totals import typed_total_rows
from minutebook.records.figures import NEW, Row, Table
from minutebook.records.history import History
from minutebook.records.likeness import suggestion, twin
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.rules.renames import (
    NOTHING_TO_CONTINUE,
    RECENT_MEETINGS,
    describe_missing,
    joined_hint,
    likely_renames,
    measured,
    missing_hint,
    rename_findings,
    twice_hint,
)
from minutebook.rules.repeats import repeated
from minutebook.rules.tables import likely_ids

_CHANGING = "If its rows come and go, such as names of packages, write below `columns`: changing: true"


@HISTORY.rule("row-renamed", strict=True)
def renamed_rows_are_named(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table that has lost rows and gained new ones must say of each new one what it continues."""
    for table, baseline in measured(meeting, history):
        dropped_labels = _gone_labels(table, baseline.table)
        if dropped_labels and not table.changing:
            new_rows, day = _new_rows(meeting, table, baseline, history), baseline.meeting.date
            yield from rename_findings("row", new_rows, dropped_labels, day, _CHANGING, record=table.record)


@HISTORY.rule("row-renamed", severity="warning", strict=True)
def changing_rows_keep_their_labels(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Where rows come and go, one that is new while a near-twin of it is gone was likely renamed."""
    for table, baseline in measured(meeting, history):
        if table.changing:
            new_rows, dropped_labels = (
                _new_rows(meeting, table, baseline, history),
                _gone_labels(table, baseline.table),
            )
            yield from likely_renames("row", new_rows, dropped_labels, baseline.meeting.date, table.record)


@HISTORY.rule("row-absent", severity="warning")
def rows_stay(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A row of the meeting before should stand in this one, too."""
    for table, baseline in measured(meeting, history):
        # Who says of a row that it is new was shown which ones are gone, and one that continues none is wording.
        labels = {row.label for row in baseline.table.rows}
        is_answered = any(row.continues and row.continues not in labels for row in table.rows)
        dropped_labels = (
            () if is_answered or table.changing or table.baseline else _gone_labels(table, baseline.table)
        )
        if dropped_labels and not _new_rows(meeting, table, baseline, history):
            message = describe_missing("row", dropped_labels, baseline.meeting.date)
            hint = missing_hint(meeting, table, baseline, "row-absent")
            key_path = (*table.key_path, "rows")
            yield Finding(key_path, message, hint=hint, record=table.record, on_key=True)


@HISTORY.rule("continues-unknown")
def continued_rows_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a row continues must be a row of the table's baseline."""
    for table in meeting.tables:
        continuing = [row for row in table.rows if row.continues is not None]
        if not continuing or table.baseline == NO_BASELINE:
            continue
        baseline = find_table_baseline(history, meeting, table)
        for row in continuing:
            message_and_hint = _unknown(table, row, baseline) if baseline or row.continues != NEW else None
            if message_and_hint:
                message, hint = message_and_hint
                if not baseline and (earlier_id := likely_ids(meeting, history).get(table.id)):
                    hint = (
                        f"If this is the table {earlier_id}, give it that id again; else delete `continues`."
                    )
                yield Finding((*row.key_path, "continues"), message, hint=hint, record=table.record)


def _unknown(table: Table, row: Row, baseline: TableBaseline | None) -> tuple[str, str] | None:
    """Return what is wrong with what a row continues, and how to mend it."""
    if not baseline:
        return NOTHING_TO_CONTINUE, "Delete `continues`."
    labels = [earlier.label for earlier in baseline.table.rows]
    is_there = row.label in labels and all(sibling.continues != row.label for sibling in table.rows)
    if row.continues == NEW:
        message = f"the row '{row.label}' is not new: it stands in the meeting of {baseline.meeting.date}"
        return (message, "Delete `continues`.") if is_there else None
    if row.continues in labels:
        return None
    nearest = suggestion(twin(str(row.continues), labels))
    message = (
        f"the table {baseline.table.id} of {baseline.meeting.date} has no row '{row.continues}'{nearest}"
    )
    if is_there:
        return (
            message,
            f"Delete `continues`, if it is the row '{row.label}' of then, or write another label of then.",
        )
    return (
        message,
        joined_hint(str(row.continues), labels)
        or "Write the label as the earlier meeting has it, or `continues: none` for a row that is new.",
    )


@MEETING.rule("continues-twice")
def rows_continue_different_ones(meeting: Meeting) -> Iterator[Finding]:
    """Two rows must not continue the same one, whose counts would be taken off twice."""
    for table in meeting.tables:
        for row in repeated(table.rows, lambda row: row.earlier_label):
            message = f"another row is measured against '{row.earlier_label}' already"
            yield Finding(
                row.key_path, message, hint=twice_hint(row, table.rows), record=table.record, on_key=True
            )


def _gone_labels(table: Table, earlier: Table) -> list[str]:
    current_labels = {row.label for row in table.rows} | {row.earlier_label for row in table.rows}
    if table.adds("row"):
        current_labels.update(typed_total_rows(earlier))
    return [row.label for row in earlier.rows if row.label not in current_labels]


def _new_rows(meeting: Meeting, table: Table, baseline: TableBaseline, history: History) -> list[Row]:
    earlier_labels = {row.label for row in baseline.table.rows}
    told_labels = earlier_labels.union(typed_total_rows(table))
    new_rows = [row for row in table.rows if row.continues is None and row.label not in told_labels]
    if new_rows:
        ids = {table.id, baseline.table.id}
        recent_labels = {
            row.label
            for recent in islice(history.earlier(meeting.date), RECENT_MEETINGS)
            for candidate in recent.tables
            if candidate.id in ids
            for row in candidate.rows
        }
        new_rows = [row for row in new_rows if row.label not in recent_labels]
    return new_rows
