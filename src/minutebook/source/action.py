"""Action items in a meeting's file: where a new one lands, and how a field of one is written."""

from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.records.problem import Path
from minutebook.source.yaml.editor import Editor

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


def set_status(editor: Editor, at: Path, status: str) -> None:
    """Write the status of an item; the reason of one that was dropped goes."""
    if "reason" in editor.value(at):
        editor.remove_key((*at, "reason"))
    set_field(editor, at, "status", status)


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
    if "actions" in parent:
        editor.append((*at, "actions"), item, lines)
        return
    before = [key for key in parent if key != "sections"]
    editor.add(at, "actions", [item], after=before, lines=lines)


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


def _section(editor: Editor, titles: tuple[str, ...]) -> tuple[Path, int]:
    """Return the path of the deepest section along some titles, and how many of them it has."""
    at: Path = ()
    for depth, title in enumerate(titles):
        found = next((path for path, other in _titled_below(editor, at) if other == title), None)
        if found is None:
            return at, depth
        at = found
    return at, len(titles)


def _titled_below(editor: Editor, at: Path) -> Iterator[tuple[Path, str]]:
    """Yield the sections under a heading; one without a title adds none, and what is below it counts."""
    for index, section in enumerate(editor.value(at).get("sections") or ()):
        if "title" in section:
            yield (*at, "sections", index), section["title"]
        else:
            yield from _titled_below(editor, (*at, "sections", index))
