"""Who is a person to the grammar of actions."""

import pytest
from support.people import TEAM

from minutebook.actions.known_people import NOBODY_KNOWN, is_name, known_people
from minutebook.records.roster import Roster
from minutebook.records.series import Person


@pytest.mark.parametrize(
    "name", ["Mat", "Matyas", "Brian L", "Mat?", "everyone", "Elif", "Ann", "unassigned"]
)
def test_the_roster_and_the_people_of_a_meeting_are_known(name: str) -> None:
    assert TEAM.is_known(name)


@pytest.mark.parametrize("name", ["PRs", "mat", "Zoltan", ""])
def test_others_are_not(name: str) -> None:
    assert not TEAM.is_known(name)


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("BrianL, Mat", ("BrianL", "Mat")),
        ("BrianL/Mat & Ann", ("BrianL", "Mat", "Ann")),
        ("Brian L and Mat", ("Brian L", "Mat")),
        ("BrianL or Mat", ("BrianL", "Mat")),
        ("Mat &", ()),
        ("BrianL, Mat, and Ann", ("BrianL", "Mat", "Ann")),
        ("Ray, Jr., Mat", ("Ray, Jr.", "Mat")),
        ("Mat (not here), Elif (remote)", ("Mat", "Elif (remote)")),
        ("@Mat, **Ann**", ("Mat", "Ann")),
        (r"B\_L", ("B_L",)),
        ("Mat, Mat", ("Mat",)),
        (" , ", ()),
    ],
)
def test_owners_are_told_apart(names: str, people: tuple[str, ...]) -> None:
    assert TEAM.split(names) == people


@pytest.mark.parametrize(
    "names", [("Mat",), ("Digeo",), ("Mat", "Zoltan"), ("all",), ("TBD",), ("unassigned",)]
)
def test_before_a_colon_stands_who_is_known_or_nearly_so(names: tuple[str, ...]) -> None:
    assert TEAM.are_alike(names)


@pytest.mark.parametrize("names", [("PRs",), ("Zoltan",), ("Mat", "milk"), ("fix the build",), ()])
def test_other_words_before_a_colon_are_nobody(names: tuple[str, ...]) -> None:
    assert not TEAM.are_alike(names)


@pytest.mark.parametrize(
    "name", ["Mat", "mat", "Marco Mambelli", "Zo\u00eb", "J. Ray", "O'Hara-Smith", "\u674e\u96f7"]
)
def test_where_nobody_is_known_what_looks_like_a_name_is_one(name: str) -> None:
    assert NOBODY_KNOWN.are_alike((name,))


@pytest.mark.parametrize("name", ["fix the build", "Note", "A very long name indeed", "3.10", ""])
def test_other_words_are_no_names(name: str) -> None:
    assert not is_name(name)
    assert not NOBODY_KNOWN.are_alike((name,)) or name.isalpha()


def test_the_first_word_of_a_group_is_nobody() -> None:
    people = known_people(Roster([Person("tout le monde", group=True), Person("Ada Quill")]), [])
    assert people.are_known(["tout le monde", "Ada"])
    assert not people.is_known("tout")


@pytest.mark.parametrize("text", ["Ask Ann", "Add Ann Lee", "Link"])
def test_a_word_for_something_to_do_begins_no_name(text: str) -> None:
    assert is_name(text) == (text == "Link")
