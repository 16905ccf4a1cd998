"""`reopen`: a closed action item is open again."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minutebook.actions import carry
from minutebook.actions.lookup import described
from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import (
    NewestMeeting,
    find_action,
    identify,
    named_in_words,
    newest_meetings,
    write_meeting,
)
from minutebook.commands._options import add_items_option
from minutebook.notebook.edits import action_lines, open_editor
from minutebook.records.meeting import Action, Meeting
from minutebook.source.edits.actions import add_action, set_status


def options(parser: ArgumentParser) -> None:
    """Add the options of `reopen`."""
    add_items_option(parser)


def run(call: Call) -> int:
    """Open action items again in the newest meeting, from wherever they were closed; none if one is not there."""

    def closed() -> Iterator[Action]:
        return (action for _, action in _closed(newest_meetings(call)))

    for identifier in identify(call.options.items, lambda item: _reopened(call, item).action, closed):
        reopened = _reopened(call, identifier)
        if write_meeting(call, reopened.path, reopened.text):
            call.console.say(f"open again: {described(reopened.action)}")
    return 0


class _Reopened(NamedTuple):
    """An action item, and the file that it is opened in, with its text then."""

    action: Action
    path: str
    text: str


def _reopened(call: Call, item: str) -> _Reopened:
    """Return an action item, which an id or words name, in the newest meeting that it belongs to."""
    newest_ones = list(newest_meetings(call))
    if any(newest.action(item) for newest in newest_ones):
        return _opened(*find_action(call, item))
    for newest in newest_ones:
        for meeting in newest.notebook.history.earlier(newest.day):
            for filed in carry.filed_actions(meeting):
                if filed.action.id == item:
                    return _put_back(newest, filed, meeting)
    if identifier := named_in_words(call, item, list(_closed(newest_ones))):
        return _reopened(call, identifier)
    # One that has vanished is put back open; else this raises the error that says which there are.
    return _opened(*find_action(call, item))


def _closed(newest_ones: Iterable[NewestMeeting]) -> Iterator[tuple[NewestMeeting, Action]]:
    """Yield the action items that are closed, each as the last meeting has it."""
    for newest in newest_ones:
        last_states = {action.id: action for action in newest.actions}
        for meeting in newest.notebook.history.earlier(newest.day):
            last_states = {action.id: action for action in meeting.actions} | last_states
        for action in last_states.values():
            if action.id and action.status != "open":
                yield newest, action


def _opened(newest: NewestMeeting, action: Action) -> _Reopened:
    """Return an action item of the newest meeting as it is open."""
    editor = newest.editor()
    if action.status != "open" or _is_closed_before(newest, action):
        # Written out, so that one that had lapsed counts as touched, and one that was closed late is not removed.
        set_status(editor, action.key_path, "open")
    return _Reopened(action, newest.path, editor.result())


def _is_closed_before(newest: NewestMeeting, action: Action) -> bool:
    """Whether the meeting before closes an action item that is open here, from which it was carried."""
    previous = newest.notebook.history.previous_held(newest.day)
    states = [earlier.status for earlier in previous.actions if earlier.id == action.id] if previous else []
    return any(status != "open" for status in states)


def _put_back(newest: NewestMeeting, filed: carry.FiledAction, meeting: Meeting) -> _Reopened:
    """Return an action item that was closed in an earlier meeting as it is open in the newest."""
    source = open_editor(newest.notebook, meeting.path)
    lines, data = action_lines(source, filed, meeting.date, reopened=True)
    editor = newest.editor()
    add_action(editor, filed.titles, filed.topic, data, lines)
    return _Reopened(filed.action, newest.path, editor.result())
