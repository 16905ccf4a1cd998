"""The order of meetings, and what stood before them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from support.samples import history, meeting, meeting_with

from minutebook.records.history import History, lean, make_brief
from minutebook.records.meeting import Meeting


@given(st.permutations(["2020-10-05", "2020-10-12", "2020-10-19"]))
def test_the_order_of_meetings_is_that_of_their_dates_however_they_came(days: list[str]) -> None:
    past = history(*(meeting(f"date: {day}") for day in days))
    earlier = [str(found.date) for found in past.earlier(date(2020, 10, 19))]
    assert earlier == ["2020-10-12", "2020-10-05"]


def test_the_previous_meeting_has_the_greatest_earlier_date() -> None:
    past = history(*(meeting(f"date: {day}") for day in ("2020-10-12", "2020-10-19", "2020-10-26")))
    previous = past.previous(date(2020, 10, 26))
    assert previous
    assert previous.date == date(2020, 10, 19)
    assert past.previous(date(2020, 10, 12)) is None


def test_the_previous_meeting_of_a_day_without_one_is_the_last_before_it() -> None:
    previous = history(meeting("date: 2020-10-12"), meeting("date: 2020-10-26")).previous(date(2020, 10, 25))
    assert previous
    assert previous.date == date(2020, 10, 12)


def test_a_meeting_is_counted_from_where_an_action_began() -> None:
    past = history(*(meeting(f"date: {day}") for day in ("2020-10-05", "2020-10-12", "2020-10-19")))
    assert past.ordinal(date(2020, 10, 5), date(2020, 10, 19)) == 3
    assert past.ordinal(date(2020, 10, 19), date(2020, 10, 19)) == 1


def test_a_skipped_meeting_does_not_make_an_action_older() -> None:
    skipped = meeting("date: 2020-10-12\nstatus: skipped\nreason: Holiday\n")
    past = history(meeting("date: 2020-10-05"), skipped, meeting("date: 2020-10-19"))
    assert past.ordinal(date(2020, 10, 5), date(2020, 10, 19)) == 2


def test_a_meeting_is_read_when_it_is_first_asked_for() -> None:
    days = [date(2020, 1, 6) + timedelta(days=7 * week) for week in range(40)]
    read: list[date] = []

    def look(day: date) -> Meeting:
        read.append(day)
        return meeting(f"date: {day}")

    past = History(history().series, days, look, lambda day: make_brief(look(day)))
    past.previous(days[-1])
    assert read == [days[-2]]


def test_the_meeting_that_actions_are_carried_from_is_the_last_one_that_was_held() -> None:
    skipped = meeting("date: 2020-10-19\nstatus: skipped\nreason: Holiday\n")
    past = history(meeting("date: 2020-10-12"), skipped, meeting("date: 2020-10-26"))
    assert past.previous(date(2020, 10, 26)) is skipped
    previous = past.previous_held(date(2020, 10, 26))
    assert previous
    assert previous.date == date(2020, 10, 12)


def test_briefs_hold_the_names_that_they_share_once() -> None:
    kept = "counters: {open tickets: 11}"
    action = "id: k7q2m4, owner: Diego, task: order parts, note: asked twice"
    first, second = (make_brief(meeting_with(day, action, top=kept)) for day in ("2020-10-12", "2020-10-19"))
    assert (lean(first), lean(second)) == (first, second)
    assert lean(first).counters is lean(second).counters
