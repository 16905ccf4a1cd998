"""How the files of a series are named."""

from datetime import date
from pathlib import PurePosixPath

import pytest

from minutebook.records.filenames import day_of, meeting_path, minutes_path, notes_path


@pytest.mark.parametrize("text", ["2020-10-26", "1900-01-01", "2999-12-31"])
def test_a_file_that_is_named_after_a_day_has_that_day(text: str) -> None:
    assert day_of(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    "text", ["20201026", "2020-W44-1", "2020-02-31", "1899-12-31", "3000-01-01", "2020-10-26 ", "notes"]
)
def test_other_names_have_no_day(text: str) -> None:
    assert day_of(text) is None


def test_minutes_stand_beside_the_file_that_they_are_written_from() -> None:
    path = meeting_path(PurePosixPath("meetings/team"), date(2020, 10, 26))
    assert (path, minutes_path(path)) == ("meetings/team/2020-10-26.yaml", "meetings/team/2020-10-26.md")
    assert notes_path(minutes_path(path)) == path
