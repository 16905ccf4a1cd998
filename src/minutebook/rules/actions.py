"""Rules about action items."""

from collections.abc import Iterator

from minutebook.model import Meeting
from minutebook.problem import Finding
from minutebook.rules.registry import rule


@rule("duplicate-id")
def ids_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """An id belongs to one action item."""
    seen = set()
    for action in meeting.actions:
        if action.id and action.id in seen:
            message = "another action item of this meeting has this id"
            hint = "Delete the `id` of the newer one; it gets one of its own."
            yield Finding((*action.at, "id"), message, hint=hint, record=f"action {action.id}")
        seen.add(action.id)


@rule("date-order")
def items_begin_before(meeting: Meeting) -> Iterator[Finding]:
    """An action item began in this meeting or an earlier one."""
    for action in meeting.actions:
        if action.since and action.since > meeting.date:
            message = f"since: {action.since} is after this meeting"
            hint = "Write the date of the meeting where the item began; `sync` does."
            record = f"action {action.id}" if action.id else "action"
            yield Finding((*action.at, "since"), message, hint=hint, record=record)
