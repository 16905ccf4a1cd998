"""The tables of counts of a text; a table that can't be kept whole as counts is none."""

from minutebook.oldminutes.handwritten.blocks import PipeTable, split_blocks
from minutebook.oldminutes.handwritten.cells import is_delta_heading
from minutebook.oldminutes.handwritten.contents import Table
from minutebook.oldminutes.handwritten.count_tables import read_table, say_since
from minutebook.oldminutes.handwritten.plain_text import strip_markup
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.values import TableBlock
from minutebook.records.meeting import TOTAL


class TableReader:
    """Reads the tables of one text; in a draft, counts may be empty."""

    def __init__(self, text: str, *, draft: bool) -> None:
        self.grids = {block.line: block for block in split_blocks(text) if isinstance(block, PipeTable)}
        self.draft, self.lines = draft, text.split("\n")

    def read(self, first_line: int, last_line: int, titles: tuple[str, ...]) -> TableBlock | None:
        """Return the table between two lines, below headings, or None if it is no table of counts with deltas."""
        grid = self.grids.get(first_line)
        if not grid or (grid.rows[-1][0] if grid.rows else first_line + 1) != last_line:
            return None
        table = read_table(grid, titles)
        headings = [text for text in grid.headings if not is_delta_heading(text)]
        if not table or len(headings) != len(table.columns) + 1:
            return None
        if not any(pair.delta for row in table.rows for pair in row.pairs):
            return None
        names = {column.name for column in table.columns}
        label_headings = [text for text in headings if strip_markup(text) not in names]
        labels = plain_text(label_headings[0]) if len(label_headings) == 1 else None
        if not labels or not self._is_kept_whole(table, grid):
            return None
        line_below = "".join(self.lines[last_line : last_line + 2]).strip()
        table_since = say_since(table, line_below)
        return TableBlock(first_line, last_line + (2 if table_since is not table else 0), labels, table_since)

    def _is_kept_whole(self, table: Table, grid: PipeTable) -> bool:
        """Whether all that a table holds can be written as counts with distinct names."""
        rows, columns = table.body_rows, table.body_columns
        counts = [row.pairs[index].count for row in rows for index in columns]
        known = all(count.value is not None or (self.draft and not count.text) for count in counts)
        labels, names = [row.label for row in rows], [table.columns[index].name for index in columns]
        distinct = all(len(set(group)) == len(group) and all(group) for group in (names, labels))
        cells = (*grid.headings, *(cell for _, row_cells in grid.rows for cell in row_cells))
        # Emphasis around a sum is only looks; any other markup would be lost.
        plain = all(plain_text(cell.strip("*_ ")) is not None for cell in cells)
        return bool(rows and names) and known and distinct and TOTAL not in {*names, *labels} and plain
