"""What stands in a meeting that was called off goes to where it belongs."""

from collections.abc import Iterable
from datetime import date

from minutebook.actions.called_off import CalledOff, called_off
from minutebook.counts.baseline import has_count
from minutebook.notebook.edits import open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated, edited
from minutebook.records.figures import Counters
from minutebook.records.meeting import Meeting
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import add_action, remove_action, replace_field
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable
from minutebook.source.yaml.draft_comments import LAST_TIME
from minutebook.source.yaml.typed_line import before_comment


def empty_skipped(notebook: Notebook, days: Iterable[date]) -> Updated:
    """Return a series in which the skipped meetings of some days have no actions, as far as each has one right place.

    Where no count is known, they have no tables and counters either.
    """
    updated = Updated(notebook)
    for day in sorted(days):
        try:
            # Each step takes something away, so this ends.
            while (step := _step(updated.notebook, day)).texts:
                updated = updated.then(step)
        except (Refused, NotEditable):  # told elsewhere
            continue
    return updated


def _step(notebook: Notebook, day: date) -> Updated:
    """Take the first action that has one right place out of a meeting, else what was not counted."""
    meeting = notebook.meeting(day)
    mendable = [stranded for stranded in called_off(notebook.history, meeting) if stranded.is_mendable]
    if not mendable:
        return (
            Updated(notebook) if meeting.held or has_count(meeting) else _without_uncounted(notebook, meeting)
        )
    stranded, source = mendable[0], open_editor(notebook, notebook.days[day])
    editors = [source]
    if stranded.newest_meeting and (stranded.standing is None or stranded.additions):
        target = open_editor(notebook, stranded.newest_meeting.path)
        editors.append(target)
        _write_there(source, target, stranded)
    remove_action(source, stranded.filed.action.key_path)
    return edited(notebook, [(source.path, _removal(stranded))], *editors)


def _without_uncounted(notebook: Notebook, meeting: Meeting) -> Updated:
    """Take the first table out of a meeting, or the first counters, among which nobody has written a comment."""
    names = {table.key_path: table.record for table in meeting.tables}
    for _section, block in meeting.blocks_of(Counters):
        if block.counters:
            names[block.counters[0].key_path[:-1]] = ", ".join(counter.record for counter in block.counters)
    for key_path, name in names.items():
        editor = open_editor(notebook, meeting.path)
        earlier_comments = _comments(editor.text)
        editor.remove_key(key_path)
        if _comments(editor.text) == earlier_comments:
            return edited(notebook, [(meeting.path, f"{name}: deleted, as nothing was counted")], editor)
    return Updated(notebook)


def _comments(text: str) -> list[str]:
    """Return the comments of a text but for those that a draft begins with."""
    comments = (line.removeprefix(before_comment(line)) for line in text.splitlines())
    return [comment for comment in comments if comment and not LAST_TIME.fullmatch(f" {comment}")]


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
