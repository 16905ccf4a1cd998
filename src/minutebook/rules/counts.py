"""Rules about single counts and counters."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from minutebook.counts.baseline import find_counter_baseline, has_count
from minutebook.records.answer import ok_line
from minutebook.records.figures import NEW, Counter, Row, Table
from minutebook.records.history import History
from minutebook.records.likeness import suggestion, twin
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import LEFT_OUT
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.rules.renames import (
    RECENT_MEETINGS,
    describe_missing,
    joined_hint,
    likely_renames,
    rename_findings,
    twice_hint,
)
from minutebook.rules.repeats import repeated

_MOST_CELLS = 5
_LABEL_OF_THEN = "Write the label as the earlier meeting has it, or delete `continues`."
_CHANGING = "If they come and go, such as names of packages, write above `counters`: changing: true"


@MEETING.rule("count-missing")
def counts_are_known(meeting: Meeting) -> Iterator[Finding]:
    """Only a draft may leave counts open."""
    if meeting.status == "draft":
        return
    hint = "Write the count, or put `status: draft` at the top until it is known."
    if not meeting.held:
        hint = "Write the count, or delete it."
        paths = [table.key_path for table in meeting.tables]
        paths += [counter.key_path for counter in meeting.counters]
        if len(paths) > 1 and not has_count(meeting):
            hint = "Delete its tables and counters, or write their counts."
            yield Finding(paths[0], "no count of this meeting is known", hint=hint)
            return
    for table in meeting.tables:
        rows = [row for row in table.rows if None in row.counts]
        if rows:
            cells = [_cells(table, row) for row in rows[:_MOST_CELLS]]
            more = f" and {len(rows) - _MOST_CELLS} more rows" if len(rows) > _MOST_CELLS else ""
            message = f"the count of {', '.join(cells)}{more} is missing"
            if len(rows) > 1:
                message = f"the counts of {', '.join(cells)}{more} are missing"
            is_empty = not any(count is not None for row in table.rows for count in row.counts)
            table_hint = "Delete the table, or write its counts." if is_empty and not meeting.held else hint
            yield Finding(rows[0].key_path, message, hint=table_hint, record=table.record)
    for counter in meeting.counters:
        if counter.value is None:
            yield Finding(counter.key_path, "its count is missing", hint=hint, record=counter.record)


@MEETING.rule("duplicate-counter")
def counters_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """A counter's label must stand once in a meeting, because its baseline is found by it."""
    for counter in repeated(meeting.counters, lambda counter: counter.label):
        message = "this meeting has two counters with this label, and the next one couldn't tell them apart"
        hint = "Give each counter its own label."
        yield Finding(counter.key_path, message, hint=hint, record=counter.record, on_key=True)


