"""A series that was only set up gets from old minutes what it leaves open, and keeps what it says."""

import pytest
from support.notes import Notes
from support.series import SERIES, read_series

from minutebook.oldminutes.fresh_series import fill_series, join_people
from minutebook.records.series import Person

NEW = """\
title: Found
schedule:
  - {rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}
header:
  Room: "1"
roster:
  Ada: {aliases: [Ada L]}
  Ben: {}
"""


def filled(text: str) -> str:
    """Return the text of a series.yaml with what old minutes add to it."""
    return fill_series(read_series({SERIES: text}), NEW).text(SERIES)


def test_what_a_series_says_stays() -> None:
    assert filled(
        "title: Own\nschedule: FREQ=DAILY\nheader: {Room: here}\nroster: {Ada: {from: 2020-01-01}}\n"
    ) == (
        "title: Own\nschedule: FREQ=DAILY\nheader: {Room: here}\nroster: {Ada: {from: 2020-01-01}, Ben: {}}\n"
    )


def test_what_a_series_lacks_is_added_in_the_usual_order() -> None:
    assert filled("format: 1\nlapse: 4  # as usual\n") == f"format: 1\n{NEW}lapse: 4  # as usual\n"


@pytest.mark.parametrize("empty", ["roster:", "schedule:", "header:", "roster: {}", "title:"])
def test_what_is_empty_is_filled_in(empty: str) -> None:
    assert filled(f"format: 1\n{empty}\nlapse: 4\n") == f"format: 1\n{NEW}lapse: 4\n"


def test_a_person_of_whom_nothing_is_said_gets_the_spellings() -> None:
    assert "  Ada: {aliases: [Ada L]}  # chair\n" in filled("roster:\n  Ada: {}  # chair\n")


def test_people_are_joined_by_any_of_their_spellings() -> None:
    listed = [Person("Ada"), Person("Ben", aliases=("B",))]
    found = [Person("Ada L", aliases=("Ada",)), Person("B"), Person("Cy")]
    assert join_people(listed, found) == (Person("Ada", aliases=("Ada L",)), listed[1], Person("Cy"))


OLD = """\
# Team, {day} October 2020

| Count | &Delta; | State |
| ----- | ------- | ----- |
| {count} | {delta} | {label} |
| 3 | +0 | Open |
"""


def old_minutes(notes: Notes) -> list[str]:
    """Write old minutes of two weeks, between which a row was renamed, and return their paths."""
    first = OLD.format(day="5", count=8, delta="", label="Identity").replace("+0", "")
    second = OLD.format(day="12", count=9, delta="+9", label="Access")
    return [notes.write("old/2020-10-05.md", first), notes.write("old/2020-10-12.md", second)]


def test_an_import_rests_and_the_next_meeting_does_not(notes: Notes) -> None:
    paths = old_minutes(notes)
    notes.run("import", *paths, "--into", "meetings/shop")
    assert notes.read("meetings/shop/series.yaml").endswith("strict: 2020-10-13\n")
    assert [problem for problem in notes.problems("meetings/shop") if problem["severity"] == "error"] == []
    assert "Access: 9" in notes.read("meetings/shop/2020-10-12.yaml")


def test_a_series_that_is_there_gets_the_day(notes: Notes) -> None:
    notes.write("meetings/shop/series.yaml", "title: Shop  # ours\n")
    first, second = old_minutes(notes)
    notes.run("import", first, "--into", "meetings/shop")
    assert notes.read("meetings/shop/series.yaml") == "title: Shop  # ours\nstrict: 2020-10-06\n"
    notes.run("import", second, "--into", "meetings/shop")
    assert notes.read("meetings/shop/series.yaml") == "title: Shop  # ours\nstrict: 2020-10-13\n"
    assert "Access: 9" in notes.read("meetings/shop/2020-10-12.yaml")
