"""Which names are near enough to be taken for one."""

import pytest

from minutebook.records.likeness import (
    closest,
    is_misspelt_key,
    is_mistyped,
    meant_keys,
    renamed,
    suggestion,
    twin,
)


@pytest.mark.parametrize(
    ("name", "names", "expected"),
    [
        ("In Progress", ["in progress"], "in progress"),
        ("InProgress", ["In  Progress"], "In  Progress"),
        ("Ready for Relese", ["Ready for Testing", "Ready for Release"], "Ready for Release"),
        ("open ticket", ["open tickets", "closed tickets"], "open tickets"),
        ("OPEN TICKET", ["Open tickets", "Closed tickets"], "Open tickets"),
        ("Open", ["Done", "Ready"], None),
        ("Open", [], None),
    ],
)
def test_a_near_twin_is_the_same_but_for_case_spaces_or_a_few_letters(
    name: str, names: list[str], expected: str | None
) -> None:
    assert twin(name, names) == expected


def test_a_suggestion_is_made_only_where_there_is_one() -> None:
    assert suggestion("Diego") == "; did you mean Diego?"
    assert suggestion(None) == ""
    assert suggestion(None, "; `explain` lists them") == "; `explain` lists them"


def test_a_new_name_with_a_near_twin_that_was_dropped_was_renamed() -> None:
    assert renamed(["Open", "Redy"], ["Open", "Ready", "Done"]) == {"Redy": "Ready"}


def test_where_nothing_was_dropped_nothing_was_renamed() -> None:
    assert renamed(["Open", "open"], ["Open"]) == {}


def test_names_that_only_moved_were_not_renamed() -> None:
    assert renamed(["Ready two", "Ready one"], ["Ready one", "Ready two"]) == {}


def test_of_very_many_that_were_dropped_none_is_compared() -> None:
    assert renamed(["row 0"], [f"row  {number}" for number in range(101)]) == {}
    assert renamed(["row 0"], [f"row  {number}" for number in range(100)]) == {"row 0": "row  0"}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("mat", "Mat"),
        ("MARCO MAMBELLI", "Marco Mambelli"),
        ("Brian L", "BrianL"),
        ("MarcoMambelli", "Marco Mambelli"),
        ("Jose", "Jos\xe9"),
        ("Jos\xe9", "Jose"),
        ("jose", "Jose\u0301"),
        ("Digeo", "Diego"),
        ("Dego", "Diego"),
        ("Dieego", "Diego"),
        ("Marco Mambeli", "Marco Mambelli"),
        ("Marco Mambellli", "Marco Mambelli"),
        ("BrainL", "BrianL"),
        ("Hana", "Hanna"),
        ("Jean-Piere", "Jean-Pierre"),
        ("Eve O\u2019Hara", "Eve O'Hara"),
        ("Eve O'Hara", "Eve O\u2019Hara"),
    ],
)
def test_a_name_was_mistyped(written: str, name: str) -> None:
    assert is_mistyped(written, name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mat", "Mat"),
        ("Brian", "BrianB"),
        ("BrianB", "Brian"),
        ("Ann", "Anna"),
        ("Anna", "Ann"),
        ("Jan", "Jana"),
        ("Hanna", "Hana"),
        ("Mta", "Mat"),
        ("Elias", "Elisa"),
        ("Marian", "Marina"),
        ("Philip", "Philipp"),
        ("Philipp", "Philip"),
        ("Mina", "Amina"),
        ("Diefo", "Diego"),
        ("Diergo", "Diego"),
        ("Deigoo", "Diego"),
        ("Ana Diego", "Anna Digeo"),
        ("Diego B", "Diego"),
        ("", "Diego"),
        ("Diego", ""),
    ],
)
def test_a_name_is_that_of_somebody_else(written: str, name: str) -> None:
    assert not is_mistyped(written, name)


@pytest.mark.parametrize(("word", "meant"), [("doen", "done"), ("oepn", "open"), ("opne", "open")])
def test_two_letters_that_changed_places_are_nearer_than_two_others(word: str, meant: str) -> None:
    assert closest(word, ("open", "done", "dropped", "lapsed"), 0.6) == meant


@pytest.mark.parametrize(
    ("word", "meant", "expected"),
    [
        ("Title", "title", True),
        ("\u201ctitle\u201d", "title", True),
        ("atending", "attending", True),
        ("attendingg", "attending", True),
        ("tilte", "title", True),
        ("tasks", "task", True),
        ("titel", "title", True),
        ("continue", "continues", True),
        ("alias", "aliases", True),
        ("k", "ok", False),
        ("votes", "notes", False),
        ("time", "title", False),
        ("duration", "actions", False),
        ("decisions", "sections", False),
        ("", "id", False),
    ],
)
def test_a_key_is_misspelt_by_one_letter_that_is_missing_doubled_or_transposed(
    word: str, meant: str, expected: bool
) -> None:
    assert is_misspelt_key(word, meant) == expected


def test_a_key_may_have_been_meant_to_be_several() -> None:
    assert meant_keys("note", ("task", "notes", "noten", "note")) == ("notes", "noten", "note")
    assert meant_keys("votes", ("task", "notes")) == ()
