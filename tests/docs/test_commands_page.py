"""The page about the commands has every command, every option, and nothing else."""

import re

import pytest
from support.pages import DOCS

from minutebook.commands._parser import command_parsers, make_parser

TEXT = (DOCS / "commands.md").read_text(encoding="utf-8")
OF_ALL = {"-h", "--help", "-C", "--color"}
"""The options that every command has; the page tells them once."""


def options() -> dict[str, set[str]]:
    """Return the options of each command, but for those that all have."""
    return {
        command.prog.removeprefix("minutebook "): {
            option for action in command._actions for option in action.option_strings
        }
        - OF_ALL
        for command in command_parsers(make_parser())
    }


def test_it_has_every_command_and_no_other() -> None:
    assert sorted(re.findall(r"^### ([\w-]+)$", TEXT, re.MULTILINE)) == sorted(options())


@pytest.mark.parametrize("command", options())
def test_it_has_every_option_of_a_command_and_no_other(command: str) -> None:
    section = re.split(r"^#", TEXT.split(f"\n### {command}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    code = " ".join(re.findall(r"`([^`]+)`", section))
    assert set(re.findall(r"--[\w-]+", code)) == options()[command]
