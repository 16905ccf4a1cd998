"""The list of commands, and how the module of one is loaded."""

import importlib
import keyword
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import argparse

    from minutebook.commands._call import Call

COMMANDS = {
    "init": "set up a notes repository: a series, hooks, CI and editors",
    "status": "say where each series stands, and what to type next",
    "check": "find every problem; change nothing",
    "sync": "write the minutes and the index, and report what only people can fix",
    "new": "start the next meeting as a draft with the sections and labels of the last one",
    "watch": "check a meeting, and write and show its minutes, at every save",
    "skip": "say that a meeting is not held, and why",
    "duty": "say whose turn a duty is next, and why",
    "done": "close action items of the newest meeting: they are done",
    "drop": "close action items of the newest meeting: they will not be done",
    "reopen": "open action items again in the newest meeting",
    "note": "write what became of an action item so far",
    "give": "give an action item of the newest meeting to another owner",
    "due": "say by which day an action item of the newest meeting must be done",
    "add": 'add an action item to the newest meeting, such as "Mat: update the firewall rules"',
    "render": "print a meeting's minutes",
    "deltas": "print every delta of a meeting, with its baseline",
    "diff": "say what changed in the meetings between two commits",
    "log": "say what each commit changed in a meeting or a series",
    "actions": "print the register of action items across meetings and series",
    "import": "turn minutes that were written by hand into notes",
    "audit": "find wrong figures and lost action items in minutes that were written by hand",
    "gate": "refuse a push to a server that would break the notes",
    "setup-git": "let git merge meetings by meaning in this clone",
    "merge-driver": "merge a meeting that two people changed; git calls it",
    "commit-message": "propose the message of a commit; git calls it",
    "schema": "print the JSON Schema of a meeting or a series",
    "explain": "explain what a rule asks for, with a good and a bad example",
}
"""The one-line help of every command, in the order in which the help lists them."""


class Command(Protocol):
    """What the module of a command offers."""

    def options(self, parser: "argparse.ArgumentParser") -> None:
        """Add the options of the command."""

    def run(self, call: "Call") -> int:
        """Do what the command is for, and return the exit code."""


def load_command(name: str) -> Command:
    """Import the module of a command: a run pays for no other."""
    # No module can have the name of a keyword, or a hyphen in its name.
    module = f"{name}_" if keyword.iskeyword(name) else name.replace("-", "_")
    return cast("Command", importlib.import_module(f"{__package__}.{module}"))
