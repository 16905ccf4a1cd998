"""Meetings that belong to no series: nothing checks them once their series.yaml is gone."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from minutebook.notebook.misnamed_files import dated_by_itself, misnamed_series, move_line
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.series_files import series_files, without_series
from minutebook.records.file_kinds import SERIES, is_meant_as_notes
from minutebook.records.filenames import day_of
from minutebook.records.likeness import is_alike
from minutebook.records.problem import START, Problem
from minutebook.repository.snapshot import Snapshot


def missing_series(snapshot: Snapshot, shared: Callable[[], Iterable[Notebook]]) -> Iterator[Problem]:
    """Yield an error for each folder that has meetings and no series.yaml beside or above them.

    `shared` gives the series as others have them, from which one can be put back.
    """
    for folder, meetings in orphaned_meetings(snapshot).items():
        if misnamed := misnamed_series(snapshot, folder):
            hint = f"Type: {move_line(snapshot, misnamed, str(folder / SERIES))}"
        else:
            former = next((notebook for notebook in shared() if notebook.path == folder), None)
            hint = ("" if former else _moving(snapshot, meetings)) + _putting_back(folder / SERIES, former)
        yield _problem(folder / SERIES, meetings, hint)


def orphaned_meetings(snapshot: Snapshot) -> Mapping[PurePosixPath, list[PurePosixPath]]:
    """Return the meetings that belong to no series by the folder in which its series.yaml belongs."""
    orphans: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path in map(PurePosixPath, without_series(snapshot.files)):
        day = day_of(path.stem) if is_meant_as_notes(path.name) else None
        # Other programs name their files after days, too.
        if day and dated_by_itself(snapshot, str(path)) == day:
            orphans.setdefault(_series_folder(path), []).append(path)
    return orphans


def _series_folder(meeting: PurePosixPath) -> PurePosixPath:
    """Return where the series.yaml of a meeting belongs; meetings may stand in a folder for their year."""
    folder = meeting.parent
    return folder.parent if folder.name == meeting.stem[:4] and folder.parent.parts else folder


def _problem(series: PurePosixPath, meetings: list[PurePosixPath], hint: str) -> Problem:
    more = f" and {len(meetings) - 1} more" if len(meetings) > 1 else ""
    message = f"{series} is missing, and so nothing checks this meeting{more}"
    return Problem(str(meetings[0]), START, "series-missing", message, hint)


def _moving(snapshot: Snapshot, meetings: list[PurePosixPath]) -> str:
    """Return how a lone meeting gets into the series for which it was meant: the only one, or one of a like name."""
    homes = [files.folder for files in series_files(tuple(snapshot.files))]
    namesakes = [home for home in homes if is_alike(home.name, meetings[0].parent.name)]
    home = (namesakes or homes)[0] if len(namesakes) == 1 or len(homes) == 1 else None
    if home is None or len(meetings) > 1 or str(home / meetings[0].name) in snapshot.files:
        return ""
    move = move_line(snapshot, str(meetings[0]), str(home / meetings[0].name))
    return f"If it belongs to {home}, type: {move}\n"


def _putting_back(series: PurePosixPath, former: Notebook | None) -> str:
    """Return how a series.yaml comes back, which others may have."""
    file = shlex.quote(f":/{series}")
    line = (
        # Only this file: what was typed in the meetings since then stays.
        f"Put it back: git checkout {former.commit} -- {file}\n"
        if former
        else f"If git had it, put it back: git log --diff-filter=D -- {file}   names the commit that deleted it\n"
    )
    return line + "or write it anew, with a line `title: …`; or delete the meetings, too."
