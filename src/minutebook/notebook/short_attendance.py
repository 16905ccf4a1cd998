"""Where a meeting says in short who was there, and `sync` writes the names."""

from minutebook.notebook.notebook import Notebook
from minutebook.records.attendance import can_be_written_out
from minutebook.records.meeting import Meeting, Section


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
