"""Lines of a generated file that somebody typed into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.notebook.hand_edits import hand_typed_lines


def test_a_line_that_no_known_text_has_is_foreign() -> None:
    assert hand_typed_lines("a\nnew\nb\n", ["a\nb\n"]) == ((2, "new"),)


def test_a_line_may_stand_in_any_of_the_known_texts() -> None:
    assert hand_typed_lines("a\nb\n", ["a\n", "b\n"]) == ()


def test_blank_lines_and_blanks_at_the_end_are_nobodys() -> None:
    assert hand_typed_lines("a  \n\n   \n", ["a\n"]) == ()


def test_a_change_of_indentation_is_an_edit() -> None:
    assert hand_typed_lines("    a\n", ["a\n"]) == ((1, "    a"),)


def test_lines_that_only_moved_are_not_foreign() -> None:
    assert hand_typed_lines("b\na\n", ["a\nb\n"]) == ()


def test_a_line_that_was_deleted_is_no_line_to_save() -> None:
    assert hand_typed_lines("a\n", ["a\nb\n"]) == ()


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"])
def test_conflict_marks_are_not_foreign(mark: str) -> None:
    assert hand_typed_lines(f"{mark}\na\n", ["a\n"]) == ()


@pytest.mark.parametrize("line", ["========", "<<<<<<<<", " =======", "=======x"])
def test_what_only_looks_like_a_conflict_mark_is_foreign(line: str) -> None:
    assert hand_typed_lines(line, [""]) == ((1, line),)


def test_windows_newlines_are_no_edit() -> None:
    assert hand_typed_lines("a\r\nb\r\n", ["a\nb\n"]) == ()


@given(st.lists(st.text("ab \n"), min_size=1, max_size=3))
def test_nothing_of_a_known_text_is_foreign(texts: list[str]) -> None:
    assert hand_typed_lines("\n".join(texts), texts) == ()


@given(st.text("ab \n"), st.text("bc \n"))
def test_every_line_is_known_or_foreign(text: str, known: str) -> None:
    foreign = dict(hand_typed_lines(text, [known]))
    for number, line in enumerate(text.split("\n"), start=1):
        is_known = not line.strip() or line.rstrip() in {other.rstrip() for other in known.split("\n")}
        assert is_known is (number not in foreign)
