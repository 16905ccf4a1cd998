"""Which of the files that are named an import takes, each for its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from minutebook.commands import _old_minutes
from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.audit.minutes_file import read_minutes_file
from minutebook.oldminutes.handwritten.file_dates import day_of_path
from minutebook.oldminutes.importer.values import OldFile, StoppedFile


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files to import by day, those that can't be, and those whose text or whose meeting is there already.

    A copy is told with the file that it is one of.
    """

    sources: tuple[OldFile, ...]
    refused: tuple[StoppedFile, ...]
    copies: tuple[tuple[str, str], ...]
    known: tuple[str, ...]


def sort(paths: Sequence[str], there: Notebook | None) -> Sorted:
    """Return which files are imported, and why the others are not."""
    found: dict[date, OldFile] = {}
    refused, copies = [], []
    for path, read in _by_name([(path, _day(path)) for path in paths]):
        if isinstance(read, StoppedFile):
            refused.append(read)
        elif read not in found:
            found[read] = OldFile(path, read)
        elif _old_minutes.text(path) == _old_minutes.text(found[read].path):
            copies.append((path, found[read].path))
        else:
            message = f"{found[read].path} is of {read}, too, and a series has one meeting a day"
            refused.append(StoppedFile(path, 1, message, "Join the two files, or give one its own date."))
    # Sorted out last: of two files of one day, the other one is not in the series.
    known = tuple(one.path for day, one in found.items() if there and day in there.days)
    sources = tuple(found[day] for day in sorted(found) if not (there and day in there.days))
    return Sorted(sources, tuple(refused), tuple(copies), known)


def _by_name(read: Sequence[tuple[str, date | StoppedFile]]) -> list[tuple[str, date | StoppedFile]]:
    """Let the shortest name come first: what was copied later has something behind it, such as `(copy)`."""
    return sorted(read, key=lambda one: len(PurePath(one[0]).name))


def _day(path: str) -> date | StoppedFile:
    """Return the day of a file, or why it has none."""
    try:
        text = _old_minutes.text(path)
    except _old_minutes.NoText as error:
        return StoppedFile(path, error.line, f"this {error.what}", error.hint)
    if not text.strip():
        return StoppedFile(path, 1, "there is nothing in it", "Leave it out, or write into it what was said.")
    if named := day_of_path(path):  # the text needs no reading for this
        return named
    one = read_minutes_file(path, text)
    if one.day is None:
        why = _old_minutes.undated(one)
        return StoppedFile(path, why.line, why.message, why.hint)
    return one.day
