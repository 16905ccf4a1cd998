"""What stands twice in a meeting stands there once, and two action items of one id get two."""

from collections.abc import Iterable, Iterator
from datetime import date

from minutebook.actions.carry import day_begun
from minutebook.actions.identity import ReusedId, reused_ids
from minutebook.actions.ids import make_id
from minutebook.actions.reconciliation import NEWEST
from minutebook.actions.twins import joined, shared_ids, twins
from minutebook.notebook.edits import ids_around, open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated, edited
from minutebook.records.meeting import Action, Meeting
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import remove_action, replace_field
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable


def mend_twins(notebook: Notebook, days: Iterable[date]) -> Updated:
    """Return a series in which the meetings of some days have no action twice, and no id, as far as that has one right answer.

    Two that only have the same words are joined in the newest two meetings; in older ones they are history.
    """
    updated = Updated(notebook)
    try:
        recent = notebook.held_days[-NEWEST:]
    except Refused:  # told elsewhere; whatever can't be read is mended first
        return updated
    for day in sorted(days):
        # Each mend takes an action or an id away, so this ends.
        while mended := _mended(updated.notebook, day, join_twins=day in recent):
            updated = updated.then(mended)
    return updated


def _mended(notebook: Notebook, day: date, *, join_twins: bool) -> Updated | None:
    """Return a series after one mend of a meeting, or None where there is none to make."""
    try:
        meeting, editor = notebook.meeting(day), open_editor(notebook, notebook.days[day])
        for kept, extra in _removable(notebook, meeting, join_twins=join_twins):
            for key, value in (joined(kept, extra) or {}).items():
                replace_field(editor, kept.key_path, key, value)
            remove_action(editor, extra.key_path)
            removal = f"'{extra.task}' stood there twice, and stands there once"
            break
        else:
            removal = _swap_back(notebook, meeting, editor) or _give_own_id(notebook, meeting, editor)
        return edited(notebook, [(meeting.path, removal)], editor) if removal else None
    except (Refused, NotEditable):  # told elsewhere
        return None


def _removable(notebook: Notebook, meeting: Meeting, *, join_twins: bool) -> Iterator[tuple[Action, Action]]:
    """Yield the actions that can be deleted, each behind the one that stays."""
    for shared in shared_ids(notebook.history, meeting):
        if shared.same and joined(shared.first, shared.second) is not None:
            yield shared.first, shared.second
    for pair in twins(notebook.history, meeting) if join_twins else ():
        if meeting.is_answered((*pair.extra.key_path, "id"), "action-twice"):
            continue
        # One that is still as it was typed can't take a field; `sync` writes it out first.
        if pair.removable and (pair.kept.typed is None or not joined(pair.kept, pair.extra)):
            yield pair.kept, pair.extra


def _swap_back(notebook: Notebook, meeting: Meeting, editor: Editor) -> str:
    """Give actions the ids that they had before these were swapped, and return what was done."""
    swapped = [
        (reused.action, reused.rightful) for reused in _reused_ids(notebook, meeting) if reused.rightful
    ]
    if {action.id for action, _former in swapped} != {former.id for _action, former in swapped}:
        return ""
    for action, former in swapped:
        editor.set((*action.key_path, "id"), former.id)
        start = day_begun(notebook.history, notebook.meeting(former.day), former.action)
        if action.since:
            editor.set((*action.key_path, "since"), str(start))
    return ", ".join(f"'{action.task}' has its id {former.id} again" for action, former in swapped)


def _reused_ids(notebook: Notebook, meeting: Meeting) -> Iterator[ReusedId]:
    """Yield the ids of others in the newest meeting; in an older one the action goes on under that id after it."""
    is_newest = notebook.held_days[-1:] == (meeting.date,)
    return reused_ids(notebook.history, meeting) if is_newest else iter(())


def _give_own_id(notebook: Notebook, meeting: Meeting, editor: Editor) -> str:
    """Give an action that has another one's id its own, and return what was done."""
    foreign = [shared.extra for shared in shared_ids(notebook.history, meeting) if shared.extra]
    foreign += [reused.action for reused in _reused_ids(notebook, meeting)]
    if not foreign:
        return ""
    action, used_ids = foreign[0], set(ids_around(notebook, meeting.date))
    own_id = make_id(str(notebook.path), meeting.date, action.owners, action.task, used_ids)
    editor.set((*action.key_path, "id"), own_id)
    if action.since:  # it began here, and not where the one did whose id it had
        editor.remove_key((*action.key_path, "since"))
    return f"'{action.task}' has the id {own_id}, and no longer {action.id}"
