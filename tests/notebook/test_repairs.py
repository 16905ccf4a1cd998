"""What has one right answer is mended, and nothing else."""

import pytest
from support.series import FIRST, SECOND, SERIES, path_of, series_of

from minutebook.notebook import repairs
from minutebook.notebook.repairs import mend

ROSTER = "title: Team\nroster:\n  Mat: {aliases: [Matyas]}\n"


def test_a_spelling_of_the_roster_is_put_right() -> None:
    mended = mend(series_of({FIRST: "attending: [Matyas]\n"}, ROSTER), [FIRST])
    assert mended.texts == {path_of(FIRST): f"date: {FIRST}\nattending: [Mat]\n"}
    assert mended.notebook.meeting(FIRST).named == ("Mat",)


def test_only_the_days_that_are_asked_for_are_mended() -> None:
    notebook = series_of({FIRST: "attending: [Matyas]\n", SECOND: "attending: [Matyas]\n"}, ROSTER)
    assert set(mend(notebook, [SECOND]).texts) == {path_of(SECOND)}


def test_what_stood_behind_a_problem_that_was_mended_is_mended_too() -> None:
    mended = mend(series_of({FIRST: "title: 3.10\nattending: [Matyas]\n"}, ROSTER), [FIRST])
    assert mended.texts == {path_of(FIRST): f'date: {FIRST}\ntitle: "3.10"\nattending: [Mat]\n'}


def test_a_series_without_such_problems_is_returned_as_it_is() -> None:
    notebook = series_of({FIRST: "attending: [Mat]\n"}, ROSTER)
    mended = mend(notebook, [FIRST])
    assert (mended.notebook, mended.texts) == (notebook, {})


def test_a_mend_that_would_make_a_file_unreadable_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repairs, "mend_text", lambda text, _problems: f"{text}title: [\n")
    notebook = series_of({FIRST: ""})
    mended = mend(notebook, [FIRST])
    assert mended.texts == {}
    assert mended.notebook.text(SERIES) == notebook.text(SERIES)
    assert mended.notebook.meeting(FIRST) == notebook.meeting(FIRST)
