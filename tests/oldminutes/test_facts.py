"""What is known of a series while its old minutes are read."""

import pytest

from minutebook.oldminutes.facts import Facts
from minutebook.records.roster import Roster
from minutebook.records.series import Person

PEOPLE = (
    Person("Ada Quill", aliases=("AQ",)),
    Person("Ann Lee"),
    Person("Ann Fox"),
    Person("Team", group=True),
)
FACTS = Facts(Roster(PEOPLE))


def test_a_name_is_spelt_as_in_the_roster_with_what_stands_behind_it() -> None:
    assert FACTS.spell("AQ (remote)") == "Ada Quill (remote)"
    assert FACTS.spell("Kim?") == "Kim?"


@pytest.mark.parametrize(
    ("name", "owner"),
    [("AQ", "Ada Quill"), ("ada", "Ada Quill"), ("@ada", "Ada Quill"), ("Ann", "Ann"), ("Kim", "Kim")],
)  # fmt: skip
def test_an_owner_is_found_by_a_first_name_or_an_alias(name: str, owner: str) -> None:
    assert FACTS.spell_owner(name) == owner


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("\u4f50\u85e4\u3055\u3093", "\u4f50\u85e4\u82b1\u5b50"),
        ("\u82b1\u5b50", "\u4f50\u85e4\u82b1\u5b50"),
        ("Ada Q.", "Ada Quill"),
        ("Ada Q", "Ada Quill"),
    ],
)
def test_somebody_goes_by_a_part_of_the_name(name: str, person: str) -> None:
    facts = Facts(Roster((Person("\u4f50\u85e4\u82b1\u5b50"), Person("Ada Quill"))))
    assert facts.find(name) == person


def test_of_two_with_one_first_name_the_one_who_was_there_is_meant() -> None:
    assert FACTS.find("Ann", ["Ann Fox (remote)", "AQ"]) == "Ann Fox"
    assert FACTS.find("Ann", ["Ann Fox", "Ann Lee"]) is None
    assert FACTS.find("Ann", ["AQ"]) is None


def test_a_group_is_no_person() -> None:
    assert (FACTS.is_person("AQ"), FACTS.is_person("Team"), FACTS.is_person("Kim")) == (True, False, False)


def test_the_first_word_of_a_group_is_nobody() -> None:
    facts = Facts(Roster((Person("tout le monde", group=True), Person("Ada Quill"))))
    assert (facts.find("tout le monde"), facts.find("tout")) == ("tout le monde", None)


def test_who_was_there_is_known_by_a_first_name_as_well() -> None:
    known = FACTS.people_on(["Kim Moor"])
    assert known.is_known("Kim")
    assert known.is_known("Ada")
    assert not known.is_known("Cy")
    assert known.first_words is not None
    assert {"Kim", "kim", "Ada", "ada", "AQ"} <= known.first_words
    assert not FACTS.people_on([]).is_known("Kim")


@pytest.mark.parametrize(
    ("name", "owner"),
    [("Geoffrey de Stone", "Geoffrey de Stone"), ("Mar", "Mar"), ("Tia Oak", "Tia Ilse Lu Oak"), ("Tia Ilse", "Tia Ilse Lu Oak")],
)  # fmt: skip
def test_an_owner_is_found_by_parts_of_a_name(name: str, owner: str) -> None:
    facts = Facts(Roster((Person("Geoffrey Stone"), Person("Mara Dunn"), Person("Tia Ilse Lu Oak"))))
    assert facts.spell_owner(name) == owner


def test_a_first_name_and_any_other_part_of_a_name_are_enough() -> None:
    facts = Facts(Roster((Person("Ada Vale Dora Quill"), Person("Ada Fox"))))
    assert [facts.find(name) for name in ("Ada Dora", "Ada Quill", "Ada Fox", "Ada")] == [
        *("Ada Vale Dora Quill", "Ada Vale Dora Quill", "Ada Fox"),
        None,
    ]


@pytest.mark.parametrize(
    ("name", "is_known"), [("All board members", True), ("All lamps", False), ("All", True)]
)
def test_all_who_are_something_are_known(name: str, is_known: bool) -> None:
    assert FACTS.people_on(["Ada"]).is_known(name) == is_known


def test_a_surname_that_one_has_is_enough() -> None:
    assert (FACTS.find("Quill"), FACTS.find("Fox")) == ("Ada Quill", "Ann Fox")
    assert (FACTS.find("fox"), FACTS.find("Team")) == (None, "Team")


@pytest.mark.parametrize("name", ["Ms Quill", "Dr. Quill", "Mrs. Ada Quill"])
def test_somebody_may_be_called_by_a_title(name: str) -> None:
    assert Facts(Roster((Person("Ada Quill"), Person("Ben Stone")))).find(name) == "Ada Quill"


def test_an_initial_before_a_surname_is_an_account() -> None:
    facts = Facts(Roster((Person("Ada Quill"), Person("Bob Read"))))
    assert (facts.find("aquill"), facts.find("bread")) == ("Ada Quill", None)
