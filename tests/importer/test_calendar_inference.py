"""The schedule of a series, from the days on which it met."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.importer.calendar import schedule
from minutebook.schedule import check

MONDAY = date(2020, 1, 6)
TUESDAYS = (date(2020, 1, 7), date(2020, 2, 4), date(2020, 3, 3), date(2020, 4, 7), date(2020, 5, 5))
LAST_FRIDAYS = (date(2020, 1, 31), date(2020, 2, 28), date(2020, 3, 27), date(2020, 4, 24), date(2020, 5, 29))


def every(weeks: int, times: int, first: date = MONDAY) -> list[date]:
    return [first + timedelta(weeks=weeks * at) for at in range(times)]


def rules(days: Sequence[date]) -> list[tuple[str, str]]:
    return [(rule.text, str(rule.start)) for rule in schedule(days)]


def test_three_mondays_in_a_row_are_a_meeting_of_every_week() -> None:
    assert rules(every(1, 3)) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_fewer_than_three_meetings_tell_of_no_schedule() -> None:
    assert rules(every(1, 2)) == []


def test_no_meeting_at_all_tells_of_no_schedule() -> None:
    assert rules([]) == []


def test_every_second_week() -> None:
    assert rules(every(2, 4)) == [("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2020-01-06")]


def test_every_first_tuesday_of_a_month() -> None:
    assert rules(TUESDAYS) == [("FREQ=MONTHLY;BYDAY=1TU", "2020-01-07")]


def test_every_last_friday_of_a_month_be_it_the_fourth_or_the_fifth() -> None:
    assert rules(LAST_FRIDAYS) == [("FREQ=MONTHLY;BYDAY=-1FR", "2020-01-31")]


def test_every_fourth_week_is_no_day_of_the_month() -> None:
    assert rules(every(4, 8)) == [("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", "2020-01-06")]


def test_another_day_of_the_week_from_some_day_on_is_a_rule_from_that_day() -> None:
    found = rules([*every(1, 4), *every(1, 4, date(2020, 2, 4))])
    assert found == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06"), ("FREQ=WEEKLY;BYDAY=TU", "2020-02-04")]


def test_another_rhythm_is_a_rule_from_the_last_day_of_the_old_one() -> None:
    found = rules([*every(1, 6), *every(2, 6, date(2020, 2, 24))])
    assert found == [
        ("FREQ=WEEKLY;BYDAY=MO", "2020-01-06"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2020-02-10"),
    ]


def test_a_single_meeting_on_another_day_changes_nothing() -> None:
    days = every(1, 8)
    days[4] += timedelta(days=1)
    assert rules(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_an_exception_soon_after_the_beginning_leaves_the_first_day_the_first() -> None:
    days = every(1, 8)
    days[1] += timedelta(days=1)
    assert rules(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_exceptions_so_many_that_no_three_follow_one_another_leave_the_usual_day() -> None:
    days = every(1, 9)
    days[2::3] = [day + timedelta(days=1) for day in days[2::3]]
    assert rules(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_two_days_in_turns_are_nothing_regular() -> None:
    assert rules([*every(1, 6), *every(1, 6, date(2020, 1, 8))]) == []


@pytest.mark.parametrize("skipped", [(3,), (3, 4), (3, 5)])
def test_skipped_weeks_change_nothing(skipped: tuple[int, ...]) -> None:
    days = [day for at, day in enumerate(every(1, 20)) if at not in skipped]
    assert rules(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_weeks_skipped_at_the_end_are_no_rhythm_yet() -> None:
    days = [*every(1, 6), *every(2, 2, date(2020, 2, 24))]
    assert rules(days) == [("FREQ=WEEKLY;BYDAY=MO", "2020-01-06")]


def test_a_skipped_month_changes_nothing() -> None:
    assert rules([*TUESDAYS[:2], *TUESDAYS[3:]]) == [("FREQ=MONTHLY;BYDAY=1TU", "2020-01-07")]


def test_weeks_with_and_without_a_meeting_are_one_rule_until_every_second_is_skipped() -> None:
    weeks = [0, *accumulate([2, 1, 2, 2, 1, 1, 2, 2, 2])]
    days = [MONDAY + timedelta(weeks=week) for week in weeks]
    assert rules(days) == [
        ("FREQ=WEEKLY;BYDAY=MO", "2020-01-06"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2020-03-09"),
    ]


def test_the_order_and_number_of_files_of_a_day_tell_nothing() -> None:
    assert rules([*reversed(every(1, 3)), MONDAY]) == rules(every(1, 3))


def test_meetings_years_apart_tell_of_no_schedule() -> None:
    assert rules(every(150, 4)) == []


@given(
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from([0, 0, 0, 1, 3])), max_size=40),
    st.integers(1, 30),
)
def test_whatever_the_days_are_the_rules_can_be_followed_and_begin_one_after_the_other(
    weeks: list[tuple[int, int]], apart: int
) -> None:
    days = [MONDAY + timedelta(weeks=week * apart, days=day) for week, day in weeks]
    found = schedule(days)
    for rule in found:
        check(rule)
    starts = [rule.start for rule in found if rule.start]
    assert len(starts) == len(found)
    assert starts == sorted(set(starts))
    assert set(starts) <= set(days)
    if found:
        same = [day for day in days if day.weekday() == starts[0].weekday()]
        assert starts[0] == min(same)
