"""Lines are merged as git merges them."""

from minutebook.merge.conflicts import Conflict
from minutebook.merge.text_merge import merge_text


def test_changes_in_different_places_are_joined() -> None:
    assert merge_text(["a", "b", "c", "d"], ["A", "b", "c", "d"], ["a", "b", "c", "D"]) == [
        "A",
        "b",
        "c",
        "D",
    ]


def test_changes_of_one_line_are_a_conflict() -> None:
    assert merge_text(["a", "b"], ["c", "b"], ["d", "b"]) == [Conflict(("c",), ("a",), ("d",), "text"), "b"]


def test_lines_that_look_like_marks_are_lines() -> None:
    lines = ["<<<<<<< a", "=======", ">>>>>>> b"]
    assert merge_text(["x"], lines, ["x"]) == lines
