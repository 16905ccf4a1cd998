"""The newest meeting of a series, for all commands that edit something in it: finding it, and writing it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from minutebook.commands._call import Call
from minutebook.commands._series import series_here
from minutebook.commands._shared_state import lost_actions
from minutebook.notebook.edits import open_editor, update_meeting
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.repairs import restore
from minutebook.records.frozen_class import dataclass
from minutebook.records.likeness import suggestion, twin
from minutebook.records.meeting import Action
from minutebook.records.problem import UsageError
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

    def editor(self) -> Editor:
        """Return an editor of its file."""
        return open_editor(self.notebook, self.path)


def newest_meetings(call: Call) -> Iterator[NewestMeeting]:
    """Yield the newest meeting of each series, first of the one that the user stands in; raises Refused."""
    notebooks = call.notebooks()
    here = series_here(call, notebooks)
    for notebook in sorted(notebooks, key=lambda notebook: notebook is not here):
        held = notebook.held_days
        if held:
            yield NewestMeeting(notebook, held[-1])


def edit_actions(call: Call, identifiers: Iterable[str], edit: Edit) -> int:
    """Change the action items of some ids, each in the newest meeting of its series, or none if one is not there."""
    identifiers = tuple(dict.fromkeys(identifiers))
    for identifier in identifiers:
        find_action(call, identifier)
    for identifier in identifiers:  # sought once more, as the edit before may have moved its lines
        meeting, action = find_action(call, identifier)
        editor = meeting.editor()
        edit(editor, action)
        write_meeting(call, meeting.path, editor.result())
    return 0


def find_action(call: Call, identifier: str) -> tuple[NewestMeeting, Action]:
    """Return the action item of an id and its meeting; one that was not carried yet is carried first."""
    meetings = list(newest_meetings(call))
    matches = [(meeting, action) for meeting in meetings if (action := meeting.action(identifier))]
    here = series_here(call, (meeting.notebook for meeting, _ in matches))
    matches = [match for match in matches if here in (None, match[0].notebook)]
    if len(matches) > 1:
        paths = ", ".join(meeting.path for meeting, _ in matches)
        raise UsageError(
            f"several series have an action item '{identifier}'; edit the file of the one that you mean: {paths}"
        )
    if matches:
        return matches[0]
    for meeting in meetings:
        restored = _restored(call, meeting, identifier)
        if action := restored.action(identifier):
            return restored, action
    identifiers: list[str] = []
    for meeting in meetings:
        carried = NewestMeeting(update_meeting(meeting.notebook, meeting.day), meeting.day)
        if action := carried.action(identifier):
            return carried, action
        identifiers += [action.id for action in carried.actions if action.id]
    ending = suggestion(twin(identifier, identifiers), "; `minutebook actions` lists them all")
    raise UsageError(f"the newest meeting has no action item '{identifier}'{ending}")


def _restored(call: Call, meeting: NewestMeeting, identifier: str) -> NewestMeeting:
    """Return a meeting with the action item of an id, if it has vanished from its series and others have it."""
    lost = [
        action
        for action in lost_actions(call, [meeting.notebook])
        if action.id == identifier and action.is_missing_in(meeting.notebook)
    ]
    return NewestMeeting(restore(meeting.notebook, lost).notebook, meeting.day) if lost else meeting


def write_meeting(call: Call, path: str, text: str) -> None:
    """Write a meeting's new text, if it is one."""
    if text.encode() == (call.repository.top / path).read_bytes():
        call.console.say(f"{call.shown(path)} already says so; nothing was changed")
    else:
        call.write({path: with_gaps(path, text)})
