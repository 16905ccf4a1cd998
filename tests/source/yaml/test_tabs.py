"""Tabs: where they are looked for, and where they may be."""

import pytest
from support.effort import at_most
from support.refusals import refusals


def test_tabs_are_looked_for_line_by_line() -> None:
    rows = "".join(f"  row {number}: {number}\n" for number in range(12_000))
    with at_most(40):
        assert refusals(f"rows:\n{rows}last: a  # b\tc\n") == ()
    assert [problem.rule for problem in refusals(f"rows:\n{rows}last:\ta\n")] == ["tab"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\t1\n", 1, 3),
        ("a: x\n\tb: 1\n", 2, 1),
        ("a: |\n\tx\n", 2, 1),
        ("a: |\n\n  \tx\n", 3, 3),
        ("a: |\n\nb:\t1\n", 3, 3),
        ("a:\t|\n", 1, 3),
        ("a: 'x'\t\n", 1, 7),
        ("a: 1  # fine\tcomment\nb:\t2\n", 2, 3),
    ],
)
def test_a_tab_that_parsers_disagree_about_is_refused_at_its_place(text: str, line: int, column: int) -> None:
    assert [(p.rule, p.location.line, p.location.column) for p in refusals(text)] == [("tab", line, column)]


@pytest.mark.parametrize(
    "text", ['a: "x\ty"\n', 'a: "x\ty"\nb: |', "a: |\n  x\ty\n  \tz\n", "a: 1  # x\ty\n", "# x\ty\na: 1\n"]
)
def test_a_tab_in_a_text_or_a_comment_is_none(text: str) -> None:
    assert refusals(text) == ()
