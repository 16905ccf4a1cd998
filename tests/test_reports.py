"""The table of the formats."""

from pathlib import Path

import pytest

from minutebook import reports
from minutebook.commands._parser import command_parsers, make_parser
from minutebook.reports import REPORTERS, load_reporter


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_has_a_reporter(form: str) -> None:
    assert callable(load_reporter(form).report)


def test_every_module_with_a_reporter_is_in_the_table() -> None:
    modules = {
        file.stem
        for file in Path(reports.__file__).parent.glob("[!_]*.py")
        if "\nREPORTER = " in file.read_text(encoding="utf-8")
    }
    assert modules == set(REPORTERS.values())


def test_problems_are_text_where_the_format_is_one_of_data() -> None:
    assert load_reporter("csv") == load_reporter("text")


@pytest.mark.parametrize("command", ["check", "sync"])
def test_every_format_can_be_chosen_for_problems(command: str) -> None:
    (parser,) = (one for one in command_parsers(make_parser()) if one.prog.endswith(f" {command}"))
    (option,) = (option for option in parser._actions if option.dest == "format")
    assert option.choices == tuple(REPORTERS)
