"""Actions that have vanished are put back."""

from collections.abc import Iterable
from datetime import date

from minutebook.notebook.edits import action_lines, open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated, edited
from minutebook.notebook.vanished import LostAction
from minutebook.records.phrases import excerpt
from minutebook.source.edits.actions import add_action


def restore(notebook: Notebook, lost: Iterable[LostAction]) -> Updated:
    """Return a series whose newest meeting has the lost actions again, open and in their words."""
    held_days = notebook.held_days
    if not held_days:
        return Updated(notebook)
    path = notebook.days[held_days[-1]]
    editor = open_editor(notebook, path)
    changes = []
    for lost_action in lost:
        action = lost_action.filed.action
        lines, data = _former_lines(lost_action, held_days[-1])
        add_action(editor, lost_action.filed.titles, lost_action.filed.topic, data, lines)
        owners = ", ".join(action.owners)
        changes.append((path, f"{action.record}: {owners}: {excerpt(action.task)} is put back, open"))
    return edited(notebook, changes, editor)


def _former_lines(lost: LostAction, day: date) -> tuple[list[str], dict[str, object]]:
    """Return the lines and data of a lost action as the meeting of a day is to have it."""
    source = open_editor(lost.shared, lost.shared.days[lost.day])
    if lost.day >= day:
        key_path, since = lost.filed.action.key_path, lost.filed.action.since
        if since and since > day:  # its meeting was called off or deleted, and this one is earlier
            source.remove_key((*key_path, "since"))
        return source.source_lines(key_path), source.value(key_path)
    return action_lines(source, lost.filed, lost.day)
