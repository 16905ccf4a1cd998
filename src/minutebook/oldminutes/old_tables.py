"""Tables of counts: as records, and what is stated in them that is computed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from minutebook.counts import delta_notation
from minutebook.counts.typed_totals import is_total
from minutebook.minutes.layout import read_since_line
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.bracketed_deltas import with_columns_of_deltas
from minutebook.oldminutes.markdown_blocks import has_markup, strip_markup, words_of_line
from minutebook.oldminutes.sheet import Stated
from minutebook.records.figures import TOTAL, Row, Table, Totals

_COUNT = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")
_FEWEST_ROWS = 3
"""A row of totals has at least two rows to be the sum of."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of counts with what it states; `last` is its last line, or that of the line below it that names a day.

    `is_whole` tells whether the format can hold all of it.
    """

    table: Table
    statements: tuple[Stated, ...]
    last_line: int
    marks: Mapping[int, frozenset[str]]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with its columns told apart: counts and their deltas by their places, the labels, and the totals."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    pairs: tuple[tuple[int, int | None], ...]
    label: int
    total_row: int | None = None
    total_column: int | None = None

    def written(self, row: int, column: int) -> str:
        """Return a cell as it is written; a short row has empty ones at its end."""
        cells = self.rows[row][1]
        return cells[column] if column < len(cells) else ""

    def cell(self, row: int, column: int) -> str:
        """Return what a reader sees of a cell."""
        return strip_markup(self.written(row, column))

    def count(self, row: int, pair: int) -> int | None:
        return parse_count(self.cell(row, self.pairs[pair][0]))


def parse_count(text: str) -> int | None:
    """Return the count in a cell, or None where it holds none."""
    return int(text.replace(",", "")) if _COUNT.fullmatch(text) else None


def read_count_table(block: Block, lines: Sequence[str], *, draft: bool = False) -> CountTable | None:
    """Return the counts of a table, or None where it is another kind of table."""
    cells = with_columns_of_deltas(block.cells)
    (_, headings), *rows = cells
    grid = _tell_apart(tuple(map(strip_markup, headings)), tuple(rows))
    if grid is None:
        return None
    since, last_line = _since_below(block.last_line, lines)
    table = _record(grid, block.first_line)
    statements = tuple(_stated(grid, block.first_line, since))
    are_known = all(
        grid.count(row, pair) is not None or (draft and not grid.cell(row, grid.pairs[pair][0]))
        for row in _body(len(rows), grid.total_row)
        for pair in _body(len(grid.pairs), grid.total_column)
    )
    names, labels = table.columns, [row.label for row in table.rows]
    distinct = all(len(set(group)) == len(group) and all(group) for group in (names, labels))
    columns = sum(1 if delta is None else 2 for _, delta in grid.pairs) + 1
    is_whole = (
        all(
            (names, labels, are_known, distinct, table.labels, columns == len(headings), cells is block.cells)
        )
        and any(delta is not None for _, delta in grid.pairs)
        and TOTAL not in {*names, *labels}
        and not any(has_markup(cell) for _, row in block.cells for cell in row)
    )
    return CountTable(table, statements, last_line, _marks(grid, block.first_line), is_whole)


def _tell_apart(headings: tuple[str, ...], rows: tuple[tuple[int, tuple[str, ...]], ...]) -> _Grid | None:
    draft = _Grid(headings, rows, (), 0)
    deltas = [
        position for position, heading in enumerate(headings) if delta_notation.is_delta_heading(heading)
    ]
    pairs: dict[int, int | None] = {
        position - 1: position
        for position in deltas
        if position and position - 1 not in deltas and _share_of_counts(draft, position - 1) > 1 / 2
        if not _differs_within(draft, position)
    }
    used = {*pairs, *deltas}
    has_deltas = bool(pairs)
    for position, heading in enumerate(headings):
        # Beside deltas only a total goes without one.
        can_count = position not in used and (not has_deltas or is_total(heading))
        if can_count and _share_of_counts(draft, position) == 1:
            pairs[position] = None
    free = (position for position in range(len(headings)) if position not in {*used, *pairs})
    label = next((position for position in free if _has_text(draft, position)), None)
    if not pairs or label is None:
        return None
    grid = _Grid(headings, rows, tuple(sorted(pairs.items())), label)
    total_row = _total_row(grid)
    return _Grid(headings, rows, grid.pairs, label, total_row, _total_column(grid, total_row))


def _differs_within(grid: _Grid, delta: int) -> bool:
    """Whether a column is the difference of the two before it, such as this month and last month, and no delta."""
    cells = (
        [grid.cell(row, delta - step) for step in (2, 1, 0)] for row in range(len(grid.rows)) if delta > 1
    )
    triples = (
        (parse_count(first), parse_count(second), delta_notation.parse_delta(text))
        for first, second, text in cells
    )
    whole = [
        (first, second, stated) for first, second, stated in triples if stated and None not in {first, second}
    ]
    return len(whole) > 1 and all(
        abs(stated) == abs((first or 0) - (second or 0)) for first, second, stated in whole
    )


def _share_of_counts(grid: _Grid, column: int) -> float:
    """Return which part of a column's cells are counts, leaving out the empty ones."""
    cells = [cell for row in range(len(grid.rows)) if (cell := grid.cell(row, column))]
    return sum(parse_count(cell) is not None for cell in cells) / len(cells) if cells else 0


