"""`done`: an action item is done."""

from minutebook.commands._action import edit_item
from minutebook.commands._call import Call
from minutebook.source.edits.actions import set_status


def run(call: Call) -> int:
    """Close an item of the newest meeting as done."""
    return edit_item(call, lambda editor, action: set_status(editor, action.key_path, "done"))
