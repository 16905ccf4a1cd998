"""Tables of counts: as records, and what is stated in them that is computed."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar

from minutebook.counts import delta_notation
from minutebook.counts.typed_totals import is_total
from minutebook.minutes.layout import read_since_line
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.markdown_blocks import has_markup, strip_markup, words_of_line
from minutebook.oldminutes.sheet import Stated
from minutebook.records.figures import TOTAL, Row, Table, Totals

_COUNT = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")
_PAIR = re.compile(rf"(?P<count>[0-9][0-9,]{{0,10}})[ \t]{{1,3}}{delta_notation.BRACKETED}")
Cells = tuple[tuple[int, tuple[str, ...]], ...]
Line = TypeVar("Line")
_FEWEST_ROWS = 3
"""A row of totals has at least two rows to be the sum of."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of counts with what it states, and its last line; `is_whole` tells whether the format can hold all of it."""

    table: Table
    statements: tuple[Stated, ...]
    last_line: int
    marks: Mapping[int, frozenset[str]]
    is_whole: bool


@dataclass(frozen=True)
class _Grid:
    """A table with its columns told apart: counts and their deltas by their places, the labels, and the totals."""

    headings: tuple[str, ...]
    lines: tuple[int, ...]
    cells: tuple[tuple[str, ...], ...]  # of its rows, as they are written
    visible: tuple[tuple[str, ...], ...]  # what a reader sees of them
    pairs: tuple[tuple[int, int | None], ...] = ()
    label: int = 0
    total_row: int | None = None
    total_column: int | None = None

    @cached_property
    def labels(self) -> list[str]:
        """What its rows are called."""
        return [row[self.label] for row in self.visible]

    @cached_property
    def columns(self) -> list[str]:
        """What is above its counts."""
        return [self.headings[count] for count, _ in self.pairs]

    @cached_property
    def counts(self) -> list[list[int | None]]:
        """The counts of its rows, None where there is none."""
        return [[parse_count(row[count]) for count, _ in self.pairs] for row in self.visible]


def parse_count(text: str) -> int | None:
    """Return the count in a cell, or None where it holds none."""
    return int(text.replace(",", "")) if _COUNT.fullmatch(text) else None


def read_count_table(block: Block, lines: Sequence[str], *, draft: bool = False) -> CountTable | None:
    """Return the counts of a table, or None where it is another kind of table."""
    cells = with_columns_of_deltas(block.cells)
    grid = _tell_apart(cells)
    if grid is None:
        return None
    since, last_line = _since_below(block.last_line, lines)
    table = _record(grid, block.first_line)
    are_known = all(
        count is not None or (draft and not grid.visible[row][grid.pairs[pair][0]])
        for row, counts in _but(grid.total_row, grid.counts)
        for pair, count in _but(grid.total_column, counts)
    )
    names, labels = table.columns, [row.label for row in table.rows]
    distinct = all(len(set(group)) == len(group) and all(group) for group in (names, labels))
    columns = sum(1 if delta is None else 2 for _, delta in grid.pairs) + 1
    is_whole = (
        all((are_known, distinct, table.labels, columns == len(grid.headings), cells is block.cells))
        and any(delta is not None for _, delta in grid.pairs)
        and TOTAL not in {*names, *labels}
        and not any(has_markup(cell) for _, row in block.cells for cell in row)
    )
    statements = tuple(_stated(grid, block.first_line, since))
    return CountTable(table, statements, last_line, _marks(grid, block.first_line), is_whole)


