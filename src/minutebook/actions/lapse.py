"""Lapse: an action item that nobody has touched in so many meetings is carried no further.

Whether one lapses or has lapsed too early is told by `reconciliation`; old minutes count in `oldminutes/course`.
"""

from dataclasses import replace

from minutebook.actions.notes import has_new_note
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.roster import Roster
from minutebook.records.series import Series


def times_untouched(history: History, meeting: Meeting, action: Action, most: int | None = None) -> int:
    """Return how many meetings in a row an open action was carried into with nothing changed, at `most` so many."""
    count = 0
    for previous in history.held_before(meeting.date):
        if count == most:
            break
        earlier = previous.action(action.id)
        if earlier is None or earlier.status != "open" or is_touched(history.series, action, earlier):
            break
        count, action = count + 1, earlier
    return count


def lapses(history: History, meeting: Meeting, action: Action) -> bool:
    """Whether an open action has been carried untouched so often that it lapses in this meeting."""
    # People close by silence: of 518 action items in real minutes 513 were never marked.
    limit = history.series.lapse.on(meeting.date)
    return can_lapse(action) and reaches(limit, times_untouched(history, meeting, action, limit))


def lapses_next(history: History, meeting: Meeting, action: Action) -> bool:
    """Whether an open action lapses in the next meeting if nobody touches it."""
    limit = history.series.lapse.on(meeting.date)
    return can_lapse(action) and reaches_next(limit, times_untouched(history, meeting, action, limit))


def can_lapse(action: Action) -> bool:
    """Whether an action is open and has no due date: one that has waits for it, and is overdue after it."""
    return action.status == "open" and action.due is None


def reaches(limit: int, untouched: int) -> bool:
    """Whether an action that was carried untouched so many times lapses; a limit of 0 is never reached."""
    return 0 < limit <= untouched


def reaches_next(limit: int, untouched: int) -> bool:
    """Whether it lapses in the next meeting; where one time is the limit, nothing can announce it."""
    return 0 < untouched == limit - 1


def is_touched(series: Series, action: Action, earlier: Action) -> bool:
    """Whether somebody did something with an action since an earlier meeting.

    A status that is written is one, also `open`, with which somebody has opened it again.
    """
    return (
        action.has_status
        or (action.task, action.due, action.x_keys) != (earlier.task, earlier.due, earlier.x_keys)
        or action.reason != earlier.reason
        or not have_same_owners(series, action, earlier)
        or has_new_note(action, earlier)
    )


def without_lapse(action: Action) -> Action:
    """Return an action that has lapsed as it would be open, and any other as it is."""
    return replace(action, status="open", has_status=False) if action.status == "lapsed" else action


def have_same_owners(series: Series, action: Action, earlier: Action) -> bool:
    """Whether two actions are the same people's, however they are spelt."""
    if action.owners == earlier.owners:
        return True
    roster = Roster(series.roster)
    return {*roster.owners(action.owners)} == {*roster.owners(earlier.owners)}
