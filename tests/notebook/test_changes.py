"""What a series changed against an earlier commit."""

from datetime import date

from support.series import FIRST, SECOND, THIRD, minutes_of, path_of, series_of

from minutebook.notebook.changes import changed_minutes, gone_meetings, gone_minutes
from minutebook.notebook.generated import generate
from minutebook.notebook.notebook import Notebook

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
