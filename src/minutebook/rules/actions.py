"""Rules about action items: none is lost, none is confused with another."""

from collections.abc import Iterator

from minutebook.actions import carry, lapse
from minutebook.actions.endings import Ending, split_ending
from minutebook.actions.grammar import short_form
from minutebook.minutes.markdown import ordinal_text
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.rules.repeats import repeated
from minutebook.source.yaml.quotes import write_text

_SYNC = "Type: minutebook sync   (for an older meeting: minutebook sync --all)"
_SAME_TASK = 0.4
"""Tasks that have less in common are different ones; a reworded one has more."""


@MEETING.rule("id-missing")
def actions_have_ids(meeting: Meeting) -> Iterator[Finding]:
    """An action item must have an id, by which it is followed from meeting to meeting."""
    for action in meeting.actions if meeting.held else ():
        if action.id is None:
            key_path = action.owner_path if action.typed else action.key_path
            message = f"'{action.task[:40]}' has no id yet, so it can't be followed"
            yield Finding(key_path, message, hint=_SYNC, record=action.record, on_key=True)


@HISTORY.rule("owner-unclear", severity="warning")
def typed_actions_name_somebody(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that is typed in a hurry should name somebody of the roster or of the meeting, or `unassigned`."""
    for action in meeting.actions:
        if action.typed and action.typed.stranger and not action.owners:
            groups = ", ".join(person.name for person in history.series.roster if person.group)
            others = f", or a group ({groups})" if groups else ""
            message = (
                f"'{action.typed.stranger[:40]}' is nobody known here, so `sync` makes this `{UNASSIGNED}`"
            )
            hint = (
                f"Write: - {UNASSIGNED}: {write_text(short_form(action.task, action.due, action.status))}\n"
                f"or, in place of `{UNASSIGNED}`, a name of the roster or of `guests`{others}."
            )
            yield Finding(action.owner_path, message, hint=hint, record=action.record, on_key=True)


@MEETING.rule("task-ends-like", severity="warning")
def tasks_end_in_words(meeting: Meeting) -> Iterator[Finding]:
    """A task should not end in what its own keys say, such as `[DONE]`."""
    for action in meeting.actions:
        task, ending = split_ending(action.task) if action.typed is None else (action.task, Ending())
        if task == action.task or not task:
            continue
        fields = [f"task: {write_text(task)}"]
        fields += [f"due: {ending.due}"] if ending.due else []
        fields += [f"status: {ending.status}"] if ending.status != "open" else []
        fields += [f"reason: {write_text(ending.remark or 'why')}"] if ending.status == "dropped" else []
        message = f"the task ends in '{action.task[len(task) :].strip()}', which is not read here"
        hint = "Write: " + "\n       ".join(fields)
        yield Finding((*action.key_path, "task"), message, hint=hint, record=action.record)


@MEETING.rule("action-in-skipped")
def skipped_meetings_have_no_actions(meeting: Meeting) -> Iterator[Finding]:
    """A meeting that was skipped must have no action items."""
    for action in () if meeting.held else meeting.actions:
        message = "a skipped meeting must have no action items, because nothing is carried forward from it"
        hint = "Move it to the next meeting that is held."
        yield Finding(action.key_path, message, hint=hint, record=action.record)


@MEETING.rule("duplicate-id")
def ids_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """An id must belong to one action item."""
    for action in repeated(meeting.actions, lambda action: action.id):
        message = "another action item in this meeting has the same id"
        hint = "Delete the `id` of the newer one: `minutebook sync` gives it a new id."
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@MEETING.rule("date-order")
def actions_have_begun(meeting: Meeting) -> Iterator[Finding]:
    """An action item must have begun in this meeting or in an earlier one."""
    for action in meeting.actions:
        if action.since and action.since > meeting.date:
            message = f"since: {action.since} is after this meeting"
            hint = "Write the date of the meeting where it began; if that is this one, delete `since`."
            yield Finding((*action.key_path, "since"), message, hint=hint, record=action.record)


@HISTORY.rule("action-lost")
def open_actions_are_carried(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that was open in the meeting before must stand in this one."""
    previous = history.previous_held(meeting.date) if meeting.held else None
    for filed in carry.missing(meeting, previous) if previous else ():
        action = filed.action
        age = history.ordinal(action.since, meeting.date) if action.since else 2
        message = (
            f"{', '.join(action.owners)}: '{action.task[:60]}' was open on {previous.date if previous else ''} "
            f"and is missing here; this would be its {ordinal_text(age)} meeting"
        )
        hint = f"{_SYNC}\nThis puts the item back; if it is done, then type: minutebook done {action.id}"
        yield Finding(("date",), message, hint=hint, record=action.record)


@HISTORY.rule("action-closed-earlier")
def closed_actions_rest(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that the meeting before closed must not be open in this one."""
    previous = history.previous_held(meeting.date) if meeting.held else None
    for pair in carry.closed_earlier(meeting, previous) if previous else ():
        action, earlier = pair.action, pair.earlier
        if _is_another_task(action, earlier):
            continue  # a breach of id-reused
        message = f"it is open here, but {earlier.status} on {previous.date if previous else ''}"
        hint = _SYNC if pair.untouched else "Delete it here. If it was opened again, write `status: open`."
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("action-lapsed")
def untouched_actions_lapse(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that nobody has touched for long must lapse."""
    for action in meeting.actions if meeting.held else ():
        if lapse.lapses(history, meeting, action):
            times = lapse.times_untouched(history, meeting, action)
            message = (
                f"it was carried {times} {'time' if times == 1 else 'times'} without a change, so it lapses"
            )
            hint = f"{_SYNC}\nTo keep it open, change something in it: add a `note`, for example."
            yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("action-lapses-next", severity="warning")
def lapses_are_announced(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that lapses in the next meeting should be touched in this one."""
    later_days = (day for day in history.days if day > meeting.date)
    if not meeting.held or any(history.brief(day).held for day in later_days):
        return
    for action in meeting.actions:
        if lapse.lapses_next(history, meeting, action):
            owners = ", ".join(action.owners)
            message = (
                f"{owners}: '{action.task[:60]}' lapses next time unless somebody changes something in it"
            )
            hint = f"Type: minutebook done {action.id}   or: minutebook note {action.id} TEXT"
            yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("id-reused")
def ids_are_not_reused(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An id must never be given to another action item."""
    unseen = {action.id: action for action in meeting.actions if action.id}
    if not unseen:
        return
    for earlier_meeting in history.earlier(meeting.date, lambda brief: not brief.actions.isdisjoint(unseen)):
        for earlier in earlier_meeting.actions:
            action = unseen.pop(earlier.id or "", None)
            if action and _is_another_task(action, earlier):
                message = f"this id belongs to '{earlier.task[:60]}' of {earlier_meeting.date}"
                hint = "Delete the `id` here: `minutebook sync` gives this item a new one."
                yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)
        if not unseen:
            return


def _is_another_task(action: Action, earlier: Action) -> bool:
    """Whether two actions of one id can't be the same: other words, and nobody in common or closed long ago."""
    from difflib import SequenceMatcher

    reopened = earlier.status == "open" or action.status != "open" or action.has_status
    if set(action.owners) & set(earlier.owners) and reopened:
        return False
    return SequenceMatcher(None, action.task.lower(), earlier.task.lower()).ratio() < _SAME_TASK
