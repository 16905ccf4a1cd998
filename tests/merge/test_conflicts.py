"""Conflicts are marked as git marks them, with the name of the record."""

import pytest

from minutebook.merge.conflicts import Conflict, Labels, MergedLine, indented, render

CONFLICT = Conflict(("a", "b", "z"), ("a", "0", "z"), ("a", "c", "z"), "JIRA, Open")


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        (
            "merge",
            [
                "<<<<<<< ours: JIRA, Open",
                "a",
                "b",
                "z",
                "=======",
                "a",
                "c",
                "z",
                ">>>>>>> theirs: JIRA, Open",
            ],
        ),
        (
            "diff3",
            [
                *("<<<<<<< ours: JIRA, Open", "a", "b", "z", "||||||| base", "a", "0", "z"),
                *("=======", "a", "c", "z", ">>>>>>> theirs: JIRA, Open"),
            ],
        ),
        (
            "zdiff3",
            [
                *("a", "<<<<<<< ours: JIRA, Open", "b", "||||||| base", "a", "0", "z"),
                *("=======", "c", ">>>>>>> theirs: JIRA, Open", "z"),
            ],
        ),
    ],
)
def test_the_user_s_style_is_kept(style: str, lines: list[str]) -> None:
    assert list(render([CONFLICT], Labels(style=style))) == lines  # type: ignore[arg-type]


def test_the_marks_are_as_long_as_git_asks_for() -> None:
    assert next(render([CONFLICT], Labels(length=9))) == "<<<<<<<<< ours: JIRA, Open"


def test_all_lines_of_a_conflict_are_indented() -> None:
    merged_lines: list[MergedLine] = ["x", "", Conflict(("a",), (), ("b", ""), "")]
    assert indented(merged_lines, "  ") == ["  x", "", Conflict(("  a",), (), ("  b", ""), "")]


def test_an_opening_stands_before_the_first_line_of_each_side() -> None:
    assert indented([Conflict(("a", "b"), (), ("c",), ""), "d"], "  ", "- ") == [
        Conflict(("- a", "  b"), (), ("- c",), ""),
        "  d",
    ]
