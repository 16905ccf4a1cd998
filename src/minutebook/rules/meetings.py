"""Rules about a meeting as a whole."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import history_rule, structure


@structure("date-mismatch")
def date_is_the_files(meeting: Meeting) -> Iterator[Finding]:
    """The date in a meeting is the date in its file's name."""
    name = PurePosixPath(meeting.path)
    if name.stem != str(meeting.date):
        message = f"the date is {meeting.date}, the file's name says {name.stem}"
        hint = f"Write: date: {name.stem}   (or rename the file, if it is the name that is wrong)"
        yield Finding(("date",), message, hint=hint)


@history_rule("title-missing")
def has_a_title(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting has a title, its own or its series'."""
    if meeting.held and not (meeting.title or history.series.title):
        message = "the meeting has no title, and neither has its series"
        yield Finding((), message, hint="Write: title: …   here, or in series.yaml for all new meetings.")
