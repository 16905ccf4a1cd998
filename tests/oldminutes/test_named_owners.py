"""Who owns a task by a name that stands in it."""

import pytest

from minutebook.actions.known_people import NOBODY_KNOWN, known_people
from minutebook.oldminutes.named_owners import (
    is_label,
    is_owner,
    names_above_tasks,
    names_in_list,
    small_words,
    split_named_owners,
)
from minutebook.records.roster import Roster
from minutebook.records.series import Person

PEOPLE = known_people(Roster((Person("Ada"), Person("Ben"), Person("\u674e\u5a1c"))), ())


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("the door: Ada", ("Ada",)),
        ("oil the door **Ada**", ("Ada",)),
        ("oil the door | Ada | 1 May", ("Ada",)),
        ("`Ada`: oil the door", ("Ada",)),
        ("Ada > the door", ("Ada",)),
        ("Door - Ada and Ben to oil it", ("Ada", "Ben")),
        ("\u674e\u5a1c\u8ddf\u8fdb\u6d4b\u8bd5", ("\u674e\u5a1c",)),
        ("the door: Ada y Ben", ("Ada", "Ben")),
        ("the door: Ada and Kim", ("Ada", "Kim")),
        ("look at the door, Ada", ("Ada",)),
        ("Ask Ada for oil", ()),
        ("oil: Kim", ()),
    ],
)
def test_where_actions_stand_who_is_apart_from_the_task_owns_it(text: str, owners: tuple[str, ...]) -> None:
    assert split_named_owners(text, PEOPLE, is_placed=True)[0] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ada oils it", ("Ada",)),
        ("Ada/ Kim/ Jo meet at the door", ("Ada", "Kim", "Jo")),
        ("the door: Ada", ()),
    ],
)
def test_elsewhere_only_who_begins_a_sentence_does(text: str, owners: tuple[str, ...]) -> None:
    assert split_named_owners(text, PEOPLE, is_placed=False)[0] == owners


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("Ada: oil it", "Ben: paint it", "Zelda: sweep"), ("Zelda",)),
        (("Ada: oil it", "Ben: paint it", "Shed: sweep it"), ()),
        (("Ada: oil it", "Zelda: sweep", "Kim: paint it"), ()),
    ],
)
def test_one_stranger_before_a_colon_among_known_people_is_somebody(
    texts: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert names_in_list(texts, PEOPLE, small_words(["Where is the shed?"])) == names


def test_a_group_before_a_dash_among_known_people_is_an_owner() -> None:
    texts = ("Ada - oil it", "Committee - sweep", "Ben - paint it", "Ada - look")
    assert names_in_list(texts, PEOPLE, small_words(["The committee met."])) == ("Committee",)


def test_a_group_before_to_among_known_people_is_an_owner() -> None:
    texts = ["Ada to call", "Roof Group to oil it", "Ben to pay"]
    assert "Roof Group" in names_in_list(texts, PEOPLE, small_words(["the group"]))


def test_a_bold_label_beside_known_people_is_nobody_if_it_is_a_word_elsewhere() -> None:
    texts = ("**Ada** oils it", "**Shed** no rust", "**Zelda** sweeps")
    assert set(names_in_list(texts, PEOPLE, small_words(["The shed is near."]))) == {"Ada", "Zelda"}


def test_a_small_word_before_to_and_a_thing_is_a_verb() -> None:
    texts = ["contributes to the fair", "contributes to our choir"]
    assert names_in_list(texts, PEOPLE, frozenset()) == ()


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Zoe Poe", "**Kim Ray**:"], ("Zoe Poe", "Kim Ray")),
        (["Zoe Poe"], ("Zoe Poe",)),
        (["Zoe", "Old"], ()),
        (["Zoe:", "Ada and Ben"], ("Zoe", "Ada", "Ben")),
        (["Zoe", "Everyone"], ()),
        (["Zoe Poe", "Old Roof"], ()),
        (["Zoe Poe", "oil it"], ()),
    ],
)
def test_whole_names_above_tasks_are_owners_if_no_word_of_them_is_a_small_one(
    texts: list[str], names: tuple[str, ...]
) -> None:
    assert names_above_tasks(texts, PEOPLE, small_words(["the old roof"])) == names


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("Ada Quill", True),
        ("@ada", True),
        ("O'Neil & Co-op?", True),
        ("Ana\u2011Lu", True),
        ("a/b", False),
        ("done", False),
        ("", False),
    ],
)
def test_an_owner_has_no_other_signs(name: str, fits: bool) -> None:
    assert is_owner(name) is fits


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("Paint Doors", True),
        ("Verify", True),
        ("Zoe Lund", False),
        ("Door committee", False),
        ("Roof", False),
    ],
)
def test_where_nobody_is_known_small_words_make_a_label_of_a_name(name: str, is_told: bool) -> None:
    words = small_words(["we paint the old doors and the door of the committee"])
    assert is_label(name, NOBODY_KNOWN, words) is is_told
    assert is_label(name, known_people(Roster((Person(name),)), ()), words) is False


def test_part_of_an_address_is_no_small_word() -> None:
    assert small_words(["Mail ada@mill.example, and ben", "@cy"]) == {"and", "ben", "example"}


def test_whoever_stands_before_the_day_in_all_items_owns_them() -> None:
    texts = ["oil the door - Zoe - 15/10/2026", "call the mill \u2013 Una \u2013 Oct 21"]
    assert names_in_list(texts, PEOPLE, frozenset()) == ("Zoe", "Una")
    assert names_in_list([*texts, "oil - the lamp - today"], PEOPLE, frozenset()) == ()
