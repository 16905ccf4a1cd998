"""The newest meeting of a series, for all commands that edit something in it: finding it, and writing it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from minutebook.actions.lookup import action_lines, described, nearest_by_words, with_phrase, with_words
from minutebook.commands._call import Call
from minutebook.commands._series import series_here
from minutebook.commands._shared_state import vanished_from
from minutebook.notebook.edits import open_editor, update_meeting
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.put_back import restore
from minutebook.records.frozen_class import dataclass
from minutebook.records.likeness import suggestion, twin
from minutebook.records.meeting import Action
from minutebook.records.problem import UsageError
from minutebook.source.edits.actions import set_status
from minutebook.source.edits.editor import Editor
from minutebook.source.yaml.block_gaps import with_gaps

Edit = Callable[[Editor, Action], None]


@dataclass(frozen=True, slots=True)
class NewestMeeting:
    """The newest meeting of a series that was held."""

    notebook: Notebook
    day: date

    @property
    def path(self) -> str:
        """Its file."""
        return self.notebook.days[self.day]

    @property
    def actions(self) -> tuple[Action, ...]:
        """Its action items."""
        return self.notebook.meeting(self.day).actions

    def action(self, identifier: str) -> Action | None:
        """Return its action item of an id."""
        return self.notebook.meeting(self.day).action(identifier)

    @property
    def carried(self) -> "NewestMeeting":
        """The same with every action item that is carried into it, and with an id for each."""
        return NewestMeeting(update_meeting(self.notebook, self.day), self.day)

    def editor(self) -> Editor:
        """Return an editor of its file; raises Refused and NewerFormat if its series can't be read."""
        _ = self.notebook.series  # what a later version has written is not edited as if this one had
        return open_editor(self.notebook, self.path)


Choice = tuple[NewestMeeting, Action]
"""An action item, and the meeting in which it is changed."""


def newest_meetings(call: Call) -> Iterator[NewestMeeting]:
    """Yield the newest meeting of each series, first of the one that the user stands in; raises Refused."""
    notebooks = call.notebooks()
    here = series_here(call, notebooks)
    for notebook in sorted(notebooks, key=lambda notebook: notebook is not here):
        held_days = notebook.held_days
        if held_days:
            yield NewestMeeting(notebook, held_days[-1])


def edit_actions(call: Call, items: Sequence[str], edit: Edit, verb: str) -> int:
    """Change some action items, each in the newest meeting of its series, or none if one is not there.

    `verb` begins the sentence that says what was done to each.
    """

    def actions() -> Iterator[Action]:
        return (action for meeting in newest_meetings(call) for action in meeting.carried.actions)

    identifiers = identify(items, lambda item: find_action(call, item)[1], actions)
    for identifier in identifiers:  # sought once more, as the edit before may have moved its lines
        meeting, action = find_action(call, identifier)
        editor = meeting.editor()
        edit(editor, action)
        if write_meeting(call, meeting.path, editor.result()):
            call.console.say(f"{verb}: {described(action)}")
    return 0


def identify(
    items: Sequence[str], find: Callable[[str], Action], actions: Callable[[], Iterable[Action]]
) -> tuple[str, ...]:
    """Return the ids of action items that are named by ids or by words; all may be one phrase without quotes."""
    phrase = with_phrase(" ".join(items), actions()) if len(items) > 1 else ()
    named = phrase if len(phrase) == 1 else map(find, items)
    return tuple(dict.fromkeys(str(action.id) for action in named))


def find_action(call: Call, item: str) -> tuple[NewestMeeting, Action]:
    """Return the action item of an id, or of words that only one has, and its meeting.

    One that was not carried yet is carried first, and one that has vanished is put back.
    """
    meetings = list(newest_meetings(call))
    matches = [(meeting, action) for meeting in meetings if (action := meeting.action(item))]
    here = series_here(call, (meeting.notebook for meeting, _ in matches))
    matches = [match for match in matches if here in (None, match[0].notebook)]
    if len(matches) > 1:
        paths = ", ".join(meeting.path for meeting, _ in matches)
        raise UsageError(
            f"several series have an action item '{item}'; edit the file of the one that you mean: {paths}"
        )
    if matches:
        return matches[0]
    vanished = [(meeting, lost) for meeting in meetings for lost in vanished_from(call, meeting.notebook)]
    carried = [meeting.carried for meeting in meetings]
    put_back = [
        NewestMeeting(restore(meeting.notebook, [lost]).notebook, meeting.day)
        for meeting, lost in vanished
        if lost.id == item
    ]
    for meeting in (*put_back, *carried):
        if action := meeting.action(item):
            return meeting, action
    choices = [(meeting, action) for meeting in carried for action in meeting.actions]
    choices += [(meeting, lost.filed.action) for meeting, lost in vanished]
    for choice in ([pair for pair in choices if pair[1].status == "open"], choices):
        if identifier := named_in_words(call, item, choice):
            return find_action(call, identifier)
    raise _unknown(item, [action for _, action in choices])


def named_in_words(call: Call, item: str, choice: Sequence[Choice]) -> str | None:
    """Return the id of the action item that has some words, in the series that the user stands in if there is one.

    Raises UsageError if several have them.
    """
    here = series_here(call, [meeting.notebook for meeting, _ in choice])
    for group in ([pair for pair in choice if pair[0].notebook is here], choice):
        matches = with_words(item, list({action.id: action for _, action in group}.values()))
        if len(matches) > 1:
            raise UsageError(
                f"several action items have '{item}'; say more of its words, or its id:\n{action_lines(matches)}"
            )
        if matches:
            return matches[0].id
    return None


def _unknown(item: str, actions: Sequence[Action]) -> UsageError:
    near = twin(item, [action.id for action in actions if action.id])
    if near is None and (nearest := nearest_by_words(item, actions)):
        near = described(nearest)
    ending = suggestion(near, "; `minutebook actions` lists them all")
    return UsageError(f"the newest meeting has no action item '{item}'{ending}")


def revive(call: Call, editor: Editor, action: Action) -> None:
    """Open an action item again that had lapsed, now that somebody has touched it."""
    if action.status == "lapsed":  # written out, as a note that it had before is no touch
        set_status(editor, action.key_path, "open")
        call.console.say(f"{action.id} had lapsed; it is open again")


def write_meeting(call: Call, path: str, text: str) -> bool:
    """Write a meeting's new text, if it is one, and return whether it is."""
    if text.encode() == call.as_read(path):
        call.console.say(f"{call.shown(path)} already says so; nothing was changed")
        return False
    call.write({path: with_gaps(path, text)})
    return True
