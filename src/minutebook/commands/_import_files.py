"""Which of the files that are named an import takes, each for its day."""

import re
import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath

from minutebook.commands._old_minutes import NoText, read_guessed
from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.file_days import days_of_files
from minutebook.oldminutes.old_files import OldFile, OldFiles, files_of_days
from minutebook.oldminutes.series_import import stopped_file
from minutebook.oldminutes.sheet import Decision
from minutebook.records.dated import Dated
from minutebook.records.file_kinds import SERIES
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.records.series import Style
from minutebook.source.build_series import build_series
from minutebook.source.schema.schemas import problems
from minutebook.source.yaml.loader import read

_GROUP = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class SortedFiles:
    """The files to import by day, those that can't be, copies, and those whose meeting the series has already."""

    old_files: tuple[OldFile, ...]
    stopped: tuple[Problem, ...]
    copies: tuple[tuple[str, str], ...]  # each with the file that it is one of
    existing: tuple[OldFile, ...]
    guessed: tuple[Decision, ...]  # where the encoding of those to import was guessed


def sort_files(
    paths: Sequence[str], reader: OldFiles, series: Notebook | None, into: str = ""
) -> SortedFiles:
    """Return which files are imported into a series, and why the others are not."""
    read = [*map(_read, paths)]
    stopped = [fault for fault in read if isinstance(fault, Problem)]
    unread = {fault.path for fault in stopped}
    readable = [path for path in paths if path not in unread]
    reader.parse(readable)
    days = days_of_files(readable, reader.document)
    stopped += [
        stopped_file(path, file_day.line, file_day.message, file_day.hint)
        for path, file_day in days.items()
        if not file_day.day
    ]
    by_day, copies = files_of_days(days, reader)
    for first, *twins in by_day.values():
        for file in twins:
            message = f"{first.path} is also of {file.day}, and a series has only one meeting a day"
            line = file.lines.start if file.lines else 1
            hint = _twin_hint(file.path, first.path, paths, into)
            stopped.append(stopped_file(file.path, line, message, hint))
    # Sorted out at the end: of two files of one day, neither is imported if the series has that day.
    days_before = series.days if series else {}
    old_files = tuple(first for first, *_ in by_day.values() if first.day not in days_before)
    existing = tuple(first for first, *_ in by_day.values() if first.day in days_before)
    imported = {file.path for file in old_files}
    guessed = tuple(guess for guess in read if isinstance(guess, Decision) and guess.path in imported)
    return SortedFiles(old_files, tuple(stopped), copies, existing, guessed)


def _twin_hint(path: str, twin: str, paths: Sequence[str], into: str) -> str:
    """Say what to do about two files of one day: those of two groups belong in two series."""
    groups = Counter(_group(each) for each in paths)
    group, twin_group = _group(path), _group(twin)
    if group and group != twin_group and min(groups[group], groups[twin_group]) > 1:
        members = shlex.join(each for each in paths if _group(each) == group)
        return f"If these are two groups, import each into a series of its own: minutebook import {members} --into {into or 'meetings'}-{group}"
    return "Join the two files, or give one its own date."


def _group(path: str) -> str:
    """Return the words of a file's name, which may say whose minutes it has."""
    return "-".join(_GROUP.findall(PurePath(path).stem)).lower()


def _read(path: str) -> Problem | Decision | None:
    """Return why nothing can be read in a file, or the first line of which the encoding was guessed."""
    try:
        text, guessed_line = read_guessed(path)
    except NoText as error:
        return stopped_file(path, error.line, f"this {error.fault}", error.hint)
    if not text.strip():
        message, hint = "there is nothing in it", "Leave it out, or write into it what was said."
        return stopped_file(path, 1, message, hint)
    line = text.split("\n")[guessed_line - 1].strip()
    return Decision(path, guessed_line, "encoding guessed", line, "") if guessed_line else None


def style_beside(files: Sequence[OldFile]) -> Dated[Style] | None:
    """Return the style of the series.yaml beside or above the files, in which minutebook drew them; None without one."""
    folders = [folder for file in files[:1] for folder in list(Path(file.path).absolute().parents)[:2]]
    path = next((folder / SERIES for folder in folders if (folder / SERIES).is_file()), None)
    try:
        document = read(str(path), path.read_bytes()) if path else None
    except (OSError, Refused):  # what a file beside them says is a help, and no more
        return None
    return build_series(document).style if document and not problems("series", document) else None
