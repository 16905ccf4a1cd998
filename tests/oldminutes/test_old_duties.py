"""Duties in lines of old minutes."""

import pytest
from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.old_duties import read_duty
from minutebook.records.meeting import Duty
from minutebook.records.roster import Roster
from minutebook.records.series import Person

FACTS = Facts(Roster((Person("Ada"), Person("Ben", aliases=("Benny",)))))


def duty(text: str, *labels: str, vacant: tuple[str, ...] = ()) -> Duty | None:
    """Return the duty that a line is, in a section that has some labels."""
    return read_duty(text, 1, open_sheet(text, FACTS), {*labels}, ours=False, vacant=vacant)


def test_a_label_before_people_is_a_duty() -> None:
    assert duty("Tea: Ada, Ben") == Duty("Tea", ("Ada", "Ben"))


@pytest.mark.parametrize("text", ["Tea: Zelda", "Tea: ?", "Seconded by: Ben", "Present: Ben", "Ada: Ben"])
def test_other_labels_are_none(text: str) -> None:
    assert duty(text) is None


def test_a_label_is_one_duty_of_a_section() -> None:
    assert duty("Tea: Ada", "Tea") is None


def test_a_duty_may_be_vacant_where_that_is_known() -> None:
    assert duty("Tea: ?", vacant=("?",)) == Duty("Tea", ())


def test_a_name_is_written_as_in_the_roster_and_that_is_told() -> None:
    sheet = open_sheet("Tea: Benny", FACTS)
    assert read_duty("Tea: Benny", 1, sheet, set(), ours=False, vacant=()) == Duty("Tea", ("Ben",))
    assert [(decision.stated, decision.now, decision.where) for decision in sheet.decisions] == [
        ("Benny", "Ben", "Tea")
    ]
