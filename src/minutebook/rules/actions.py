"""Rules about action items: none is lost, none is confused with another."""

from collections.abc import Iterator

from minutebook.actions import carry, lapse
from minutebook.minutes.markdown import ordinal_text
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import history_rule, rule

SYNC = "Type: minutebook sync   (for an older meeting: minutebook sync --all)"
_ALIKE = 0.4


@rule("id-missing")
def items_have_ids(meeting: Meeting) -> Iterator[Finding]:
    """An action item has an id, by which it is followed from meeting to meeting."""
    for action in meeting.actions if meeting.held else ():
        if action.id is None:
            key_path = action.key_path if action.shorthand is None else (*action.key_path, action.shorthand)
            message = f"'{action.task[:40]}' has no id yet, so it can't be followed"
            yield Finding(key_path, message, hint=SYNC, record=action.record, on_key=True)


@rule("action-in-skipped")
def skipped_meetings_promise_nothing(meeting: Meeting) -> Iterator[Finding]:
    """A meeting that was skipped has no action items."""
    for action in () if meeting.held else meeting.actions:
        message = "nothing is followed from a meeting that was skipped"
        hint = "Move it to the next meeting that is held."
        yield Finding(action.key_path, message, hint=hint, record=action.record)


@rule("duplicate-id")
def ids_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """An id belongs to one action item."""
    seen = set()
    for action in meeting.actions:
        if action.id and action.id in seen:
            message = "another action item of this meeting has this id"
            hint = "Delete the `id` of the newer one; `minutebook sync` gives it one of its own."
            yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)
        seen.add(action.id)


@rule("date-order")
def items_begin_before(meeting: Meeting) -> Iterator[Finding]:
    """An action item began in this meeting or an earlier one."""
    for action in meeting.actions:
        if action.since and action.since > meeting.date:
            message = f"since: {action.since} is after this meeting"
            hint = "Write the date of the meeting where the item began; `sync` does."
            yield Finding((*action.key_path, "since"), message, hint=hint, record=action.record)


@history_rule("action-lost")
def open_items_are_carried(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that was open in the meeting before stands in this one."""
    before = history.previous_held(meeting.date) if meeting.held else None
    for one in carry.missing(meeting, before) if before else ():
        action = one.action
        age = history.ordinal(action.since, meeting.date) if action.since else 2
        message = (
            f"{', '.join(action.owners)}: '{action.task[:60]}' was open on {before.date if before else ''} "
            f"and is not here (this would be its {ordinal_text(age)} meeting)"
        )
        hint = f"{SYNC}\nIt puts the item back; then close it with: minutebook done {action.id}"
        yield Finding(("date",), message, hint=hint, record=action.record)


@history_rule("action-closed-earlier")
def closed_items_rest(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that was closed in the meeting before is not open in this one."""
    before = history.previous_held(meeting.date) if meeting.held else None
    for pair in carry.closed_earlier(meeting, before) if before else ():
        action, old, untouched = pair.action, pair.earlier, pair.untouched
        if _is_other(action, old):
            continue  # told as id-reused
        message = f"it is open here and {old.status} on {before.date if before else ''}"
        hint = SYNC if untouched else "Delete it here, or write `status: open` if it was opened again."
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@history_rule("action-lapsed")
def untouched_items_lapse(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that nobody has touched for long lapses."""
    for action in meeting.actions if meeting.held else ():
        if lapse.lapses(history, meeting, action):
            times = lapse.times_untouched(history, meeting, action)
            message = (
                f"it was carried {times} {'time' if times == 1 else 'times'} with nothing changed, and lapses"
            )
            hint = f"{SYNC}\nor change something in it, such as a `note`, to keep it open."
            yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@history_rule("action-lapses-next", severity="warning")
def lapsing_is_told(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that lapses in the next meeting is told now."""
    later = (day for day in history.days if day > meeting.date)
    if not meeting.held or any(history.brief(day).held for day in later):
        return
    for action in meeting.actions:
        if lapse.lapses_next(history, meeting, action):
            message = f"{', '.join(action.owners)}: '{action.task[:60]}' lapses next time, unless somebody touches it"
            hint = f"Type: minutebook done {action.id}   or: minutebook note {action.id} TEXT"
            yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@history_rule("id-reused")
def ids_keep_their_promise(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An id is never given to another action item."""
    new: dict[str | None, Action] = {action.id: action for action in meeting.actions if action.id}
    for before in (
        history.earlier(meeting.date, lambda known: not known.actions.isdisjoint(new)) if new else ()
    ):
        for old in before.actions:
            action = new.pop(old.id, None)
            if action and _is_other(action, old):
                message = f"this id belongs to '{old.task[:60]}' of {before.date}"
                hint = "Delete the `id` here; `minutebook sync` gives this item one of its own."
                yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)
        if not new:
            return


def _is_other(action: Action, old: Action) -> bool:
    """Whether two items of one id can't be the same promise: other words, and nobody in common or closed long ago."""
    from difflib import SequenceMatcher

    reopened = old.status == "open" or action.status != "open" or action.has_status
    if set(action.owners) & set(old.owners) and reopened:
        return False
    return SequenceMatcher(None, action.task.lower(), old.task.lower()).ratio() < _ALIKE
