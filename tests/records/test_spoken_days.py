"""Days as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.records.spoken_days import deadline, due_day, near_day, past_day, spoken_day

MONDAY = date(2020, 10, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-11-09", "2020-11-09"),
        ("today", "2020-10-26"),
        ("Tomorrow", "2020-10-27"),
        ("the day after tomorrow", "2020-10-28"),
        ("yesterday", "2020-10-25"),
        ("monday", "2020-10-26"),
        ("next monday", "2020-11-02"),
        ("30/11/2020", "2020-11-30"),
        ("30-11-2020", "2020-11-30"),
        ("11/30/2020", "2020-11-30"),
        ("last Monday", "2020-10-19"),
        ("friday", "2020-10-30"),
        ("next friday", "2020-10-30"),
        ("this fri", "2020-10-30"),
        ("last friday", "2020-10-23"),
        ("by Thursday", "2020-10-29"),
        ("in two weeks", "2020-11-09"),
        ("in 2  weeks", "2020-11-09"),
        ("a week", "2020-11-02"),
        ("in one day", "2020-10-27"),
        ("+14d", "2020-11-09"),
        ("+2w", "2020-11-09"),
        ("+ 1 month", "2020-11-26"),
        ("10 days ago", "2020-10-16"),
        ("next week", "2020-11-02"),
        ("next month", "2020-11-26"),
        ("last year", "2019-10-26"),
        ("4 December", "2020-12-04"),
        ("december 4th", "2020-12-04"),
        ("on the 4th of Dec", "2020-12-04"),
        ("4 January", "2021-01-04"),
        ("29 February", "2024-02-29"),
        ("4 December 2019", "2019-12-04"),
        ("4.12.2021", "2021-12-04"),
        ("by 4.12.", "2020-12-04"),
        ("13/11", "2020-11-13"),
        ("11/13", "2020-11-13"),
        ("3/3", "2021-03-03"),
        ("the 15th", "2020-11-15"),
        ("the 26th", "2020-10-26"),
        ("the 31st", "2020-10-31"),
        ("Friday, 13 November", "2020-11-13"),
        ("fri 13 nov", "2020-11-13"),
    ],
)
def test_a_day_is_seen_from_today(text: str, day: str) -> None:
    assert spoken_day(text, MONDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", "someday", "2020-02-31", "20201026", "HEAD", "friday week", "December", "12/4/2020", "31 February", "in", "2020", "9999y", "soon friday", "4/12", "31/31", "31.4.", "the 32nd", "Monday, 13 November"],
)  # fmt: skip
def test_what_names_no_single_day_is_none(text: str) -> None:
    assert spoken_day(text, MONDAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Monday", "2020-11-02"),
        ("montag", "2020-11-02"),
        ("next Monday", "2020-11-02"),
        ("friday", "2020-10-30"),
        ("today", "2020-10-26"),
        ("2020-10-26", "2020-10-26"),
        ("26 October", "2020-10-26"),
    ],
)
def test_what_is_due_on_the_weekday_of_the_meeting_is_due_a_week_later(text: str, day: str) -> None:
    assert deadline(text, MONDAY) == due_day(text, MONDAY, MONDAY) == date.fromisoformat(day)


def test_the_end_of_a_month_is_kept_within_it() -> None:
    assert spoken_day("in a month", date(2021, 1, 31)) == date(2021, 2, 28)


@given(st.dates(date(1901, 1, 1), date(2990, 1, 1)), st.sampled_from(["mon", "wednesday", "sun"]))
def test_a_weekday_comes_within_a_week_and_is_that_of_a_week_earlier_and_later(
    today: date, name: str
) -> None:
    day, following, last = (spoken_day(f"{which}{name}", today) for which in ("", "next ", "last "))
    assert day
    assert following
    assert last
    week = timedelta(days=7)
    assert today <= day < today + week
    assert today < following <= today + week
    assert following - last in {week, 2 * week}
    assert f"{day:%A}".lower().startswith(name)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Freitag", "2020-10-30"),
        ("n\u00e4chsten Montag", "2020-11-02"),
        ("bis Fr", "2020-10-30"),
        ("am 4. Dezember", "2020-12-04"),
        ("in zwei Wochen", "2020-11-09"),
        ("\u00fcbermorgen", "2020-10-28"),
        ("vendredi prochain", "2020-10-30"),
        ("le 4 d\u00e9cembre", "2020-12-04"),
        ("4 de diciembre", "2020-12-04"),
        ("sexta-feira", "2020-10-30"),
        ("vrijdag", "2020-10-30"),
        ("venerd\u00ec", "2020-10-30"),
        ("pi\u0105tek", "2020-10-30"),
        ("\u91d1\u66dc\u65e5", "2020-10-30"),
        ("\u5468\u4e94", "2020-10-30"),
    ],
)
def test_a_day_is_read_in_each_language_of_minutes(text: str, day: str) -> None:
    assert str(spoken_day(text, MONDAY)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", "2020-10-23"),
        ("monday", "2020-10-26"),
        ("25 November", "2019-11-25"),
        ("25 October", "2020-10-25"),
        ("26 October", "2020-10-26"),
        ("25.11.", "2019-11-25"),
        ("25 November 2021", "2021-11-25"),
        ("tomorrow", "2020-10-27"),
        ("next friday", "2020-10-30"),
        ("2 weeks ago", "2020-10-12"),
        ("the 19th", "2020-10-19"),
        ("the 31st", "2020-08-31"),
    ],
)
def test_what_is_over_is_named_by_its_last_day(text: str, day: str) -> None:
    assert str(past_day(text, MONDAY)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 October", "2020-10-12"),
        ("12.10.", "2020-10-12"),
        ("1 March", "2021-03-01"),
        ("1 September", "2020-09-01"),
        ("friday", "2020-10-30"),
        ("2021-10-12", "2021-10-12"),
        ("1 September 2021", "2021-09-01"),
        ("in 300 days", "2021-08-22"),
    ],
)
def test_a_meeting_is_on_the_nearest_day_of_a_name(text: str, day: str) -> None:
    assert str(near_day(text, MONDAY)) == day
