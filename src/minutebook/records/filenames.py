"""How the files of a series are named."""

import re
from datetime import date
from pathlib import PurePosixPath

SERIES, INDEX = "series.yaml", "README.md"
NOTES, MINUTES = ".yaml", ".md"
"""What the file of a meeting ends in, and that of its minutes, which stands beside it."""
READ = (NOTES, ".yml", MINUTES)
"""Ends of the names of all files that are read; a meeting that is named .yml is reported."""
YEARS = range(1900, 3000)
"""The years of meetings: far enough from the ends of the calendar for any schedule to be followed from there."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(text: str) -> bool:
    """Whether a text is written as a day, even one that is in no calendar."""
    return _DAY.fullmatch(text) is not None


def day_of(text: str) -> date | None:
    """Return the day that a text or the stem of a file's name says, such as 2020-10-26, if a meeting can be on it."""
    try:
        # Since Python 3.11 fromisoformat takes 20201026 and 2020-W44-1, too (gh-80010).
        day = date.fromisoformat(text) if is_day(text) else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def meeting_path(folder: PurePosixPath, day: date) -> str:
    """Return where the file of a meeting stands in a folder."""
    return str(folder / f"{day}{NOTES}")


def minutes_path(meeting: str) -> str:
    """Return where the minutes of a meeting's file stand."""
    return str(PurePosixPath(meeting).with_suffix(MINUTES))


def notes_path(minutes: str) -> str:
    """Return where the file stands from which minutes are written."""
    return str(PurePosixPath(minutes).with_suffix(NOTES))
