"""Tabs: where they are looked for, and where they may be."""

import pytest
from support.effort import at_most

from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read


def said(text: str) -> list[str]:
    try:
        read("a.yaml", text.encode())
    except Refused as refused:
        return [problem.rule for problem in refused.problems]
    return []


def test_tabs_are_looked_for_line_by_line() -> None:
    rows = "".join(f"  row {number}: {number}\n" for number in range(12_000))
    with at_most(40):
        assert said(f"rows:\n{rows}last: a  # b\tc\n") == []
    assert said(f"rows:\n{rows}last:\ta\n") == ["tab"]


def refusals(text: str) -> tuple[Problem, ...]:
    try:
        read("a.yaml", text.encode())
    except Refused as refused:
        return refused.problems
    return ()


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
