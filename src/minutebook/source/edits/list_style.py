"""How a file writes its lists: where their dashes are, and whether empty lines are between their items."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.edits.spans import Spans
from minutebook.source.edits.surroundings import comment_above
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import Dashes, write_item

_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")


def dashes_of(spans: Spans, key: str | int, like: KeyPath | None = None) -> Dashes:
    """Return how a file writes lists: as it does the item `like`, else the first list under this key, else any."""
    model = spans.first_lists.get(key) or spans.first_lists.get(None)
    if model is None:
        return Dashes()
    offset = spans.column(spans.dash(model)) - spans.column(spans.key_start(model[:-1]))
    model = like or model
    dash, start = spans.dash(model), spans.values[model].start
    # An item can begin on the line below its dash, and then says nothing of the width.
    return Dashes(offset, start - dash if spans.line_start(start) <= dash else 2)


def is_spaced(spans: Spans, key_path: KeyPath) -> bool:
    """Whether empty lines are between an item of a list and the one above it."""
    upper_end = spans.values[(*key_path[:-1], int(key_path[-1]) - 1)].end
    gap = spans.text[upper_end : comment_above(spans, spans.dash(key_path))]
    return bool(_EMPTY_LINE.search(gap))


def indented(lines: Sequence[str], columns: int) -> list[str]:
    """Return lines moved to the right."""
    return [" " * columns + line if line.strip() else "" for line in lines]


def list_lines(spans: Spans, key_path: KeyPath, values: Sequence[str]) -> list[str]:
    """Return the lines of a list of texts below its key."""
    dashes = dashes_of(spans, key_path[-1])
    lines = [line for value in values for line in item_lines(value, dashes)]
    return indented(lines, spans.column(spans.key_start(key_path)) + dashes.offset)


def item_lines(value: str | Mapping[str, Any], dashes: Dashes) -> list[str]:
    """Return the lines of a list's item, from its dash."""
    if isinstance(value, str):
        return [f"{'-'.ljust(dashes.width)}{write_text(value)}"]
    return [line.text for line in write_item(value, dashes=dashes)]
