"""The parser of the whole command line; that of a command is filled when the command is called."""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

from minutebook.commands._registry import COMMANDS, load_command
from minutebook.records.late_patterns import late_pattern

_EPILOG = """\
exit codes:
  0    nothing to say
  1    problems were found, or files were written and --exit-code was given
  2    wrong usage, configuration or environment
  3    a bug in minutebook; the path of a report is printed
  130  interrupted
"""
_UNKNOWN = late_pattern(r"argument COMMAND: invalid choice: '(.*?)' \(choose from ")
_UNRECOGNIZED = late_pattern(r"unrecognized arguments: (?:.*? )?(--[a-z-]+)")
_VALUE = late_pattern(r"invalid choice: '(.*?)' \(choose from (.*)\)")
_FOLDER_HELP = "run as if called in this folder"
_DEFAULTS = {
    "color": "auto",
    "format": "text",
    "staged": False,
    "rev": None,
    "strict": False,
    "exit_code": False,
    "paths": [],
}
"""Options that are read whatever the command is, also where it does not have them."""


def make_parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of a command line: where it begins with a command, it knows only that one.

    To make the parsers of all commands takes 10 ms.
    """
    program = _ProgramParser(
        prog="minutebook",
        description="Minutes of recurring meetings: checked YAML in git, computed deltas, written Markdown.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    program.add_argument("--version", action="store_true", help="show the version and exit")
    program.add_argument("-C", dest="folder", metavar="DIR", help=_FOLDER_HELP)
    program.set_defaults(**_DEFAULTS)
    commands = program.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=CommandParser
    )
    for name in argv[:1] if argv[:1] and argv[0] in COMMANDS else COMMANDS:
        commands.add_parser(name, help=COMMANDS[name], description=COMMANDS[name], command=name)
    return program


def command_parsers(program: argparse.ArgumentParser) -> Iterator["CommandParser"]:
    """Yield the parser of each command, with its options."""
    for parser in _choices(program).values():
        parser.add_options()
        yield parser


def _choices(program: argparse.ArgumentParser) -> Mapping[str, "CommandParser"]:
    # argparse has no public way to them
    commands = (action for action in program._actions if isinstance(action, argparse._SubParsersAction))
    return next(commands).choices


def _meant(word: str, names: Sequence[str]) -> str:
    from minutebook.records.likeness import suggestion, twin

    return suggestion(twin(word, names))


class HelpAsked(Exception):
    """The help is to be shown; the program then ends with a code."""

    def __init__(self, text: str, code: int = 0) -> None:
        super().__init__(text)
        self.text, self.code = text, code


class _Parser(argparse.ArgumentParser):
    """Says what is wrong so that it fits the terminal, and leaves it to the program to show the help."""

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002  argparse gives none
        # argparse itself hides that the disk is full (`_print_message`).
        raise HelpAsked(self.format_help())

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program with a message."""
        if message and sys.stderr and sys.stderr.isatty():
            from minutebook.reports.long_lines import fitted

            message = fitted(message)
        super().exit(status, message)


class _ProgramParser(_Parser):
    """Asks for a command where none is given, but not beside --version."""

    def parse_args(self, *arguments: Any, **named: Any) -> Any:
        options = super().parse_args(*arguments, **named)
        if options.command is None and not options.version:
            raise HelpAsked(self.format_help(), 2)
        return options

    def error(self, message: str) -> NoReturn:
        """Say which command was likely meant, instead of all that there are."""
        if unknown := _UNKNOWN.match(message):
            from minutebook.records.likeness import suggestion, twin

            # What it does may be known, and not its name: `close` is done or drop.
            same = [name for name, summary in COMMANDS.items() if summary.split()[0] == unknown[1]]
            meant = twin(unknown[1], list(COMMANDS)) or " or ".join(same)
            ending = suggestion(meant, "; `minutebook --help` lists them")
            message = f"there is no command '{unknown[1]}'{ending}"
        elif option := _UNRECOGNIZED.match(message):
            actions = (parser._option_string_actions for parser in _choices(self).values())
            message += _meant(option[1], [name for names in actions for name in names])
        super().error(message)


class CommandParser(_Parser):
    """The parser of one command, without options until they are needed."""

    def __init__(self, *, command: str, **settings: Any) -> None:
        super().__init__(**settings)
        self._command: str | None = command

    def parse_known_args(self, *arguments: Any, **named: Any) -> Any:
        """Parse what follows the command's name; argparse asks only the parser of the command that is called."""
        self.add_options()
        return super().parse_known_args(*arguments, **named)

    def error(self, message: str) -> NoReturn:
        """Say which value of an option was likely meant."""
        value = _VALUE.search(message)
        super().error(message + (_meant(value[1], re.findall(r"[\w-]+", value[2])) if value else ""))

    def add_options(self) -> None:
        """Add the options that every command has, and those of this one."""
        if self._command is None:
            return
        command, self._command = load_command(self._command), None
        self.add_argument("-C", dest="folder", metavar="DIR", default=argparse.SUPPRESS, help=_FOLDER_HELP)
        self.add_argument(
            "--color", choices=("auto", "always", "never"), help="colours; auto: only on a terminal"
        )
        self.set_defaults(color="auto")
        command.options(self)
