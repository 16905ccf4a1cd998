"""Which action items move, because new ones stand above carried ones."""

from datetime import timedelta

import pytest
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.oldminutes.importer.action_history import actions_of
from minutebook.oldminutes.importer.action_order import moved_members
from minutebook.oldminutes.importer.decisions import ActionDecision, Decisions

BEGAN = DAY - timedelta(weeks=1)


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ("new new carried", {}),
        ("carried new new", {1: "below the new items"}),
        ("new carried carried new", {4: "above the items of earlier meetings"}),
        ("carried", {}),
    ],
)
def test_the_fewest_that_have_to_move_are_named(order: str, moved: dict[int, str]) -> None:
    ages = order.split()
    sheet = sheet_of("".join(f"- AI (Ana): task {number}\n" for number, _ in enumerate(ages)))
    decisions = {
        number: ActionDecision("a1aa", BEGAN if age == "carried" else None, "open", states_open=False)
        for number, age in enumerate(ages, 1)
    }
    members = tuple(actions_of(sheet.root))
    destinations = moved_members(members, Decisions(decisions, {}, {}), sheet)
    assert {member.line: destination for member, destination in destinations} == moved
