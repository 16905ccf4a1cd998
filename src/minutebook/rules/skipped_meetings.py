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
    by_advice: dict[str, list[CalledOff]] = {}
    for action in called_off(history, meeting):
        by_advice.setdefault(_hint(action, meeting.date), []).append(action)
    for first, *more in by_advice.values():
        message = "a skipped meeting must have no action items, because nothing is carried forward from it"
        if more:
            message += f"; the same is true of {len(more)} more"
        hint = _hint(first, meeting.date, many=bool(more))
        yield Finding(first.filed.action.key_path, message, hint=hint, record=first.filed.action.record)


def _hint(action: CalledOff, day: date, *, many: bool = False) -> str:
    them, they, are, s = ("them", "they", "are", "") if many else ("it", "it", "is", "s")
    if action.newest is None:
        return f"Move {them} to the next meeting that is held."
    if action.standing is None or action.held is None:
        return f"Move {them} to {action.newest.date}, the newest meeting that is held: minutebook sync --fix"
    if action.standing.status != "open":
        where = f"{they} {are} {action.standing.status} on {action.held.date}"
    else:
        place = f"{are} carried from" if action.held.date < day else f"stand{s} in the meeting of"
        where = f"{they} {place} {action.held.date} anyway"
    delete = f"Delete {them}: {where}."
    if action.more == {}:
        return f"{delete} minutebook sync --fix does so."
    if action.is_mendable:
        keys = " and ".join(f"`{key}`" for key in action.more or {})
        pronoun = "their" if many else "its"
        return f"{delete} minutebook sync --fix does so, and writes {pronoun} {keys} there."
    return f"{delete} What {they} say{s} otherwise, write there first."
