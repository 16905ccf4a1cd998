"""A rule about labels that are one and the same but for case or spaces."""

from collections.abc import Iterator

from minutebook.records.answer import ok_line
from minutebook.records.likeness import same_names
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import MEETING


@MEETING.rule("label-twice", severity="warning")
def labels_differ(meeting: Meeting) -> Iterator[Finding]:
    """Two rows or columns of a table, or two counters, should differ in more than case or spaces."""
    for table in meeting.tables:
        key_paths = {row.label: row.key_path for row in table.rows}
        answer = f"`columns`: {ok_line(meeting.answers, table.key_path, 'label-twice')}"
        for earlier, label in same_names(key_paths):
            message, hint = _message_and_hint("row", earlier, label, answer)
            yield Finding(key_paths[label], message, hint=hint, record=table.record, on_key=True)
        for earlier, column in same_names(table.columns):
            key_path = (*table.key_path, "columns", table.columns.index(column))
            message, hint = _message_and_hint("column", earlier, column, answer)
            yield Finding(key_path, message, hint=hint, record=table.record)
    counters = {counter.label: counter for counter in meeting.counters}
    answer = f"`date`: {ok_line(meeting.answers, (), 'label-twice')}"
    for earlier, label in same_names(counters):
        message, hint = _message_and_hint("counter", earlier, label, answer)
        yield Finding(counters[label].key_path, message, hint=hint, on_key=True)


def _message_and_hint(noun: str, earlier: str, label: str, answer: str) -> tuple[str, str]:
    message = f"the {noun} '{label}' differs from the {noun} '{earlier}' only in case or spaces"
    return message, f"If it is one, write it once, with all its counts. If they are two, write below {answer}"
