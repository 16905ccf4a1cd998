"""What a series changed against an earlier commit."""

from datetime import date

from support.series import FIRST, FOLDER, SECOND, THIRD, minutes_of, path_of, series_of

from minutebook.notebook.changes import (
    changed_minutes,
    generated_corrections,
    gone_meetings,
    gone_minutes,
    note_corrections,
)
from minutebook.notebook.generated import generate
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import update

SKIPPED = "status: skipped\nreason: Holiday\n"


def with_minutes(meetings: dict[date, str]) -> Notebook:
    """Return a series whose generated files are there."""
    notebook = series_of(meetings)
    files = {file.path: file.text or "" for file in generate(notebook, notebook.days)}
    return series_of(meetings, files=files)


def changed(notebook: Notebook, base: Notebook | None) -> list[str]:
    return [file.path for file in changed_minutes(notebook, generate(notebook, notebook.days), base)]


def test_without_an_earlier_commit_all_minutes_are_new() -> None:
    assert changed(series_of({FIRST: "", SECOND: ""}), None) == [minutes_of(FIRST), minutes_of(SECOND)]


def test_minutes_of_a_meeting_that_the_commit_does_not_have_are_new() -> None:
    assert minutes_of(SECOND) in changed(series_of({FIRST: "", SECOND: ""}), with_minutes({FIRST: ""}))


def test_meetings_that_are_gone_are_named_by_their_files() -> None:
    base = with_minutes({FIRST: "", SECOND: "", THIRD: ""})
    notebook = series_of({SECOND: ""})
    assert list(gone_meetings(notebook, base)) == [path_of(FIRST), path_of(THIRD)]
    assert list(gone_meetings(notebook, base, since=SECOND)) == [path_of(THIRD)]
    assert list(gone_meetings(None, base)) == [path_of(day) for day in (FIRST, SECOND, THIRD)]


def test_minutes_of_a_meeting_that_was_skipped_since_are_gone() -> None:
    base, notebook = with_minutes({FIRST: "", SECOND: ""}), series_of({FIRST: "", SECOND: SKIPPED})
    assert list(gone_minutes(notebook, generate(notebook, notebook.days), base)) == [minutes_of(SECOND)]


OPEN = "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date}\n"


def test_a_meeting_that_would_be_edited_is_shown_with_the_lines_that_change() -> None:
    notebook = series_of({FIRST: OPEN, SECOND: ""})
    ((path, diff),) = note_corrections(notebook, update(notebook)).items()
    assert path == path_of(SECOND)
    assert [line for line in diff.splitlines() if line.startswith("+ ")] == [
        "+  - {id: k7q2m4, owner: Mat, task: ask for a date, since: 2020-10-05}"
    ]


def test_generated_files_that_would_be_written_or_deleted_are_shown() -> None:
    notebook = series_of({FIRST: ""})
    generated = list(generate(notebook, notebook.days))
    corrections = dict(generated_corrections(notebook, generated))
    assert list(corrections) == [minutes_of(FIRST), f"{FOLDER}/README.md"]
    files = {file.path: file.text or "" for file in generated}
    assert list(generated_corrections(series_of({FIRST: ""}, files=files), generated)) == []
