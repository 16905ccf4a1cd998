"""Hand-written minutes taken into a series, in as many attempts as it takes until nothing is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.importer.attempt import Attempt, Inputs
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import Difference, OldFile, StoppedFile


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The days of the new meetings, what differs in them from the files, and which files were stopped."""

    days: tuple[date, ...]
    differences: tuple[Difference, ...]
    stopped: tuple[StoppedFile, ...]


def import_files(
    files: Sequence[OldFile],
    read_text: Callable[[str], str],
    facts: SeriesFacts,
    notebook: Notebook,
    report_day: Callable[[date], None],
) -> tuple[ImportResult, Notebook]:
    """Take files into a series, in the order of their days; what can't be kept as more stays prose, or stops its file."""
    inputs = Inputs({file.day: file for file in files}, read_text, facts, notebook)
    while True:  # in each attempt more lines are prose or more files stopped, and so this ends
        attempt = Attempt(inputs, report_day)
        attempt.run()
        if attempt.prose:
            inputs = replace(inputs, prose=_joined(inputs.prose, attempt.prose))
        elif attempt.stopped:
            inputs = replace(inputs, stopped={**inputs.stopped, **attempt.stopped})
        else:
            break
    stopped = tuple(sorted(inputs.stopped.values(), key=lambda file: file.path))
    return ImportResult(tuple(attempt.days), tuple(attempt.differences), stopped), attempt.notebook


def _joined(
    prose: Mapping[str, frozenset[int]], more_prose: Mapping[str, frozenset[int]]
) -> dict[str, frozenset[int]]:
    joined = dict(prose)
    for path, lines in more_prose.items():
        joined[path] = joined.get(path, frozenset()) | lines
    return joined
