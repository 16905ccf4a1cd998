"""The words of a line, and what a version has changed in them."""

import pytest

from minutebook.merge.word_edits import WordEdits, ends_sentence, is_spelling, split, words_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("at 1:30 pm, 2020-11-02", ["at", " 1:30", " pm", ",", " 2020-11-02"]),
        ("1,000 of 1.5 (x,y)", ["1,000", " of", " 1.5", " (", "x", ",", "y", ")"]),
        ("[it](https://a.org/b,c), a@b.org", ["[", "it", "](", "https://a.org/b,c", ")", ",", " a@b.org"]),
        ("the re-opening isn't", ["the", " re-opening", " isn't"]),
        ("\u6cf5\u662f new", ["\u6cf5", "\u662f", " new"]),
        ("a\n  b", ["a", "\n  b"]),
    ],
)
def test_a_date_an_hour_or_an_address_is_one_word(line: str, words: list[str]) -> None:
    assert "|".join(split(line)).replace("]|(", "](") == "|".join(words)


def test_words_are_without_bullets_and_signs() -> None:
    assert words_of("-   the **pump**, 3 -- new") == ("the", "pump", "3", "new")


def test_a_corrected_word_is_a_change_of_its_own() -> None:
    edits = WordEdits(split("see deatils"), split("see details, or ask")).edits
    assert {(edit.extent, edit.words) for edit in edits} == {
        ((1, 2), ("details",)),
        ((2, 2), (",", "or", "ask")),
    }


def test_spaces_are_no_change_but_known() -> None:
    words = WordEdits(split("a b"), split("a\nb"))
    assert not words.edits
    assert words.spaced == ["a", "\nb"]


@pytest.mark.parametrize(
    ("line", "index", "expected"), [("a. b", 1, True), ("a.", 1, True), ("a, b", 1, False)]
)
def test_a_sentence_ends_with_a_full_stop(line: str, index: int, expected: bool) -> None:
    assert ends_sentence(split(line), index) is expected


@pytest.mark.parametrize(
    ("former", "words", "expected"),
    [
        (["reciever"], ["receiver"], True),
        (["pump"], ["Pump", ","], True),
        (["ecosystemm"], ["ecosystem"], True),
        (["request"], ["requests"], True),
        (["so"], ["some"], False),
        (["1"], ["2"], False),
        (["old"], ["new"], False),
    ],
)
def test_a_correction_says_nothing_new(former: list[str], words: list[str], expected: bool) -> None:
    assert is_spelling(former, words) is expected
