"""The counts of minutes against those written from the notes: what is lost, and what was corrected."""

import re
from collections.abc import Iterator

from minutebook.deltas import Cell, Deltas
from minutebook.handwritten.values import Figure, Pair, Row
from minutebook.importer.counting import drawn
from minutebook.importer.deciding import Decided
from minutebook.importer.values import Count, Counts, Difference, Drawn, Sheet
from minutebook.importer.words import left_over
from minutebook.model import TOTAL

_DELTAS = "since delta change diff difference \u0394 \u2206 \u03b4"
Found = tuple[tuple[int, ...], tuple[Difference, ...]]
"""The lines of which something is lost, and what differs."""


def figures(sheet: Sheet, decided: Decided, deltas: Deltas) -> Iterator[Found]:
    """Yield what is lost of each counter and table of a sheet, and what differs in it."""
    for part in sheet.root.walk():
        for piece in part.pieces:
            for one in piece.entries if isinstance(piece, Counts) else ():
                yield _count(sheet, one, deltas)
    for table, _title in drawn(sheet.root):
        yield _table(sheet, table, decided, deltas)


def _count(sheet: Sheet, one: Count, deltas: Deltas) -> Found:
    line = sheet.lines[one.line - 1]
    days = " ".join(re.findall(r"\d{4}-\d\d-\d\d", line))
    value = "" if one.value is None else str(one.value)
    cell = next((found.cell for found in deltas.counters if found.counter.label == one.label), None)
    if cell is None or left_over(line, (value, one.label, one.stated, f"since {days}")):
        return (one.line,), ()
    if not one.stated:
        added = (
            Difference(sheet.path, one.line, "delta added", line.strip(), f"{cell.delta:+d}")
            if cell.delta is not None
            else None
        )
        return (), (added,) if added else ()
    return (), _delta((sheet.path, one.line), Figure(one.stated, one.delta, one.line), cell)


def _delta(place: tuple[str, int], stated: Figure, cell: Cell, where: str = "") -> tuple[Difference, ...]:
    if cell.delta is None:
        return (Difference(*place, "delta without a baseline", where + stated.text, ""),)
    if stated.value != cell.delta:
        return (Difference(*place, "corrected delta", where + stated.text, f"{cell.delta:+d}"),)
    return ()


def _table(sheet: Sheet, one: Drawn, decided: Decided, deltas: Deltas) -> Found:
    fate = decided.tables[one.line]
    found = next((other for other in deltas.tables if other.table.id == fate.id), None)
    if found is None:
        return (one.line,), ()
    cells = {
        (label, column): cell
        for label, row in found.rows
        for column, cell in zip(found.columns, row, strict=True)
    }
    lost = [one.line] if left_over(sheet.lines[one.line - 1], (_headings(one),)) else []
    different: list[Difference] = []
    for at, row in enumerate(one.table.rows):
        total = at == one.table.total_row
        label = TOTAL if total else fate.labels.get(row.label, row.label)
        if label != row.label and not total:
            different.append(Difference(sheet.path, row.line, "label as before", row.label, label))
        for place, pair in enumerate(row.pairs):
            column = TOTAL if place == one.table.total_column else one.table.columns[place].name
            cell = cells.get((label, column))
            if cell is None or (TOTAL not in {label, column} and cell.value != pair.count.value):
                lost.append(row.line)
            else:
                different += _cell(sheet, row, f"{row.label}, {one.table.columns[place].name}: ", pair, cell)
        stated = " ".join(part.text for pair in row.pairs for part in (pair.count, pair.delta) if part)
        if left_over(sheet.lines[row.line - 1], (row.label, stated)):
            lost.append(row.line)
    return tuple(lost), tuple(different)


def _headings(one: Drawn) -> str:
    columns = one.table.columns
    return " ".join([one.labels, _DELTAS, *(f"{column.name} {column.since or ''}" for column in columns)])


def _cell(sheet: Sheet, row: Row, where: str, pair: Pair, cell: Cell) -> Iterator[Difference]:
    if cell.value != pair.count.value:
        yield Difference(sheet.path, row.line, "corrected total", where + pair.count.text, str(cell.value))
    if pair.delta and pair.delta.text:
        yield from _delta((sheet.path, row.line), pair.delta, cell, where)