@HISTORY.rule("counter-renamed", strict=True)
def renamed_counters_are_named(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting that has lost counters and gained new ones must say of each new one what it continues."""
    if not meeting.counters:  # in a series without any, all earlier meetings would be looked through
        return
    previous = next(history.earlier(meeting.date, lambda brief: brief.held and bool(brief.counters)), None)
    dropped = [counter.label for counter in _gone_counters(meeting, previous) if not counter.changing]
    if previous and dropped:
        new_counters = [counter for counter in _new_counters(meeting, history) if not counter.changing]
        yield from rename_findings(
            "counter", new_counters, dropped, previous.date, _CHANGING, subject="the meeting"
        )


@HISTORY.rule("counter-renamed", severity="warning", strict=True)
def changing_counters_keep_their_labels(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Where counters come and go, one that is new while a near-twin of it is gone was likely renamed."""
    previous = history.previous_held(meeting.date)
    dropped = [counter.label for counter in _gone_counters(meeting, previous)]
    if previous and dropped:
        new_counters = [counter for counter in _new_counters(meeting, history) if counter.changing]
        yield from likely_renames("counter", new_counters, dropped, previous.date)


@HISTORY.rule("continues-unknown")
def continued_counters_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a counter continues must stand in an earlier meeting."""
    for counter in meeting.counters:
        if counter.continues not in {None, NEW} and not find_counter_baseline(history, meeting, counter):
            labels = [
                earlier.label
                for earlier_meeting in history.earlier(meeting.date)
                for earlier in earlier_meeting.counters
            ]
            nearest = suggestion(twin(str(counter.continues), labels))
            message = f"no earlier meeting has a counter '{counter.continues}'{nearest}"
            hint = joined_hint(str(counter.continues), labels) or _LABEL_OF_THEN
            key_path = (*counter.key_path, "continues")
            yield Finding(key_path, message, hint=hint, record=counter.record)
        elif counter.continues == NEW and (day := _day_of_same(meeting, history, counter)):
            message = f"it is not new: it stands in the meeting of {day}"
            key_path = (*counter.key_path, "continues")
            yield Finding(key_path, message, hint="Delete `continues`.", record=counter.record)


@HISTORY.rule("counter-absent", severity="warning")
def counters_stay(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A counter of the meeting before should stand in this one, too."""
    previous = history.previous_held(meeting.date)
    # Who says of a counter that it is new was shown which ones are gone, and one that continues none is told.
    labels = {counter.label for counter in previous.counters} if previous else set()
    is_answered = any(counter.continues and counter.continues not in labels for counter in meeting.counters)
    dropped = [
        counter.label
        for counter in _gone_counters(meeting, previous)
        if not (is_answered or counter.changing)
    ]
    if previous and dropped and meeting.held and not _new_counters(meeting, history):
        message = describe_missing("counter", dropped, previous.date)
        hint = f"Write what is missing, a count of 0, too. {LEFT_OUT}: {ok_line(meeting.answers, (), 'counter-absent')}"
        key_path = meeting.counters[0].key_path[:-1] if meeting.counters else ("date",)
        yield Finding(key_path, message, hint=hint, on_key=True)


@MEETING.rule("continues-twice")
def counters_continue_different_ones(meeting: Meeting) -> Iterator[Finding]:
    """Two counters must not continue the same one, whose count would be taken off twice."""
    for counter in repeated(meeting.counters, lambda counter: counter.earlier_label):
        if any(sibling.continues == counter.earlier_label for sibling in meeting.counters):
            message = f"another counter is measured against '{counter.earlier_label}' already"
            hint = twice_hint(counter, meeting.counters)
            yield Finding(counter.key_path, message, hint=hint, record=counter.record, on_key=True)


def _day_of_same(meeting: Meeting, history: History, counter: Counter) -> date | None:
    """Return the day on which a counter stood since the last meeting, unless another one is that one now."""
    if any(sibling.continues == counter.label for sibling in meeting.counters):
        return None
    baseline = find_counter_baseline(history, meeting, replace(counter, continues=None))
    previous = history.previous_held(meeting.date)
    is_recent = baseline and previous and baseline.meeting.date >= previous.date
    return baseline.meeting.date if baseline and is_recent else None


def _gone_counters(meeting: Meeting, previous: Meeting | None) -> list[Counter]:
    current_labels = {counter.label for counter in meeting.counters}
    current_labels |= {counter.earlier_label or counter.label for counter in meeting.counters}
    return (
        [counter for counter in previous.counters if counter.label not in current_labels] if previous else []
    )


def _new_counters(meeting: Meeting, history: History) -> list[Counter]:
    new_counters = [counter for counter in meeting.counters if counter.continues is None]
    if new_counters:
        recent = islice(history.earlier(meeting.date), RECENT_MEETINGS)
        labels = {counter.label for earlier in recent for counter in earlier.counters}
        new_counters = [counter for counter in new_counters if counter.label not in labels]
    return new_counters


def _cells(table: Table, row: Row) -> str:
    columns = [table.columns[i] for i, count in enumerate(row.counts) if count is None]
    return f"{row.label} ({', '.join(columns)})" if len(table.columns) > 1 else row.label
