"""Which of the files that are named an import takes, each for its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from minutebook.commands._old_minutes import NoText, missing_date, read_text
from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.audit.minutes_file import read_minutes_file
from minutebook.oldminutes.handwritten.file_dates import day_of_path
from minutebook.oldminutes.importer.values import OldFile, StoppedFile


@dataclass(frozen=True, slots=True)
class SortedFiles:
    """The files to import by day, those that can't be, copies, and those whose meeting the series has already.

    A copy is told with the file that it is one of.
    """

    old_files: tuple[OldFile, ...]
    stopped: tuple[StoppedFile, ...]
    copies: tuple[tuple[str, str], ...]
    existing: tuple[str, ...]


def sort_files(paths: Sequence[str], series: Notebook | None) -> SortedFiles:
    """Return which files are imported into a series, and why the others are not."""
    old_files: dict[date, OldFile] = {}
    stopped, copies = [], []
    for path in sorted(paths, key=_name_length):
        day = _day(path)
        if isinstance(day, StoppedFile):
            stopped.append(day)
        elif day not in old_files:
            old_files[day] = OldFile(path, day)
        elif read_text(path) == read_text(old_files[day].path):
            copies.append((path, old_files[day].path))
        else:
            message = f"{old_files[day].path} is also of {day}, and a series has only one meeting a day"
            stopped.append(StoppedFile(path, 1, message, "Join the two files, or give one its own date."))
    # Sorted out at the end: of two files of one day, neither is imported if the series has that day.
    existing = {day for day in old_files if series and day in series.days}
    return SortedFiles(
        tuple(old_files[day] for day in sorted(old_files.keys() - existing)),
        tuple(stopped),
        tuple(copies),
        tuple(file.path for day, file in old_files.items() if day in existing),
    )


def _name_length(path: str) -> int:
    """Let the shortest name come first: what was copied later has something behind it, such as `(copy)`."""
    return len(PurePath(path).name)


def _day(path: str) -> date | StoppedFile:
    """Return the day of a file, or why it has none."""
    try:
        text = read_text(path)
    except NoText as error:
        return StoppedFile(path, error.line, f"this {error.fault}", error.hint)
    if not text.strip():
        return StoppedFile(path, 1, "there is nothing in it", "Leave it out, or write into it what was said.")
    if day := day_of_path(path):  # the text needs no reading for this
        return day
    file = read_minutes_file(path, text)
    if file.day is None:
        missing = missing_date(file)
        return StoppedFile(path, missing.line, missing.message, missing.hint)
    return file.day
