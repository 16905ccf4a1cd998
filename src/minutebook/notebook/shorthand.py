"""What stands in a meeting in short, and `sync` writes out: lines typed in one go, and who was there."""

from typing import TYPE_CHECKING

from minutebook.notebook.notebook import Notebook
from minutebook.records.attendance import can_be_written_out
from minutebook.records.meeting import Meeting, Section

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


def short_sections(notebook: Notebook, meeting: Meeting) -> tuple[Section, ...]:
    """Return the sections of a meeting in which the names must be written out, and can be."""
    if not meeting.sections_in_short:
        return ()
    roster = notebook.history.roster
    return tuple(
        section
        for section in meeting.sections_in_short
        if can_be_written_out(section.attendance, roster, meeting.date)
    )
