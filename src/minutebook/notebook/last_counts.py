"""What a draft says to have been counted last time, where the meeting before was corrected after it was begun."""

from collections.abc import Iterator

from minutebook.counts.baseline import find_counter_baseline, find_table_baseline
from minutebook.notebook.notebook import Notebook
from minutebook.records.figures import Table
from minutebook.records.meeting import Meeting
from minutebook.records.problem import KeyPath
from minutebook.source.yaml.draft_comments import OF_COUNTS, counted_last_time
from minutebook.source.yaml.typed_line import before_comment


def with_last_counts(notebook: Notebook, meeting: Meeting) -> str:
    """Return the text of a meeting, in which the comments beside counts that are still empty say what was counted last time."""
    document = notebook.document(meeting.path)
    if meeting.status != "draft" or " last time" not in document.text:
        return document.text
    lines = document.text.split("\n")
    for key_path, comment in _last_counts(notebook, meeting):
        number = document.keys[key_path].line - 1
        line = lines[number].rstrip("\r")
        head = before_comment(line)
        if OF_COUNTS.fullmatch(line[len(head) :]):
            lines[number] = head.rstrip() + comment + lines[number][len(line) :]
    return "\n".join(lines)


def _last_counts(notebook: Notebook, meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    """Yield the comment about the meeting before, or a skipped one since that was counted, for each place that is empty."""
    history = notebook.history
    previous = history.previous_held(meeting.date)
    first_day = previous.date if previous else meeting.date
    for counter in meeting.counters:
        earlier = find_counter_baseline(history, meeting, counter) if counter.value is None else None
        if earlier and earlier.meeting.date >= first_day:
            yield counter.key_path, counted_last_time((earlier.counter.value,), ())
    for table in meeting.tables:
        baseline = find_table_baseline(history, meeting, table)
        if baseline and baseline.meeting.date >= first_day and baseline.table.columns == table.columns:
            yield from _last_rows(table, baseline.table)


def _last_rows(table: Table, earlier: Table) -> Iterator[tuple[KeyPath, str]]:
    counts = {row.label: row.counts for row in earlier.rows}
    for row in table.rows:
        if row.label in counts and set(row.counts) == {None}:
            yield row.key_path, counted_last_time(counts[row.label], table.columns)
