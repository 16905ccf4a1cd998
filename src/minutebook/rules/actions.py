"""Rules about action items: none is lost, and none is misread."""

from collections.abc import Iterator
from datetime import date, timedelta

from minutebook.actions import lapse
from minutebook.actions.carry import day_begun
from minutebook.actions.identity import is_other_action, reused_ids
from minutebook.actions.reconciliation import Reconciliation
from minutebook.actions.standings import meeting_phrase
from minutebook.records.history import History
from minutebook.records.meeting import CLOSED, Action, Meeting
from minutebook.records.phrases import SYNC, counted, excerpt
from minutebook.records.problem import Finding
from minutebook.rules.meetings import begun_later, in_another_year
from minutebook.rules.registry import HISTORY, MEETING

_LONG = timedelta(days=3653)
_SOON = timedelta(days=183)
"""Within which time most things are due."""


@MEETING.rule("date-order")
def actions_have_begun(meeting: Meeting) -> Iterator[Finding]:
    """An action item must have begun in this meeting or in an earlier one."""
    for action in () if begun_later(meeting) else meeting.actions:
        if action.since and action.since > meeting.date:
            message = f"since: {action.since} is after this meeting"
            hint = "Write the date of the meeting where it began; if that is this one, delete `since`."
            yield Finding((*action.key_path, "since"), message, hint=hint, record=action.record)


