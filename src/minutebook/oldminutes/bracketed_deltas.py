"""Tables whose cells have deltas in brackets behind their counts: 13 (+4)."""

import re
from collections.abc import Sequence

from minutebook.counts.delta_notation import BRACKETED, is_delta_heading
from minutebook.oldminutes.markdown_blocks import strip_markup

_PAIR = re.compile(rf"(?P<count>[0-9][0-9,]{{0,10}})[ \t]{{1,3}}{BRACKETED}")
_Cells = tuple[tuple[int, tuple[str, ...]], ...]


def with_columns_of_deltas(cells: _Cells) -> _Cells:
    """Return the cells of a table, with a column for such deltas behind each column that has some."""
    (line, headings), *rows = cells
    if any(is_delta_heading(strip_markup(heading)) for heading in headings):
        return cells
    paired = [any(map(_PAIR.fullmatch, column)) for column in _columns(len(headings), rows)]
    if not any(paired):
        return cells
    split_rows = [
        (
            number,
            tuple(
                part for cell, is_paired in zip(row, paired, strict=False) for part in _parts(cell, is_paired)
            ),
        )
        for number, row in rows
    ]
    split_headings = (
        part
        for heading, is_paired in zip(headings, paired, strict=True)
        for part in (heading, *("\u0394",) * is_paired)
    )
    return ((line, tuple(split_headings)), *split_rows)


def _columns(number: int, rows: Sequence[tuple[int, tuple[str, ...]]]) -> list[list[str]]:
    return [[row[position] for _, row in rows if position < len(row)] for position in range(number)]


def _parts(cell: str, is_paired: bool) -> tuple[str, ...]:
    match = _PAIR.fullmatch(cell) if is_paired else None
    return (match["count"], match["delta"]) if match else (cell, "") if is_paired else (cell,)
