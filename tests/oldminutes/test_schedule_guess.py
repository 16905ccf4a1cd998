"""The schedule that the dates of meetings let see."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.schedule_guess import guess_schedule
from minutebook.records import schedule
from minutebook.records.series import ScheduleRule

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MONDAY = date(2020, 1, 6)
RULES = (
    *(
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
        "FREQ=WEEKLY;BYDAY=MO,TH",
    ),
    *("FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=3WE", "FREQ=MONTHLY;BYDAY=-1FR"),
    *("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH"),
)


def days_of(rule: str, count: int, start: date = MONDAY) -> list[date]:
    """Return the first days of a rule after another day."""
    days = [schedule.next_date([ScheduleRule((rule,), start)], start)]
    while len(days) < count:
        days.append(schedule.next_date([ScheduleRule((rule,), start)], days[-1]))
    return days


def weeks(*numbers: int, day: int = 0) -> list[date]:
    """Return a weekday of weeks, counted from one in January."""
    return [MONDAY + timedelta(days=7 * number + day) for number in numbers]


def found(days: Iterable[date]) -> list[tuple[str, str]]:
    return [(rule.texts[0], str(rule.start)) for rule in guess_schedule(days)]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_found_from_its_days(rule: str) -> None:
    days = days_of(rule, 12)
    assert found(days) == [(rule, str(days[0]))]


def test_three_meetings_are_enough() -> None:
    assert found(weeks(0, 1, 2)) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]
    assert found(weeks(0, 2, 4)) == [("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2020-01-06")]


def test_two_meetings_make_no_schedule() -> None:
    assert found(weeks(0, 1)) == []
    assert found([]) == []


def test_days_without_a_rule_make_none() -> None:
    days = [(1, 6), (1, 15), (2, 25), (3, 1), (4, 17), (4, 18), (6, 2), (7, 30), (9, 12), (9, 14), (12, 31)]
    assert found(date(2020, month, day) for month, day in days) == []


def test_skipped_weeks_and_a_long_pause_make_no_change() -> None:
    assert found(weeks(0, 1, 3, 4, 5, 8, 9, 11, 12, 13, 60, 61, 62)) == [
        ("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")
    ]


@pytest.mark.parametrize("first", [(0, 2, 4, 6), (0, 2, 4), (0, 1, 3, 5, 7), (0, 3, 6, 9)])
def test_weeks_that_were_skipped_at_the_beginning_make_no_other_step(first: tuple[int, ...]) -> None:
    assert found(weeks(*first, *range(first[-1] + 1, 30))) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_a_holiday_that_moves_meetings_makes_no_change() -> None:
    days = [*weeks(0, 1, 4, 6, 7, 8, 10), *weeks(2, 3, day=1), *weeks(5, day=3), *weeks(9, day=-3)]
    assert found(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_a_rule_starts_with_the_first_meeting_on_its_day() -> None:
    assert found([*weeks(0, day=1), *weeks(1, 2, 3, 4)]) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-13")]


def test_three_meetings_in_a_row_on_another_day_are_a_change() -> None:
    assert found([*weeks(0, 1, 2, 3), *weeks(4, 5, 6, day=1)]) == [("FREQ=WEEKLY;BYDAY=TU", "2020-02-04")]
    assert found([*weeks(*range(12)), *weeks(12, 13, 14, day=1)]) == [("FREQ=WEEKLY;BYDAY=TU", "2020-03-31")]


def test_two_meetings_in_a_row_on_another_day_are_none() -> None:
    assert found([*weeks(0, 1, 2, 3), *weeks(4, 5, day=1)]) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


@pytest.mark.parametrize("others", [(4, 5, 6), (4, 5, 6, 7)])
def test_what_was_soon_as_before_again_was_no_change(others: tuple[int, ...]) -> None:
    mondays = set(range(12)) - set(others)
    assert found([*weeks(*mondays), *weeks(*others, day=1)]) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_meetings_on_another_day_that_are_not_three_in_a_row_are_no_change() -> None:
    days = [*weeks(0, 1, 2, 3, 6), *weeks(4, 5, 7, 8, day=1)]
    assert found(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


@pytest.mark.parametrize("seed", range(3))
def test_many_days_without_a_rule_are_not_explained_by_several_days_a_week(seed: int) -> None:
    found_at = Random(seed).sample(range(700), 100)  # noqa: S311  # the same days each time
    assert found(MONDAY + timedelta(days=day) for day in found_at) == []


def test_the_last_of_a_month_is_likelier_than_the_fourth_and_than_every_fourth_week() -> None:
    days = [date(2020, 2, 28), date(2020, 3, 27), date(2020, 4, 24)]
    assert found(days) == [("FREQ=MONTHLY;BYDAY=-1FR", "2020-02-28")]


def test_another_step_is_a_change() -> None:
    assert found(weeks(0, 1, 2, 3, 4, 5, 6, 8, 10, 12)) == [("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2020-02-17")]
    assert found(weeks(0, 2, 4, 6, 7, 8, 9, 10)) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_the_other_weeks_are_a_change() -> None:
    assert found(weeks(0, 2, 4, 6, 9, 11, 13, 15)) == [("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2020-03-09")]


def test_a_second_day_a_week_is_a_change() -> None:
    days = [*weeks(*range(12)), *weeks(*range(4, 12), day=3)]
    assert found(days) == [("FREQ=WEEKLY;BYDAY=MO,TH", "2020-01-06")]


@given(st.lists(st.dates(date(2016, 1, 1), date(2018, 12, 31)), max_size=30))
def test_each_rule_can_be_followed_and_starts_with_a_meeting_after_the_one_before(days: list[date]) -> None:
    rules = guess_schedule(days)
    starts = [rule.start for rule in rules]
    assert all(start in days for start in starts)
    assert all(before and after and before < after for before, after in pairwise(starts))
    for rule in rules:
        schedule.check(rule.texts[0], rule.start)
        assert rule.start
        # It begins on one of its own days.
        assert schedule.next_date([rule], rule.start - timedelta(days=1)) == rule.start


@given(st.sampled_from(RULES), st.sets(st.integers(1, 38)), st.randoms())
def test_whatever_few_meetings_are_left_out_the_rule_is_the_same_in_any_order(
    rule: str, left_out: set[int], random: Random
) -> None:
    # Every seventh at most: no rule meets on seven days, so that each weekday loses only a few of its meetings.
    # Every second Friday gone would make another rule the likelier one.
    few = {number for number in left_out if number % 7 == 1}
    days = [day for number, day in enumerate(days_of(rule, 40)) if number not in few]
    first = days[0]
    random.shuffle(days)
    assert found(days) == [(rule, str(first))]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real minutes is not beside this checkout")
def test_the_real_meetings_are_on_mondays_and_only_gaps_are_more_than_a_step() -> None:
    days = [
        date.fromisoformat(path.stem.removeprefix("TechArea")) for path in sorted(CORPUS.glob("TechArea*.md"))
    ]
    rules = guess_schedule(days)
    assert rules == (ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",), date(2018, 1, 8)),)
    apart = [pair for pair in pairwise(days) if not schedule.one_step(rules, *pair)]
    assert apart == [(before, after) for before, after in pairwise(days) if (after - before).days > 9]
    assert len(apart) == 10
