"""How the files of a series are named."""

from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from minutebook.records.file_kinds import MINUTES, NOTES
from minutebook.records.iso_days import parse_day

YEARS = range(1900, 3000)
"""The years of meetings: far enough from the ends of the calendar for any schedule to be followed from there."""


# The names of all files of a series are read in each run, most of them more than once.
@lru_cache(1 << 16)
def day_of(text: str) -> date | None:
    """Return the day that a text or the stem of a file's name says, such as 2020-10-26, if a meeting can be on it."""
    day = parse_day(text)
    return day if day and day.year in YEARS else None


def meeting_path(folder: PurePosixPath, day: date) -> str:
    """Return where the file of a meeting stands in a folder."""
    return str(folder / f"{day}{NOTES}")


def minutes_path(meeting: str) -> str:
    """Return where the minutes of a meeting's file stand."""
    return _with_ending(meeting, NOTES, MINUTES)


def notes_path(minutes: str) -> str:
    """Return where the file stands from which minutes are written."""
    return _with_ending(minutes, MINUTES, NOTES)


def _with_ending(path: str, ending: str, new_ending: str) -> str:
    # To take a path apart takes ten times as long, and a series has thousands.
    if path.endswith(ending):
        return path[: -len(ending)] + new_ending
    return str(PurePosixPath(path).with_suffix(new_ending))
