"""Values that are typed on the command line."""

from datetime import date

import pytest

from minutebook.commands._option_values import one_line, parse_day
from minutebook.records.problem import UsageError

TODAY = date(2020, 10, 26)


def test_a_day_is_written_as_in_the_name_of_a_meeting() -> None:
    assert parse_day("--date", "2020-10-26", TODAY) == TODAY
    assert parse_day("--date", "next monday", TODAY) == date(2020, 11, 2)


@pytest.mark.parametrize("text", ["3500-01-01", "1899-12-31", "20201026", "2020-W44-1", "HEAD", ""])
def test_what_is_no_day_of_a_meeting_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_day("--base", text, TODAY)
    message = (
        f"--base must be a day such as 2020-10-26, friday or 'in two weeks', from 1900 to 2999, not '{text}'"
    )
    assert str(refusal.value) == message


def test_it_is_said_how_many_days_a_month_has() -> None:
    with pytest.raises(UsageError, match="not '2020-02-31'; February 2020 has 29 days"):
        parse_day("--date", "2020-02-31", TODAY)


def test_a_line_has_no_spaces_around_it() -> None:
    assert one_line("the note", "  half of it ") == "half of it"


@pytest.mark.parametrize("text", ["", "   ", "two\nlines", "a\x07bell"])
def test_what_is_not_one_line_that_can_be_seen_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="the note must be one line of text"):
        one_line("the note", text)
