"""What was changed of an action in the meeting before after it had been carried from there.

An action says nothing of when it was edited. What tells that its words here are the older ones is that they are those
of the meeting before the last, or those that its id was made from, or those that others have in the meeting before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Literal

from minutebook.actions.ids import make_id
from minutebook.actions.lapse import have_same_owners
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.phrases import excerpt

Key = Literal["owner", "task", "due"]
_KEYS: tuple[Key, ...] = ("owner", "task", "due")


@dataclass(frozen=True, slots=True)
class LateEdit:
    """A key of an action, which the meeting before has with another value since it was carried."""

    action: Action
    earlier: Action
    key: Key

    @property
    def field(self) -> str:
        """What a record of an action calls the key."""
        return "owners" if self.key == "owner" else self.key

    @property
    def has_key(self) -> bool:
        """Whether the action says anything under this key."""
        return self.key != "due" or self.action.due is not None

    def text(self, action: Action) -> str:
        """Return what one of the two says."""
        if self.key == "due":
            return str(action.due or "none")
        return ", ".join(action.owners) if self.key == "owner" else excerpt(action.task)


def late_edits(
    history: History, previous: Meeting | None, action: Action, earlier: Action, former: Action | None = None
) -> tuple[LateEdit, ...]:
    """Return what was edited of an action in the meeting before after it had been carried.

    `former` is the action as it stood there before, if anything else tells.
    """
    changed = [key for key in _KEYS if not _agree(history, action, earlier, key)]
    if not changed or previous is None:
        return ()
    formers = [*_formers(history, previous, action), *([former] if former else [])]
    keys = {key for key in changed for older in formers if _agree(history, action, older, key)}
    if _is_original(history, previous, action, earlier):
        keys |= {"owner", "task"}
    return tuple(LateEdit(action, earlier, key) for key in changed if key in keys)


def is_news(history: History, previous: Meeting | None, edit: LateEdit) -> bool:
    """Whether others don't have an edit yet: what they have may have been changed back here, as by a second hand-over."""
    shared = [_plain(meeting, edit.action) for meeting in (history.shared(previous.date) if previous else ())]
    versions = [former for former in shared if former]
    return not versions or not all(_agree(history, edit.earlier, former, edit.key) for former in versions)


def is_as_others_have_it(history: History, meeting: Meeting, action: Action, times: int) -> bool:
    """Whether others have an action as it is in a meeting and in as many held before it, so that nothing was edited since."""
    for standing in (meeting, *islice(history.held_before(meeting.date), times)):
        here = _plain(standing, action)
        shared = [_plain(shared_action, action) for shared_action in history.shared(standing.date)]
        if not shared or any(shared_action != here for shared_action in shared):
            return False
    return True


def with_late_edits(action: Action, edits: Iterable[LateEdit]) -> Action:
    """Return an action with what was edited late in the meeting before."""
    changes = {edit.field: getattr(edit.earlier, edit.field) for edit in edits}
    return replace(action, **changes)


def _agree(history: History, action: Action, former: Action, key: Key) -> bool:
    if key == "owner":
        return have_same_owners(history.series, action, former)
    return action.task == former.task if key == "task" else action.due == former.due


def former_states(history: History, day: date) -> tuple[Iterable[Meeting], Iterable[Meeting]]:
    """Return the meeting of a day as others have it, and the last one before it that was held, if there is one."""
    previous = history.previous_held(day)
    return history.shared(day), (previous,) if previous else ()


def _formers(history: History, previous: Meeting, action: Action) -> Iterator[Action]:
    """Yield an action as others have it in the meeting before, and as the meeting before the last has it."""
    for meeting in chain.from_iterable(former_states(history, previous.date)):
        yield from (former for former in meeting.actions if former.id == action.id)


def _is_original(history: History, previous: Meeting, action: Action, earlier: Action) -> bool:
    """Whether the id of an action was made from its words here, and not from those of the meeting where it began."""
    folder = str(PurePosixPath(history.series.path).parent)
    ids = [make_id(folder, previous.date, record.owners, record.task, ()) for record in (action, earlier)]
    return ids[0] == action.id != ids[1]


def _plain(meeting: Meeting, action: Action) -> Action | None:
    """Return what a meeting has of an action, wherever it stands there."""
    standing = meeting.action(action.id)
    return replace(standing, key_path=()) if standing else None
