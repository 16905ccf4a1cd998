"""Tables whose cells have deltas in brackets behind their counts: 13 (+4)."""

import re
from collections.abc import Callable, Sequence
from itertools import chain

from minutebook.counts.delta_notation import BRACKETED, is_delta_heading
from minutebook.oldminutes.markdown_blocks import strip_markup

_PAIR = re.compile(rf"(?P<count>[0-9][0-9,]{{0,10}})[ \t]{{1,3}}{BRACKETED}")
Cells = tuple[tuple[int, tuple[str, ...]], ...]


def with_columns_of_deltas(cells: Cells) -> Cells:
    """Return the cells of a table, with a column for such deltas behind each column that has some."""
    (line, headings), *rows = cells
    paired = [
        any(_PAIR.fullmatch(row[column]) for _, row in rows if column < len(row))
        for column in range(len(headings))
    ]
    if not any(paired) or any(is_delta_heading(strip_markup(heading)) for heading in headings):
        return cells

    def split(row: Sequence[str], split_cell: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
        pairs = zip(row, paired, strict=False)
        return tuple(
            chain.from_iterable(split_cell(cell) if is_paired else (cell,) for cell, is_paired in pairs)
        )

    split_rows = ((number, split(row, _count_and_delta)) for number, row in rows)
    return ((line, split(headings, lambda heading: (heading, "\u0394"))), *split_rows)


def _count_and_delta(cell: str) -> Sequence[str]:
    match = _PAIR.fullmatch(cell)
    return match.group("count", "delta") if match else (cell, "")
