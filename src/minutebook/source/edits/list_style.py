"""How a file writes its lists: where their dashes stand, and whether their items stand apart."""

import re
from collections.abc import Sequence

from minutebook.records.problem import KeyPath
from minutebook.source.edits.spans import Layout, comment_above
from minutebook.source.yaml.writer import Dashes

_BLANK = re.compile(r"\n[ \t]*\r?\n")


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
