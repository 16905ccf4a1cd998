"""`done`: an action item is done."""

from argparse import ArgumentParser

from minutebook.commands._action_edit import edit_action
from minutebook.commands._call import Call
from minutebook.commands._options import add_id_option
from minutebook.source.edits.actions import set_status


def options(parser: ArgumentParser) -> None:
    """Add the options of `done`."""
    add_id_option(parser)


def run(call: Call) -> int:
    """Close an action item of the newest meeting as done."""
    return edit_action(call, lambda editor, action: set_status(editor, action.key_path, "done"))
