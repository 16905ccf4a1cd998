"""What was edited in a meeting after its actions were carried is taken over by the newest ones."""

from datetime import date

from minutebook.actions.late_edits import LateEdit
from minutebook.actions.reconciliation import NEWEST, Reconciliation
from minutebook.notebook.edits import call_owners, open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.unsynced_edits import former_actions
from minutebook.notebook.update import Updated, edited
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import replace_field


def take_over(notebook: Notebook) -> Updated:
    """Return a series whose newest meetings say what was edited in the one before after its actions were carried.

    What the second-newest takes over goes on into the newest.
    """
    updated = Updated(notebook)
    try:
        for day in notebook.held_days[-NEWEST:]:
            updated = updated.then(_taken_over(updated.notebook, day))
    except Refused:
        return Updated(notebook)
    return updated


def _taken_over(notebook: Notebook, day: date) -> Updated:
    """Return a series in which the meeting of a day says what was edited in the one before."""
    meeting = notebook.meeting(day)
    former = former_actions(notebook) if day == notebook.held_days[-1] else {}
    reconciliation = Reconciliation(notebook.history, meeting, former)
    previous, edits = reconciliation.previous, reconciliation.late_edits
    if previous is None or not edits:
        return Updated(notebook)
    editor, roster = open_editor(notebook, meeting.path), notebook.history.roster
    source = open_editor(notebook, previous.path)
    for edit in edits:
        if edit.key == "owner":
            call_owners(source, edit.earlier, roster, (previous.date, day))
        replace_field(
            editor, edit.action.key_path, edit.key, source.value(edit.earlier.key_path).get(edit.key)
        )
    return edited(notebook, ((meeting.path, _taken(edit, previous.date)) for edit in edits), editor)


def _taken(edit: LateEdit, day: date) -> str:
    return f"{edit.action.record}: its {edit.key} is {edit.text(edit.earlier)}, as on {day}"
