"""Rules about action items: none is lost, and none is misread."""

from collections.abc import Iterator

from minutebook.actions import carry, lapse
from minutebook.actions.endings import Ending, split_ending
from minutebook.actions.grammar import short_form
from minutebook.actions.identity import is_other_action
from minutebook.minutes.markdown import ordinal_text
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED
from minutebook.rules.action_ids import SYNC
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.source.yaml.quotes import write_text


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
        hint = f"{SYNC}\nThis puts the item back; if it is done, then type: minutebook done {action.id}"
        yield Finding(("date",), message, hint=hint, record=action.record)


@HISTORY.rule("action-closed-earlier")
def closed_actions_rest(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that the meeting before closed must not be open in this one."""
    previous = history.previous_held(meeting.date) if meeting.held else None
    for pair in carry.closed_earlier(meeting, previous) if previous else ():
        action, earlier = pair.action, pair.earlier
        if is_other_action(action, earlier):
            continue  # a breach of id-reused
        message = f"it is open here, but {earlier.status} on {previous.date if previous else ''}"
        hint = SYNC if pair.untouched else "Delete it here. If it was opened again, write `status: open`."
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
            hint = f"{SYNC}\nTo keep it open, change something in it: add a `note`, for example."
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
