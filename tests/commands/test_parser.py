"""The list of the commands, and what is imported for one of them."""

import sys
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook import commands
from minutebook.commands._parser import command_parsers, make_parser
from minutebook.commands._registry import COMMANDS

FILES = {file.stem for file in Path(commands.__file__).parent.glob("[!_]*.py")}


def test_every_command_takes_a_folder_and_colours() -> None:
    for parser in command_parsers(make_parser()):
        assert {"-C", "--color"} <= parser._option_string_actions.keys()


def test_the_help_lists_the_commands_in_their_order(notes: Notes) -> None:
    lines = notes.run("--help").stdout.splitlines()
    start = lines.index("  COMMAND") + 1
    listed = [line.split()[0] for line in lines[start:] if line.startswith("    ") and line[4] != " "]
    assert listed == list(COMMANDS)


def imported(notes: Notes, *words: str) -> set[str]:
    """Return the files of commands that one run of the program imports."""
    program = (
        f"import sys; from minutebook.cli import main; main({list(words)!r}); "
        "print(*(name for name in sys.modules if name.startswith('minutebook.commands.')), file=sys.stderr)"
    )
    done = notes.call([sys.executable, "-c", program], code=0)
    modules = {name.rpartition(".")[2] for name in done.stderr.split()}
    return modules & FILES


def test_a_run_imports_the_module_of_its_command_alone(notes: Notes) -> None:
    assert imported(notes, "check") == {"check"}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_is_no_command_imports_none(notes: Notes, option: str) -> None:
    assert imported(notes, option) == set()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["sync", "--comit"], "--commit"),
        (["actions", "--grup-by", "owner"], "--group-by"),
        (["init", "--with", "githb"], "github"),
        (["check", "--format", "jsn"], "json"),
    ],
)
def test_a_misspelt_option_or_value_is_told_with_what_was_meant(
    words: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        make_parser(words).parse_args(words)
    assert capsys.readouterr().err.endswith(f"; did you mean {meant}?\n")


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("actoins", "did you mean actions?"),
        ("close", "did you mean done or drop?"),
        ("commit", "`minutebook --help` lists them"),
    ],
)
def test_what_is_no_command_is_told_with_the_one_that_is_near(
    word: str, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        make_parser([word]).parse_args([word])
    assert capsys.readouterr().err.endswith(f"there is no command '{word}'; {ending}\n")


def test_what_is_wrong_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(SystemExit):
        make_parser().parse_args(["actions", "--status", "close"])
    said = capsys.readouterr().err
    assert max(map(len, said[said.index("minutebook actions: error:") :].splitlines())) <= 60
