"""What all files of a series tell together, and the words of a line that nothing kept."""

from collections import Counter

import pytest
from support.oldminutes.sheets import knowing

from minutebook.oldminutes.handwritten.plain_text import fold_counter_label
from minutebook.oldminutes.importer.lost_words import lost_words, split_words
from minutebook.oldminutes.importer.series_facts import usual_empty_text
from minutebook.records.series import Person


@pytest.mark.parametrize(
    ("name", "found"), [("Anna", "Ana"), ("Anna?", "Ana?"), ("Dora", "Dora"), ("Dora?", "Dora?")]
)
def test_a_name_is_spelt_as_in_the_roster_and_stays_tentative(name: str, found: str) -> None:
    assert knowing().roster_spelling(name) == found


@pytest.mark.parametrize(
    ("name", "is_one"), [("Ana", True), ("Anna?", True), ("Dora", False), ("Release Team", False)]
)
def test_who_is_known_and_no_group_is_a_person(name: str, is_one: bool) -> None:
    assert knowing().is_person(name) is is_one


@pytest.mark.parametrize(
    ("name", "found"),
    [("Anna", "Ana"), ("anna", "Ana"), ("Anna?", "Ana?"), ("Dora", "Dora"), ("release team", "Release Team")],
)
def test_an_owner_may_be_written_in_small_letters(name: str, found: str) -> None:
    assert knowing().owner_spelling(name) == found


def test_a_whole_name_comes_before_a_first_name() -> None:
    known = knowing(people=(Person("Ben"), Person("Ben Carter"), Person("Cleo Lee")))
    assert [known.find_person(name) for name in ("ben", "Cleo", "Lee")] == ["Ben", "Cleo Lee", None]


def test_a_first_name_that_two_have_is_nobodys() -> None:
    assert knowing(people=(Person("Ben Cole"), Person("Ben Carter"))).find_person("Ben") is None


@pytest.mark.parametrize("label", ["open issue", "Open issues", "*Open Issue*"])
def test_counters_are_known_by_what_they_count(label: str) -> None:
    assert fold_counter_label(label) == "open issue"


def test_a_sentence_that_stands_alone_in_most_files_says_that_there_is_nothing() -> None:
    assert usual_empty_text(["None", "Text", "None", "None"], 4) == "None"


@pytest.mark.parametrize(("sole", "files"), [(["None"] * 3, 6), (["None"] * 2, 2), ([], 9)])
def test_one_that_stands_alone_now_and_then_does_not(sole: list[str], files: int) -> None:
    assert usual_empty_text(sole, files) is None


def test_the_words_of_a_line_are_its_letters_and_numbers() -> None:
    assert split_words("**Fix** the `a_b`, 12&nbsp;times &amp; \\more") == [
        "fix",
        "the",
        "a",
        "b",
        "12",
        "times",
        "more",
    ]


def test_words_that_are_in_no_text_are_lost_words() -> None:
    assert lost_words("fix the old old build", ("Fix it", "the BUILD")) == Counter({"old": 2})
