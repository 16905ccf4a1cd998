"""Which meetings a command is about."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import dropwhile
from pathlib import Path, PurePosixPath

from minutebook.disk.store import Store
from minutebook.notebook.misnamed_files import misnamed_series, move_line
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.orphans import orphaned_meetings
from minutebook.records.file_kinds import MINUTES, SERIES
from minutebook.records.filenames import day_of, notes_path
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import UsageError
from minutebook.repository.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Scope:
    """A series, and the days of its meetings that a command is about."""

    notebook: Notebook
    days: tuple[date, ...]


def beside(scopes: Iterable[Scope], others: Callable[[], Iterable[Notebook]]) -> tuple[Scope, ...]:
    """Return scopes whose series know the series as others have them."""
    return tuple(replace(scope, notebook=replace(scope.notebook, others=others)) for scope in scopes)


def everything(snapshot: Snapshot, store: Store | None = None) -> tuple[Scope, ...]:
    """Return all series with all their meetings; raises UsageError if there is no series."""
    scopes = all_series(snapshot, store)
    if not scopes:
        remedy = "`minutebook init` sets one up"
        if misnamed := misnamed_series(snapshot):
            right = str(PurePosixPath(misnamed).with_name(SERIES))
            remedy = f"if {misnamed} is meant as one, type: {move_line(snapshot, misnamed, right)}"
        elif orphans := orphaned_meetings(snapshot):
            remedy = f"how that of {next(iter(orphans))} comes back, says: minutebook check"
        raise UsageError(
            f"there is no series in the {snapshot.name}: a series is a folder with a {SERIES}, "
            f"such as meetings/technology/series.yaml with a line `title: …`; {remedy}"
        )
    return scopes


def all_series(snapshot: Snapshot, store: Store | None = None) -> tuple[Scope, ...]:
    """Return all series with all their meetings; there may be none."""
    return tuple(Scope(notebook, tuple(notebook.days)) for notebook in notebooks(snapshot, store=store))


def selected(
    snapshot: Snapshot, paths: Iterable[PurePosixPath], store: Store | None = None
) -> tuple[Scope, ...]:
    """Return the series at, above or below some paths, from the earliest meeting named to the newest.

    Later meetings belong to it because their deltas can depend on it. Raises UsageError for a path that is
    in no series.
    """
    series = notebooks(snapshot, store=store)
    touched: list[tuple[Notebook, date]] = []
    for path in paths:
        _refuse_missing(snapshot, path)
        touched_here = list(_touched(series, path))
        if not touched_here:
            raise UsageError(f"{path} is in no series: no folder at, above or below it has a {SERIES}")
        touched += touched_here
    return _from_earliest(series, touched)


def meant(series: Sequence[Notebook], snapshot: Snapshot, path: PurePosixPath) -> PurePosixPath:
    """Return a path, or what is meant by one that is none: the name of a series, or the date of one's only meeting.

    It is sought around and below the folder that the path stands in. Raises UsageError if several are meant.
    """
    if _is_there(snapshot, path):
        return path
    here, day = path.parent, day_of(path.name)
    nearby = [notebook for notebook in series if here in (notebook.path, *notebook.path.parents)]
    nearby += [notebook for notebook in series if notebook.path in here.parents]
    meetings = [notebook.days[day] for notebook in nearby if day in notebook.days] if day else []
    folders = [str(notebook.path) for notebook in nearby if notebook.path.name == path.name]
    names = meetings or folders
    if len(names) > 1:
        raise UsageError(f"'{path.name}' is several here; name one of: {', '.join(names)}")
    return PurePosixPath(names[0]) if names else path


def _refuse_missing(snapshot: Snapshot, path: PurePosixPath) -> None:
    if not _is_there(snapshot, path):
        raise UsageError(
            f"there is no {path} in the {snapshot.name}, or git ignores it; name a file, a folder, a series or a date"
        )


def _is_there(snapshot: Snapshot, path: PurePosixPath) -> bool:
    names = {str(path), notes_path(str(path))} if path.suffix == MINUTES else {str(path)}
    prefix = "" if str(path) == "." else f"{path}/"
    return bool(names & snapshot.files.keys()) or any(name.startswith(prefix) for name in snapshot.files)


def is_at_or_below(path: str, folders: Iterable[PurePosixPath]) -> bool:
    """Whether a path is one of some, or lies below one."""
    return any(folder in (PurePosixPath(path), *PurePosixPath(path).parents) for folder in folders)


def touched_by(snapshot: Snapshot, paths: Sequence[str], store: Store | None = None) -> tuple[Scope, ...]:
    """Return what a change of some paths can change; none where no path lies in a series."""
    series = notebooks(snapshot, store=store)
    touched = (
        (notebook, day)
        for path in map(PurePosixPath, paths)
        for notebook, day in _touched(series, path)
        if notebook.path in (path, *path.parents)
    )
    return _from_earliest(series, touched)


def inside(top: Path | None, start: Path, argument: str) -> PurePosixPath:
    """Return an argument as a path from the top of the repository; raises UsageError if it lies outside.

    A bare repository has no top: its paths are named as its commits have them.
    """
    if top is None:
        return PurePosixPath(os.path.normpath(argument).replace(os.sep, "/"))
    # Not resolved, because a symbolic link in the repository is a path of it.
    path = Path(os.path.abspath(start / argument))  # noqa: PTH100
    for candidate, root in ((path, top), (path.parent.resolve() / path.name, top.resolve())):
        if candidate.is_relative_to(root):
            return PurePosixPath(candidate.relative_to(root).as_posix())
    raise UsageError(f"{argument} is not in this repository, whose top is {top}")


def _touched(series: Sequence[Notebook], path: PurePosixPath) -> Iterator[tuple[Notebook, date]]:
    """Yield the series that a path is about, each with the earliest day it concerns."""
    series_around = [notebook for notebook in series if notebook.path in path.parents]
    for notebook in series:
        if notebook.path == path or path in notebook.path.parents:
            yield notebook, date.min
    if series_around:
        innermost = max(series_around, key=lambda notebook: len(notebook.path.parts))
        yield innermost, _first_day(path)


def _first_day(path: PurePosixPath) -> date:
    """Return the earliest day that a file of a series is about: all, for series.yaml; else its own, or none."""
    if path.name == SERIES:
        return date.min
    return day_of(path.stem) or date.max


def _from_earliest(series: Sequence[Notebook], touched: Iterable[tuple[Notebook, date]]) -> tuple[Scope, ...]:
    """Return the series that are touched, each from the earliest day that is."""
    earliest: dict[PurePosixPath, date] = {}
    for notebook, day in touched:
        earliest[notebook.path] = min(day, earliest.get(notebook.path, date.max))
    return tuple(
        Scope(notebook, tuple(dropwhile(start.__gt__, notebook.days)))
        for notebook in series
        if (start := earliest.get(notebook.path))
    )
