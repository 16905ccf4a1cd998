"""How the files of a series are named."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from minutebook.records.file_kinds import MINUTES, NOTES
from minutebook.records.iso_days import parse_day
from minutebook.records.late_patterns import late_pattern

YEARS = range(1900, 3000)
"""The years of meetings: far enough from the ends of the calendar for any schedule to be followed from there."""

_PARTS = (
    late_pattern(
        r"(?<![0-9])(?P<year>[0-9]{4})[-_. ]?(?P<month>[0-9]{1,2})[-_. ]?(?P<day>[0-9]{1,2})(?![0-9])"
    ),
    late_pattern(
        r"(?<![0-9])(?P<day>[0-9]{1,2})[-_. ](?P<month>[0-9]{1,2})[-_. ](?P<year>[0-9]{4})(?![0-9])"
    ),
    late_pattern(
        r"(?<![0-9])(?P<month>[0-9]{1,2})[-_. ](?P<day>[0-9]{1,2})[-_. ](?P<year>[0-9]{4})(?![0-9])"
    ),
)


def day_of(text: str) -> date | None:
    """Return the day that a text or the stem of a file's name says, such as 2020-10-26, if a meeting can be on it."""
    day = parse_day(text)
    return day if day and day.year in YEARS else None


def meant_day(stem: str) -> date | None:
    """Return the only day that a name can mean which is not written as one, such as 2020-10-5 or 26.10.2020."""
    matches = [match for pattern in _PARTS if (match := pattern.search(stem))]
    days = {day_of(f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}") for match in matches} - {None}
    return days.pop() if len(days) == 1 else None


def name_of(path: str) -> str:
    """Return the name of a file without its folder."""
    # To take a path apart takes ten times as long, and a series has thousands.
    return path.rpartition("/")[2]


def meeting_path(folder: PurePosixPath, day: date) -> str:
    """Return where the file of a meeting stands in a folder."""
    return str(folder / f"{day}{NOTES}")


def minutes_path(meeting: str) -> str:
    """Return where the minutes of a meeting's file stand."""
    return _with_ending(meeting, NOTES, MINUTES)


def minutes_paths(meetings: Iterable[str]) -> list[str]:
    """Return where the minutes of some meetings' files stand, of thousands in a third of the time."""
    return [meeting.removesuffix(NOTES) + MINUTES for meeting in meetings]


def notes_path(minutes: str) -> str:
    """Return where the file stands from which minutes are written."""
    return _with_ending(minutes, MINUTES, NOTES)


def _with_ending(path: str, ending: str, new_ending: str) -> str:
    if path.endswith(ending):
        return path[: -len(ending)] + new_ending
    return str(PurePosixPath(path).with_suffix(new_ending))
