"""The columns of tables of action items."""

import pytest
from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.action_line_reader import LineReader
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.task_columns import Row, column_of, signed_columns, signed_rows
from minutebook.records.roster import Roster
from minutebook.records.series import Person

FACTS = Facts(Roster((Person("Ada Quill", aliases=("AQ",)), Person("Ben Stone"))))
ROWS: list[Row] = [(3, ("1. Roof", "It leaks. Get two bids.", "AQ")), (4, ("2. Lease", "Noted.", "-"))]


def columns(headings: tuple[str, ...], rows: list[Row]) -> list[str] | None:
    """Return what stands in each column of a table."""
    return signed_columns(headings, rows, LineReader(open_sheet("", FACTS)))


@pytest.mark.parametrize("heading", ["Action", "Actions", "Action by"])
def test_those_who_act_may_stand_below_action(heading: str) -> None:
    assert columns(("Item", "Discussion", heading), ROWS) == ["more", "task", "owner"]
    assert signed_rows(2, ROWS) == ROWS[:1]


@pytest.mark.parametrize("cell", ["AQ/Ben", "Ada Quill, Clerk", "Ben and Ada"])
def test_several_may_act(cell: str) -> None:
    assert columns(("Item", "Action"), [(3, ("Mend the roof", cell))]) == ["task", "owner"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("Item", "Action"), ("Roof", "Ada to mend it")),
        (("Item", "Action"), ("Roof", "Zoe")),
        (("Item", "Speaker"), ("Roof", "Ada Quill")),
        (("Item", "Action"), ("It leaks. " * 30, "Ada Quill")),
        (("Item", "Action"), ("", "Ada Quill")),
    ],
)
def test_other_tables_are_not_signed(headings: tuple[str, ...], cells: tuple[str, ...]) -> None:
    assert columns(headings, [(3, cells)]) is None


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Task", "task"),
        ("Owner(s)", "owner"),
        ("Échéance", "due"),
        ("Status", "status"),
        ("Status/remark", "status"),
        ("n", None),
        ("Decisions / next steps", "task"),
        ("Compromisso", "task"),
        ("Encargado", "owner"),
        ("后台成员", "owner"),
    ],
)
def test_a_heading_says_what_stands_below_it(heading: str, meaning: str | None) -> None:
    assert column_of(heading) == meaning
