"""One step of the schedule, the next date, and which rules can be followed."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import at_most
from support.notes import Notes

from minutebook.records import schedule
from minutebook.records.dated import in_force
from minutebook.records.series import ScheduleRule

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MONDAYS = (ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",), date(2017, 2, 27)),)
DAYS = st.dates(date(2016, 1, 1), date(2026, 12, 31))


def step(rules: Sequence[ScheduleRule], earlier: str, later: str) -> bool:
    return schedule.one_step(tuple(rules), date.fromisoformat(earlier), date.fromisoformat(later))


def following(rules: Sequence[ScheduleRule], after: str) -> str:
    return str(schedule.next_date(rules, date.fromisoformat(after)))


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2020-10-19", "2020-10-26", True),
        ("2020-10-12", "2020-10-26", False),  # the week between was skipped
        ("2020-10-19", "2020-10-27", True),  # moved to Tuesday
        ("2020-10-20", "2020-10-26", True),  # moved to Tuesday the week before
        ("2020-10-16", "2020-10-26", True),  # a Friday is nearer to the Monday after it
        ("2020-10-15", "2020-10-26", False),  # a Thursday is nearer to the Monday before it
        ("2020-10-26", "2020-10-27", False),  # both belong to one week
    ],
)
def test_one_step_of_a_weekly_rule_is_between_neighbouring_mondays(
    earlier: str, later: str, expected: bool
) -> None:
    assert step(MONDAYS, earlier, later) is expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2020-10-22", "2020-10-28", True),  # Thursday is 3 days from Monday, 4 from the next
        ("2020-10-14", "2020-10-19", True),
    ],
)
def test_a_date_between_two_mondays_belongs_to_the_nearer(earlier: str, later: str, expected: bool) -> None:
    assert step(MONDAYS, earlier, later) is expected


def test_a_tie_goes_to_the_earlier_occurrence() -> None:
    every_other_day = [ScheduleRule(("FREQ=DAILY;INTERVAL=2",), date(2020, 10, 1))]
    assert step(every_other_day, "2020-10-04", "2020-10-05")  # the 4th lies between 3 and 5: it is the 3rd
    assert not step(every_other_day, "2020-10-04", "2020-10-07")
    assert step(every_other_day, "2020-10-03", "2020-10-06")


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2020-10-05", "2020-10-19", True),
        ("2020-10-12", "2020-10-19", True),
        ("2020-09-21", "2020-10-19", False),
    ],
)
def test_every_other_week_is_one_step(earlier: str, later: str, expected: bool) -> None:
    assert (
        step([ScheduleRule(("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",), date(2020, 1, 13))], earlier, later)
        is expected
    )


@pytest.mark.parametrize(
    "from_", [date(2019, 12, 30), date(2020, 1, 13), date(2022, 1, 10), date(2009, 12, 14)]
)
def test_the_week_of_a_biweekly_rule_is_that_of_its_from_whether_long_ago_or_ahead(from_: date) -> None:
    days = [date(2020, 10, 5) + timedelta(days=7 * week) for week in range(4)]
    in_step = (days[0] - from_).days % 14 == 0
    rules = [ScheduleRule(("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",), from_)]
    assert schedule.next_date(rules, days[0] - timedelta(days=1)) == days[0 if in_step else 1]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2020-01-07", "2020-02-04", True),
        ("2020-01-07", "2020-03-03", False),
        ("2020-01-09", "2020-02-03", True),
    ],
)
def test_the_first_tuesday_of_a_month_is_one_step_from_the_next(
    earlier: str, later: str, expected: bool
) -> None:
    assert step([ScheduleRule(("FREQ=MONTHLY;BYDAY=1TU",))], earlier, later) is expected


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY", ["2020-02-15", "2020-03-15", "2020-04-15"]),
        ("FREQ=MONTHLY;INTERVAL=3", ["2020-04-15", "2020-07-15"]),
        ("FREQ=MONTHLY;BYMONTH=3,6", ["2020-03-15", "2020-06-15", "2021-03-15"]),
        ("FREQ=YEARLY", ["2021-01-15", "2022-01-15"]),
        ("FREQ=YEARLY;BYMONTH=5", ["2020-05-15", "2021-05-15"]),
        ("FREQ=YEARLY;INTERVAL=2", ["2022-01-15", "2024-01-15"]),
        ("FREQ=YEARLY;BYDAY=1MO", ["2021-01-04", "2022-01-03"]),
        ("FREQ=WEEKLY", ["2020-01-22", "2020-01-29"]),
        ("FREQ=DAILY;BYDAY=MO,WE", ["2020-01-20", "2020-01-22", "2020-01-27"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=FR", ["2020-01-17", "2020-01-24"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2020-01-31", "2020-02-28"]),
    ],
)
def test_a_rule_takes_what_it_leaves_open_from_its_first_day(rule: str, days: list[str]) -> None:
    rules = [ScheduleRule((rule,), date(2020, 1, 15))]
    found = "2020-01-15"
    for day in days:
        found = following(rules, found)
        assert found == day


def test_a_rule_reaches_backwards_beyond_its_own_start() -> None:
    assert step(MONDAYS, "2016-12-05", "2016-12-12")
    assert not step(MONDAYS, "2016-12-05", "2016-12-19")


def test_the_rule_on_the_later_date_is_the_one_that_counts() -> None:
    rules = [
        ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",)),
        ScheduleRule(("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",), date(2020, 6, 2)),
    ]
    assert step(rules, "2020-05-18", "2020-05-25")
    assert step(rules, "2020-05-18", "2020-06-02")  # two weeks, but one step of the new rule
    assert not step(rules, "2020-06-02", "2020-06-09")  # snapped to 2 June, too: the tie goes to the earlier


def test_the_first_rule_holds_before_it_has_begun_and_each_later_one_from_its_day() -> None:
    rules = [
        ScheduleRule(("A",), date(2020, 1, 1)),
        ScheduleRule(("B",), date(2020, 6, 1)),
        ScheduleRule(("C",), date(2020, 9, 1)),
    ]
    days = ("2019-05-05", "2020-01-01", "2020-05-31", "2020-06-01", "2021-01-01")
    assert [in_force(rules, date.fromisoformat(day)).texts[0] for day in days] == ["A", "A", "A", "B", "C"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2020-10-26", "2020-11-02"),
        ("2020-10-27", "2020-11-02"),
        ("2020-11-01", "2020-11-02"),
        ("2020-12-28", "2021-01-04"),
    ],
)
def test_the_next_date_is_the_first_occurrence_after_a_day(after: str, expected: str) -> None:
    assert following(MONDAYS, after) == expected


def test_the_next_date_follows_a_rule_that_begins_between() -> None:
    rules = [
        ScheduleRule(("FREQ=MONTHLY;BYDAY=1MO",)),
        ScheduleRule(("FREQ=WEEKLY;BYDAY=WE",), date(2020, 11, 1)),
    ]
    assert following(rules, "2020-10-05") == "2020-11-04"
    assert (
        following([rules[0], ScheduleRule(("FREQ=WEEKLY;BYDAY=WE",), date(2020, 11, 4))], "2020-11-02")
        == "2020-11-04"
    )


def test_the_next_date_of_a_rare_rule_is_found() -> None:
    assert following([ScheduleRule(("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",))], "2020-03-01") == "2024-02-29"


def test_a_rare_rule_is_stepped_along_however_far_its_days_are_apart() -> None:
    leap_days = [ScheduleRule(("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",))]
    assert step(leap_days, "2020-02-29", "2024-02-29")
    assert not step(leap_days, "2016-02-29", "2024-02-29")


def test_a_rule_without_a_day_within_a_century_has_no_next_date() -> None:
    rules = [ScheduleRule(("FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29",), date(2020, 2, 29))]
    with pytest.raises(schedule.BadRule, match="has no day after 2021-01-01"):
        schedule.next_date(rules, date(2021, 1, 1))
    with pytest.raises(schedule.BadRule, match="one day in a hundred years"):
        schedule.check(rules[0].texts[0], rules[0].start)


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=YEARLY;INTERVAL=99"]
)
def test_a_rule_that_can_be_followed_is_not_refused(rule: str) -> None:
    schedule.check(rule)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("every Monday", "NAME=VALUE"),
        ("FREQ=HOURLY", "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("BYDAY=MO", "needs FREQ="),
        ("FREQ=WEEKLY;COUNT=3", "no COUNT or UNTIL"),
        ("FREQ=WEEKLY;UNTIL=20201231", "no COUNT or UNTIL"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL must be a whole number"),
        ("FREQ=WEEKLY;INTERVAL=+2", "INTERVAL must be a whole number"),
        ("FREQ=WEEKLY;INTERVAL=100", "INTERVAL must be a whole number"),
        ("FREQ=WEEKLY;BYDAY=XX", "no RFC 5545 rule"),
        ("FREQ=WEEKLY;BYDAYS=MO", "no RFC 5545 rule"),
        ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,15", "not at what time"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "gives no day at all"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused_in_a_sentence(rule: str, said: str) -> None:
    with pytest.raises(schedule.BadRule, match=re.escape(said)):
        schedule.check(rule, date(2020, 1, 15))


@settings(max_examples=15)
@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.sampled_from(["", ";BYDAY=MO", ";BYDAY=TU,FR"]),
    DAYS,
    DAYS,
)
def test_a_day_and_the_next_date_after_it_are_one_step_apart(
    frequency: str, interval: int, by: str, start: date, day: date
) -> None:
    rules = (ScheduleRule((f"FREQ={frequency};INTERVAL={interval}{by}",), start),)
    first = schedule.next_date(rules, day)
    second = schedule.next_date(rules, first)
    assert day < first < second
    assert schedule.one_step(rules, first, second)
    assert not schedule.one_step(rules, first, first)
    assert not schedule.one_step(rules, first, schedule.next_date(rules, second))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real minutes is not beside this checkout")
@pytest.mark.parametrize(
    ("year", "skipped"),
    [
        ("2018", ["2018-01-08", "2018-03-12", "2018-05-14", "2018-07-02", "2018-08-27"]),
        ("2020", ["2020-01-13", "2020-05-18", "2020-08-24", "2020-09-14"]),
    ],
)
def test_of_the_real_calendar_only_the_skipped_weeks_are_more_than_one_step(
    year: str, skipped: list[str]
) -> None:
    names = sorted(path.stem.removeprefix("TechArea") for path in CORPUS.glob(f"TechArea{year}*.md"))
    days = [date.fromisoformat(name) for name in names]
    weeks = {(day.toordinal() - 1) // 7 for day in days}
    unmet = [
        before for before in days if before < days[-1] and (before.toordinal() - 1) // 7 + 1 not in weeks
    ]
    found = [before for before, day in pairwise(days) if not schedule.one_step(MONDAYS, before, day)]
    assert [str(day) for day in found] == skipped
    assert found == unmet


LEAP = "INTERVAL=99;BYMONTH=2;BYMONTHDAY=29"


@pytest.mark.parametrize("freq", ["YEARLY", "DAILY"])
@pytest.mark.parametrize("start", [None, date(2020, 2, 29), date(9999, 12, 31), date(1, 1, 1)])
def test_a_schedule_without_two_days_in_a_century_is_refused(freq: str, start: date | None) -> None:
    with at_most(50), pytest.raises(schedule.BadRule):
        schedule.check(f"FREQ={freq};{LEAP}", start)


def test_a_day_that_never_comes_is_soon_refused() -> None:
    with at_most(50), pytest.raises(schedule.BadRule, match="no day at all"):
        schedule.check("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")


@pytest.mark.parametrize("start", [date(2070, 5, 1), date(1, 1, 1), date(9999, 12, 31)])
def test_the_century_is_that_which_begins_with_the_rule(start: date) -> None:
    schedule.check("FREQ=YEARLY;INTERVAL=99", start)
    schedule.check("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", date(2020, 2, 29))


def test_days_with_no_meeting_around_are_no_neighbours() -> None:
    never = (ScheduleRule(("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",)),)
    assert schedule.one_step(never, date(2020, 1, 1), date(2021, 1, 1)) is False


@pytest.mark.parametrize("freq", ["YEARLY", "DAILY"])
def test_a_bad_schedule_is_a_problem_and_no_bug(notes: Notes, freq: str) -> None:
    notes.write(f"{notes.series}/series.yaml", f"title: Team\nschedule: FREQ={freq};{LEAP}\n")
    notes.meeting("2020-10-19", Open=1)
    notes.meeting("2020-10-26", Open=2)
    assert "bad-schedule" in {problem["rule"] for problem in notes.problems()}


@settings(max_examples=15)
@given(
    st.sampled_from(
        [
            *("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=DAILY;INTERVAL=3"),
            *("FREQ=MONTHLY;INTERVAL=5", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "FREQ=WEEKLY"),
        ]
    ),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.dates(date(1985, 1, 1), date(2035, 1, 1)),
    st.integers(0, 360),
)
def test_the_days_of_a_few_weeks_are_among_those_of_more_than_a_year(
    text: str, start: date, day: date, length: int
) -> None:
    rules = (ScheduleRule((text,), start),)
    until = day + timedelta(days=length)
    of_more = schedule.days_between(rules, day, day + timedelta(days=400))
    assert schedule.days_between(rules, day, until) == [
        occurrence for occurrence in of_more if occurrence <= until
    ]
