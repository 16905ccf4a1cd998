"""Meetings that belong to no series: nothing checks them once their series.yaml is gone."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from minutebook.notebook.series_files import without_series
from minutebook.records.file_kinds import SERIES, is_meant_as_notes
from minutebook.records.filenames import day_of
from minutebook.records.problem import START, Problem
from minutebook.repository.snapshot import Snapshot


def missing_series(snapshot: Snapshot) -> Iterator[Problem]:
    """Yield an error for each folder that has meetings and no series.yaml beside or above them."""
    orphans: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path in map(PurePosixPath, without_series(snapshot.files)):
        if is_meant_as_notes(path.name) and day_of(path.stem):
            orphans.setdefault(_series_folder(path), []).append(path)
    for folder, paths in orphans.items():
        meetings = [path for path in paths if _is_meeting(snapshot, path)]
        if meetings:
            yield _problem(folder / SERIES, meetings)


def _series_folder(meeting: PurePosixPath) -> PurePosixPath:
    """Return where the series.yaml of a meeting belongs; meetings may stand in a folder for their year."""
    folder = meeting.parent
    return folder.parent if folder.name == meeting.stem[:4] and folder.parent.parts else folder


def _is_meeting(snapshot: Snapshot, path: PurePosixPath) -> bool:
    """Whether a file that is named after a day says so itself: other programs name their files after days, too."""
    try:
        text = snapshot.read(str(path)).decode("utf-8", "replace")
    except OSError:
        return False
    return re.search(rf"^date:[ \t]*['\"]?{path.stem}\b", text, re.MULTILINE) is not None


def _problem(series: PurePosixPath, meetings: list[PurePosixPath]) -> Problem:
    more = f" and {len(meetings) - 1} more" if len(meetings) > 1 else ""
    message = f"{series} is missing, and so nothing checks this meeting{more}"
    hint = (
        f"Put it back, as git has it: git log --diff-filter=D -- {series}   names the commit that deleted it\n"
        f"or write it anew, with a line `title: …`; or delete the meetings, too."
    )
    return Problem(str(meetings[0]), START, "series-missing", message, hint)
