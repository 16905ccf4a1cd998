"""Who was there, written out by name in a meeting's file."""

from minutebook.records.attendance import Attendance
from minutebook.records.problem import KeyPath
from minutebook.source.edits.editor import Editor

_KEYS_ABOVE_ABSENT = ("title", "date", "status", "reason", "header", "attending")
"""The keys behind the last of which `absent` is written."""


def write_names(editor: Editor, section_path: KeyPath, people: Attendance) -> None:
    """Write in a section who was there, and add to `absent` who was left out."""
    editor.set((*section_path, "attending"), list(people.attending))
    section = editor.value(section_path)
    if not people.absent:
        return
    if "absent" not in section:
        editor.add(section_path, "absent", list(people.absent), predecessors=_KEYS_ABOVE_ABSENT)
        return
    for name in people.absent[len(section["absent"] or ()) :]:
        editor.append((*section_path, "absent"), name)
