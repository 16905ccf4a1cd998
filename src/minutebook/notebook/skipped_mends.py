"""What stands in a meeting that was called off goes to where it belongs."""

from collections.abc import Iterable
from datetime import date

from minutebook.actions.called_off import CalledOff, called_off
from minutebook.notebook.edits import open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated, edited
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import add_action, replace_field
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable


def empty_skipped(notebook: Notebook, days: Iterable[date]) -> Updated:
    """Return a series in which the skipped meetings of some days have no actions, as far as each has one right place."""
    updated = Updated(notebook)
    for day in sorted(days):
        try:
            # Each step takes an action away, so this ends.
            while (step := _step(updated.notebook, day)).texts:
                updated = updated.then(step)
        except (Refused, NotEditable):  # told elsewhere
            continue
    return updated


def _step(notebook: Notebook, day: date) -> Updated:
    """Take the first action that has one right place out of a meeting."""
    mendable = [
        stranded for stranded in called_off(notebook.history, notebook.meeting(day)) if stranded.is_mendable
    ]
    if not mendable:
        return Updated(notebook)
    stranded, source = mendable[0], open_editor(notebook, notebook.days[day])
    editors = [source]
    if stranded.newest_meeting and (stranded.standing is None or stranded.additions):
        target = open_editor(notebook, stranded.newest_meeting.path)
        editors.append(target)
        _write_there(source, target, stranded)
    key_path = stranded.filed.action.key_path
    source.remove(key_path)
    if stranded.filed.topic and source.value(key_path[:-2]).keys() == {"topic"}:
        source.remove(key_path[:-2])  # a heading over nothing would be told next
    return edited(notebook, [(source.path, _removal(stranded))], *editors)


def _removal(stranded: CalledOff) -> str:
    """Say what becomes of an action."""
    task = stranded.filed.action.task
    if stranded.held_meeting:
        return f"'{task}' was deleted, for it stands in {stranded.held_meeting.date}"
    return f"'{task}' was moved to {stranded.newest_meeting.date if stranded.newest_meeting else ''}"


def _write_there(source: Editor, target: Editor, stranded: CalledOff) -> None:
    if stranded.standing:
        for key, value in (stranded.additions or {}).items():
            replace_field(target, stranded.standing.key_path, key, value)
        return
    key_path, since = stranded.filed.action.key_path, stranded.filed.action.since
    if stranded.newest_meeting and since and since > stranded.newest_meeting.date:
        source.remove_key((*key_path, "since"))
    add_action(
        target,
        stranded.filed.titles,
        stranded.filed.topic,
        source.value(key_path),
        source.source_lines(key_path),
    )
