"""Pipe tables that hold counts: which column counts, which holds the labels, which are totals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.minutes.layout import read_since_line
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

_FEWEST_ROWS = 3
"""A row of totals has at least two rows to be the sum of."""
CountColumns = tuple[tuple[int, int | None], ...]
"""Where each column of counts stands in a pipe table, and where its deltas do."""


def read_table(pipe_table: PipeTable, section: tuple[str, ...]) -> Table | None:
    """Return the table of counts that a pipe table is, or None where it is another kind of table."""
    count_columns = _find_count_columns(pipe_table)
    label_column = _find_label_column(pipe_table, count_columns)
    if not count_columns or label_column is None or not pipe_table.rows:
        return None
    headings = pipe_table.headings
    columns = tuple(
        Column(strip_markup(headings[count]), parse_heading_since(headings[delta]) if delta else None)
        for count, delta in count_columns
    )
    rows = tuple(
        Row(strip_markup(_cell(cells, label_column)), line, tuple(_pairs(cells, line, count_columns)))
        for line, cells in pipe_table.rows
    )
    total_row = _find_total_row(rows)
    body_rows = [row for position, row in enumerate(rows) if position != total_row]
    return Table(section, pipe_table.line, columns, rows, total_row, _find_total_column(columns, body_rows))


def say_since(table: Table, line_below: str) -> Table:
    """Return a table with the day that the line below it names for all its deltas, if it is such a line."""
    since = read_since_line(line_below.strip())
    if since is None:
        return table
    return replace(table, columns=tuple(replace(column, since=since) for column in table.columns))


def _find_count_columns(pipe_table: PipeTable) -> CountColumns:
    """Find the columns of counts by the deltas beside them; without any, by their counts alone."""
    headings = pipe_table.headings
    deltas = [column for column, heading in enumerate(headings) if is_delta_heading(heading)]
    pairs: dict[int, int | None] = {
        delta - 1: delta
        for delta in deltas
        if delta and delta - 1 not in deltas and _share_of_counts(pipe_table, delta - 1) > 1 / 2
    }
    used, without_deltas = {*pairs, *deltas}, not pairs
    for column, heading in enumerate(headings):
        # Beside deltas only a total goes without one.
        can_count = column not in used and (without_deltas or is_total(heading))
        if can_count and _share_of_counts(pipe_table, column) == 1:
            pairs[column] = None
    return tuple(sorted(pairs.items()))


def _find_label_column(pipe_table: PipeTable, count_columns: CountColumns) -> int | None:
    """Return the first column that has text and no counts or deltas."""
    used = {column for pair in count_columns for column in pair}
    free = (column for column in range(len(pipe_table.headings)) if column not in used)
    return next((column for column in free if _has_text(pipe_table, column)), None)


def _share_of_counts(pipe_table: PipeTable, column: int) -> float:
    """Return which part of a column's cells are counts, leaving out the empty ones."""
    cells = [cell for _line, row in pipe_table.rows if (cell := _cell(row, column))]
    return sum(parse_count(cell) is not None for cell in cells) / len(cells) if cells else 0


def _has_text(pipe_table: PipeTable, column: int) -> bool:
    cells = (_cell(row, column) for _line, row in pipe_table.rows)
    return any(cell and parse_count(cell) is None for cell in cells)


def _pairs(cells: Sequence[str], line: int, count_columns: CountColumns) -> Iterator[Pair]:
    for count_column, delta_column in count_columns:
        text = _cell(cells, count_column)
        count = WrittenNumber(text, parse_count(text), line)
        if delta_column is None:
            yield Pair(count, None)
        else:
            text = _cell(cells, delta_column)
            yield Pair(count, WrittenNumber(text, parse_delta(text), line))


def _cell(cells: Sequence[str], column: int) -> str:
    """Return a cell of a row; a short row has empty ones at its end."""
    return cells[column] if column < len(cells) else ""


def _find_total_row(rows: Sequence[Row]) -> int | None:
    """Return where the only row of totals stands: below all others, or above them."""
    candidates = [position for position, row in enumerate(rows) if is_total(row.label)]
    if len(candidates) != 1 or len(rows) < _FEWEST_ROWS or candidates[0] not in {0, len(rows) - 1}:
        return None
    # Where no column has deltas it may be a table of anything: most of it must add up.
    total = rows[candidates[0]]
    if any(pair.delta for pair in total.pairs):
        return candidates[0]
    adds_up = [
        sum(row.pairs[column].count.value or 0 for row in rows if row is not total) == pair.count.value
        for column, pair in enumerate(total.pairs)
    ]
    return candidates[0] if len(adds_up) == 1 or sum(adds_up) * 2 >= len(adds_up) else None


def _find_total_column(columns: Sequence[Column], rows: Sequence[Row]) -> int | None:
    """Return where the only column of totals stands, if it adds up in half of the rows that are no total."""
    candidates = [position for position, column in enumerate(columns) if is_total(column.name)]
    if len(candidates) != 1 or not columns[1:]:
        return None
    total_column = candidates[0]
    adds_up = [
        sum(pair.count.value or 0 for column, pair in enumerate(row.pairs) if column != total_column)
        == row.pairs[total_column].count.value
        for row in rows
        if row.pairs[total_column].count.value is not None
    ]
    return total_column if adds_up and sum(adds_up) * 2 >= len(adds_up) else None
