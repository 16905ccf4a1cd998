"""Action items in a meeting's file: where a new one lands, and how a field of one is written."""

from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.edits.editor import Editor

FALLBACK = "Open action items"
"""The title of the last section, for items whose own section is gone."""
FIELDS = ("id", "owner", "task", "since", "due", "status", "reason", "note")
"""The keys of an item in the order in which they are written."""


def set_field(editor: Editor, key_path: KeyPath, key: str, text: str) -> None:
    """Write one field of an item, in its place among the others."""
    if key in editor.value(key_path):
        editor.set((*key_path, key), text)
    else:
        editor.add(key_path, key, text, after=FIELDS[: FIELDS.index(key)])


def set_status(editor: Editor, key_path: KeyPath, status: str) -> None:
    """Write the status of an item; the reason of one that was dropped goes."""
    if "reason" in editor.value(key_path):
        editor.remove_key((*key_path, "reason"))
    set_field(editor, key_path, "status", status)


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
    key_path, found = _section(editor, titles)
    if titles and not found:
        _add_to_fallback(editor, item, lines)
        return
    entries = editor.value(key_path).get("actions") or []
    index = next(
        (i for i, entry in enumerate(entries) if topic is not None and entry.get("topic") == topic), None
    )
    if index is not None and found == len(titles):
        key_path = (*key_path, "actions", index)
    _add_here(editor, key_path, item, lines)


def _add_here(editor: Editor, key_path: KeyPath, item: dict[str, Any], lines: Sequence[str]) -> None:
    parent = editor.value(key_path)
    if "actions" in parent:
        editor.append((*key_path, "actions"), item, lines)
        return
    before = [key for key in parent if key != "sections"]
    editor.add(key_path, "actions", [item], after=before, lines=lines)


def _add_to_fallback(editor: Editor, item: dict[str, Any], lines: Sequence[str]) -> None:
    sections = editor.data.get("sections") or []
    index = next((i for i, section in enumerate(sections) if section.get("title") == FALLBACK), len(sections))
    if index == len(sections):
        section = {"title": FALLBACK}
        if "sections" in editor.data:
            editor.append(("sections",), section)
        else:
            editor.add((), "sections", [section], after=list(editor.data))
    _add_here(editor, ("sections", index), item, lines)


def _section(editor: Editor, titles: tuple[str, ...]) -> tuple[KeyPath, int]:
    """Return the path of the deepest section along some titles, and how many of them it has."""
    key_path: KeyPath = ()
    for depth, title in enumerate(titles):
        found = next((path for path, other in _titled_below(editor, key_path) if other == title), None)
        if found is None:
            return key_path, depth
        key_path = found
    return key_path, len(titles)


def _titled_below(editor: Editor, key_path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the sections under a heading; one without a title adds none, and what is below it counts."""
    for index, section in enumerate(editor.value(key_path).get("sections") or ()):
        if "title" in section:
            yield (*key_path, "sections", index), section["title"]
        else:
            yield from _titled_below(editor, (*key_path, "sections", index))
