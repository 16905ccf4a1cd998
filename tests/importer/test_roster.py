"""Who is one person: from the names in the minutes of a series, and from who sat beside whom."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.importer.roster import roster, split
from minutebook.people import plain_name

NAMES = (
    *("Ana", "ana", "An a", "AnaB", "Ana B", "Ana?", "Brian", "Brain", "Brina", "BrianL", "Brian Lin"),
    *(
        "Tim",
        "TimC",
        "TimT",
        "Margarete",
        "Margarette",
        "Everyone",
        "Evreyone",
        "Release Team",
        "unassigned",
        "",
    ),
)
MEETINGS = st.lists(st.sets(st.sampled_from(NAMES), max_size=5), max_size=14)
OWNERS = st.lists(st.sampled_from(NAMES), max_size=8)


def people(*meetings: str, owners: str = "") -> dict[str, tuple[str, ...]]:
    """Return the names of a roster with their aliases; names are parted by commas."""
    found = roster([_names(names) for names in meetings], _names(owners))
    return {one.name: one.aliases for one in found}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def test_everybody_who_was_there_is_a_person_in_the_order_of_names() -> None:
    assert list(people("Cleo, ana", "Ben")) == ["ana", "Ben", "Cleo"]


def test_who_only_owns_an_item_is_a_person() -> None:
    assert people("Ana", owners="Ben") == {"Ana": (), "Ben": ()}


def test_the_mark_of_a_tentative_name_is_no_part_of_it() -> None:
    assert people("Ana", owners="Ana?") == {"Ana": ()}


def test_nobody_is_called_unassigned() -> None:
    assert people("Ana", owners="unassigned, ?") == {"Ana": ()}


def test_a_slip_for_a_far_more_usual_name_is_its_alias() -> None:
    assert people("Brian", "Brian", "Brian", "Brain") == {"Brian": ("Brain",)}


def test_a_slip_is_none_where_the_other_name_is_hardly_more_usual() -> None:
    assert set(people("Brian", "Brian", "Brain")) == {"Brian", "Brain"}


def test_a_slip_of_a_slip_is_an_alias_of_the_same_person() -> None:
    meetings = ["Margarete"] * 9 + ["Margarette"] * 3 + ["Magrarette"]
    assert people(*meetings) == {"Margarete": ("Magrarette", "Margarette")}


def test_of_two_slips_that_sat_together_one_stays_a_person() -> None:
    assert people(*["Brian"] * 6, "Brain, Brina") == {"Brian": ("Brain",), "Brina": ()}


def test_a_slip_for_a_group_is_an_alias_of_the_group() -> None:
    (found,) = roster([], ["Everyone", "Everyone", "Everyone", "Evreyone"])
    assert (found.name, found.aliases, found.group) == ("Everyone", ("Evreyone",), True)


def test_names_that_differ_in_case_and_blanks_are_one_and_the_usual_one_is_the_name() -> None:
    assert people("MaryAnn", "Mary Ann", "MaryAnn", "maryann") == {"MaryAnn": ("Mary Ann", "maryann")}


@pytest.mark.parametrize("longer", ["BrianL", "Brian Lin"])
def test_a_first_name_that_goes_on_as_a_longer_one_is_the_same_person(longer: str) -> None:
    assert people(longer, longer, "Brian") == {longer: ("Brian",)}


def test_the_more_usual_of_a_short_and_a_longer_name_is_the_name() -> None:
    assert people("Brian", "Brian", "Brian Lin") == {"Brian": ("Brian Lin",)}


def test_a_name_that_only_begins_like_another_is_another_one() -> None:
    assert set(people("Marian", "Maria")) == {"Maria", "Marian"}


def test_one_letter_is_no_first_name() -> None:
    assert set(people("AB", "A")) == {"A", "AB"}


@pytest.mark.parametrize("pair", ["Brian, BrianL", "maryann, MaryAnn", "Brain, Brian"])
def test_two_who_sat_together_are_never_one(pair: str) -> None:
    one, other = pair.split(", ")
    assert set(people(other, other, other, pair)) == {one, other}


def test_who_sat_beside_another_spelling_of_somebody_is_not_that_one() -> None:
    assert people("AnaB", "AnaB", "Ana B, Ana") == {"Ana": (), "AnaB": ("Ana B",)}


@pytest.mark.parametrize("usual", ["TimC", "TimT", "Tim"])
def test_a_name_that_may_be_the_beginning_of_two_others_is_nobodys_alias(usual: str) -> None:
    assert set(people(usual, usual, "TimC", "TimC", "TimT", "Tim", "Tim")) == {"Tim", "TimC", "TimT"}


def test_of_two_spellings_a_name_is_that_of_the_one_who_did_not_sit_beside_it() -> None:
    assert people("MaryAnn, maryann", "MaryAnn", "Mary Ann, MaryAnn") == {
        "Mary Ann": ("maryann",),
        "MaryAnn": (),
    }


@pytest.mark.parametrize(
    "name", ["all", "Everyone", "everybody", "Team", "Release Team", "steering committee"]
)
def test_an_owner_by_the_name_of_a_group_is_one(name: str) -> None:
    assert [one.group for one in roster([], [name])] == [True]


def test_who_sits_at_the_table_is_no_group() -> None:
    assert [one.group for one in roster([["Team"]], ["Team"])] == [False]


def test_the_beginning_of_a_groups_name_is_no_alias_of_it() -> None:
    assert people("Release", owners="Release Team") == {"Release": (), "Release Team": ()}


def test_names_without_a_comma_between_them_are_two_people_who_are_known() -> None:
    assert people("Ana, Ben", "Ana, Ben", "Ana Ben") == {"Ana": (), "Ben": ()}


def test_names_without_a_comma_that_are_seen_once_are_one_name() -> None:
    assert "Ana Ben" in people("Ana, Ben", "Ana Ben")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ben", ("Ana", "Ben")),
        ("Ana Ben? Mary Ann", ("Ana", "Ben?", "Mary Ann")),
        ("Mary Ann", None),
        ("Ana", None),
        ("Ana Dora", None),
        ("", None),
    ],
)
def test_a_text_is_split_only_into_names_that_are_known(text: str, found: tuple[str, ...] | None) -> None:
    assert split(text, {"Ana", "Ben", "Mary", "Mary Ann"}) == found


@given(MEETINGS, OWNERS)
def test_every_name_that_occurs_is_one_persons_name_or_alias(
    meetings: list[set[str]], owners: list[str]
) -> None:
    found = [name for one in roster(meetings, owners) for name in (one.name, *one.aliases)]
    plain = {plain_name(name) for names in (*meetings, owners) for name in names} - {"", "unassigned"}
    assert sorted(found) == sorted(plain)


@given(MEETINGS, OWNERS)
def test_nobody_sat_beside_himself(meetings: list[set[str]], owners: list[str]) -> None:
    whose = {name: one.name for one in roster(meetings, owners) for name in (one.name, *one.aliases)}
    for names in meetings:
        present = {plain_name(name) for name in names} & whose.keys()
        assert len({whose[name] for name in present}) == len(present)


@given(MEETINGS, OWNERS, st.randoms())
def test_the_order_of_meetings_and_items_tells_nothing(
    meetings: list[set[str]], owners: list[str], random: Random
) -> None:
    shuffled, other = list(meetings), list(owners)
    random.shuffle(shuffled)
    random.shuffle(other)
    assert roster(shuffled, other) == roster(meetings, owners)
