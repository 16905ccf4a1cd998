"""Rules about meetings that were skipped: no action item stays behind in them, nobody was there or has a duty."""

from collections.abc import Iterator
from datetime import date

from minutebook.actions.called_off import CalledOff, called_off
from minutebook.records.history import History
from minutebook.records.meeting import Duties, Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING


@HISTORY.rule("action-in-skipped")
def skipped_meetings_have_no_actions(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting that was skipped must have no action items."""
    by_advice: dict[str, list[CalledOff]] = {}
    for stranded in called_off(history, meeting):
        by_advice.setdefault(_hint(stranded, meeting.date), []).append(stranded)
    for first, *more in by_advice.values():
        message = "a skipped meeting must have no action items, because nothing is carried forward from it"
        if more:
            message += f"; the same is true of {len(more)} more"
        hint = _hint(first, meeting.date, many=bool(more))
        yield Finding(first.filed.action.key_path, message, hint=hint, record=first.filed.action.record)


def _hint(stranded: CalledOff, day: date, *, many: bool = False) -> str:
    them, they, are, s = ("them", "they", "are", "") if many else ("it", "it", "is", "s")
    if stranded.newest_meeting is None:
        return f"Move {them} to the next meeting that is held."
    if stranded.standing is None or stranded.held_meeting is None:
        return f"Move {them} to {stranded.newest_meeting.date}, the newest meeting that is held: minutebook sync --fix"
    if stranded.standing.status != "open":
        where = f"{they} {are} {stranded.standing.status} on {stranded.held_meeting.date}"
    else:
        verb = f"{are} carried from" if stranded.held_meeting.date < day else f"stand{s} in the meeting of"
        where = f"{they} {verb} {stranded.held_meeting.date} anyway"
    delete = f"Delete {them}: {where}."
    if stranded.additions == {}:
        return f"{delete} minutebook sync --fix does so."
    if stranded.is_mendable:
        keys = " and ".join(f"`{key}`" for key in stranded.additions or {})
        pronoun = "their" if many else "its"
        return f"{delete} minutebook sync --fix does so, and writes {pronoun} {keys} there."
    return f"{delete} What {they} say{s} otherwise, write there first."


@MEETING.rule("attendance-in-skipped", severity="warning")
def nobody_attends_a_skipped_meeting(meeting: Meeting) -> Iterator[Finding]:
    """A meeting that was skipped should not say who was there."""
    for section in () if meeting.held else meeting.sections:
        people = section.attendance
        is_attended = people.attending or people.all_but is not None
        if is_attended or people.guests:
            key = "attending" if is_attended else "guests"
            message = "somebody was there, and a skipped meeting has no minutes that show it"
            hint = (
                "If there was a meeting, delete its `status: skipped` and its `reason`; "
                f"else delete `{key}`, or write in `notes` who came, which the README of the series shows."
            )
            record = section.record or key
            yield Finding((*section.key_path, key), message, hint=hint, record=record, on_key=True)
            return


@MEETING.rule("attendance-in-skipped", severity="warning")
def nobody_has_a_duty_in_a_skipped_meeting(meeting: Meeting) -> Iterator[Finding]:
    """A meeting that was skipped should not say who has a duty."""
    for section, block in () if meeting.held else meeting.blocks_of(Duties):
        if any(duty.people for duty in block.duties):
            message = "somebody has a duty, and a skipped meeting has no minutes that show it"
            hint = "Delete `duty`, or write in `notes` who has it, which the README of the series shows."
            record = section.record or "duty"
            yield Finding((*section.key_path, "duty"), message, hint=hint, record=record, on_key=True)
            return
