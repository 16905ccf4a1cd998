"""Actions in a meeting that was called off: nothing is carried from it, so each belongs to a meeting that was held."""

from collections.abc import Iterator
from datetime import date

from minutebook.actions.carry import FiledAction, filed_actions
from minutebook.actions.identity import words_of
from minutebook.actions.lapse import without_lapse
from minutebook.actions.twins import joined
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.roster import Roster


@dataclass(frozen=True, slots=True)
class CalledOff:
    """An action of a skipped meeting, the one that it is in a meeting that was held, and the newest such meeting.

    `additions` are what it says beyond that one, None where the two contradict each other.
    """

    filed: FiledAction
    newest_meeting: Meeting | None
    held_meeting: Meeting | None = None
    standing: Action | None = None
    additions: dict[str, str | list[str]] | None = None

    @property
    def is_mendable(self) -> bool:
        """Whether it has one right place: it can be deleted, what it says more written there, or all of it moved."""
        if self.standing is None:
            return self.newest_meeting is not None
        return self.additions == {} or (
            self.additions is not None and self.held_meeting == self.newest_meeting
        )


def called_off(history: History, meeting: Meeting) -> Iterator[CalledOff]:
    """Yield the actions of a meeting that was skipped."""
    if meeting.held or not meeting.actions:
        return
    roster = history.roster
    newest = history.newest_held
    for filed in filed_actions(meeting):
        action = filed.action
        held_meeting = _held_with(history, action, roster, meeting.date)
        candidates = held_meeting.actions if held_meeting else ()
        standing = next((each for each in candidates if _is_same(action, each, roster)), None)
        additions = _additions(standing, action, roster) if standing else None
        yield CalledOff(filed, newest, held_meeting if standing else None, standing, additions)


def _held_with(history: History, action: Action, roster: Roster, day: date) -> Meeting | None:
    """Return the newest meeting that was held and has an action, or that could have one which has no id."""
    if action.id:
        return next(history.earlier(date.max, lambda brief: brief.held and action.id in brief.actions), None)
    newest, previous = history.newest_held, history.previous_held(day)
    stands_in_newest = newest and any(_is_same(action, standing, roster) for standing in newest.actions)
    return newest if stands_in_newest else previous


def _is_same(action: Action, standing: Action, roster: Roster) -> bool:
    if action.id:
        return action.id == standing.id
    return standing.status == "open" and words_of(action, roster) == words_of(standing, roster)


def _additions(standing: Action, action: Action, roster: Roster) -> dict[str, str | list[str]] | None:
    """Return what an action says beyond the one that stands elsewhere, but for the meeting where it began."""
    if words_of(action, roster) != words_of(standing, roster):
        return None
    fields = joined(standing, without_lapse(action))  # it lapses in the next meeting that is held
    return None if fields is None else {key: text for key, text in fields.items() if key != "since"}
