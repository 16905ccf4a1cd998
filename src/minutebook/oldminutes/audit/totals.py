"""The totals of a table: what they state, and what they are."""

from collections.abc import Iterator

from minutebook.counts.deltas import sum_counts
from minutebook.oldminutes.audit.audit_faults import Fault, FaultKind, name_location
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.handwritten.contents import Row, Table


def compute_count(table: Table, row: Row, column: int) -> int | None:
    """Return the right count of a cell: a total is computed, all others are as written."""
    columns = table.body_columns if column == table.total_column else (column,)
    rows = table.body_rows if table.is_total(row) else (row,)
    return sum_counts(body_row.pairs[body_column].count.value for body_row in rows for body_column in columns)


def name_cell(table: Table, row: Row, column: int) -> str:
    """Name a cell by its section, row and column."""
    return name_location(table.section, row.label, table.columns[column].name)


def check_totals(file: MinutesFile, table: Table) -> Iterator[tuple[FaultKind, Fault | None]]:
    """Yield each total that is written, by its kind, with the fault if it is wrong."""
    for row in table.rows:
        for column, pair in enumerate(row.pairs):
            total = compute_count(table, row, column)
            is_total = table.is_total(row) or column == table.total_column
            if not is_total or total is None or pair.count.value is None:
                continue
            kind: FaultKind = "row-total" if table.is_total(row) else "column-total"
            cell = name_cell(table, row, column)
            fault = Fault(file.path, row.line, kind, cell, pair.count.text, str(total))
            yield kind, fault if pair.count.value != total else None
