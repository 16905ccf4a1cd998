"""Whether the generated files of a snapshot are what would be written now."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from minutebook.notebook.generated import GeneratedFile, plain_text
from minutebook.notebook.notebook import Notebook
from minutebook.records.file_kinds import SERIES
from minutebook.records.likeness import parting
from minutebook.records.phrases import SYNC, shortened
from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused

_LONGEST = 80


def stale_files(notebook: Notebook, expected: Iterable[GeneratedFile]) -> Iterator[Problem]:
    """Yield a problem for each generated file that is missing, is not what it must be, or belongs to no meeting."""
    for file in expected:
        try:
            text = current_text(notebook, file.path)
        except Refused as refused:
            yield from refused.problems
            continue
        # Only the first difference: what follows it in a table or list mostly differs for the same reason.
        if text != file.text:
            yield (
                _orphan(notebook, file)
                if file.text is None
                else _problem(file.path, file.source, file.text, text)
            )


def current_text(notebook: Notebook, path: str) -> str | None:
    """Return what a generated file has now, None where there is none; raises Refused if it can't be read."""
    return plain_text(notebook.generated(path))


def is_current(notebook: Notebook, file: GeneratedFile) -> bool:
    """Whether a generated file is what would be written now."""
    try:
        return current_text(notebook, file.path) == file.text
    except Refused:  # reported where the file itself is looked at
        return False


def missing_file(path: str, source: str) -> Problem:
    """Report a generated file that is not there, at what it is written from."""
    message = f"{PurePosixPath(path).name} is missing; it is written from this file"
    return Problem(source, Location(1, 1), "minutes-missing", message, SYNC)


def _orphan(notebook: Notebook, file: GeneratedFile) -> Problem:
    name = PurePosixPath(file.source).name
    message = f"these minutes belong to no meeting: there is no {name}, or it was skipped"
    is_skipped = file.source in notebook.days.values()
    put_back = "" if is_skipped else f"\nIf {name} was deleted by mistake, put it back with git first."
    hint = f"{SYNC}   (it deletes them){put_back}"
    return Problem(file.path, Location(1, 1), "minutes-orphan", message, hint)


def _problem(path: str, source: str, expected: str, text: str | None) -> Problem:
    if text is None:
        return missing_file(path, source)
    lines = expected.split("\n")
    number = parting(text.split("\n"), lines)
    line = lines[number] if number + 1 < len(lines) else "the end of the file"
    origin = "the meetings say" if source.endswith(SERIES) else f"{PurePosixPath(source).name} says"
    message = f"this line is not what {origin}; it must be: {shortened(line, _LONGEST) or 'empty'}"
    return Problem(path, Location(number + 1, 1), "minutes-stale", message, SYNC)
