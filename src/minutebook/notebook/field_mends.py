"""What words of a task or note say goes under the keys of its action item."""

from collections.abc import Collection
from datetime import date

from minutebook import rules
from minutebook.actions.reconciliation import NEWEST
from minutebook.notebook.edits import open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated, edited
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import replace_field
from minutebook.source.edits.not_editable import NotEditable


def write_fields(notebook: Notebook, days: Collection[date]) -> Updated:
    """Return a series in which the newest meetings of some days say under keys what words in their place said."""
    updated = Updated(notebook)
    try:
        for day in notebook.held_days[-NEWEST:]:
            updated = updated.then(_written(updated.notebook, day)) if day in days else updated
    except (Refused, NotEditable):  # told elsewhere
        return updated
    return updated


def _written(notebook: Notebook, day: date) -> Updated:
    """Return a series after a mend of each action of a meeting, unless the next meeting has it, too."""
    meeting, history = notebook.meeting(day), notebook.history
    findings = {
        finding.key_path[:-1]: finding
        for finding in rules.historical_findings(meeting, history)
        if finding.fields
    }
    editor, changes = open_editor(notebook, meeting.path), list[tuple[str, str]]()
    for action in meeting.actions:
        finding = findings.get(action.key_path)
        if not finding or history.is_carried_on(day, action.id):
            continue
        for key, value in finding.fields:
            replace_field(editor, action.key_path, key, value)
        values = "; ".join(f"{key}: {value}" for key, value in finding.fields)
        changes.append((meeting.path, f"{finding.record}: {values}"))
    return edited(notebook, changes, editor)
