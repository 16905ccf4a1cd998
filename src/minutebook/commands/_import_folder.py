"""The folder that an import writes into: what may be there, and what stands in the way."""

import os
import shlex
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from minutebook.commands._call import Call
from minutebook.commands._series_folder import refuse_ignored, refuse_nested_repository, refuse_unusable
from minutebook.notebook.generated import is_generated
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.file_kinds import INDEX, SERIES
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused
from minutebook.repository.snapshot import Snapshot

_EXAMPLE = "such as: --into meetings/technology"
_BELOW_TOP = f"name a folder below the top of the repository, {_EXAMPLE}"
_MOST_LISTED = 3


def destination(call: Call) -> PurePosixPath:
    """Return the folder that is named, from the top; raises UsageError where no series can be."""
    top = call.repository.top
    folder = call.inside(call.options.into)
    if not folder.parts:
        raise UsageError(_BELOW_TOP)
    if ".git" in map(str.casefold, folder.parts):
        raise UsageError(f"{folder} belongs to git; {_BELOW_TOP}")
    for ancestor in reversed([folder, *folder.parents[:-1]]):
        _refuse_no_folder(top / ancestor, call.shown(ancestor))
        refuse_nested_repository(top, ancestor)
    refuse_unusable(top, folder)
    nearest = next(path for path in (top / folder, *(top / folder).parents) if path.is_dir())
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise UsageError(f"{call.shown(nearest)} can't be written to; name another folder")
    refuse_ignored(call, str(folder / SERIES))
    return folder


def _refuse_no_folder(path: Path, name: str) -> None:
    if path.is_symlink():
        raise UsageError(f"{name} is a symbolic link, which git does not follow; name the folder itself")
    if path.exists() and not path.is_dir():
        raise UsageError(f"{name} is a file; name a folder for the series, {_EXAMPLE}")


def existing_series(snapshot: Snapshot, folder: PurePosixPath, most: int) -> Notebook | None:
    """Return the series that a folder has already; raises UsageError if it can't be read, or one lies around or in it."""
    # Of its meetings at most so many are held in memory.
    series = notebooks(snapshot, most)
    existing = next((notebook for notebook in series if notebook.path == folder), None)
    for notebook in series:
        path = notebook.path
        if path in folder.parents:
            raise UsageError(
                f"{folder} is inside the series {path}; name that series, or a folder outside it"
            )
        if existing is None and folder in path.parents:
            raise UsageError(
                f"{folder} contains the series {path}, and a series can't contain another; name another folder"
            )
    if existing:
        _refuse_unreadable(existing)
    return existing


def _refuse_unreadable(series: Notebook) -> None:
    try:
        for day in series.days:
            series.meeting(day)
        _ = series.series
    except Refused as refused:
        problem = refused.problems[0]
        raise UsageError(
            f"{problem.path} can't be read: {problem.message}; fix it first: minutebook check"
        ) from None


def blocking_files(top: Path, folder: PurePosixPath, days: Iterable[date], *, new: bool) -> tuple[str, ...]:
    """Return the files in the place of those of some meetings, and of a new series' own."""
    names = [f"{day}.{suffix}" for day in days for suffix in ("yaml", "md")]
    names += [SERIES, INDEX] if new else []
    return tuple(str(folder / name) for name in names if _is_foreign(top / folder / name))


def _is_foreign(path: Path) -> bool:
    if not os.path.lexists(path):
        return False
    # Minutes that minutebook wrote it may write again.
    return not (path.suffix == ".md" and path.is_file() and is_generated(path.read_bytes()))


def blocking_advice(call: Call, snapshot: Snapshot, folder: PurePosixPath, paths: Sequence[str]) -> str:
    """Return what to do about files in the place of those that an import would write."""
    top = call.repository.top
    names = ", ".join(call.shown(path) for path in paths[:_MOST_LISTED])
    if len(paths) > _MOST_LISTED:
        names += f" and {len(paths) - _MOST_LISTED} more"
    verb, pronoun = ("exists", "it") if len(paths) == 1 else ("exist", "them")
    remedy = f"name another folder, or move {pronoun} away first"
    imported = {os.path.realpath(path) for path in call.options.files}
    is_series = str(folder / SERIES) in snapshot.files
    # The folder of the old minutes is moved as a whole, unless a series has come to be in there.
    if not is_series and imported & {os.path.realpath(top / path) for path in paths}:
        tracked = any(file.oid for path, file in snapshot.files.items() if path.startswith(f"{folder}/"))
        move = ("git", "mv") if tracked else ("mv",)
        series_name = call.shown(folder)
        remedy += f", such as: {shlex.join([*move, series_name, f'{series_name}-by-hand'])}"
    return f"{names} already {verb} where new files belong; nothing was written: {remedy}"
