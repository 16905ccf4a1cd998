"""A file of hand-written minutes with the day of its meeting."""

from dataclasses import dataclass
from datetime import date

from minutebook.oldminutes.handwritten.contents import Minutes
from minutebook.oldminutes.handwritten.file_dates import day_of_path
from minutebook.oldminutes.handwritten.minutes_reader import read_minutes


@dataclass(frozen=True, slots=True)
class MinutesFile:
    """One file of minutes: its path, the day of its meeting, and what is understood of it."""

    path: str
    day: date | None
    minutes: Minutes


def read_minutes_file(path: str, text: str) -> MinutesFile:
    """Return a file of minutes; the date in its path wins over those in its text."""
    minutes = read_minutes(text)
    dates = (*minutes.title_dates, *minutes.body_dates)
    day_of_text = next((written.days[0] for written in dates if len(written.days) == 1), None)
    return MinutesFile(path, day_of_path(path) or day_of_text, minutes)
