"""What a snapshot's series changed against an earlier commit, and what `sync` would change in it."""

from collections.abc import Iterable, Iterator
from datetime import date

from minutebook.disk.files import unified_diff
from minutebook.notebook.generated import GeneratedFile
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.staleness import current_text
from minutebook.notebook.update import Updated
from minutebook.records.refusal import Refused


def changed_minutes(
    notebook: Notebook, generated: Iterable[GeneratedFile], base: Notebook | None
) -> Iterator[GeneratedFile]:
    """Yield the minutes that are not what the earlier commit has for the same day, or that it has none for.

    All that were generated are compared, and not only those of files that changed: a change of one meeting
    changes deltas, ages and labels of later ones, and one of series.yaml changes any. `check` has made
    these texts in any case, and of the commit only the names of contents are read.
    """
    days = {notebook.minutes_path(day): day for day in notebook.days}
    for file in generated:
        day = days.get(file.path)
        if day and file.text is not None and not (base and base.has_minutes(day, file.text)):
            yield file


def gone_meetings(notebook: Notebook | None, base: Notebook, since: date = date.min) -> Iterator[str]:
    """Yield the files of meetings that the earlier commit has and the series does not."""
    days = notebook.days if notebook else {}
    yield from (path for day, path in base.days.items() if day >= since and day not in days)


def gone_minutes(notebook: Notebook, generated: Iterable[GeneratedFile], base: Notebook) -> Iterator[str]:
    """Yield the minutes that the earlier commit has, and whose meeting is there but was skipped since."""
    paths = {file.path for file in generated if file.text is not None}
    for day in sorted(notebook.days.keys() & base.days.keys()):
        path = base.minutes_path(day)
        if notebook.minutes_path(day) not in paths and path in base.snapshot.files:
            yield path


def note_corrections(notebook: Notebook, updated: Updated) -> dict[str, str]:
    """Return the change of each meeting's own file between a series and what it was updated to, by the path."""
    return {
        path: unified_diff(path, notebook.document(path).text, text) for path, text in updated.texts.items()
    }


def generated_corrections(
    notebook: Notebook, generated: Iterable[GeneratedFile]
) -> Iterator[tuple[str, str]]:
    """Yield the path of each generated file that is not what it must be, and the change that would be written."""
    for file in generated:
        try:
            text = current_text(notebook, file.path)
        except Refused:  # reported among the problems
            continue
        if text != file.text:
            yield file.path, unified_diff(file.path, text, file.text)
