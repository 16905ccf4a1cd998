"""What a snapshot's series changed against an earlier commit, and what `sync` would change in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from minutebook.disk.files import unified_diff
from minutebook.notebook.generated import Generated, standing
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import update
from minutebook.records.refusal import Refused


def changed_minutes(
    notebook: Notebook, generated: Iterable[Generated], before: Notebook | None
) -> Iterator[Generated]:
    """Yield the minutes that are not what the earlier commit has for the same day, or that it has none for.

    All that were generated are compared, and not only those of files that changed: a change of one meeting
    changes deltas, ages and labels of later ones, and one of series.yaml changes any. `check` has made
    these texts in any case, and of the commit only the names of contents are read.
    """
    days = {notebook.minutes_path(day): day for day in notebook.days}
    for file in generated:
        day = days.get(file.path)
        if day and file.text is not None and not _has(before, day, file.text):
            yield file


def gone_meetings(notebook: Notebook | None, before: Notebook, since: date = date.min) -> Iterator[str]:
    """Yield the files of meetings that the earlier commit has and the series has no more."""
    now = notebook.days if notebook else {}
    yield from (path for day, path in before.days.items() if day >= since and day not in now)


def gone_minutes(notebook: Notebook, generated: Iterable[Generated], before: Notebook) -> Iterator[str]:
    """Yield the minutes that the earlier commit has, and whose meeting is there and has none now: it was skipped."""
    made = {file.path for file in generated if file.text is not None}
    for day in sorted(notebook.days.keys() & before.days.keys()):
        path = before.minutes_path(day)
        if notebook.minutes_path(day) not in made and path in before.snapshot.files:
            yield path


@dataclass(frozen=True, slots=True)
class Corrected:
    """A series as `sync` would leave it, and what it would change in each meeting's own file, by the path."""

    notebook: Notebook
    changes: Mapping[str, str]


def corrected_notes(notebook: Notebook) -> Corrected:
    """Return a series with its newest meetings up to date; raises Refused if a file of it can't be read."""
    updated = update(notebook)
    diffs = {
        path: unified_diff(path, notebook.document(path).text, text) for path, text in updated.texts.items()
    }
    return Corrected(updated.notebook, diffs)


def corrections(notebook: Notebook, generated: Iterable[Generated]) -> Iterator[tuple[str, str]]:
    """Yield the path of each generated file that is not current, and what `sync` would change in it."""
    for file in generated:
        try:
            text = standing(notebook, file.path)
        except Refused:  # told among the problems
            continue
        if text != file.text:
            yield file.path, unified_diff(file.path, text, file.text)


def _has(before: Notebook | None, day: date, text: str) -> bool:
    if before is None or day not in before.days:
        return False
    path = before.minutes_path(day)
    data = text.encode("utf-8", "surrogateescape")
    versions = (data, data.replace(b"\n", b"\r\n"))
    return path in before.snapshot.files and any(before.snapshot.holds(path, one) for one in versions)
