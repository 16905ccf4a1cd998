"""Lines with less of an indent."""

import re
from collections.abc import Sequence

_TAB = 4


def dedented(lines: Sequence[str], first: int, last: int) -> list[tuple[int, str]]:
    """Return lines, each with its number, less the indent of the first."""
    start = re.match(r"[ \t]*", lines[first - 1])
    by = len(start[0].expandtabs(_TAB)) if start else 0
    return [(at, _less(lines[at - 1], by)) for at in range(first, last + 1)]


def _less(line: str, by: int) -> str:
    """Take columns off the start of a line; a tab there reaches to the next fourth one."""
    text = line.lstrip(" \t")
    start = line[: len(line) - len(text)]
    if "\t" in start[:by]:
        start = start.expandtabs(_TAB)
    return start[by:] + text
