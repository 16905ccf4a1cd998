"""Pipe tables that hold counts: which column counts, which holds the labels, which are sums."""

from collections.abc import Iterator, Sequence

from minutebook.oldminutes.handwritten.blocks import PipeTable
from minutebook.oldminutes.handwritten.cells import (
    is_delta_heading,
    is_total,
    parse_count,
    parse_delta,
    parse_heading_since,
)
from minutebook.oldminutes.handwritten.contents import Column, Pair, Row, Table, WrittenNumber
from minutebook.oldminutes.handwritten.plain_text import strip_markup

_FEWEST = 3
"""A sum has at least two rows to be the sum of."""
Places = tuple[tuple[int, int | None], ...]
"""Where each column of counts stands in the grid, and where its deltas do."""


def read_table(grid: PipeTable, section: tuple[str, ...]) -> Table | None:
    """Return the table of counts that a grid is, or None where it is another kind of table."""
    places = _places(grid)
    used = {at for pair in places for at in pair}
    label = next((at for at in range(len(grid.headings)) if at not in used and _is_text(grid, at)), None)
    if not places or label is None or not grid.rows:
        return None
    columns = tuple(
        Column(
            strip_markup(grid.headings[at]), parse_heading_since(grid.headings[beside]) if beside else None
        )
        for at, beside in places
    )
    rows = tuple(
        Row(strip_markup(_at(cells, label)), line, tuple(_pairs(cells, line, places)))
        for line, cells in grid.rows
    )
    drawn = Table(section, grid.line, columns, rows, _total_row(rows))
    return Table(section, grid.line, columns, rows, drawn.total_row, _total_column(drawn))


def _places(grid: PipeTable) -> Places:
    """Find the columns of counts by the deltas beside them; without any, by their counts alone."""
    deltas = [at for at, heading in enumerate(grid.headings) if is_delta_heading(heading)]
    pairs: dict[int, int | None] = {
        at - 1: at for at in deltas if at and at - 1 not in deltas and _counts(grid, at - 1, most=True)
    }
    taken, without = {*pairs, *deltas}, not pairs
    for at, heading in enumerate(grid.headings):
        # Beside deltas only a sum goes without one.
        if at not in taken and (without or is_total(heading)) and _counts(grid, at, most=False):
            pairs[at] = None
    return tuple(sorted(pairs.items()))


def _counts(grid: PipeTable, at: int, *, most: bool) -> bool:
    """Whether a column's cells are counts, or most of them where one may be mistyped."""
    cells = [cell for _line, row in grid.rows if (cell := _at(row, at))]
    good = sum(parse_count(cell) is not None for cell in cells)
    return good > len(cells) / 2 if most else 0 < good == len(cells)


def _is_text(grid: PipeTable, at: int) -> bool:
    return any(parse_count(_at(row, at)) is None and _at(row, at) for _line, row in grid.rows)


def _pairs(cells: Sequence[str], line: int, places: Places) -> Iterator[Pair]:
    for at, beside in places:
        text = _at(cells, at)
        count = WrittenNumber(text, parse_count(text), line)
        if beside is None:
            yield Pair(count, None)
        else:
            text = _at(cells, beside)
            yield Pair(count, WrittenNumber(text, parse_delta(text), line))


def _at(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _total_row(rows: Sequence[Row]) -> int | None:
    """Return where the only row of sums stands: below all others, or above them."""
    named = [at for at, row in enumerate(rows) if is_total(row.label)]
    if len(named) != 1 or len(rows) < _FEWEST or named[0] not in {0, len(rows) - 1}:
        return None
    # Where no column has deltas it may be a table of anything: most of it must add up.
    total, others = rows[named[0]], [row for at, row in enumerate(rows) if at != named[0]]
    if any(pair.delta for pair in total.pairs):
        return named[0]
    sums = [
        sum(row.pairs[at].count.value or 0 for row in others) == pair.count.value
        for at, pair in enumerate(total.pairs)
    ]
    return named[0] if len(sums) == 1 or sum(sums) * 2 >= len(sums) else None


def _total_column(table: Table) -> int | None:
    """Return where the only column of sums stands, if it adds up in half of its rows."""
    named = [at for at, column in enumerate(table.columns) if is_total(column.name)]
    if len(named) != 1 or not table.columns[1:]:
        return None
    rows = [row for at, row in enumerate(table.rows) if at != table.total_row]
    sums = [
        sum(pair.count.value or 0 for at, pair in enumerate(row.pairs) if at != named[0])
        == row.pairs[named[0]].count.value
        for row in rows
        if row.pairs[named[0]].count.value is not None
    ]
    return named[0] if sums and sum(sums) * 2 >= len(sums) else None
