"""Due dates: an action waits until its day, and is overdue after it until somebody closes it or gives another day."""

from datetime import date

from minutebook.records.meeting import Action


def is_overdue(action: Action, day: date) -> bool:
    """Whether an open action was due before a day."""
    return action.status == "open" and action.due is not None and action.due < day
