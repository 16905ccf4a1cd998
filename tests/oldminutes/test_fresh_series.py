"""A series that was only set up gets from old minutes what it leaves open, and keeps what it says."""

import pytest
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
