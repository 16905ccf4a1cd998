"""Rules about a meeting as a whole."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.named_days import names_another_day, renamed
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, STRUCTURE
from minutebook.source.yaml.quotes import write_text


@STRUCTURE.rule("date-mismatch")
def date_is_the_files(meeting: Meeting) -> Iterator[Finding]:
    """The date in a meeting must be the date in its file's name."""
    date_of_file = PurePosixPath(meeting.path).stem
    if date_of_file != str(meeting.date):
        message = f"the date is {meeting.date}, but the file's name says {date_of_file}"
        hint = f"Write: date: {date_of_file}   (or, if the name is wrong, rename the file)"
        yield Finding(("date",), message, hint=hint)


@HISTORY.rule("title-missing")
def meeting_has_a_title(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting must have a title, its own or its series'."""
    if meeting.held and not (meeting.title or history.series.title.on(meeting.date)):
        message = "neither this meeting nor its series has a title"
        yield Finding((), message, hint="Write `title: …` here, or in series.yaml for all new meetings.")


@HISTORY.rule("title-date", severity="warning", strict=True)
def title_names_its_day(meeting: Meeting, _history: History) -> Iterator[Finding]:
    """A title that names a month, a year or a day should name those of its meeting."""
    title = meeting.title
    if title and names_another_day(title, meeting.date):
        message = f"'{title}' names another day than that of the meeting, {meeting.date}"
        hint = f"Write: title: {write_text(renamed(title, meeting.date))}\nor leave the day out, which the minutes add themselves"
        yield Finding(("title",), message, hint=hint)
