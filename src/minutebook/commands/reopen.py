"""`reopen`: a closed action item is open again."""

from argparse import ArgumentParser

from minutebook.actions import carry
from minutebook.commands._action_edit import Newest, find, newest_meetings, write
from minutebook.commands._call import Call
from minutebook.commands._options import add_id_option
from minutebook.notebook.edits import item_lines
from minutebook.records.meeting import Action
from minutebook.source.edits.actions import add_item, set_status
from minutebook.source.edits.editor import Editor


def options(parser: ArgumentParser) -> None:
    """Add the options of `reopen`."""
    add_id_option(parser)


def run(call: Call) -> int:
    """Open an item again in the newest meeting, from wherever it was closed."""
    newest, text = _reopened(call, call.options.id)
    write(call, newest.path, text)
    return 0


def _reopened(call: Call, name: str) -> tuple[Newest, str]:
    for newest in newest_meetings(call):
        if action := newest.action(name):
            editor = newest.editor()
            _open(editor, action)
            return newest, editor.result()
        for before in newest.notebook.history.earlier(newest.day):
            one = next((one for one in carry.filed_actions(before) if one.action.id == name), None)
            if one:
                return newest, _put_back(newest, one, before.path)
    find(call, name)  # says what there is
    raise AssertionError(name)


def _open(editor: Editor, action: Action) -> None:
    if action.status != "open":
        # Written out, so that an item that had lapsed counts as touched.
        set_status(editor, action.key_path, "open")


def _put_back(newest: Newest, one: carry.FiledAction, path: str) -> str:
    """Return the newest meeting's text with an item that was closed in an earlier one."""
    document = newest.notebook.document(path)
    meeting = next(other for other in newest.notebook.history.earlier(newest.day) if other.path == path)
    lines, item = item_lines(Editor(path, document.text, document.data), one, meeting, reopened=True)
    editor = newest.editor()
    add_item(editor, one.titles, one.topic, item, lines)
    return editor.result()
