"""`note`: what became of an action item so far."""

from minutebook.commands._action import edit_item
from minutebook.commands._call import Call
from minutebook.commands._one_line import one_line
from minutebook.source.edits.actions import set_field


def run(call: Call) -> int:
    """Write the note of an item of the newest meeting."""
    text = one_line("the note", " ".join(call.options.text))
    return edit_item(call, lambda editor, action: set_field(editor, action.key_path, "note", text))
