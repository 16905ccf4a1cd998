"""Rules about single counts and counters."""

from collections.abc import Iterator

from minutebook.counts.baseline import find_counter_baseline
from minutebook.records.history import History
from minutebook.records.likeness import renamed, suggestion, twin
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.rules.repeats import repeated
from minutebook.source.yaml.quotes import write_text


@MEETING.rule("count-missing")
def counts_are_known(meeting: Meeting) -> Iterator[Finding]:
    """Only a draft may leave counts open."""
    if meeting.status == "draft":
        return
    hint = "Write the count, or put `status: draft` at the top until it is known."
    if not meeting.held:
        hint = "Write the count, or delete it."
    for table in meeting.tables:
        for row in table.rows:
            columns = [table.columns[i] for i, count in enumerate(row.counts) if count is None]
            if columns:
                cell = f"{row.label} ({', '.join(columns)})" if len(table.columns) > 1 else row.label
                yield Finding(row.key_path, f"the count of {cell} is missing", hint=hint, record=table.record)
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


@HISTORY.rule("counter-renamed", severity="warning")
def counters_keep_their_labels(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A counter that is new, while a near-twin of it is gone, should say that it was renamed."""
    previous = history.previous_held(meeting.date)
    if not previous:
        return
    earlier_labels = renamed(
        [counter.label for counter in meeting.counters], [counter.label for counter in previous.counters]
    )
    for counter in meeting.counters:
        earlier = earlier_labels.get(counter.label)
        if earlier and not counter.continues and not find_counter_baseline(history, meeting, counter):
            message = f"it is new, and '{earlier}' of {previous.date} is gone: was it renamed?"
            value = "~" if counter.value is None else counter.value
            continued = f"{{value: {value}, continues: {write_text(earlier, in_flow=True)}}}"
            hint = f"If so, write: {write_text(counter.label)}: {continued}"
            yield Finding(counter.key_path, message, hint=hint, record=counter.record, on_key=True)


@HISTORY.rule("continues-unknown")
def continued_counters_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a counter continues must stand in an earlier meeting."""
    for counter in meeting.counters:
        if counter.continues and not find_counter_baseline(history, meeting, counter):
            labels = [
                earlier.label for passed in history.earlier(meeting.date) for earlier in passed.counters
            ]
            nearest = suggestion(twin(counter.continues, labels))
            message = f"no earlier meeting has a counter '{counter.continues}'{nearest}"
            hint = "Write the label as the earlier meeting has it, or delete `continues`."
            key_path = (*counter.key_path, "continues")
            yield Finding(key_path, message, hint=hint, record=counter.record)


@HISTORY.rule("counter-absent", severity="warning")
def counters_skip_no_meeting(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A counter should stand in the meeting before, too, or its delta spans more than it seems to."""
    previous = history.previous_held(meeting.date)
    for counter in meeting.counters:
        baseline = find_counter_baseline(history, meeting, counter)
        if baseline and previous and baseline.meeting.date < previous.date:
            message = f"the meeting of {previous.date} has no count for it, so its delta is since {baseline.meeting.date}"
            hint = f"If it was forgotten there, add it to {previous.path}."
            yield Finding(counter.key_path, message, hint=hint, record=counter.record, on_key=True)
