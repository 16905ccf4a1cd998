"""Dates as people write them."""

from datetime import date

import pytest

from minutebook.oldminutes.days import (
    begins_with_date,
    find_dates,
    near_dates,
)

DAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-05",
        "2026/10/05",
        "2026 10 05",
        "2026\u201310-05",
        "2026-October-05",
        "20261005",
        "5 October 2026",
        "October 5th, 2026",
        "Oct. 5, 2026",
        "5. Oktober 2026",
        "5 de octubre de 2026",
        "5 octobre 2026",
        "5 oktober 2026",
        "05.10.2026",
        "2026年10月5日",
        "the 5th of October 2026",
        "mill.2026-10-05-14.00",
        "2026Oct05",
        "05/Oct/2026",
    ],
)
def test_a_day_is_read_in_any_form(text: str) -> None:
    assert [written.day for written in find_dates(f"Meeting {text}")] == [DAY]


@pytest.mark.parametrize("text", ["05/10/2026", "10-05-2026", "05_10_2026", "05102026"])
def test_where_the_month_may_stand_first_there_are_two_days(text: str) -> None:
    (written,) = find_dates(text)
    assert set(written.days) == {date(2026, 10, 5), date(2026, 5, 10)}
    assert written.day is None


def test_a_day_that_is_none_is_a_date_without_days() -> None:
    (written,) = find_dates("31 February 2026")
    assert written.days == ()


def test_the_last_day_of_a_range_is_no_date() -> None:
    assert list(find_dates("3 to 5 October 2026")) == []
    assert list(find_dates("Monday 5 - 7 October 2026")) == []


@pytest.mark.parametrize("text", ["Teamtreffen 13 - 05.10.26", "Meeting #5 - 5 October 2026"])
def test_the_number_of_a_meeting_begins_no_range(text: str) -> None:
    assert [written.day for written in find_dates(text)] == [DAY]


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("Monday, 5 October 2026", 0), ("5 October 2026 (Tue)", 1), ("5 October 2026", None)],
)
def test_the_weekday_beside_a_date_is_read(text: str, weekday: int | None) -> None:
    (written,) = find_dates(text)
    assert written.sides.weekday == weekday


def test_a_line_may_begin_with_a_date_and_go_on_with_a_time() -> None:
    assert begins_with_date("**Monday, 5 October 2026**")
    assert begins_with_date("Monday, October 5, 2026 1:00-2:00 EST")
    assert begins_with_date("05/10/2026 - Week 2")
    assert not begins_with_date("since 5 October 2026")
    assert not begins_with_date("5 October 2026: a fair")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("by Oct 9", (date(2026, 10, 9),)),
        ("3 January", (date(2027, 1, 3),)),
        ("20/10", (date(2026, 10, 20),)),
        ("next week", ()),
    ],
)
def test_a_day_without_its_year_is_the_nearest(text: str, days: tuple[date, ...]) -> None:
    assert tuple(day for written in near_dates(text, DAY) for day in written.days) == days
