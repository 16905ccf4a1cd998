"""What the commands that change one action item share: finding it in the newest meeting, and writing it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from minutebook.commands._call import Call
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import everything
from minutebook.records.likeness import twin
from minutebook.records.meeting import Action
from minutebook.records.problem import UsageError
from minutebook.source.edits.editor import Editor

Edit = Callable[[Editor, Action], None]


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest meeting of a series that was held."""

    notebook: Notebook
    day: date

    @property
    def path(self) -> str:
        """Its file."""
        return self.notebook.days[self.day]

    def action(self, name: str) -> Action | None:
        """Return its item of an id."""
        return next((action for action in self.notebook.meeting(self.day).actions if action.id == name), None)

    def editor(self) -> Editor:
        """Return an editor of its file."""
        document = self.notebook.document(self.path)
        return Editor(self.path, document.text, document.data)


def newest_meetings(call: Call) -> Iterator[Newest]:
    """Yield the newest meeting of each series; raises Refused where files can't be read."""
    for scope in everything(call.snapshot):
        held = [day for day in sorted(scope.days) if scope.notebook.meeting(day).held]
        if held:
            yield Newest(scope.notebook, held[-1])


def edit_item(call: Call, edit: Edit) -> int:
    """Change the item that the call names, in the newest meeting."""
    newest, action = find(call, call.options.id)
    editor = newest.editor()
    edit(editor, action)
    write(call, newest.path, editor.result())
    return 0


def find(call: Call, name: str) -> tuple[Newest, Action]:
    """Return the item of an id and its meeting; one that was not carried yet is carried first."""
    every = list(newest_meetings(call))
    found = [(newest, action) for newest in every if (action := newest.action(name))]
    if len(found) > 1:
        paths = ", ".join(newest.path for newest, _ in found)
        raise UsageError(f"several series have an item '{name}'; edit the one that is meant: {paths}")
    if found:
        return found[0]
    known = []
    for newest in every:
        carried = Newest(update_meeting(newest.notebook, newest.day), newest.day)
        if action := carried.action(name):
            return carried, action
        known += [other.id for other in carried.notebook.meeting(carried.day).actions if other.id]
    near = twin(name, known)
    meant = f"; did you mean {near}?" if near else "; `minutebook actions` lists them all"
    raise UsageError(f"the newest meeting has no action item '{name}'{meant}")


def write(call: Call, path: str, text: str) -> None:
    """Write a meeting's new text, if it is one."""
    if text.encode() == (call.repository.top / path).read_bytes():
        call.console.say(f"{call.shown(path)} says so already")
    else:
        call.write({path: text})
