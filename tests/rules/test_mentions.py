"""Where a meeting names people, and how a name is written in its place."""

import pytest
from support.rulebook import met

from minutebook.records.meeting import TypedText
from minutebook.rules.mentions import Mention, attendance, on_duty, owners

MEETING = """\
attending: [Mat, Ada]
absent: [Ben]
duty: {This week: [Cy, Di]}
actions:
  - {owner: Mat, task: order parts}
  - {owner: [Ada, Ben], task: call}
  - "@Cy mail them"
"""


def test_a_meeting_names_people_in_its_lists_with_duties_and_as_owners() -> None:
    meeting = met("2020-10-05", MEETING)
    assert [mention.key_path for mention in attendance(meeting)] == [
        ("attending", 0),
        ("attending", 1),
        ("absent", 0),
    ]
    assert [mention.name for mention in on_duty(meeting)] == ["Cy", "Di"]
    assert [mention.key_path for action in meeting.actions for mention in owners(action)] == [
        ("actions", 0, "owner", 0),
        ("actions", 1, "owner", 0),
        ("actions", 1, "owner", 1),
        ("actions", 2),
    ]


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("Mta", None, "Mat"),
        ("Mta?", None, '"Mat?"'),
        ("Mta (late)", None, "Mat (late)"),
        ("Mta", TypedText("Mta: tell Mta", "Mta"), "Mat"),
        ("Mta", TypedText("order Mtages (Mta)"), "order Mtages (Mat)"),
    ],
)
def test_only_the_name_becomes_another(name: str, typed: TypedText | None, written: str) -> None:
    assert Mention(name, (), "", typed=typed).respelt("Mta", "Mat") == written
