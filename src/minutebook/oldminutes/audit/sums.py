"""The sums of a table: what they state, and what they are."""

from collections.abc import Iterable, Iterator

from minutebook.oldminutes.audit.values import Fault, Kind, Paper
from minutebook.oldminutes.handwritten.values import Row, Table


def body_rows(table: Table) -> tuple[Row, ...]:
    """Return the rows that are no sum."""
    return tuple(row for at, row in enumerate(table.rows) if at != table.total_row)


def body_columns(table: Table) -> tuple[int, ...]:
    """Return where the columns stand that are no sum."""
    return tuple(at for at in range(len(table.columns)) if at != table.total_column)


def add(counts: Iterable[int | None]) -> int | None:
    """Return a sum, or None where a part of it is not known."""
    found = tuple(counts)
    return None if any(count is None for count in found) else sum(count or 0 for count in found)


def value(table: Table, row: Row, at: int) -> int | None:
    """Return the right count of a cell: a sum is computed, and all others are as stated."""
    columns = body_columns(table) if at == table.total_column else (at,)
    rows = body_rows(table) if _is_total(table, row) else (row,)
    return add(one.pairs[column].count.value for one in rows for column in columns)


def place(table: Table, row: Row, at: int) -> str:
    """Name a cell by its section, row and column."""
    title = table.section[-1] if table.section else ""
    return ", ".join(part for part in (title, row.label, table.columns[at].name) if part)


def sums(paper: Paper, table: Table) -> Iterator[tuple[Kind, Fault | None]]:
    """Yield each sum that is stated, by its kind, with the fault if it is wrong."""
    for row in table.rows:
        for at, pair in enumerate(row.pairs):
            in_row = _is_total(table, row)
            right = value(table, row, at)
            if not (in_row or at == table.total_column) or right is None or pair.count.value is None:
                continue
            kind: Kind = "row-total" if in_row else "column-total"
            yield kind, _fault(paper, table, row, at, kind) if pair.count.value != right else None


def _fault(paper: Paper, table: Table, row: Row, at: int, kind: Kind) -> Fault:
    stated, right = row.pairs[at].count.text, value(table, row, at)
    return Fault(paper.path, row.line, kind, place(table, row, at), stated, str(right))


def _is_total(table: Table, row: Row) -> bool:
    return table.total_row is not None and table.rows[table.total_row] is row
