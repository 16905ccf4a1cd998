"""`drop`: an action item will not be done, and why."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import edit_actions
from minutebook.commands._option_values import one_line
from minutebook.commands._options import add_items_option
from minutebook.records.meeting import Action
from minutebook.source.edits.actions import set_field
from minutebook.source.edits.editor import Editor


def options(parser: ArgumentParser) -> None:
    """Add the options of `drop`."""
    add_items_option(parser)
    parser.add_argument("--reason", metavar="R", required=True, help="why, in one line")


def run(call: Call) -> int:
    """Close an action item of the newest meeting as dropped, with the reason."""
    reason = one_line("the reason", call.options.reason)

    def edit(editor: Editor, action: Action) -> None:
        set_field(editor, action.key_path, "status", "dropped")
        set_field(editor, action.key_path, "reason", reason)

    return edit_actions(call, call.options.items, edit, "dropped")
