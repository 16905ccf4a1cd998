"""The rows of tables in Markdown, as they are written."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutebook.oldminutes.blocks import BREAK

# GFM 4.10: a bar in a cell is escaped, in code as well.
_BAR = re.compile(r"(?<!\\)\|")


def with_whole_tables(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines, each below the headings of a table with as many columns as these, or GFM takes all of it for text."""
    for heading, line in pairwise(("", *lines)):
        columns = heading.count("|") - heading.count("\\|")
        is_rule = heading[:1] == "|" == line[:1] and "-" in line and not line.strip("|-: \t")
        yield "|" + "---|" * (columns - 1) if is_rule and columns > 1 and line.count("|") != columns else line


def read_cells(
    lines: Sequence[str], first_line: int, last_line: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of a table but for the line below its headings, each cell as it is written; empty ones beside all headings are none."""
    width = 0
    for number in (first_line, *range(first_line + 2, last_line + 1)):
        cells = _BAR.split(_without_quotes(lines[number - 1]))
        cells = cells if cells[0].strip() else cells[1:]
        if cells and not cells[-1].strip():
            cells = cells[:-1]
        width = width or len(cells)
        cells = cells if any(map(str.strip, cells[width:])) else cells[:width]
        yield number, tuple(BREAK.sub("\n", cell).strip() for cell in cells)


def _without_quotes(line: str) -> str:
    """Return a line of a table without the quotations or the list that it stands in."""
    stripped = line.strip()
    while stripped[:1] in {">", "-", "*", "+"} and "|" in stripped:
        stripped = stripped[1:].lstrip()
    return stripped
