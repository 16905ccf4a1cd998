"""Days as notes and minutes write them."""

from datetime import date

import pytest

from minutebook.records.iso_days import is_day, parse_day


@pytest.mark.parametrize(("text", "day"), [("2020-10-26", True), ("2020-02-31", True), ("HEAD~1", False)])
def test_a_day_is_told_from_a_revision_by_its_form(text: str, day: bool) -> None:
    assert is_day(text) is day


def test_a_day_of_the_calendar_is_read() -> None:
    assert parse_day("2020-10-26") == date(2020, 10, 26)


@pytest.mark.parametrize("text", ["2020-02-31", "20201026", "2020-W44-1", "2020-10-26 ", "19 October", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None
