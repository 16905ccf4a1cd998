"""Dates are read in the forms in which people write them; what can be two days is doubtful."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.handwritten.dates import (
    date_in_name,
    find_dates,
    find_dates_without_year,
    find_doubtful_dates,
    parse_lone_date,
    weekday_beside,
)

DAY = date(2020, 10, 26)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))


def days(text: str) -> list[tuple[date, ...]]:
    """Return the days that each date of a text can mean."""
    return [written.days for written in find_dates(text)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "26 October 2020",
            "October 26, 2020",
            "Oct. 26th, 2020",
            "26th of October 2020",
            "the 26th of Oct 2020",
        ),
        *("2020-10-26", "2020/10/26", "2020.10.26", "2020_10_26", "26.10.2020", "26-Oct-2020", "20201026"),
    ],
)
def test_a_date_is_read_in_any_form(text: str) -> None:
    assert days(f"Team, {text}") == [(DAY,)]


def test_where_month_and_day_can_be_exchanged_a_date_is_doubtful() -> None:
    (written,) = find_doubtful_dates("03-04-2023")
    assert written.days == (date(2023, 4, 3), date(2023, 3, 4))


@pytest.mark.parametrize("text", ["2020-02-31", "31 June 2020", "20201399", "1 May 1066"])
def test_what_is_written_as_a_date_and_is_no_day_of_a_series_is_doubtful(text: str) -> None:
    assert [written.text for written in find_doubtful_dates(text)] == [text]
    assert days(text) == []


@pytest.mark.parametrize("text", ["19-26 October 2020", "19 to 26 October 2020", "19th & 26th October 2020"])
def test_the_last_day_of_a_range_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("text", ["3.4.2020.1", "v12020-10-26", "2020-10-261", "RFC20201026x1"])
def test_a_number_that_goes_on_is_no_date(text: str) -> None:
    assert parse_lone_date(text) is None


@pytest.mark.parametrize("text", ["Monday, 26 October 2020", "**2020-10-26**", "26 October 2020 (Mon)"])
def test_a_date_may_stand_alone_with_its_weekday(text: str) -> None:
    assert parse_lone_date(text) == DAY


@pytest.mark.parametrize("text", ["Tuesday, 26 October 2020", "on 2020-10-26", "2020-10-26 2020-10-27"])
def test_other_words_and_wrong_weekdays_are_more_than_a_date(text: str) -> None:
    assert parse_lone_date(text) is None


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Mon 2020-10-26", "Mon"),
        ("2020-10-26 (Monday)", "Monday"),
        ("Tue 2020-10-26", ""),
        ("2020-10-26", ""),
    ],
)
def test_the_weekday_beside_a_date_is_found(text: str, weekday: str) -> None:
    assert weekday_beside(text, "2020-10-26", DAY) == weekday


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *(
            ("Minutes 26 October", ["26 October"]),
            ("Minutes Oct 26th", ["Oct 26th"]),
            ("Minutes 27 October", []),
        ),
        *(("26 October 2020", []), ("19-26 October", []), ("26 October - 2 November", [])),
    ],
)
def test_a_day_may_be_named_without_its_year(text: str, named: list[str]) -> None:
    assert list(find_dates_without_year(text, DAY)) == named


def test_letters_may_stand_right_before_the_date_in_a_name() -> None:
    assert date_in_name("TechArea20201026") == DAY


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%d.%m.%Y"]))
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert days(day.strftime(form)) == [(day,)]
    assert parse_lone_date(day.strftime(f"%A, {form}")) == day
