"""The cells of tables in Markdown, row by row."""

import re
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.html_tags import BREAK

# GFM 4.10: a bar in a cell is escaped, in code as well.
_BAR = re.compile(r"(?<!\\)\|")


def read_cells(
    lines: Sequence[str], first_line: int, last_line: int
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of a table but for the line below its headings, each cell as it is written."""
    for number in (first_line, *range(first_line + 2, last_line + 1)):
        cells = _BAR.split(_without_quotes(lines[number - 1]))
        if not cells[0].strip():
            cells = cells[1:]
        if cells and not cells[-1].strip():
            cells = cells[:-1]
        yield number, tuple(BREAK.sub("\n", cell).strip() for cell in cells)


def _without_quotes(line: str) -> str:
    """Return a line of a table without the quotations or the list that it stands in."""
    stripped = line.strip()
    while stripped[:1] in {">", "-", "*", "+"} and "|" in stripped:
        stripped = stripped[1:].lstrip()
    return stripped
