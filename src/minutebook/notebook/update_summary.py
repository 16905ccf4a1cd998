"""What became of a meeting when its series was brought up to date, in words."""

from datetime import date

from minutebook.actions.identity import returned_ids
from minutebook.actions.outcome import describe_update
from minutebook.notebook.notebook import Notebook


def summary(former: Notebook, updated: Notebook, day: date) -> str:
    """Return what is new in the file of a meeting, the contents before comments and empty lines."""
    standing, path = former.meeting(day), former.days[day]
    if sentence := describe_update(standing, updated.meeting(day), returned_ids(updated.history, standing)):
        return sentence
    has_new_comment = former.text(path).split() != updated.text(path).split()
    return (
        "what was counted last time, in its comments" if has_new_comment else "an empty line below each text"
    )
