"""The next meeting of a series: its day, and what is left out before it."""

from datetime import date

import pytest
from support.notes import Notes

from minutebook.notebook.next_day import days_left_out, next_day, path_of_new
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.repository.checkout import Checkout


def series(notes: Notes, *held: str, skipped: tuple[str, ...] = ()) -> Notebook:
    """Return a series that meets on Mondays, with meetings on some days."""
    for day in held:
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\n")
    for day in skipped:
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\nstatus: skipped\nreason: x\n")
    return notebooks(Checkout(notes.top).working_tree())[0]


@pytest.mark.parametrize(
    ("held", "skipped", "following"),
    [
        (("2020-12-07",), ("2020-12-28",), "2020-12-14"),
        (("2020-12-07",), ("2020-12-14", "2020-12-21"), "2020-12-28"),
        (("2020-12-07",), ("2020-11-30",), "2020-12-14"),
        (("2020-12-07", "2020-12-15"), (), "2020-12-21"),
        ((), ("2020-12-14",), "2020-12-21"),
    ],
)
def test_the_next_day_is_the_first_that_was_not_announced_as_skipped(
    notes: Notes, held: tuple[str, ...], skipped: tuple[str, ...], following: str
) -> None:
    assert str(next_day(series(notes, *held, skipped=skipped))) == following


def test_a_series_without_a_meeting_begins_on_the_day_that_it_is_or_later(notes: Notes) -> None:
    days = [next_day(series(notes), today) for today in (None, date(2020, 12, 7), date(2020, 12, 8))]
    assert days == [None, date(2020, 12, 7), date(2020, 12, 14)]


def test_a_moved_meeting_stands_for_its_day_of_the_schedule(notes: Notes) -> None:
    notebook = series(notes, "2020-12-04", skipped=("2020-12-14",))
    assert days_left_out(notebook, date(2020, 12, 28)) == [date(2020, 12, 21)]
    assert days_left_out(notebook, date(2020, 12, 12)) == []
    assert days_left_out(notebook, date(2020, 12, 1)) == []


def test_a_folder_for_the_year_goes_on(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020/2020-12-28.yaml", "date: 2020-12-28\n")
    assert path_of_new(series(notes), date(2021, 1, 4)) == f"{notes.series}/2021/2021-01-04.yaml"


def test_the_days_left_out_are_those_of_the_rule_of_their_time(notes: Notes) -> None:
    rules = (
        '[{rule: "FREQ=WEEKLY;BYDAY=TH", from: 2020-12-03}, {rule: "FREQ=WEEKLY;BYDAY=TU", from: 2021-01-01}]'
    )
    notes.write(f"{notes.series}/series.yaml", f"format: 1\nschedule: {rules}\n")
    notebook = series(notes, "2020-12-17")
    assert list(map(str, days_left_out(notebook, date(2021, 1, 5)))) == ["2020-12-24", "2020-12-31"]
    assert days_left_out(notebook, date(2020, 12, 24)) == []
