"""Rules about single counts and counters."""

from collections.abc import Iterator

from minutebook.records.history import History
from minutebook.records.likeness import twin
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import history_rule, rule
from minutebook.source.yaml.quotes import write_text


@rule("count-missing")
def counts_are_known(meeting: Meeting) -> Iterator[Finding]:
    """Only a draft may leave counts open."""
    if meeting.status == "draft":
        return
    hint = "Write the count, or `status: draft` on top until it is known."
    if not meeting.held:
        hint = "Write the count, or delete it."
    for table in meeting.tables:
        for row in table.rows:
            missing = [table.columns[i] for i, count in enumerate(row.counts) if count is None]
            if missing:
                which = f"{row.label} ({', '.join(missing)})" if len(table.columns) > 1 else row.label
                message = f"the count of {which} is not written"
                yield Finding(row.key_path, message, hint=hint, record=f"table {table.id}")
    for counter in meeting.counters:
        if counter.value is None:
            yield Finding(
                counter.key_path, "its count is not written", hint=hint, record=f'counter "{counter.label}"'
            )


@rule("duplicate-counter")
def counters_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """A counter's label stands once in a meeting, because its baseline is found by it."""
    seen = set()
    for counter in meeting.counters:
        if counter.label in seen:
            message = "the meeting has two counters of this name; the next meeting could not tell them apart"
            hint = "Give each a label of its own."
            yield Finding(
                counter.key_path, message, hint=hint, record=f'counter "{counter.label}"', on_key=True
            )
        seen.add(counter.label)


@history_rule("counter-renamed", severity="warning")
def counters_keep_their_names(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A counter that is new, while a near-twin of it is gone, was renamed and says so."""
    previous = history.previous_held(meeting.date)
    if not previous:
        return
    now = {counter.label for counter in meeting.counters}
    gone = [counter.label for counter in previous.counters if counter.label not in now]
    before = {counter.label for counter in previous.counters}
    for counter in meeting.counters:
        if counter.label in before or counter.continues or history.counter_baseline(meeting, counter):
            continue
        if old := twin(counter.label, gone):
            message = f"new, while '{old}' of {previous.date} is gone: is it the same one, renamed?"
            value = "~" if counter.value is None else counter.value
            continued = f"{{value: {value}, continues: {write_text(old, in_flow=True)}}}"
            hint = f"If so, write: {write_text(counter.label)}: {continued}"
            yield Finding(
                counter.key_path, message, hint=hint, record=f'counter "{counter.label}"', on_key=True
            )


@history_rule("continues-unknown")
def continued_counters_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a counter continues stands in an earlier meeting."""
    for counter in meeting.counters:
        if counter.continues and not history.counter_baseline(meeting, counter):
            message = f"no earlier meeting has a counter '{counter.continues}' that it could continue"
            key_path = (*counter.key_path, "continues")
            near = twin(
                counter.continues,
                [other.label for before in history.earlier(meeting.date) for other in before.counters],
            )
            meant = f" Did you mean {near}?" if near else ""
            hint = f"Write the label as the earlier meeting has it, or delete `continues`.{meant}"
            yield Finding(key_path, message, hint=hint, record=f'counter "{counter.label}"')


@history_rule("counter-absent", severity="warning")
def counters_do_not_skip(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A counter stood in the meeting before, too; else its delta spans more than it seems to."""
    previous = history.previous_held(meeting.date)
    for counter in meeting.counters:
        found = history.counter_baseline(meeting, counter)
        if found and previous and found.meeting.date < previous.date:
            message = f"it has no count on {previous.date}; its delta is against {found.meeting.date}"
            hint = f"If it was forgotten there, add it to {previous.path}."
            yield Finding(
                counter.key_path, message, hint=hint, record=f'counter "{counter.label}"', on_key=True
            )
