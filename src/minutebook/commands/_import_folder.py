"""The folder that an import writes into: what may be there, and what stands in the way."""

import os
import shlex
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from minutebook.commands._call import Call
from minutebook.notebook.generated import is_generated
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.filenames import INDEX, SERIES
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused
from minutebook.repository.snapshot import Snapshot

_SUCH_AS = "name a folder below the top of the repository, such as: --into meetings/technology"
_SHOWN = 3


def destination(call: Call) -> PurePosixPath:
    """Return the folder that is named, from the top; raises UsageError where no series can be."""
    top = call.repository.top
    where = call.inside(call.options.into)
    if not where.parts:
        raise UsageError(_SUCH_AS)
    if ".git" in map(str.casefold, where.parts):
        raise UsageError(f"{where} belongs to git; {_SUCH_AS}")
    for part in reversed([where, *where.parents[:-1]]):
        _refuse_no_folder(top / part, call.shown(str(part)))
    nearest = next(one for one in (top / where, *(top / where).parents) if one.is_dir())
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise UsageError(f"you may not write into {call.shown(str(nearest))}; name another folder")
    series = str(where / SERIES)
    if call.repository.ignored([series]):
        raise UsageError(f"git leaves out {call.shown(series)} (.gitignore): minutes are to be kept")
    return where


def _refuse_no_folder(path: Path, shown: str) -> None:
    if path.is_symlink():
        raise UsageError(f"{shown} is a symbolic link, which git does not follow; name the folder itself")
    if path.exists() and not path.is_dir():
        raise UsageError(
            f"{shown} is a file; name a folder for the series, such as: --into meetings/technology"
        )
    if (path / ".git").exists():
        raise UsageError(
            f"{shown} is a git repository of its own; call this in there, or name another folder"
        )


def series_in(snapshot: Snapshot, where: PurePosixPath, most: int) -> Notebook | None:
    """Return the series that is there already; raises UsageError where one lies around it or in it.

    It is raised for one that can't be read, too. Of its meetings, at most `most` are held in memory.
    """
    found = notebooks(snapshot, most)
    there = next((one for one in found if one.path == where), None)
    for one in found:
        if one.path in where.parents:
            raise UsageError(f"{where} lies in the series {one.path}; name that, or a folder of its own")
        if there is None and where in one.path.parents:
            raise UsageError(
                f"{where} has the series {one.path} in it, and no series lies in another; name a folder of its own"
            )
    if there:
        _refuse_unreadable(there)
    return there


def _refuse_unreadable(there: Notebook) -> None:
    try:
        for day in there.days:
            there.meeting(day)
        _ = there.series
    except Refused as refused:
        first = refused.problems[0]
        raise UsageError(
            f"{first.path} can't be read: {first.message}; mend it first: minutebook check"
        ) from None


def in_the_way(top: Path, where: PurePosixPath, days: Iterable[date], *, new: bool) -> tuple[str, ...]:
    """Return the files that stand where those of some days belong, and of a new series its own."""
    names = [f"{day}.{kind}" for day in days for kind in ("yaml", "md")]
    names += [SERIES, INDEX] if new else []
    return tuple(str(where / name) for name in names if _is_anothers(top / where / name))


def _is_anothers(path: Path) -> bool:
    if not os.path.lexists(path):
        return False
    # Minutes that minutebook wrote it may write again.
    return not (path.suffix == ".md" and path.is_file() and is_generated(path.read_bytes()))


def move_first(call: Call, snapshot: Snapshot, where: PurePosixPath, paths: Sequence[str]) -> str:
    """Return what to do about files that stand in the way of an import."""
    top = call.repository.top
    shown = [call.shown(path) for path in paths]
    listed = ", ".join(shown[:_SHOWN]) + (f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else "")
    are, them = ("is", "it") if len(shown) == 1 else ("are", "these")
    remedy = f"name another folder, or move {them} away first"
    old = {os.path.realpath(path) for path in call.options.files}
    # The folder of the old minutes is moved as a whole, unless a series has come to be in there.
    if str(where / SERIES) not in snapshot.files and old & {os.path.realpath(top / path) for path in paths}:
        tracked = any(file.oid for path, file in snapshot.files.items() if path.startswith(f"{where}/"))
        folder = call.shown(str(where))
        verb = ("git", "mv") if tracked else ("mv",)
        remedy += f", such as: {shlex.join([*verb, folder, f'{folder}-by-hand'])}"
    return f"{listed} {are} there already, where new files belong; nothing was written: {remedy}"
