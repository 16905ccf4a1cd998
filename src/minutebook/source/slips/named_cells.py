"""Rows whose counts were written beside the names of their columns, in the place of in a list."""

import re
from collections.abc import Iterator, Sequence

from minutebook.source.slips.pasted_rows import RowGroup, row_groups
from minutebook.source.slips.slip import Slip, content_place, line_to_write
from minutebook.source.yaml.typed_line import indent_of, return_of, run_end

_IN_BRACES = re.compile(r"(?P<label> *[^\s:{][^:{]*): +\{(?P<cells>[^{}]*)\}\s*\Z")
_LABEL_ALONE = re.compile(r"(?P<label> *[^\s:{][^:{]*): *\Z")
_COUNT = re.compile(r"[0-9]+|~?")
_QUOTES = "\"' "


def named_cells(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the rows of each table would be with their counts in a list, in the order of the columns."""
    for group in row_groups(lines):
        rows = [row for number in group.numbers if (row := _row(lines, number, group))]
        if not rows:
            continue
        start, end = rows[0][0], rows[-1][1]
        row_lines = list(lines[start:end])
        for row_start, row_end, row_text in reversed(rows):
            row_lines[row_start - start : row_end - start] = [row_text]
        location = content_place(lines, start)
        message = "the counts of a row must stand in a list, in the order of the columns"
        more = f"\nand so on: {len(rows)} rows of the table are written so." * (len(rows) > 1)
        hint = line_to_write(rows[0][2]) + more
        yield Slip(location, message, hint, start, tuple(row_lines), count=end - start)


def _row(lines: Sequence[str], number: int, group: RowGroup) -> tuple[int, int, str] | None:
    """Return the first line of a row, that below its last, and the row as it is written, if its cells are named."""
    line, row_end = lines[number].rstrip("\r"), number + 1
    row, cells = _IN_BRACES.match(line), list[str]()
    if row:
        cells = row["cells"].split(",")
    elif row := _LABEL_ALONE.match(line):
        row_end = run_end(lines, row_end, lambda cell: cell.strip() and indent_of(cell) > indent_of(line))
        cells = [text.rstrip("\r") for text in lines[number + 1 : row_end]]
    counts = {
        column.strip().strip(_QUOTES).casefold(): count.strip() or "~"
        for column, sign, count in (cell.partition(":") for cell in cells)
        if sign and column.strip() and _COUNT.fullmatch(count.strip())
    }
    columns = [column.strip(_QUOTES).casefold() for column in group.columns]
    if not row or not counts or len(counts) < len(cells) or not set(columns).issuperset(counts):
        return None
    counts_text = ", ".join(counts.get(column, "~") for column in columns)
    value = f"[{counts_text}]" if len(columns) > 1 else counts_text
    return number, row_end, f"{row['label']}: {value}{return_of(lines[number])}"
