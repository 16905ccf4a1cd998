"""What all files of a series tell together: who goes by a name, and which sentence says that nothing was."""

import pytest
from support.oldminutes.sheets import facts_about

from minutebook.oldminutes.importer.series_facts import usual_empty_text
from minutebook.records.series import Person


@pytest.mark.parametrize(
    ("name", "found"), [("Anna", "Ana"), ("Anna?", "Ana?"), ("Dora", "Dora"), ("Dora?", "Dora?")]
)
def test_a_name_is_spelled_as_in_the_roster_and_stays_tentative(name: str, found: str) -> None:
    assert facts_about().roster_spelling(name) == found


@pytest.mark.parametrize(
    ("name", "is_one"), [("Ana", True), ("Anna?", True), ("Dora", False), ("Release Team", False)]
)
def test_who_is_known_and_no_group_is_a_person(name: str, is_one: bool) -> None:
    assert facts_about().is_person(name) is is_one


@pytest.mark.parametrize(
    ("name", "found"),
    [("Anna", "Ana"), ("anna", "Ana"), ("Anna?", "Ana?"), ("Dora", "Dora"), ("release team", "Release Team")],
)
def test_an_owner_may_be_written_in_small_letters(name: str, found: str) -> None:
    assert facts_about().owner_spelling(name) == found


def test_a_whole_name_comes_before_a_first_name() -> None:
    known = facts_about(people=(Person("Ben"), Person("Ben Carter"), Person("Cleo Lee")))
    assert [known.find_person(name) for name in ("ben", "Cleo", "Lee")] == ["Ben", "Cleo Lee", None]


def test_a_first_name_that_two_have_is_nobodys() -> None:
    assert facts_about(people=(Person("Ben Cole"), Person("Ben Carter"))).find_person("Ben") is None


def test_a_sentence_that_stands_alone_in_most_files_says_that_there_is_nothing() -> None:
    assert usual_empty_text(["None", "Text", "None", "None"], 4) == "None"


@pytest.mark.parametrize(("sole", "files"), [(["None"] * 3, 6), (["None"] * 2, 2), ([], 9)])
def test_one_that_stands_alone_now_and_then_does_not(sole: list[str], files: int) -> None:
    assert usual_empty_text(sole, files) is None
