"""How far a series is."""

from support.series import FIRST, FOLDER, SECOND, SERIES, THIRD, path_of, series_of

from minutebook.notebook.notebook import Notebook
from minutebook.notebook.progress import Progress, progress_of

WEEKLY = 'schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}]\n'


def progress(notebook: Notebook, *uncommitted: str) -> Progress:
    """Return where a series stands whose other files are committed."""
    return progress_of(notebook, FIRST, uncommitted, lambda _path: None)


def test_the_next_meeting_comes_after_the_draft() -> None:
    known = progress(series_of({FIRST: "", SECOND: "status: draft\n"}, WEEKLY))
    assert (known.last, known.draft, known.next_meeting) == (FIRST, SECOND, THIRD)


def test_what_sync_writes_is_no_error() -> None:
    known = progress(series_of({FIRST: "actions: [{owner: Mat, task: one}]\n"}))
    assert (known.errors, known.is_written, known.open) == (0, False, 1)


def test_only_files_of_the_series_count_as_not_committed() -> None:
    notebook = series_of({FIRST: ""})
    assert progress(notebook, "README.md", f"{FOLDER}er/{FIRST}.yaml").is_committed
    assert not any(progress(notebook, path).is_committed for path in (SERIES, path_of(FIRST)))


def test_of_a_series_that_cannot_be_read_only_that_is_known() -> None:
    assert progress(series_of({FIRST: "[", SECOND: ""})) == Progress(errors=1, is_readable=False)
