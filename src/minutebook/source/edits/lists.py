"""How data is spelled in YAML, in block style and between brackets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.edits.spans import Layout, comment_above
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.quotes import write_text

_BLANK = re.compile(r"\n[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Dashes:
    """How a file writes its lists: how far dashes stand behind their key, and items behind their dash."""

    offset: int = 2
    width: int = 2


def dashes_of(layout: Layout, key: str | int, like: KeyPath | None = None) -> Dashes:
    """Return how a file writes lists, by an item of one, else by the first, of this key if there is one."""
    firsts = [
        path
        for path in layout.values
        if path and path[-1] == 0 and path[:-1] in layout.keys and not layout.values[path[:-1]].flow
    ]
    found = next((path for path in firsts if path[-2] == key), next(iter(firsts), None))
    if found is None:
        return Dashes()
    offset = layout.column(layout.dash(found)) - layout.column(layout.entry(found[:-1]))
    item = like or found
    dash, start = layout.dash(item), layout.values[item].start
    return Dashes(offset, start - dash if layout.line_start(start) <= dash else 2)


def is_spaced(layout: Layout, last: KeyPath) -> bool:
    """Whether blank lines stand between the last items of a list."""
    end = layout.values[(*last[:-1], int(last[-1]) - 1)].end
    between = layout.text[end : comment_above(layout, layout.dash(last))]
    return bool(_BLANK.search(between))


def indented(lines: Sequence[str], by: int) -> list[str]:
    """Return lines moved to the right."""
    return [" " * by + line if line.strip() else "" for line in lines]


def block_item(value: Mapping[str, Any], dashes: Dashes) -> list[str]:
    """Return the lines of a list's item, from its dash."""
    lines = [line for key, inner in value.items() for line in block_entry(key, inner, dashes)]
    first, *rest = indented(lines, dashes.width)
    return ["-" + first[1:], *rest]


def block_entry(key: str, value: Any, dashes: Dashes) -> list[str]:
    """Return the lines of a key with its value."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        items = [line for item in value for line in block_item(item, dashes)]
        return [f"{write_text(key)}:", *indented(items, dashes.offset)]
    if isinstance(value, str) and value.endswith("\n") and value == value.strip() + "\n":
        return [f"{write_text(key)}: |", *indented(value.rstrip("\n").split("\n"), 2)]
    return [f"{write_text(key)}: {write_text(value) if isinstance(value, str) else flow(value)}"]


def flow_entry(key: str, value: Any) -> str:
    """Return a key with its value on one line."""
    return f"{write_text(key, in_flow=True)}: {flow(value)}"


def flow(value: Any) -> str:
    """Return a value on one line, as it may stand between brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_entry(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    if isinstance(value, str):
        return write_text(value, in_flow=True)
    if isinstance(value, bool):
        return str(value).lower()
    return "~" if value is None else value.text if isinstance(value, Ambiguous) else str(value)
