"""The counts of minutes against those written from the notes: what is lost, and what was corrected."""

import re

from minutebook.counts.deltas import CountWithDelta, Deltas
from minutebook.counts.notation import HEADING_WORDS
from minutebook.minutes.layout import BULLET, counter_text
from minutebook.minutes.markdown import escape
from minutebook.oldminutes.handwritten.contents import Pair, Row, WrittenNumber
from minutebook.oldminutes.importer.counts import drawn
from minutebook.oldminutes.importer.decisions import Decided
from minutebook.oldminutes.importer.findings import Findings
from minutebook.oldminutes.importer.values import Count, Counts, Drawn
from minutebook.oldminutes.importer.words import left_over
from minutebook.records.meeting import TOTAL

_DELTAS = " ".join(["since", *HEADING_WORDS])
_BESIDE = re.compile(r"(?P<count>[0-9?]+)[ \t]*\([^)]*\)")


def figures(found: Findings, decided: Decided, deltas: Deltas) -> None:
    """Find what is lost of each counter and table of a sheet, and what differs in it."""
    for part in found.sheet.root.walk():
        for piece in part.pieces:
            for one in piece.entries if isinstance(piece, Counts) else ():
                _count(found, one, deltas)
    for table, _title in drawn(found.sheet.root):
        _table(found, table, decided, deltas)


def _count(found: Findings, one: Count, deltas: Deltas) -> None:
    line = found.line(one.line)
    days = " ".join(re.findall(r"\d{4}-\d\d-\d\d", line))
    value = "" if one.value is None else str(one.value)
    counter = next((other for other in deltas.counters if other.counter.label == one.label), None)
    if counter is None or left_over(line, (value, one.label, one.stated, f"since {days}")):
        found.lost.append(one.line)
        return
    shown = f"{BULLET}{counter_text(counter)} {escape(one.label)}"
    now = shown if counter.count.delta is None else _BESIDE.sub(r"\g<count>", shown, count=1)
    found.spelled[one.line] = _BESIDE.sub(r"\g<count>", line, count=1) if one.stated else line
    if not found.looks(one.line, now):
        found.tell(one.line, "counter rewritten", line, shown)
    if one.stated:
        _delta(found, WrittenNumber(one.stated, one.delta, one.line), counter.count, f"{one.label}: ")
    elif counter.count.delta is not None:
        found.tell(one.line, "delta added", one.label, f"{counter.count.delta:+d}")


def _delta(found: Findings, stated: WrittenNumber, cell: CountWithDelta, where: str) -> None:
    if cell.delta is None:
        found.tell(stated.line, "delta without a baseline", where + stated.text, "")
    elif stated.value != cell.delta:
        found.tell(stated.line, "corrected delta", where + stated.text, f"{cell.delta:+d}")


def _table(found: Findings, one: Drawn, decided: Decided, deltas: Deltas) -> None:
    fate = decided.tables[one.line]
    table = next((other for other in deltas.tables if other.table.id == fate.id), None)
    if table is None:
        found.lost.append(one.line)
        return
    cells = {
        (label, column): cell
        for label, row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
    }
    if left_over(found.line(one.line), (_headings(one),)):
        found.lost.append(one.line)
    _columns(found, one, cells)
    for at, row in enumerate(one.table.rows):
        total = at == one.table.total_row
        label = TOTAL if total else fate.labels.get(row.label, row.label)
        if total:
            _total(found, row.line, row.label, "the last row" if at == 0 else "")
        elif label != row.label:
            found.tell(row.line, "label as before", row.label, label)
        _row(found, one, row, label, cells)


def _headings(one: Drawn) -> str:
    columns = one.table.columns
    return " ".join([one.labels, _DELTAS, *(f"{column.name} {column.since or ''}" for column in columns)])


def _columns(found: Findings, one: Drawn, cells: dict[tuple[str, str], CountWithDelta]) -> None:
    """Tell what differs in the columns: the name and the place of a sum, and deltas where there were none."""
    at, last = one.table.total_column, len(one.table.columns) - 1
    if at is not None:
        _total(found, one.line, one.table.columns[at].name, "the last column" if at < last else "")
    for place, column in enumerate(one.table.columns):
        name = TOTAL if place == at else column.name
        shown = any(cell.delta is not None for (_, other), cell in cells.items() if other == name)
        if shown and not any(row.pairs[place].delta for row in one.table.rows):
            found.tell(one.line, "delta added", column.name, "a column of deltas")


def _total(found: Findings, line: int, name: str, place: str) -> None:
    if name != TOTAL or place:
        found.tell(line, "total rewritten", name, ", ".join(part for part in (TOTAL, place) if part))


def _row(
    found: Findings, one: Drawn, row: Row, label: str, cells: dict[tuple[str, str], CountWithDelta]
) -> None:
    for place, pair in enumerate(row.pairs):
        column = TOTAL if place == one.table.total_column else one.table.columns[place].name
        cell = cells.get((label, column))
        if cell is None or (TOTAL not in {label, column} and cell.value != pair.count.value):
            found.lost.append(row.line)
        else:
            _cell(found, row, f"{row.label}, {one.table.columns[place].name}", pair, cell)
    stated = " ".join(part.text for pair in row.pairs for part in (pair.count, pair.delta) if part)
    if left_over(found.line(row.line), (row.label, stated)):
        found.lost.append(row.line)


def _cell(found: Findings, row: Row, where: str, pair: Pair, cell: CountWithDelta) -> None:
    if cell.value != pair.count.value:
        found.tell(row.line, "corrected total", f"{where}: {pair.count.text}", str(cell.value))
    if pair.delta and pair.delta.text:
        _delta(found, pair.delta, cell, f"{where}: ")
    elif pair.delta and cell.delta is not None:
        found.tell(row.line, "delta added", where, f"{cell.delta:+d}")
