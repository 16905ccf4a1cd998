"""Action items in a meeting's file: where a new one lands, and how a field of one is written."""

from collections.abc import Sequence
from typing import Any

from minutebook.problem import Path
from minutebook.yamlfile.editing import Editor

FALLBACK = "Open action items"
"""The title of the last section, for items whose own section is gone."""
FIELDS = ("id", "owner", "task", "since", "due", "status", "reason", "note")
"""The keys of an item in the order in which they are written."""


def set_field(editor: Editor, at: Path, key: str, text: str) -> None:
    """Write one field of an item, in its place among the others."""
    if key in editor.value(at):
        editor.set((*at, key), text)
    else:
        editor.add(at, key, text, after=FIELDS[: FIELDS.index(key)])


def add_item(
    editor: Editor,
    titles: tuple[str, ...],
    topic: str | None,
    item: dict[str, Any],
    lines: Sequence[str] = (),
) -> None:
    """Add an item under a path of titles and a topic, else under the nearest ancestor that there is.

    Where that is the meeting itself, the item goes into a last section of its own. `lines` are the item's, from
    its dash on; without them it is written anew.
    """
    at, found = _section(editor, titles)
    if titles and not found:
        _add_to_fallback(editor, item, lines)
        return
    entries = editor.value(at).get("actions") or []
    index = next(
        (i for i, entry in enumerate(entries) if topic is not None and entry.get("topic") == topic), None
    )
    if index is not None and found == len(titles):
        at = (*at, "actions", index)
    _add_here(editor, at, item, lines)


def _add_here(editor: Editor, at: Path, item: dict[str, Any], lines: Sequence[str]) -> None:
    parent = editor.value(at)
    if parent.get("actions"):
        editor.append((*at, "actions"), item, lines)
        return
    if "actions" in parent and len(parent) > 1:
        editor.remove_key((*at, "actions"))
    before = [key for key in editor.value(at) if key != "sections"]
    editor.add(at, "actions", [item], after=before, lines=lines)


def _add_to_fallback(editor: Editor, item: dict[str, Any], lines: Sequence[str]) -> None:
    sections = editor.data.get("sections") or []
    if sections and sections[-1].get("title") == FALLBACK:
        _add_here(editor, ("sections", len(sections) - 1), item, lines)
        return
    section = {"title": FALLBACK, "actions": [item]}
    written = [f"- title: {FALLBACK}", "  actions:", *("    " + line if line else "" for line in lines)]
    if sections:
        editor.append(("sections",), section, written if lines else ())
        return
    if "sections" in editor.data:
        editor.remove_key(("sections",))
    editor.add((), "sections", [section], after=list(editor.data), lines=written if lines else ())


def _section(editor: Editor, titles: tuple[str, ...]) -> tuple[Path, int]:
    """Return the path of the deepest section along some titles, and how many of them it has."""
    at: Path = ()
    for depth, title in enumerate(titles):
        below = editor.value(at).get("sections") or []
        index = next((i for i, section in enumerate(below) if section.get("title") == title), None)
        if index is None:
            return at, depth
        at = (*at, "sections", index)
    return at, len(titles)
