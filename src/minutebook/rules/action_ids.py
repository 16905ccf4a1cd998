"""Rules about the ids of action items: each has one, and none is confused with another."""

import shlex
from collections.abc import Iterable, Iterator

from minutebook.actions.identity import formers_of, is_other_task, reused_ids
from minutebook.actions.twins import SharedId, joined, shared_ids, twins
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.phrases import FIX, SYNC, excerpt
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.quotes import write_text

_OWN_ID = f"{FIX}   (it gives this action item an id of its own)"


@HISTORY.rule("id-missing")
def actions_have_ids(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item must have an id, by which it is followed from meeting to meeting."""
    formers = formers_of(history, meeting) if meeting.held else {}
    for action in meeting.actions if meeting.held else ():
        if action.id is None:
            former = formers.get(action.key_path)
            message = f"{excerpt(action.task, 40)} has no id yet, so it can't be followed"
            if former and not former.stands_here:
                message = f"{excerpt(action.task, 40)} has no id; this is {former.id} of {former.day}"
            key_path = action.path_of("id") if action.typed else action.key_path
            yield Finding(key_path, message, hint=SYNC, record=action.record, on_key=True)


@HISTORY.rule("duplicate-id")
def ids_are_unique(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An id must belong to one action item."""
    for pair in shared_ids(history, meeting):
        action = pair.extra or pair.second
        message, hint = _same_twice(pair) if pair.same else _two_of_one_id(pair)
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


def _same_twice(pair: SharedId) -> tuple[str, str]:
    message = "this action item stands twice in this meeting"
    if joined(pair.first, pair.second) is None:
        return message, "Delete one of the two; they differ in more than their words, so choose which."
    return (message, f"{FIX}   (it deletes one of the two, and keeps what either says more)")


def _two_of_one_id(pair: SharedId) -> tuple[str, str]:
    if pair.extra is None:
        message = f"{excerpt(pair.first.task)} has the same id"
        hint = (
            "If they are one action item, delete one of them. If they are two, delete the `id` of one of them, "
            "then type: minutebook sync"
        )
        return message, hint
    message = f"this id belongs to {excerpt(pair.kept.task)}"
    return message, _OWN_ID


@HISTORY.rule("id-reused")
def ids_are_not_reused(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An id must never be given to another action item."""
    is_newest = not history.is_followed(meeting.date, 1)
    for reused in reused_ids(history, meeting):
        action, former, rightful = reused.action, reused.former, reused.rightful
        message = f"this id belongs to {excerpt(former.action.task)} of {former.day}"
        hint = _OWN_ID if is_newest else "Delete the `id` here: `minutebook sync` gives this item a new one."
        if rightful:
            message += f", and that task to {rightful.id}"
            hint = f"{FIX}   (it swaps them back)" if is_newest else f"Write: id: {rightful.id}"
        yield Finding((*action.key_path, "id"), message, hint=hint, record=action.record)


@HISTORY.rule("action-reworded", severity="warning")
def ids_keep_their_task(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that others have should not become another one under its id."""
    # Which of two has the id that is not its own is told there.
    reused = {reused.action.id for reused in reused_ids(history, meeting)}
    reused |= {pair.first.id for pair in shared_ids(history, meeting)}
    tasks: dict[str | None, list[str]] = {}
    for former_meeting in history.shared(meeting.date):
        for former in former_meeting.actions:
            tasks.setdefault(former.id, []).append(former.task)
    for action in meeting.actions:
        others_tasks = tasks.get(action.id, [])
        if action.id and others_tasks and _is_reworded(action, others_tasks) and action.id not in reused:
            message = f"others know this id as {excerpt(others_tasks[0])}"
            added = f"{', '.join(action.owners)}: {action.task}"
            hint = (
                f"If this is another action item, write: task: {write_text(others_tasks[0])}\n"
                f"and type: minutebook add {shlex.quote(added)}"
            )
            yield Finding((*action.key_path, "task"), message, hint=hint, record=action.record)


def _is_reworded(action: Action, tasks: Iterable[str]) -> bool:
    """Whether an action has become another one; what must not be read any more keeps its id and says so."""
    return action.status != "dropped" and all(is_other_task(action.task, task) for task in tasks)


@HISTORY.rule("action-twice", severity="warning")
def actions_stand_once(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item should not stand twice in a meeting."""
    borrowed = {pair.extra.key_path for pair in shared_ids(history, meeting) if pair.extra}
    for pair in twins(history, meeting) if meeting.held else ():
        action, kept = pair.extra, pair.kept
        if borrowed & {action.key_path, kept.key_path}:
            continue  # its own id is yet to come
        standing = f"as {kept.id}" if kept.id else "in another line"
        state = "" if kept.status == "open" else f" and is {kept.status}"
        message = f"{excerpt(action.task)} stands here already {standing}{state}"
        if pair.removable:
            hint = f"{FIX}   (it deletes this one, and keeps what it says more)"
        elif kept.status != "open":
            hint = f"To open that one again, delete this one and type: minutebook reopen {kept.id}"
        elif action.id:
            reason = shlex.quote(f"the same as {kept.id}")
            hint = f"If it is the same, type: minutebook drop {action.id} --reason {reason}"
        else:
            hint = "If it is the same, delete one of the two; they differ in more than their words."
        key_path = action.path_of("id") if action.id or action.typed else action.key_path
        yield Finding(key_path, message, hint=hint, record=action.record, on_key=action.id is None)
