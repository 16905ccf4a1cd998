"""`reopen`: a closed action item is open again."""

from argparse import ArgumentParser

from minutebook.actions import carry
from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import NewestMeeting, find_action, newest_meetings, write_meeting
from minutebook.commands._options import add_ids_option
from minutebook.notebook.edits import action_lines, open_editor
from minutebook.records.meeting import Action, Meeting
from minutebook.source.edits.actions import add_action, set_status


def options(parser: ArgumentParser) -> None:
    """Add the options of `reopen`."""
    add_ids_option(parser)


def run(call: Call) -> int:
    """Open action items again in the newest meeting, from wherever they were closed; none if one is not there."""
    identifiers = tuple(dict.fromkeys(call.options.ids))
    for identifier in identifiers:
        _reopened(call, identifier)
    for identifier in identifiers:
        meeting, text = _reopened(call, identifier)
        write_meeting(call, meeting.path, text)
    return 0


def _reopened(call: Call, identifier: str) -> tuple[NewestMeeting, str]:
    """Return the newest meeting that an action item belongs to, and its text with the item open."""
    newest_ones = list(newest_meetings(call))
    if any(newest.action(identifier) for newest in newest_ones):
        newest, action = find_action(call, identifier)
        return newest, _opened(newest, action)
    for newest in newest_ones:
        for meeting in newest.notebook.history.earlier(newest.day):
            for filed in carry.filed_actions(meeting):
                if filed.action.id == identifier:
                    return newest, _put_back(newest, filed, meeting)
    # One that has vanished is put back open; else this raises the error that says which there are.
    restored, action = find_action(call, identifier)
    return restored, _opened(restored, action)


def _opened(newest: NewestMeeting, action: Action) -> str:
    """Return the newest meeting's text with an action item of its own open."""
    editor = newest.editor()
    if action.status != "open":
        # Written out, so that an item that had lapsed counts as touched.
        set_status(editor, action.key_path, "open")
    return editor.result()


def _put_back(newest: NewestMeeting, filed: carry.FiledAction, meeting: Meeting) -> str:
    """Return the newest meeting's text with an action item that was closed in an earlier one."""
    source = open_editor(newest.notebook, meeting.path)
    lines, data = action_lines(source, filed, meeting, reopened=True)
    editor = newest.editor()
    add_action(editor, filed.titles, filed.topic, data, lines)
    return editor.result()