def _has_text(grid: _Grid, column: int) -> bool:
    cells = (grid.cell(row, column) for row in range(len(grid.rows)))
    return any(cell and parse_count(cell) is None for cell in cells)


def _body(count: int, total: int | None) -> list[int]:
    return [position for position in range(count) if position != total]


def _total_row(grid: _Grid) -> int | None:
    """Return where the only row of totals stands: below all others, or above them."""
    rows = range(len(grid.rows))
    named_totals = [row for row in rows if is_total(grid.cell(row, grid.label))]
    if len(named_totals) != 1 or len(rows) < _FEWEST_ROWS or named_totals[0] not in {0, rows[-1]}:
        return None
    # Where no column has deltas it may be a table of anything: most of it must add up.
    if any(delta is not None and grid.cell(named_totals[0], delta) for _, delta in grid.pairs):
        return named_totals[0]
    adds_up = [
        sum(grid.count(row, position) or 0 for row in rows if row != named_totals[0])
        == grid.count(named_totals[0], position)
        for position in range(len(grid.pairs))
    ]
    return named_totals[0] if len(adds_up) == 1 or sum(adds_up) * 2 >= len(adds_up) else None


def _total_column(grid: _Grid, total_row: int | None) -> int | None:
    """Return where the only column of totals stands, if it adds up in half of the rows that are no total."""
    named_totals = [
        position for position, (count, _) in enumerate(grid.pairs) if is_total(grid.headings[count])
    ]
    if len(named_totals) != 1 or len(grid.pairs) < 2:  # noqa: PLR2004
        return None
    total = named_totals[0]
    adds_up = [
        sum(grid.count(row, position) or 0 for position in _body(len(grid.pairs), total))
        == grid.count(row, total)
        for row in _body(len(grid.rows), total_row)
        if grid.count(row, total) is not None
    ]
    return total if adds_up and sum(adds_up) * 2 >= len(adds_up) else None


def _record(grid: _Grid, line: int) -> Table:
    totals: dict[tuple[bool, bool], Totals] = {
        (True, True): "both",
        (True, False): "row",
        (False, True): "column",
    }
    body = _body(len(grid.pairs), grid.total_column)
    return Table(
        key_path=(line,),
        id="",
        labels=grid.headings[grid.label],
        columns=tuple(grid.headings[grid.pairs[position][0]] for position in body),
        rows=tuple(
            Row(
                (grid.rows[row][0],),
                grid.cell(row, grid.label),
                tuple(grid.count(row, position) for position in body),
            )
            for row in _body(len(grid.rows), grid.total_row)
        ),
        totals=totals.get((grid.total_row is not None, grid.total_column is not None)),
    )


def _stated(grid: _Grid, table_line: int, since: date | None) -> Iterator[Stated]:
    """Yield the deltas and the sums of a table, as they are written."""
    days = [since or delta_notation.parse_heading_since(heading) for heading in grid.headings]
    for row, (line, _) in enumerate(grid.rows):
        label = TOTAL if row == grid.total_row else grid.cell(row, grid.label)
        for position, (count, delta) in enumerate(grid.pairs):
            column = TOTAL if position == grid.total_column else grid.headings[count]
            if row == grid.total_row or position == grid.total_column:
                yield Stated(
                    table_line,
                    line,
                    "total",
                    label,
                    column,
                    grid.written(row, count),
                    grid.count(row, position),
                )
            if delta is not None and (text := grid.written(row, delta)):
                value = delta_notation.parse_delta(strip_markup(text))
                yield Stated(table_line, line, "delta", label, column, text, value, days[delta])


def _marks(grid: _Grid, line: int) -> dict[int, frozenset[str]]:
    """Return the words of each line that the minutes write in their own way: headings of deltas and sums, and numbers."""
    headings = [grid.headings[delta] for _, delta in grid.pairs if delta is not None]
    if grid.total_column is not None:
        headings.append(grid.headings[grid.pairs[grid.total_column][0]])
    marks = {line: frozenset(word for heading in headings for word in words_of_line(heading))}
    for row, (number, _) in enumerate(grid.rows):
        texts = [text for count, _ in grid.pairs if "," in (text := grid.cell(row, count))]
        texts += [grid.cell(row, grid.label)] if row == grid.total_row else []
        marks[number] = frozenset(word for text in texts for word in words_of_line(text))
    return marks


def _since_below(last_line: int, lines: Sequence[str]) -> tuple[date | None, int]:
    """Return the day that the line below a table names for all its deltas, and that line."""
    line_between, *more = lines[last_line : last_line + 2] or [""]
    day = read_since_line(more[0].strip()) if more and not line_between.strip() else None
    return day, last_line + 2 if day else last_line
