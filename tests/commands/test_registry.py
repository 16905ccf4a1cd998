"""The list of the commands is that of their files."""

from pathlib import Path

import pytest

from minutebook import commands
from minutebook.commands._registry import COMMANDS, load_command

FILES = {file.stem for file in Path(commands.__file__).parent.glob("[!_]*.py")}


def test_every_file_is_a_command_of_the_list() -> None:
    assert {name.removesuffix("_").replace("_", "-") for name in FILES} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_adds_options_and_runs(name: str) -> None:
    command = load_command(name)
    assert callable(command.options)
    assert callable(command.run)
