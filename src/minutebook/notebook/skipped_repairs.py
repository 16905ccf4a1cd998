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
    items = [item for item in called_off(notebook.history, notebook.meeting(day)) if item.is_mendable]
    if not items:
        return Updated(notebook)
    item, source = items[0], open_editor(notebook, notebook.days[day])
    editors = [source]
    if item.newest and (item.standing is None or item.more):
        target = open_editor(notebook, item.newest.path)
        editors.append(target)
        _write_there(source, target, item)
    source.remove(item.filed.action.key_path)
    texts = {editor.path: editor.result() for editor in editors}
    for path, text in texts.items():
        notebook = notebook.with_text(path, text)
    return Updated(notebook, texts, mended=((source.path, _removal(item)),))


def _removal(item: CalledOff) -> str:
    """Say what becomes of an action."""
    task = item.filed.action.task
    if item.held:
        return f"'{task}' was deleted, for it stands in {item.held.date}"
    return f"'{task}' was moved to {item.newest.date if item.newest else ''}"


def _write_there(source: Editor, target: Editor, item: CalledOff) -> None:
    if item.standing:
        for key, value in (item.more or {}).items():
            replace_field(target, item.standing.key_path, key, value)
        return
    key_path, since = item.filed.action.key_path, item.filed.action.since
    if item.newest and since and since > item.newest.date:
        source.remove_key((*key_path, "since"))
    add_action(
        target, item.filed.titles, item.filed.topic, source.value(key_path), source.source_lines(key_path)
    )
