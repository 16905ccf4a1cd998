"""Tables and counters, cell by cell."""

from typing import Any

import pytest

from minutebook.merge.count_diff import compare_counters, compare_table
from minutebook.merge.difference import Heading

HEADING = Heading(("JIRA",), "JIRA")
TABLE = {"id": "jira", "columns": ["Count"], "rows": {"Open": 169, "Held": 3}}
WIDE = {"id": "jira", "columns": ["a", "b"], "rows": {"Open": [1, 2], "Held": [3, 4]}}


def said(former: dict[str, Any] | None, current: dict[str, Any] | None) -> list[str]:
    """Return what is said of two versions of a table."""
    return [difference.sentence for difference in compare_table(HEADING, former, current)]


@pytest.mark.parametrize(
    ("former", "rows", "sentences"),
    [
        (TABLE, {"Open": 154, "Held": 3}, ["JIRA Open 169 -> 154"]),
        (TABLE, {"Open": None, "Held": 3}, ["JIRA Open 169 -> ?"]),
        (TABLE, {"Open": {"counts": 169, "continues": "New"}, "Held": 3}, ["JIRA Open: continues New"]),
        (TABLE, {"Open": [169], "Held": {"counts": 3}}, []),
        (TABLE, {"Open": 169}, ["JIRA Held removed: 3"]),
        (TABLE, {"Held": 3, "Open": 169}, ["JIRA: rows in another order"]),
        (WIDE, {"Open": [1, 5], "Held": [3, 4]}, ["JIRA Open (b) 2 -> 5"]),
        (WIDE, {"Open": [1, 2], "Held": None}, ["JIRA Held (a) 3 -> ?", "JIRA Held (b) 4 -> ?"]),
    ],
)
def test_each_cell_that_differs_is_told(former: dict[str, Any], rows: Any, sentences: list[str]) -> None:
    assert said(former, former | {"rows": rows}) == sentences


def test_a_column_is_told_with_its_counts() -> None:
    narrow = WIDE | {"columns": ["a"], "rows": {"Open": 1, "Held": 3}}
    assert said(narrow, WIDE) == ["JIRA: column b added: Open 2, Held 4"]
    assert said(WIDE, narrow) == ["JIRA: column b removed: Open 2, Held 4"]


def test_columns_in_another_order_have_the_same_counts() -> None:
    current = WIDE | {"columns": ["b", "a"], "rows": {"Open": [2, 1], "Held": [4, 3]}}
    assert said(WIDE, current) == ["JIRA: columns in another order"]


def test_a_table_of_one_version_is_told_at_once() -> None:
    assert said(None, WIDE) == ["JIRA: table added: Open 1/2, Held 3/4"]
    assert said(TABLE, None) == ["JIRA: table removed: Open 169, Held 3"]


def test_counters_are_told_by_their_labels() -> None:
    former = {"open tickets": 8, "calls": 1}
    current = {"open tickets": {"value": 11, "continues": "tickets"}, "visits": 0}
    assert [difference.sentence for difference in compare_counters(HEADING, former, current)] == [
        "JIRA open tickets 8 -> 11",
        "JIRA open tickets: continues tickets",
        "JIRA visits added: 0",
        "JIRA calls removed: 1",
    ]
