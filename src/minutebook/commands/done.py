"""`done`: an action item is done."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import edit_actions
from minutebook.commands._options import add_items_option
from minutebook.source.edits.actions import set_status


def options(parser: ArgumentParser) -> None:
    """Add the options of `done`."""
    add_items_option(parser)


def run(call: Call) -> int:
    """Close action items of the newest meeting as done."""
    return edit_actions(
        call, call.options.items, lambda editor, action: set_status(editor, action.key_path, "done"), "done"
    )
