"""Edits of a meeting's text as people make them in an editor, found with a YAML parser that minutebook does not use."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


@dataclass(frozen=True)
class Item:
    """An action item as it stands in a text; `lines` is its own text, from its first key to its last value."""

    data: dict[str, Any]
    titles: tuple[str, ...]
    topic: str | None
    lines: str
    node: MappingNode
    siblings: SequenceNode

    @property
    def id(self) -> str | None:
        """Its id, which one that was just typed has not."""
        return self.data.get("id")

    @property
    def status(self) -> str:
        """Its status, which is seldom written."""
        return str(self.data.get("status", "open"))

    @property
    def promise(self) -> tuple[Any, ...]:
        """What somebody would have changed who had touched it, but for what is noted of it."""
        owner = self.data.get("owner")
        owners = owner if isinstance(owner, list) else [owner]
        return (frozenset(owners), *(self.data.get(key) for key in ("task", "due", "reason")))

    @property
    def notes(self) -> set[str]:
        """What is noted of it."""
        note = self.data.get("note", [])
        return set(note if isinstance(note, list) else [note])


# After each step all meetings are read again, and most are as they were.
@lru_cache(maxsize=256)
def load(text: str) -> dict[str, Any]:
    """Return the data of a meeting, its dates as text."""
    data: dict[str, Any] = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    return data


@lru_cache(maxsize=256)
def compose(text: str) -> MappingNode:
    """Return the tree of a meeting's text."""
    node = YAML(typ="safe", pure=True).compose(text)
    assert isinstance(node, MappingNode)
    return node


def items(text: str) -> list[Item]:
    """Return the action items of a meeting in the order of its text."""
    return _items(text, compose(text), load(text), ())


def _items(text: str, node: MappingNode, data: dict[str, Any], titles: tuple[str, ...]) -> list[Item]:
    found = []
    below = value(node, "actions")
    for entry, inner in zip(_list(below), data.get("actions") or (), strict=True):
        if "topic" in inner:
            listed = value(entry, "actions")
            for item, about in zip(_list(listed), inner.get("actions") or (), strict=True):
                found.append(Item(about, titles, inner["topic"], _slice(text, item), item, listed))
        else:
            found.append(Item(inner, titles, None, _slice(text, entry), entry, below))
    for section, inner in zip(_list(value(node, "sections")), data.get("sections") or (), strict=True):
        above = (*titles, inner["title"]) if "title" in inner else titles
        found += _items(text, section, inner, above)
    return found


def value(node: MappingNode, key: str) -> Any:
    """Return the node of a key's value."""
    return next((below for name, below in node.value if name.value == key), None)


def _list(node: SequenceNode | None) -> list[Any]:
    return node.value if node is not None else []


def _slice(text: str, node: Any) -> str:
    return text[node.start_mark.index : end(node)]


def end(node: Any) -> int:
    """Return where a node's text ends; the parser's own mark stands behind the comments and blanks below it."""
    if isinstance(node, ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end(last[1] if isinstance(node, MappingNode) else last)


def sections(text: str) -> list[tuple[tuple[str, ...], MappingNode]]:
    """Return the titled sections of a meeting with the titles that lead to them."""
    return _sections(compose(text), ())


def _sections(node: MappingNode, above: tuple[str, ...]) -> list[tuple[tuple[str, ...], MappingNode]]:
    found = []
    for below in _list(value(node, "sections")):
        title = value(below, "title")
        path = (*above, title.value) if title else above
        found += [(path, below)] if title else []
        found += _sections(below, path)
    return found


def splice(text: str, start: int, stop: int, new: str) -> str:
    """Put a text in the place of another."""
    return text[:start] + new + text[stop:]


def line_end(text: str, index: int) -> int:
    """Return where the line of a place ends."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def write(text: str, item: Item, key: str, written: str) -> str:
    """Write one field of an item: in the place of the old one, else at its end."""
    old = value(item.node, key)
    if old is not None:
        return splice(text, old.start_mark.index, end(old), written)
    if item.node.flow_style:
        return splice(text, end(item.node) - 1, end(item.node) - 1, f", {key}: {written}")
    stop = line_end(text, end(item.node))
    return splice(text, stop, stop, f"\n{' ' * item.node.start_mark.column}{key}: {written}")


def delete(text: str, item: Item) -> str:
    """Delete an item, and the list's key where it was the only one."""
    return _delete_entry(text, item.node, item.siblings)


def delete_section(text: str, titles: tuple[str, ...]) -> str:
    """Delete a section with all that stands in it."""
    node = dict(sections(text))[titles]
    parent = dict(sections(text)).get(titles[:-1], compose(text))
    return _delete_entry(text, node, value(parent, "sections"))


def _delete_entry(text: str, node: Node, siblings: SequenceNode) -> str:
    alone = len(siblings.value) == 1
    if siblings.flow_style and not alone:
        place = siblings.value.index(node)
        if place:
            return splice(text, end(siblings.value[place - 1]), end(node), "")
        return splice(text, node.start_mark.index, siblings.value[1].start_mark.index, "")
    start, stop = node.start_mark.index, line_end(text, end(siblings if siblings.flow_style else node))
    if alone:
        start = max(found.start() for found in re.finditer(r"(actions|sections):", text[:start]))
    before = text.rfind("\n", 0, start)
    if text[before + 1 : start].strip() not in {"", "-"}:  # a dash that is shared with the key cut
        raise ValueError("not a line of its own")
    return splice(text, before, stop, "")


def rename_section(text: str, titles: tuple[str, ...], title: str) -> str:
    """Give a section another title."""
    old = value(dict(sections(text))[titles], "title")
    return splice(text, old.start_mark.index, end(old), title)


def add(
    text: str, titles: tuple[str, ...], lines: list[str], flow: str, *, topic: str | None, step: int
) -> str:
    """Type an item under a section, in a topic if there shall be one; `flow` is typed where the list is in flow style."""
    section = dict(sections(text)).get(titles, compose(text))
    listed = value(section, "actions")
    for entry in _list(listed):
        name = value(entry, "topic")
        if topic is not None and name is not None and name.value == topic:
            return _append(text, entry, lines, flow, step)
    if topic is not None and not (listed and listed.flow_style):
        lines = [f"- topic: {topic}", "  actions:", *(f"    {line}" for line in lines)]
    return _append(text, section, lines, flow, step)


def _append(text: str, parent: MappingNode, lines: list[str], flow: str, step: int) -> str:
    listed = value(parent, "actions")
    if listed is not None and listed.flow_style:
        comma = ", " if listed.value else ""
        return splice(text, end(listed) - 1, end(listed) - 1, comma + flow)
    if listed is not None:
        stop, column = line_end(text, end(listed)), listed.start_mark.column
        written = [" " * column + line for line in lines]
    else:
        stop, column = line_end(text, end(parent.value[0][1])), parent.start_mark.column
        written = [" " * column + "actions:", *(" " * (column + step) + line for line in lines)]
    return splice(text, stop, stop, "".join(f"\n{line}" for line in written))
