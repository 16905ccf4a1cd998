"""Actions in a meeting that was called off: nothing is carried from it, so each belongs to a meeting that was held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minutebook.actions.carry import FiledAction, filed_actions
from minutebook.actions.identity import Words, words_of
from minutebook.actions.twins import joined
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.roster import Roster


@dataclass(frozen=True, slots=True)
class CalledOff:
    """An action of a skipped meeting, the one that it is in a meeting that was held, and the newest such meeting.

    `more` is what it says beyond that one, None where the two contradict each other.
    """

    filed: FiledAction
    newest: Meeting | None
    held: Meeting | None = None
    standing: Action | None = None
    more: dict[str, str | list[str]] | None = None

    @property
    def is_mendable(self) -> bool:
        """Whether it has one right place: it can be deleted, what it says more written there, or all of it moved."""
        if self.standing is None:
            return self.newest is not None
        return self.more == {} or (self.more is not None and self.held is self.newest)


def called_off(history: History, meeting: Meeting) -> Iterator[CalledOff]:
    """Yield the actions of a meeting that was skipped."""
    if meeting.held or not meeting.actions:
        return
    roster = Roster(history.series.roster)
    newest, previous = history.previous_held(date.max), history.previous_held(meeting.date)
    places = [place for place in dict.fromkeys((newest, previous)) if place]
    for filed in filed_actions(meeting):
        words = words_of(filed.action, roster)
        pairs = (
            (held, action)
            for held in places
            for action in held.actions
            if _is_same(filed.action, action, roster)
        )
        held, standing = next(pairs, (None, None))
        more = _more(standing, filed.action, words, roster) if standing else None
        yield CalledOff(filed, newest, held, standing, more)


def _is_same(action: Action, standing: Action, roster: Roster) -> bool:
    if action.id:
        return action.id == standing.id
    return standing.status == "open" and words_of(action, roster) == words_of(standing, roster)


def _more(
    standing: Action, action: Action, words: Words, roster: Roster
) -> dict[str, str | list[str]] | None:
    """Return what an action says beyond the one that stands elsewhere, but for the meeting where it began."""
    if words != words_of(standing, roster):
        return None
    fields = joined(standing, action)
    return None if fields is None else {key: text for key, text in fields.items() if key != "since"}
