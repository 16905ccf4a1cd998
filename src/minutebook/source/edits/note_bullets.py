"""Bullets in the notes of a section, and lines that leave a block of text."""

import re
from collections.abc import Sequence

from minutebook.actions.grammar import BULLET
from minutebook.records.likeness import wording
from minutebook.records.problem import KeyPath
from minutebook.source.edits.yaml_text import YamlText

_MARKER = re.compile(r"[-*+][ \t]+")
_USUAL_MARKER = "-   "


def add_bullets(editor: YamlText, key_path: KeyPath, texts: Sequence[str]) -> None:
    """Write bullets below the notes of a section, as those above them are written, but for what stands there already."""
    section = editor.value(key_path)
    lines = (section.get("notes") or "").rstrip().split("\n") if section.get("notes") else []
    present = {wording(BULLET.sub("", line.strip(), count=1)) for line in lines}
    new_bullets: dict[str, str] = {}
    for text in texts:
        if (words := wording(text)) not in present:
            new_bullets.setdefault(words, text)
    if not new_bullets:
        return
    markers = [match.group() for line in lines if (match := _MARKER.match(line))]
    # A paragraph that a list follows without an empty line between looks like one text in the file.
    gap = [""] if lines and not (markers and (_MARKER.match(lines[-1]) or lines[-1][:1].isspace())) else []
    marker = markers[-1] if markers else _USUAL_MARKER
    notes = "\n".join([*lines, *gap, *(f"{marker}{text}" for text in new_bullets.values()), ""])
    if "notes" in section:
        editor.set_block((*key_path, "notes"), notes)
    else:
        predecessors = [key for key in section if key not in {"actions", "sections"}]
        editor.add(key_path, "notes", notes, predecessors=predecessors)


def keep_lines(editor: YamlText, key: str, lines: list[str]) -> None:
    """Leave only some lines in a block of text at the top of a file, and take its key away where none is left."""
    if lines:
        editor.set_block((key,), "\n".join([*lines, ""]))
    else:
        editor.remove_key((key,))
