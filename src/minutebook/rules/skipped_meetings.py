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
    items_by_advice: dict[str, list[CalledOff]] = {}
    for item in called_off(history, meeting):
        items_by_advice.setdefault(_hint(item, meeting.date), []).append(item)
    for first, *more in items_by_advice.values():
        message = "a skipped meeting must have no action items, because nothing is carried forward from it"
        if more:
            message += f"; the same is true of {len(more)} more"
        action = first.filed.action
        hint = _hint(first, meeting.date, many=bool(more))
        yield Finding(action.key_path, message, hint=hint, record=action.record)


def _hint(item: CalledOff, day: date, *, many: bool = False) -> str:
    them, they, are, s = ("them", "they", "are", "") if many else ("it", "it", "is", "s")
    if item.newest is None:
        return f"Move {them} to the next meeting that is held."
    if item.standing is None or item.held is None:
        return f"Move {them} to {item.newest.date}, the newest meeting that is held: minutebook sync --fix"
    if item.standing.status != "open":
        where = f"{they} {are} {item.standing.status} on {item.held.date}"
    else:
        place = f"{are} carried from" if item.held.date < day else f"stand{s} in the meeting of"
        where = f"{they} {place} {item.held.date} anyway"
    delete = f"Delete {them}: {where}."
    if item.more == {}:
        return f"{delete} minutebook sync --fix does so."
    if item.is_mendable:
        keys = " and ".join(f"`{key}`" for key in item.more or {})
        pronoun = "their" if many else "its"
        return f"{delete} minutebook sync --fix does so, and writes {pronoun} {keys} there."
    return f"{delete} What {they} say{s} otherwise, write there first."