@HISTORY.rule("date-order", severity="warning")
def beginnings_stay(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that was carried should have begun where it did in the meeting before."""
    previous = history.previous_held(meeting.date)
    if previous is None:
        return
    for action in meeting.actions:
        earlier = previous.action(action.id) if action.id else None
        if not earlier or not action.since or action.since > meeting.date:
            continue
        start = day_begun(history, previous, earlier)
        if action.since != start and action.id not in {
            reused.action.id for reused in reused_ids(history, meeting)
        }:
            message = f"since: it is {action.since} here, and {start} in the meeting of {previous.date}"
            key_path = (*action.key_path, "since")
            yield Finding(
                key_path, message, hint=f"Write: since: {start}", record=action.record, mend=str(start)
            )


@HISTORY.rule("action-lost")
def open_actions_are_carried(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that was open in the meeting before must stand in this one."""
    reconciliation = Reconciliation(history, meeting)
    previous = reconciliation.previous
    if previous is None:
        return
    for filed in reconciliation.missing:
        action = filed.action
        since = day_begun(history, previous, action)
        age = history.ordinal(since, meeting.date)
        message = (
            f"{', '.join(action.owners)}: {excerpt(action.task)} was open on {previous.date} "
            f"and is missing here; this would be its {meeting_phrase(age)}"
        )
        hint = f"{SYNC}\nThis puts the item back; if it is done, then type: minutebook done {action.id}"
        yield Finding(("date",), message, hint=hint, record=action.record)


@HISTORY.rule("action-closed-earlier")
def closed_actions_rest(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that an earlier meeting closed must not be open in this one."""
    reconciliation = Reconciliation(history, meeting)
    for traced in (*reconciliation.closed_before, *reconciliation.closed_long_ago):
        action, earlier = traced.action, traced.earlier
        if is_other_action(action, earlier):
            continue  # a breach of id-reused
        message = f"it is open here, but {earlier.status} on {traced.day}"
        hint = SYNC if traced.untouched else "Delete it here. If it was opened again, write `status: open`."
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("action-closed-again", severity="warning", strict=True)
def closed_actions_are_shown_once(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that an earlier meeting closed should not be shown as closed once more."""
    unseen = {action.id: action for action in meeting.actions if action.id and action.status in CLOSED}
    for earlier_meeting in history.earlier_with(meeting.date, unseen):
        for earlier in earlier_meeting.actions:
            action = unseen.pop(earlier.id or "", None)
            if action and (action.status, action.notes) == (earlier.status, earlier.notes):
                message = f"it was {earlier.status} on {earlier_meeting.date} already, and rests since"
                hint = "Delete it here. If the file was copied, look through its counts and notes, too."
                yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("action-edited-earlier", severity="warning")
def late_edits_are_taken_over(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What was changed of an action item in the meeting before, after it was carried, should be so in this one, too."""
    yield from late_edit_findings(Reconciliation(history, meeting))


def late_edit_findings(reconciliation: Reconciliation) -> Iterator[Finding]:
    """Yield what the meeting before has otherwise since an action item was carried."""
    for edit in reconciliation.late_edits:
        previous = reconciliation.previous
        key, day = edit.key, previous.date if previous else ""
        message = (
            f"{key}: it is {edit.text(edit.action)} here, but was changed to {edit.text(edit.earlier)} in the meeting of {day} "
            "after it was carried"
        )
        hint = "To take it over, type: minutebook sync --fix"
        yield Finding(
            (*edit.action.key_path, key if edit.has_key else "id"),
            message,
            hint=hint,
            record=edit.action.record,
        )


@HISTORY.rule("action-lapsed")
def untouched_actions_lapse(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that nobody has touched for long must lapse."""
    for action in Reconciliation(history, meeting).lapsing:
        times = history.series.lapse.on(meeting.date)
        message = f"it was carried {counted(times, 'time')} without a change, so it lapses"
        hint = f"{SYNC}\nTo keep it open, change something in it: add a `note`, for example."
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("action-lapsed", severity="warning")
def touched_actions_have_not_lapsed(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that has lapsed should be open again if it was touched in time, or given a due date."""
    for traced in Reconciliation(history, meeting).unfounded_lapses:
        action, earlier = traced.action, traced.earlier
        reason = (
            "has not gone untouched for so long"
            if earlier.status == "open"
            else f"was {earlier.status} before"
        )
        message = f"it has lapsed here, but it {reason}"
        yield Finding((*action.key_path, "status"), message, hint=SYNC, record=action.record)


@HISTORY.rule("action-lapsed", severity="warning")
def untouched_actions_alone_lapse(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item should not be called lapsed in a meeting in which it is new, or was touched."""
    reconciliation = Reconciliation(history, meeting)
    for action in reconciliation.typed_lapses:
        previous = reconciliation.previous
        fault = "was touched here" if previous and previous.action(action.id) else "is new"
        message = f"it has lapsed here, but it {fault}, and only what nobody touches lapses"
        hint = f"Type: minutebook reopen {action.id}   or: minutebook drop {action.id} --reason TEXT"
        yield Finding((*action.key_path, "status"), message, hint=hint, record=action.record)


@HISTORY.rule("actions-overdue", severity="warning")
def due_dates_are_kept(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item should be closed by the day it is due, or be given another day."""
    if meeting.held and not history.is_followed(meeting.date):
        overdue = sum(action.is_overdue(meeting.date) for action in meeting.actions)
        if overdue:
            message = f"{overdue} {'is' if overdue == 1 else 'are'} overdue: minutebook actions --overdue"
            yield Finding(("date",), message)


@HISTORY.rule("action-lapses-next", severity="warning")
def lapses_are_announced(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that lapses in the next meeting should be touched in this one."""
    if not meeting.held or history.is_followed(meeting.date):
        return
    for action in meeting.actions:
        if lapse.lapses_next(history, meeting, action):
            owners = ", ".join(action.owners)
            message = (
                f"{owners}: {excerpt(action.task)} lapses next time unless somebody changes something in it"
            )
            hint = f"Type: minutebook done {action.id}   or: minutebook note {action.id} TEXT"
            yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("due-before-start", severity="warning")
def due_dates_come_later(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item should not be due before the meeting in which it began."""
    for action in meeting.actions:
        if action.status != "open" or not action.due or action.due >= meeting.date:
            continue
        start = day_begun(history, meeting, action)
        if action.due < start:
            message = f"it is due on {action.due}, before the meeting of {start} in which it began"
            yield _misdated(action, message, start)


@HISTORY.rule("date-order", severity="warning")
def due_dates_are_of_our_time(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A new due date should not be ten years ahead: till then the action item is neither overdue nor lapses."""
    for action in meeting.actions:
        if action.status != "open" or not action.due or action.due - meeting.date <= _LONG:
            continue
        previous = history.previous_held(meeting.date)
        earlier = previous.action(action.id) if previous and action.id else None
        if not earlier or earlier.due != action.due:
            message = f"it is due on {action.due}, more than ten years after this meeting"
            yield _misdated(action, message, meeting.date)


def _misdated(action: Action, message: str, start: date) -> Finding:
    """Return what is said of a due date that likely has another year: the one in which it comes soon after a day."""
    likely = in_another_year(action.due or start, start)
    is_near = start <= likely <= start + _SOON
    hint = f"Did you mean {likely}?" if is_near else "Write the day by which it is to be done."
    return Finding(action.path_of("due"), message, hint=hint, record=action.record)
