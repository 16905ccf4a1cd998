"""Rules about action items: none is lost, and none is misread."""

import re
from collections.abc import Iterator

from minutebook.actions import lapse
from minutebook.actions.carry import began
from minutebook.actions.due_dates import is_overdue
from minutebook.actions.endings import Ending, split_ending
from minutebook.actions.grammar import short_form
from minutebook.actions.identity import is_other_action
from minutebook.actions.reconciliation import Reconciliation
from minutebook.actions.standings import meeting_phrase
from minutebook.actions.unread_days import find_unread_day
from minutebook.actions.usual_words import in_usual_words
from minutebook.records.history import History
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import SYNC, counted, excerpt
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.rules.meetings import begun_later
from minutebook.rules.mentions import name_choice
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.source.yaml.quotes import write_text

_NAME_FIRST = re.compile(
    r"(?P<name>[^\s:]+(?: [^\s:]+){0,2}?)(?: (?:to|will|shall|should|must) |:\s+)(?P<task>\S.*)"
)


@HISTORY.rule("owner-unclear", severity="warning")
def typed_actions_name_somebody(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that is typed in a hurry should name somebody of the roster or of the meeting, or `unassigned`."""
    roster = history.roster
    for action in meeting.actions:
        if action.owners not in ((), (UNASSIGNED,)):
            continue
        name, person, task = _mistyped_owner(action.task, roster)
        stranger = name or (action.typed.stranger if action.typed else "")
        if stranger and not person and (person := roster.nearest(stranger)):
            task = task.removeprefix(f"{stranger}:").strip()
        if person and not action.typed and action.status == "open":
            message = f"nobody owns {excerpt(action.task)}{suggestion(person)}"
            hint = f"Write `owner: {write_text(person)}` and `task: {write_text(task)}`."
            yield Finding(action.owner_path, message, hint=hint, record=action.record)
        elif stranger and not action.owners:
            message = f"{excerpt(stranger, 40)} is nobody known here, so `sync` makes this `{UNASSIGNED}`{suggestion(person)}"
            owner = write_text(person) if person else UNASSIGNED
            hint = (
                f"Write: - {owner}: {write_text(short_form(task, action.due, action.status))}\n"
                f"or, in place of `{owner}`, {name_choice(roster)}."
            )
            yield Finding(action.owner_path, message, hint=hint, record=action.record, on_key=True)


def _mistyped_owner(task: str, roster: Roster) -> tuple[str, str | None, str]:
    """Return the name with which a task begins and the roster knows another one, whose it is, and what they are to do."""
    match = _NAME_FIRST.match(task)
    person = roster.mistyped(match["name"]) or roster.namesake(match["name"]) if match else None
    return (match["name"], person, match["task"]) if match and person else ("", None, task)


@HISTORY.rule("task-ends-like", severity="warning")
def tasks_end_in_words(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A task should not end in what its own keys say, such as `[DONE]`."""
    wording = history.series.style.on(meeting.date).wording
    for action in meeting.actions:
        usual = action.task if action.typed else in_usual_words(action.task, wording)
        task, ending = (action.task, Ending()) if action.typed else split_ending(usual)
        if task == action.task or not task:
            continue
        fields = [f"task: {write_text(task)}"]
        fields += [f"due: {ending.due}"] if ending.due else []
        fields += [f"status: {ending.status}"] if ending.status != "open" else []
        fields += [f"reason: {write_text(ending.remark or 'why')}"] if ending.status == "dropped" else []
        ending_words = action.task[len(task) :].strip() if action.task.startswith(task) else action.task[:40]
        message = f"the task ends in '{ending_words}', which is not read here"
        hint = "Write: " + "\n       ".join(fields)
        yield Finding((*action.key_path, "task"), message, hint=hint, record=action.record)


@MEETING.rule("due-unclear", severity="warning")
def due_dates_are_read(meeting: Meeting) -> Iterator[Finding]:
    """A due date should be written as year, month and day, for one in words is part of the task."""
    for action in meeting.actions:
        words = find_unread_day(action.task) if action.status == "open" and not action.due else None
        # A day that can be read is told by `task-ends-like`, with its line.
        if words and not split_ending(action.task)[1].due:
            message = f"'{words}' is no due date, so this item is never overdue"
            example = f"(due {meeting.date}) behind the task" if action.typed else f"due: {meeting.date}"
            hint = f"Write the day as year, month and day, such as {example}"
            key_path = action.key_path if action.typed else (*action.key_path, "task")
            yield Finding(key_path, message, hint=hint, record=action.record)


@MEETING.rule("date-order")
def actions_have_begun(meeting: Meeting) -> Iterator[Finding]:
    """An action item must have begun in this meeting or in an earlier one."""
    for action in () if begun_later(meeting) else meeting.actions:
        if action.since and action.since > meeting.date:
            message = f"since: {action.since} is after this meeting"
            hint = "Write the date of the meeting where it began; if that is this one, delete `since`."
            yield Finding((*action.key_path, "since"), message, hint=hint, record=action.record)


@HISTORY.rule("action-lost")
def open_actions_are_carried(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that was open in the meeting before must stand in this one."""
    reconciliation = Reconciliation(history, meeting)
    previous = reconciliation.previous
    if previous is None:
        return
    for filed in reconciliation.missing:
        action = filed.action
        since = action.since or began(history, previous, action).date
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


@HISTORY.rule("actions-overdue", severity="warning")
def due_dates_are_kept(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item should be closed by the day it is due, or be given another day."""
    if meeting.held and not history.is_followed(meeting.date):
        overdue = sum(is_overdue(action, meeting.date) for action in meeting.actions)
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