def with_columns_of_deltas(cells: Cells) -> Cells:
    """Return the cells of a table, with a column for deltas behind each that has some in brackets, such as 13 (+4)."""
    (line, headings), *rows = cells
    paired = {column for _, row in rows for column, cell in enumerate(row) if _PAIR.fullmatch(cell)}
    if not paired or any(delta_notation.is_delta_heading(strip_markup(heading)) for heading in headings):
        return cells

    def split(row: Sequence[str], split_cell: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
        pairs = (split_cell(cell) if column in paired else (cell,) for column, cell in enumerate(row))
        return tuple(chain.from_iterable(pairs))

    def count_and_delta(cell: str) -> Sequence[str]:
        match = _PAIR.fullmatch(cell)
        return match.group("count", "delta") if match else (cell, "")

    split_rows = ((number, split(row, count_and_delta)) for number, row in rows)
    return ((line, split(headings, lambda heading: (heading, "\u0394"))), *split_rows)


def _tell_apart(cells: Cells) -> _Grid | None:
    (_, heading_cells), *rows = cells
    headings = tuple(map(strip_markup, heading_cells))
    cells_of_rows = tuple(row for _, row in rows)
    visible = tuple(tuple(map(strip_markup, row)) for row in cells_of_rows)
    columns = [[row[column] for row in visible] for column in range(len(headings))]
    shares = list(map(_share_of_counts, columns))
    deltas = [column for column, heading in enumerate(headings) if delta_notation.is_delta_heading(heading)]
    pairs: dict[int, int | None] = {
        column - 1: column
        for column in deltas
        if column and column - 1 not in deltas and shares[column - 1] > 1 / 2
        if column == 1 or not _is_difference(*columns[column - 2 : column + 1])
    }
    used, has_deltas = {*pairs, *deltas}, bool(pairs)
    for column, heading in enumerate(headings):
        # Beside deltas only a total goes without one.
        can_count = column not in used and (not has_deltas or is_total(heading))
        if can_count and shares[column] == 1:
            pairs[column] = None
    free = (column for column in range(len(headings)) if column not in {*used, *pairs})
    label = next((column for column in free if any(columns[column]) and shares[column] < 1), None)
    if not pairs or label is None:
        return None
    numbers = tuple(number for number, _ in rows)
    grid = _Grid(headings, numbers, cells_of_rows, visible, tuple(sorted(pairs.items())), label)
    grid = replace(grid, total_row=_total_row(grid))
    return replace(grid, total_column=_total_column(grid))


def _is_difference(counts: Sequence[str], earlier_counts: Sequence[str], differences: Sequence[str]) -> bool:
    """Whether a column is the difference of the two before it, such as this month and last month, and no delta."""
    numbers = (map(parse_count, counts), map(parse_count, earlier_counts))
    deltas = map(delta_notation.parse_delta, differences)
    agree = [
        abs(delta) == abs(count - earlier_count)
        for count, earlier_count, delta in zip(*numbers, deltas, strict=True)
        if delta and count is not None and earlier_count is not None
    ]
    return len(agree) > 1 and all(agree)


def _share_of_counts(column: Sequence[str]) -> float:
    """Return which part of a column's cells are counts, leaving out the empty ones."""
    cells = [*filter(None, column)]
    return sum(parse_count(cell) is not None for cell in cells) / len(cells) if cells else 0


def _but(total: int | None, lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """Return rows, or columns, with their positions, but for that of the totals."""
    return [(position, line) for position, line in enumerate(lines) if position != total]


def _total_row(grid: _Grid) -> int | None:
    """Return where the only row of totals stands: below all others, or above them."""
    totals = [row for row, label in enumerate(grid.labels) if is_total(label)]
    if len(totals) != 1 or len(grid.labels) < _FEWEST_ROWS or totals[0] not in {0, len(grid.labels) - 1}:
        return None
    (total,) = totals
    # Where no column has deltas it may be a table of anything: most of it must add up.
    has_deltas = any(delta is not None and grid.visible[total][delta] for _, delta in grid.pairs)
    is_sure = has_deltas or len(grid.pairs) == 1
    return total if is_sure or _adds_up([*zip(*grid.counts, strict=True)], total) else None


def _total_column(grid: _Grid) -> int | None:
    """Return where the only column of totals stands, if it adds up in half of the rows that are no total."""
    totals = [column for column, heading in enumerate(grid.columns) if is_total(heading)]
    if len(totals) != 1 or len(grid.pairs) == 1:
        return None
    rows = [counts for _, counts in _but(grid.total_row, grid.counts)]
    return totals[0] if _adds_up(rows, totals[0]) else None


def _adds_up(lines: Iterable[Sequence[int | None]], total: int) -> bool:
    """Whether a count is the sum of the others in half of some lines, leaving out those that lack it."""
    are_sums = [2 * count == sum(filter(None, line)) for line in lines if (count := line[total]) is not None]
    return bool(are_sums) and 2 * sum(are_sums) >= len(are_sums)


def _record(grid: _Grid, line: int) -> Table:
    totals: tuple[Totals | None, ...] = (None, "row", "column", "both")
    rows = [(row, _but(grid.total_column, counts)) for row, counts in _but(grid.total_row, grid.counts)]
    return Table(
        key_path=(line,),
        id="",
        labels=grid.headings[grid.label],
        columns=tuple(column for _, column in _but(grid.total_column, grid.columns)),
        rows=tuple(
            Row((grid.lines[row],), grid.labels[row], tuple(count for _, count in counts))
            for row, counts in rows
        ),
        totals=totals[(grid.total_row is not None) + 2 * (grid.total_column is not None)],
    )


def _stated(grid: _Grid, table_line: int, since: date | None) -> Iterator[Stated]:
    """Yield the deltas and the sums of a table, as they are written."""
    days = [since or delta_notation.parse_heading_since(heading) for heading in grid.headings]
    for row, (line, label, counts) in enumerate(zip(grid.lines, grid.labels, grid.counts, strict=True)):
        for position, (count, delta) in enumerate(grid.pairs):
            is_total_row, is_total_column = row == grid.total_row, position == grid.total_column
            names = TOTAL if is_total_row else label, TOTAL if is_total_column else grid.columns[position]
            if is_total_row or is_total_column:
                yield Stated(table_line, line, "total", *names, grid.cells[row][count], counts[position])
            if delta is not None and (text := grid.cells[row][delta]):
                value = delta_notation.parse_delta(grid.visible[row][delta])
                yield Stated(table_line, line, "delta", *names, text, value, days[delta])


def _marks(grid: _Grid, line: int) -> dict[int, frozenset[str]]:
    """Return the words of each line that the minutes write in their own way: headings of deltas and sums, and numbers."""
    texts = {line: [grid.headings[delta] for _, delta in grid.pairs if delta is not None]}
    if grid.total_column is not None:
        texts[line].append(grid.columns[grid.total_column])
    for row, number in enumerate(grid.lines):
        texts[number] = [text for count, _ in grid.pairs if "," in (text := grid.visible[row][count])]
        texts[number] += [grid.labels[row]] if row == grid.total_row else []
    return {number: frozenset(words_of_line(" ".join(said))) for number, said in texts.items()}


def _since_below(last_line: int, lines: Sequence[str]) -> tuple[date | None, int]:
    """Return the day that the line below a table names for all its deltas, and that line."""
    line_between, *more = lines[last_line : last_line + 2] or [""]
    day = read_since_line(more[0].strip()) if more and not line_between.strip() else None
    return day, last_line + 2 if day else last_line
