"""What single lines of old minutes say as actions."""

import pytest
from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.action_line_parser import LineParser
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.sheet import PersonName

PRESENT = ("Ada Quill", "Ben Stone")


def parser_of(text: str = "") -> LineParser:
    """Return a parser of the lines of a text, where some people are present."""
    sheet = open_sheet(text, Facts())
    sheet.names.extend(PersonName(name, 1, "attending") for name in PRESENT)
    return LineParser(sheet)


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("[ ] For Ada: oil it", ("Ada",), "oil it"),
        ("For Mill: oil it", (), "For Mill: oil it"),
        ("Next step: Ada to oil it", ("Ada",), "oil it"),
        ("The door creaks. Action: Ada to oil it", ("Ada",), "The door creaks. Action: Ada to oil it"),
        ("oil it", (), "oil it"),
    ],
)
def test_where_actions_stand_any_line_is_one(line: str, owners: tuple[str, ...], task: str) -> None:
    typed = parser_of().parse_line(line, is_placed=True, needs_owner=False)
    assert typed
    assert (typed.owners, typed.task) == (owners, task)


def test_where_an_owner_is_needed_other_lines_are_none() -> None:
    assert parser_of().parse_line("oil it", is_placed=True, needs_owner=True) is None
