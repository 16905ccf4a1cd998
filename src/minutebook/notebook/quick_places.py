"""Which lines of a meeting, typed in one go, have a place in its file."""

from typing import TYPE_CHECKING

from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Meeting

if TYPE_CHECKING:
    from minutebook.actions.quick import QuickLine


def lines_read(notebook: Notebook, meeting: Meeting) -> tuple["QuickLine", ...]:
    """Return what was typed in one go in a meeting, line by line."""
    if not meeting.quick:
        return ()
    # The grammar of action items is for those who have typed something.
    from minutebook.actions.known_people import people_of
    from minutebook.actions.quick import quick_lines

    return quick_lines(meeting, people_of(notebook.history, meeting))


def has_placeable(notebook: Notebook, meeting: Meeting) -> bool:
    """Whether a line of a meeting waits to be put in its place."""
    return any(not line.obstacle for line in lines_read(notebook, meeting))
