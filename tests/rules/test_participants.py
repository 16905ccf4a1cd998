"""The rules about the lists of who was there."""

import pytest
from support import rulebook
from support.rulebook import met

from minutebook.records.problem import Finding
from minutebook.records.series import Person

DAY = "2020-10-05"
ROSTER = (Person("BrianL", aliases=("Brian",)), Person("Mat", aliases=("Matyas",)), Person("Diego"))


def findings(body: str, rule: str = "person-twice") -> list[Finding]:
    """Return what a rule finds in a meeting."""
    return rulebook.findings(rule, met(DAY, body), roster=ROSTER)


# person-twice


@pytest.mark.parametrize(
    ("body", "message", "removes"),
    [
        ("attending: [Mat, Mat]", "'Mat' is there before", True),
        ("attending: [Mat, Matyas]", "'Matyas' is there before as 'Mat'", False),
        ('attending: [Mat, "Mat?"]', "'Mat?' is there before as 'Mat'", False),
        ('absent: [Mat, "Mat (ill)"]', "'Mat (ill)' is there before as 'Mat'", False),
        ("guests: [Zoe, Zoe]", "'Zoe' is there before", True),
        ("attending: [Mat]\nabsent: [Mat]", "'Mat' is in `attending` as well", False),
        ("absent: [Mat]\nattending: [Matyas]", "'Mat' is in `attending` as well as 'Matyas'", False),
        ('attending: [Zoe]\nguests: ["Zoe (ext)"]', "'Zoe (ext)' is in `attending` as well as 'Zoe'", False),
        ("sections: [{title: A, attending: [Mat, Diego, Mat]}]", "'Mat' is there before", True),
        ("actions: [{owner: [Mat, Mat], task: a}]", "'Mat' is there before", True),
        ("actions: [{owner: [Mat, Matyas], task: a}]", "'Matyas' is there before as 'Mat'", False),
        ("duty: {This week: [Mat, Diego, Mat], Next week: Mat}", "'Mat' is there before", True),
    ],
)
def test_a_person_stands_once_in_the_lists(body: str, message: str, removes: bool) -> None:
    (finding,) = findings(body)
    assert (finding.message, finding.removes) == (f"{message}; a person must stand once", removes)


def test_a_first_name_of_two_people_stands_for_nobody_so_none_is_deleted() -> None:
    people = (Person("Eva Braun"), Person("Eva Lang"))
    (finding,) = rulebook.findings("person-twice", met(DAY, "attending: [Eva, Eva]"), roster=people)
    assert (finding.removes, finding.hint.splitlines()[1]) == (
        False,
        "If both are meant, write more of each name: Eva Braun, Eva Lang.",
    )


@pytest.mark.parametrize(
    "body",
    [
        "attending: [Mat]\nabsent: [Diego]\nguests: [Zoe]",
        "attending: [Mat]\nsections: [{title: A, attending: [Mat]}, {title: B, absent: [Mat]}]",
        'attending: ["?", "?"]',
        "sections: [{title: A, duty: {Now: Mat}}, {title: B, duty: {Now: Mat}}]",
        "duty: {Now: [Mat, Diego]}\nsections: [{title: A, duty: {Now: [Mat, Diego]}}]",
    ],
)
def test_a_person_may_stand_in_the_meeting_and_in_its_sections(body: str) -> None:
    assert findings(body) == []


# attendance-short


@pytest.mark.parametrize("name", ["all", "everyone"])
def test_a_group_of_everybody_names_nobody_who_was_there(name: str) -> None:
    roster = (*ROSTER, Person(name, group=True), Person("Board", group=True))
    meeting = met(DAY, f"attending: [Mat, {name}, Board]\nabsent: [Diego]")
    (told,) = rulebook.findings("attendance-short", meeting, roster=roster)
    assert (told.severity, told.key_path) == ("warning", ("attending", 1))
    assert told.hint.endswith(": attending: all")


# owner-unclear


def test_what_somebody_owns_is_not_unassigned_as_well() -> None:
    (told,) = findings("actions: [{id: k7q2m4, owner: [Mat, unassigned], task: a}]", "owner-unclear")
    assert told.hint == "Write: owner: Mat   or: owner: unassigned"
    assert findings("actions: [{id: k7q2m4, owner: [unassigned], task: a}]", "owner-unclear") == []
