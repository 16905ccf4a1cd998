"""Meetings stand in the order of their days, and a gap is one that is longer than their usual step."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.audits import SECOND_COUNTS, find_faults, tickets

from minutebook.oldminutes.audit.audit_faults import SKIPPED
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.audit.timeline import arrange
from minutebook.oldminutes.handwritten.contents import Minutes

MONDAY = date(2020, 10, 5)


def file(week: int, path: str = "") -> MinutesFile:
    """Return a file of minutes without content, so many weeks after the first."""
    day = MONDAY + timedelta(days=7 * week)
    return MinutesFile(path or f"{day}.md", day, Minutes())


def test_deltas_after_a_skipped_week_are_marked() -> None:
    files = {
        "2020-09-28.md": tickets("28 September 2020", (5, 2, 7)),
        "2020-10-05.md": tickets("5 October 2020", (5, 2, 7)),
        "2020-10-19.md": tickets("19 October 2020", SECOND_COUNTS, ("-1", "+2", "+0")),
    }
    assert [fault.mark for fault in find_faults(files)] == [SKIPPED]


def test_a_gap_is_marked_and_the_usual_step_is_not() -> None:
    timeline = arrange([file(week) for week in (0, 1, 2, 4)])
    assert timeline.step == 7
    assert timeline.mark(file(1), file(2).day or MONDAY) == ""
    assert timeline.mark(file(2), file(4).day or MONDAY) == SKIPPED


def test_a_baseline_that_is_not_the_meeting_before_is_marked() -> None:
    assert arrange([file(0), file(1), file(2)]).mark(file(0), file(2).day or MONDAY) == SKIPPED


def test_of_two_files_of_one_day_the_first_given_is_the_baseline() -> None:
    timeline = arrange([file(0, "a.md"), file(0, "b.md"), file(1)])
    assert [earlier.path for earlier in timeline.earlier(file(1).day or MONDAY)] == ["a.md"]


def test_a_file_without_a_day_is_left_out() -> None:
    assert arrange([MinutesFile("notes.md", None, Minutes())]).files == ()


@given(st.lists(st.integers(0, 20)))
def test_the_earlier_files_have_each_day_before_once_the_latest_first(weeks: list[int]) -> None:
    files = [file(week, str(number)) for number, week in enumerate(weeks)]
    days = [earlier.day for earlier in arrange(files).earlier(file(10).day or MONDAY)]
    assert days == sorted({file(week).day or MONDAY for week in weeks if week < 10}, reverse=True)
