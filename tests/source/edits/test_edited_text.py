"""Cutting and inserting in a text."""

import pytest

from minutebook.source.edits.edited_text import EditedText, newline_of


@pytest.mark.parametrize(
    ("text", "newline"), [("", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\r\n", "\r\n")]
)
def test_the_newline_is_that_of_most_lines(text: str, newline: str) -> None:
    assert newline_of(text) == newline


def test_lines_are_inserted_below_a_line_with_its_newline() -> None:
    edited = EditedText("a\r\nb\r\n")
    edited.insert_lines(1, ["x", "y"])
    assert edited.text == "a\r\nx\r\ny\r\nb\r\n"


@pytest.mark.parametrize(
    ("text", "start", "end", "result"),
    [("a\nb\nc\n", 2, 3, "a\nc\n"), ("a\nb", 2, 3, "a"), ("a\r\nb", 3, 4, "a")],
)
def test_lines_are_cut_with_a_newline(text: str, start: int, end: int, result: str) -> None:
    edited = EditedText(text)
    edited.cut_lines(start, end)
    assert edited.text == result


def test_of_several_stretches_the_last_in_the_text_comes_first() -> None:
    edited = EditedText("abc")
    edited.splice_all([(2, 3, "C"), (0, 1, "AA")])
    assert edited.text == "AAbC"


def test_what_is_deferred_stands_in_the_text_once_it_is_asked_for() -> None:
    edited = EditedText("abc")
    edited.defer(2, 3, "C")
    edited.defer(1, 1, "1")
    edited.defer(1, 1, "2")
    assert not edited.is_settled
    assert (edited.text, edited.is_settled) == ("a12bC", True)


def test_stretches_that_are_cut_may_overlap() -> None:
    edited = EditedText("abcd")
    edited.defer(1, 3, "")
    edited.defer(2, 4, "")
    assert edited.text == "a"
