"""Which meetings a command is about."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.filenames import MINUTES, NOTES, SERIES, day_of, notes_path
from minutebook.records.problem import UsageError
from minutebook.repository.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Scope:
    """A series and those of its days that are looked at."""

    notebook: Notebook
    days: tuple[date, ...]


def everything(snapshot: Snapshot) -> tuple[Scope, ...]:
    """Return all series with all their meetings; raises UsageError if there is no series."""
    found = all_series(snapshot)
    if not found:
        raise UsageError(
            f"there is no series in the {snapshot.name}: a series is a folder with a {SERIES}, "
            "such as meetings/technology/series.yaml with a line `title: …`"
        )
    return found


def all_series(snapshot: Snapshot) -> tuple[Scope, ...]:
    """Return all series with all their meetings; there may be none."""
    return tuple(Scope(notebook, tuple(notebook.days)) for notebook in notebooks(snapshot))


def refuse_lost_series(snapshot: Snapshot, paths: Iterable[str]) -> None:
    """Raise UsageError where a series.yaml goes and its meetings stay, which nobody would check any more."""
    gone = [
        path for path in map(PurePosixPath, paths) if path.name == SERIES and str(path) not in snapshot.files
    ]
    owners = {notebook.path for notebook in notebooks(snapshot)} if gone else set()
    for path in gone:
        left = [name for name in map(PurePosixPath, snapshot.files) if path.parent in name.parents]
        if any(_is_meeting(name) and not owners & set(name.parents) for name in left):
            raise UsageError(
                f"{path} is deleted, and meetings are left beside it; keep it, or delete them, too"
            )


def _is_meeting(path: PurePosixPath) -> bool:
    return path.suffix.lower() in {NOTES, ".yml"} and _first_day(path) < date.max


def named(snapshot: Snapshot, paths: Iterable[PurePosixPath]) -> tuple[Scope, ...]:
    """Return what lies at or below some paths, from the earliest meeting named to the newest.

    Later meetings belong to it because their deltas can depend on it. Raises UsageError for a path that is
    in no series.
    """
    found = notebooks(snapshot)
    merged: dict[PurePosixPath, date] = {}
    for path in paths:
        _refuse_missing(snapshot, path)
        touched = list(_touched(found, path))
        if not touched:
            raise UsageError(f"{path} is in no series: no folder at, above or below it has a {SERIES}")
        for notebook, first in touched:
            merged[notebook.path] = min(first, merged.get(notebook.path, date.max))
    return tuple(_from(notebook, merged[notebook.path]) for notebook in found if notebook.path in merged)


def _refuse_missing(snapshot: Snapshot, path: PurePosixPath) -> None:
    names = {str(path), notes_path(str(path))} if path.suffix == MINUTES else {str(path)}
    below = "" if str(path) == "." else f"{path}/"
    if not names & snapshot.files.keys() and not any(name.startswith(below) for name in snapshot.files):
        raise UsageError(f"there is no {path} in the {snapshot.name}")


def touched_by(snapshot: Snapshot, paths: Sequence[str]) -> tuple[Scope, ...]:
    """Return what a change of some paths can change; none where no path lies in a series."""
    found = notebooks(snapshot)
    firsts: dict[PurePosixPath, date] = {}
    for path in map(PurePosixPath, paths):
        for notebook, first in _touched(found, path):
            if notebook.path in (path, *path.parents):
                firsts[notebook.path] = min(first, firsts.get(notebook.path, date.max))
    return tuple(_from(notebook, firsts[notebook.path]) for notebook in found if notebook.path in firsts)


def inside(top: Path | None, start: Path, argument: str) -> PurePosixPath:
    """Return an argument as a path from the top of the repository; raises UsageError if it lies outside.

    A bare repository has no top: its paths are named as its commits have them.
    """
    if top is None:
        return PurePosixPath(os.path.normpath(argument).replace(os.sep, "/"))
    # Not resolved: a link in the repository is a path of it.
    path = Path(os.path.abspath(start / argument))  # noqa: PTH100
    for candidate, root in ((path, top), (path.parent.resolve() / path.name, top.resolve())):
        if candidate.is_relative_to(root):
            return PurePosixPath(candidate.relative_to(root).as_posix())
    raise UsageError(f"{argument} is not in this repository, whose top is {top}")


def _touched(found: Sequence[Notebook], path: PurePosixPath) -> Iterator[tuple[Notebook, date]]:
    """Yield the series that a path is about, each with the earliest day it concerns."""
    owners = [notebook for notebook in found if notebook.path in path.parents]
    for notebook in found:
        if notebook.path == path or path in notebook.path.parents:
            yield notebook, date.min
    if owners:
        owner = max(owners, key=lambda notebook: len(notebook.path.parts))
        yield owner, _first_day(path)


def _first_day(path: PurePosixPath) -> date:
    """Return the earliest day that a file of a series is about: all, for series.yaml; else its own, or none."""
    if path.name == SERIES:
        return date.min
    return day_of(path.stem) or date.max


def _from(notebook: Notebook, first: date) -> Scope:
    return Scope(notebook, tuple(day for day in notebook.days if day >= first))
