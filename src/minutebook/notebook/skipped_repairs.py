"""What stands in a meeting that was called off goes to where it belongs."""

from collections.abc import Iterable
from datetime import date

from minutebook.actions.called_off import CalledOff, called_off
from minutebook.notebook.edits import open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated
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
        action for action in called_off(notebook.history, notebook.meeting(day)) if action.is_mendable
    ]
    if not mendable:
        return Updated(notebook)
    action, source = mendable[0], open_editor(notebook, notebook.days[day])
    editors = [source]
    if action.newest and (action.standing is None or action.more):
        target = open_editor(notebook, action.newest.path)
        editors.append(target)
        _write_there(source, target, action)
    source.remove(action.filed.action.key_path)
    texts = {editor.path: editor.result() for editor in editors}
    for path, text in texts.items():
        notebook = notebook.with_text(path, text)
    return Updated(notebook, texts, mended=((source.path, _removal(action)),))


def _removal(action: CalledOff) -> str:
    """Say what becomes of an action."""
    task = action.filed.action.task
    if action.held:
        return f"'{task}' was deleted, for it stands in {action.held.date}"
    return f"'{task}' was moved to {action.newest.date if action.newest else ''}"


def _write_there(source: Editor, target: Editor, action: CalledOff) -> None:
    if action.standing:
        for key, value in (action.more or {}).items():
            replace_field(target, action.standing.key_path, key, value)
        return
    key_path, since = action.filed.action.key_path, action.filed.action.since
    if action.newest and since and since > action.newest.date:
        source.remove_key((*key_path, "since"))
    add_action(
        target, action.filed.titles, action.filed.topic, source.value(key_path), source.source_lines(key_path)
    )
