"""What keeps a file from being written, as problems: hand edits, and changes that are not staged."""

import shlex
from collections.abc import Sequence
from pathlib import PurePosixPath

from minutebook.notebook.generated import GeneratedFile
from minutebook.records.file_kinds import SERIES
from minutebook.records.phrases import SYNC, counted
from minutebook.records.problem import START, Location, Problem

_MOST_QUOTED = 20
NumberedLines = Sequence[tuple[int, str]]
"""Lines with their numbers from 1."""


def hand_edited(file: GeneratedFile, lines: NumberedLines) -> Problem:
    """Report lines that were typed into a generated file and stand nowhere else, so that it is not written."""
    source = PurePosixPath(file.source).name
    typed = "a line was typed" if len(lines) == 1 else f"{len(lines)} lines were typed"
    message = f"{typed} by hand here and would be lost, so this file was not written"
    hint = (
        f"Move what must stay into {_place(source)}, delete it here, then type: minutebook sync\n"
        f"{_quoted(lines, _MOST_QUOTED)}"
    )
    return Problem(file.path, Location(lines[0][0], 1), "hand-edited", message, hint)


def hand_edit_replaced(file: GeneratedFile, lines: NumberedLines) -> Problem:
    """Warn of lines of a generated file that are not its own and that git has, so that it is written."""
    source = PurePosixPath(file.source).name
    pronoun = "it" if len(lines) == 1 else "them"
    # Some may have been left by a merge or a rebase, of which git tells nothing later.
    message = (
        f"git has {counted(len(lines), 'line')} here that {source} does not have; sync replaces {pronoun}"
    )
    # All of them: what was only staged stands nowhere else that people look at.
    hint = f"To keep {pronoun}, put {pronoun} into {_place(source)}:\n{_quoted(lines, len(lines))}"
    return Problem(
        file.path, Location(lines[0][0], 1), "hand-edit-replaced", message, hint, severity="warning"
    )


def not_staged(file: GeneratedFile) -> Problem:
    """Report a file that is as it must be on disk, and not in the index."""
    state = "deleted, but the deletion" if file.text is None else "up to date, but this version"
    message = f"this file is {state} is not staged"
    hint = f"Type: {shlex.join(['git', 'add', file.path])}"
    return Problem(file.path, START, "not-staged", message, hint)


def half_staged(file: GeneratedFile, *, in_conflict: bool) -> Problem:
    """Report a file that is out of date and has changes that a commit would not take, so that it is not written."""
    if in_conflict:  # git restores none of these, and `sync` draws them anew
        message = "git has this file in conflict, and it is out of date"
        return Problem(file.path, START, "not-staged", message, _sync_and_add(file.path))
    message = "this file is out of date and has changes that are not staged, so it was not written"
    command = shlex.join(["git", "restore", file.path])
    hint = f"Move what you typed here into the YAML file, then type: {command}"
    return Problem(file.path, START, "not-staged", message, hint)


def not_carried(path: str) -> Problem:
    """Report a meeting with changes that a commit would not take, so that nothing is carried into it."""
    message = "it has changes that are not staged, so nothing was carried into it"
    return Problem(path, START, "not-staged", message, _sync_and_add(path))


def _sync_and_add(path: str) -> str:
    return f"{SYNC}   then: {shlex.join(['git', 'add', path])}"


def _place(source: str) -> str:
    """Return where a line of a generated file can stand; the index has no text but that of meetings."""
    return "the notes of a meeting" if source == SERIES else source


def _quoted(lines: NumberedLines, most: int) -> str:
    quoted = [f"  {number}: {line.strip()}" for number, line in lines[:most]]
    return "\n".join([*quoted, *([f"  and {len(lines) - most} more"] if len(lines) > most else [])])
