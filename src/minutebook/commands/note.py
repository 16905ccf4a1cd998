"""`note`: what became of an action item so far."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import edit_actions, revive
from minutebook.commands._option_values import one_line
from minutebook.commands._options import add_item_option
from minutebook.records.meeting import Action
from minutebook.source.edits.actions import add_note
from minutebook.source.edits.editor import Editor


def options(parser: ArgumentParser) -> None:
    """Add the options of `note`."""
    add_item_option(parser)
    parser.add_argument("text", nargs="+", metavar="TEXT", help="the note, in one line")


def run(call: Call) -> int:
    """Write a note of an action item of the newest meeting, below those that it has there."""
    text = one_line("the note", " ".join(call.options.text))

    def write_note(editor: Editor, action: Action) -> None:
        add_note(editor, action.key_path, text)
        revive(call, editor, action)

    return edit_actions(call, [call.options.item], write_note, "noted")
