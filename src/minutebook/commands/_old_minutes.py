"""The files of hand-written minutes that a command is given."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.handwritten.contents import WrittenDate
from minutebook.oldminutes.handwritten.file_dates import doubtful_dates_of_path
from minutebook.records.problem import UsageError
from minutebook.repository.objects import MOST

_SHOWN = 10


class NoText(UsageError):
    """A file that holds no text: what it is instead, with its line and what to do about it."""

    def __init__(self, path: str, line: int, what: str, hint: str) -> None:
        super().__init__(f"'{path}' {what}")
        self.line, self.what, self.hint = line, what, hint


@dataclass(frozen=True, slots=True)
class Undated:
    """Why a file tells no day, and what to do about it."""

    line: int
    message: str
    hint: str


def files(arguments: Iterable[str]) -> tuple[str, ...]:
    """Return the files that are named, each once; raises UsageError, with the reasons, if some are none."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for path in (one for argument in arguments for one in _expanded(argument)):
        if fault := _fault(path):
            faults.append(fault)
        found.setdefault(os.path.realpath(path), path)
    if faults:
        raise UsageError(_told(faults, len(found)))
    return tuple(found.values())


def text(path: str) -> str:
    """Return the text of a file; raises NoText if it holds none, and UsageError if it can't be read."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(_unreadable(path, error)) from None
    try:
        found = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"is no text in UTF-8: byte {error.start + 1} can't be read"
        raise NoText(path, line, what, "Save it as UTF-8 in your editor.") from None
    if "\0" in found:
        line = found[: found.index("\0")].count("\n") + 1
        raise NoText(path, line, "is no text: it has a NUL character", "Minutes are plain text, in Markdown.")
    return found


def undated(paper: MinutesFile) -> Undated:
    """Say what a file without a day has in the place of a date."""
    hint = "Name the file after its day, such as 2020-10-26.md."
    for one in doubtful_dates_of_path(paper.path):
        return _doubt(1, one, "in its name", hint)
    for one in paper.minutes.doubtful_dates:
        return _doubt(one.line, one, f"in line {one.line}", hint)
    hint = "Name the file after its day, such as 2020-10-26.md, or write the date into its title."
    return Undated(1, "there is no date in its name or title", hint)


def _doubt(line: int, one: WrittenDate, where: str, hint: str) -> Undated:
    if one.days:
        can_be = " or ".join(map(str, one.days))
        hint = f"Name the file after the right one, such as {one.days[0]}.md."
        return Undated(line, f"the date {one.text} {where} can be {can_be}", hint)
    return Undated(line, f"the date {one.text} {where} is no day that a meeting can have", hint)


def _expanded(argument: str) -> Iterator[str]:
    """Yield the files that fit a pattern, which not every shell looks for; else the argument as it is."""
    pattern = glob.has_magic(argument) and not os.path.lexists(argument)
    yield from (sorted(glob.glob(argument)) if pattern else ()) or (argument,)  # noqa: PTH207


def _fault(path: str) -> str:
    """Say why a path is no file that can be read; nothing if it is one."""
    file = Path(path)
    try:
        if file.is_dir():
            return f"'{path}' is a folder; name the files in it, such as {path.rstrip('/')}/*.md"
        if not file.exists():
            return f"there is no file {'like ' if glob.has_magic(path) else ''}'{path}'"
        if not file.is_file() or file.stat().st_size > MOST:
            return f"'{path}' is no file of minutes: those are plain files of at most 8 MiB"
        file.open("rb").close()
    except OSError as error:
        return _unreadable(path, error)
    return ""


def _unreadable(path: str, error: OSError) -> str:
    return f"'{path}' can't be read: {error.strerror or error}"


def _told(faults: Sequence[str], files: int) -> str:
    if len(faults) == 1:
        return faults[0]
    more = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
    lines = [f"{len(faults)} of {files} files can't be read, and nothing was done:", *faults[:_SHOWN], *more]
    return "\n    ".join(lines)
