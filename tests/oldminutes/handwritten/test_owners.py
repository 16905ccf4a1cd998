"""An action item can belong to a person, a handle, or several people, and not to the first words of a sentence."""

import pytest

from minutebook.actions.words import CLOSING_WORDS
from minutebook.oldminutes.handwritten.owners import is_group, is_owner, know_nobody


@pytest.mark.parametrize(
    "name",
    [
        *("Ada", "Ada Lee", "Jean-Luc", "O'Brien", "BrianL", "J. R. Ewing", "Ada?", "\u00c9mile", "@ada"),
        *("all", "everyone", "ops", "Release team", "the release team", "someone"),
    ],
)
def test_what_looks_like_a_name_can_own_a_task(name: str) -> None:
    assert is_owner(name, know_nobody)


@pytest.mark.parametrize(
    "name",
    [
        "the door",
        "ada",
        "Ada and",
        "Ada Lee Cole Day",
        "Room 12",
        "",
        "wait for the team",
        "talk to our ops",
        "Note",
    ],
)
def test_other_words_own_none(name: str) -> None:
    assert not is_owner(name, know_nobody)


def test_whoever_is_known_can_own_a_task_however_the_name_looks() -> None:
    assert is_owner("ada", lambda name: name == "ada")


@pytest.mark.parametrize("word", CLOSING_WORDS)
def test_a_word_that_closes_an_action_item_is_nobody(word: str) -> None:
    assert not is_owner(word.capitalize(), know_nobody)


@pytest.mark.parametrize(
    ("name", "group"),
    [("Everyone", True), ("Team A", True), ("support", True), ("Support desk", False), ("Ada", False)],
)
def test_a_group_has_a_word_for_several_people(name: str, group: bool) -> None:
    assert is_group(name) == group
