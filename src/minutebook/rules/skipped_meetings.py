"""A rule about meetings that were skipped: no action item stays behind in them."""

from collections.abc import Iterator
from datetime import date

from minutebook.actions.called_off import CalledOff, called_off
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY


@HISTORY.rule("action-in-skipped")
def skipped_meetings_have_no_actions(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting that was skipped must have no action items."""
    for item in called_off(history, meeting):
        message = "a skipped meeting must have no action items, because nothing is carried forward from it"
        action = item.filed.action
        yield Finding(action.key_path, message, hint=_hint(item, meeting.date), record=action.record)


def _hint(item: CalledOff, day: date) -> str:
    if item.newest is None:
        return "Move it to the next meeting that is held."
    if item.standing is None or item.held is None:
        return f"Move it to {item.newest.date}, the newest meeting that is held: minutebook sync --fix"
    if item.standing.status != "open":
        where = f"it is {item.standing.status} on {item.held.date}"
    else:
        place = "is carried from" if item.held.date < day else "stands in the meeting of"
        where = f"it {place} {item.held.date} anyway"
    if item.more == {}:
        return f"Delete it: {where}. minutebook sync --fix does so."
    if item.is_mendable:
        keys = " and ".join(f"`{key}`" for key in item.more or {})
        return f"Delete it: {where}. minutebook sync --fix does so, and writes its {keys} there."
    return f"Delete it: {where}. What it says otherwise, write there first."
