"""Files of a series whose names can't be those of meetings, and the names that they are to have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.series_files import SeriesFiles
from minutebook.records.file_kinds import NOTES, SERIES, is_meant_as_notes
from minutebook.records.filenames import day_of, meant_day, meeting_path
from minutebook.records.iso_days import DAY
from minutebook.records.late_patterns import late_pattern
from minutebook.records.phrases import shell_line
from minutebook.records.problem import START, Problem
from minutebook.repository.snapshot import Snapshot

_DATE_LINE = late_pattern(rf"^date:[ \t]*['\"]?({DAY})\b", re.MULTILINE)


_MEETING_KEY = late_pattern(r"^(?:attending|sections|actions|counters|notes|table):", re.MULTILINE)


def dated_by_itself(snapshot: Snapshot, path: str) -> date | None:
    """Return the day that a file says itself in a line `date:`, None where there is none."""
    line = _DATE_LINE.search(_text(snapshot, path))
    return day_of(line[1]) if line else None


def _text(snapshot: Snapshot, path: str) -> str:
    try:
        return snapshot.read(path).decode("utf-8", "replace")
    except OSError:
        return ""


def misnamed(snapshot: Snapshot, files: SeriesFiles) -> tuple[Problem, ...]:
    """Return an error for each file of a series that has a wrong name."""
    meetings = (path for path in files.nameless if _is_meeting(snapshot, path))
    return tuple(_problems(snapshot, (*files.misnamed, *meetings), files.days))


def _is_meeting(snapshot: Snapshot, path: str) -> bool:
    """Whether a file says itself that it is a meeting's, though no day is in its name."""
    return bool(dated_by_itself(snapshot, path) and _MEETING_KEY.search(_text(snapshot, path)))


def _problems(snapshot: Snapshot, paths: Iterable[str], days: Mapping[date, str]) -> Iterator[Problem]:
    taken = dict(days)
    for path in paths:
        day = day_of(PurePosixPath(path).stem) or date.min
        if day in days and path.endswith(NOTES):
            message = f"there is another meeting of {day} in this series: {days[day]}"
            yield Problem(path, START, "duplicate-date", message, "Join the two, or give one its own date.")
        else:
            message = "a meeting's file must be named after its date, such as 2020-10-26.yaml"
            yield Problem(path, START, "file-name", message, _new_name(snapshot, path, taken))


def _new_name(snapshot: Snapshot, path: str, taken: dict[date, str]) -> str:
    """Return how a file gets its name: no other file is overwritten, and one that git doesn't know is not moved by git."""
    file = PurePosixPath(path)
    candidates = [day for day in (meant_day(file.stem), dated_by_itself(snapshot, path)) if day]
    day = next((day for day in candidates if day not in taken), None)
    if candidates and not day:
        return (
            f"{taken[candidates[0]]} has that day: put what only this file has into it, then delete this one."
        )
    right = meeting_path(file.parent, day) if day else str(file.with_name("DATE.yaml"))
    if day:
        taken[day] = right
    return f"Type: {move_line(snapshot, path, right)}"


def misnamed_series(snapshot: Snapshot, folder: PurePosixPath | None = None) -> str | None:
    """Return a file that is meant as the series.yaml of a folder, or of any, such as Series.yml; None without one."""
    for path in map(PurePosixPath, filter(is_meant_as_notes, snapshot.files)):
        is_meant = path.name.lower().partition(".")[0] == SERIES.partition(".")[0] and path.name != SERIES
        if is_meant and folder in {None, path.parent}:
            return str(path)
    return None


def move_line(snapshot: Snapshot, path: str, new_path: str, file: str = "") -> str:
    """Return what moves a file, or the folder of this `file`: git does, where it knows it."""
    move = ("git", "mv") if snapshot.files[file or path].oid else ("mv",)
    return shell_line([*move, path, new_path])
