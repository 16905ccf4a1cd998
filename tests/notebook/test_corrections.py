"""What `sync` would change, as diffs."""

from support.series import FIRST, FOLDER, SECOND, minutes_of, path_of, series_of

from minutebook.notebook.corrections import generated_corrections, note_corrections
from minutebook.notebook.generated import generate
from minutebook.notebook.update import update

OPEN = "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date}\n"


def test_a_meeting_that_would_be_edited_is_shown_with_the_lines_that_change() -> None:
    notebook = series_of({FIRST: OPEN, SECOND: ""})
    ((path, diff),) = note_corrections(notebook, update(notebook)).items()
    assert path == path_of(SECOND)
    assert [line for line in diff.splitlines() if line.startswith("+ ")] == [
        "+  - {id: k7q2m4, owner: Mat, task: ask for a date, since: 2020-10-05}",
    ]


def test_generated_files_that_would_be_written_or_deleted_are_shown() -> None:
    notebook = series_of({FIRST: ""})
    generated = list(generate(notebook, notebook.days))
    corrections = dict(generated_corrections(notebook, generated))
    assert list(corrections) == [minutes_of(FIRST), f"{FOLDER}/README.md"]
    files = {file.path: file.text or "" for file in generated}
    assert list(generated_corrections(series_of({FIRST: ""}, files=files), generated)) == []
