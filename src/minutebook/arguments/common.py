"""What several commands accept."""

import argparse
from typing import Any

FORMATS_OF_PROBLEMS = ("text", "json", "github", "gitlab")
FORMATS_OF_DATA = ("text", "json")


def command(commands: Any, name: str, text: str, description: str = "") -> argparse.ArgumentParser:
    """Add a command with what all commands have."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=text, description=description or text)
    made.add_argument(
        "-C", dest="folder", metavar="DIR", default=argparse.SUPPRESS, help="run as if called in this folder"
    )
    made.add_argument("--color", choices=("auto", "always", "never"), help="colours; auto: on a terminal")
    made.set_defaults(color="auto")
    return made


def snapshot(command: argparse.ArgumentParser, *, commit: bool = True) -> None:
    """Add the choice of what is read: the files as they are, what is staged, or a commit."""
    group = command.add_mutually_exclusive_group()
    group.add_argument("--staged", action="store_true", help="read what is staged, as a commit would take it")
    if commit:
        group.add_argument("--rev", metavar="REV", help="read the files of a commit")


def problems(command: argparse.ArgumentParser) -> None:
    """Add how problems are shown and counted."""
    command.add_argument(
        "--format", choices=FORMATS_OF_PROBLEMS, default="text", help="how problems are shown"
    )
    command.add_argument("--strict", action="store_true", help="let warnings count as errors")
