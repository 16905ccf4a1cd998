"""The counters and tables of minutes against the new ones: what is lost, and what was corrected."""

import re
from collections.abc import Mapping

from minutebook.counts.delta_notation import HEADING_WORDS
from minutebook.counts.deltas import CountWithDelta, Deltas, TableWithDeltas
from minutebook.minutes.layout import counter_line
from minutebook.oldminutes.handwritten.contents import Pair, Row, WrittenNumber
from minutebook.oldminutes.importer.count_history import table_blocks
from minutebook.oldminutes.importer.decisions import Decisions
from minutebook.oldminutes.importer.findings import Findings
from minutebook.oldminutes.importer.lost_words import lost_words
from minutebook.oldminutes.importer.values import Counter, Counters, TableBlock
from minutebook.records.meeting import TOTAL

_DELTA_WORDS = " ".join(["since", *HEADING_WORDS])
_DELTA_IN_BRACKETS = re.compile(r"(?P<count>[0-9?]+)[ \t]*\([^)]*\)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def compare_counts(findings: Findings, decisions: Decisions, deltas: Deltas) -> None:
    """Find what is lost of each counter and table of a sheet, and what differs in it."""
    for section in findings.sheet.root.walk():
        for block in section.blocks:
            for counter in block.counters if isinstance(block, Counters) else ():
                _compare_counter(findings, counter, deltas)
    for block, _title in table_blocks(findings.sheet.root):
        decision = decisions.tables[block.line]
        computed = next((table for table in deltas.tables if table.table.id == decision.id), None)
        if computed is None:
            findings.lost.append(block.line)
        else:
            _TableComparison(findings, block, decision.labels, computed).run()


def _compare_counter(findings: Findings, counter: Counter, deltas: Deltas) -> None:
    line = findings.line(counter.line)
    value = "" if counter.value is None else str(counter.value)
    dates = " ".join(_DATE.findall(line))
    computed = next((delta for delta in deltas.counters if delta.counter.label == counter.label), None)
    if computed is None or lost_words(line, (value, counter.label, counter.delta_text, f"since {dates}")):
        findings.lost.append(counter.line)
        return
    new_line = counter_line(computed)
    new_without_delta = new_line
    if computed.count.delta is not None:
        new_without_delta = _DELTA_IN_BRACKETS.sub(r"\g<count>", new_line, count=1)
    # Its delta is compared by itself, and is no reason to call the line rewritten.
    old_without_delta = _DELTA_IN_BRACKETS.sub(r"\g<count>", line, count=1) if counter.delta_text else line
    findings.explain(counter.line, old_without_delta)
    if not findings.is_shown_as(counter.line, new_without_delta):
        findings.add(counter.line, "counter rewritten", line, new_line)
    if counter.delta_text:
        old_delta = WrittenNumber(counter.delta_text, counter.delta, counter.line)
        _compare_delta(findings, old_delta, computed.count, f"{counter.label}: ")
    elif computed.count.delta is not None:
        findings.add(counter.line, "delta added", counter.label, f"{computed.count.delta:+d}")


def _compare_delta(findings: Findings, old_delta: WrittenNumber, cell: CountWithDelta, label: str) -> None:
    if cell.delta is None:
        findings.add(old_delta.line, "delta without a baseline", label + old_delta.text, "")
    elif old_delta.value != cell.delta:
        findings.add(old_delta.line, "corrected delta", label + old_delta.text, f"{cell.delta:+d}")


class _TableComparison:
    """Compares a table with the one in the new minutes; `labels` are what renamed rows are called there."""

    def __init__(
        self, findings: Findings, block: TableBlock, labels: Mapping[str, str], computed: TableWithDeltas
    ) -> None:
        self.findings, self.block, self.table, self.labels = findings, block, block.table, labels
        self.cells = {
            (label, column): cell
            for label, row in computed.rows
            for column, cell in zip(computed.columns, row, strict=True)
        }

    def run(self) -> None:
        """Find what is lost of the table, and what differs in it."""
        if lost_words(self.findings.line(self.block.line), (self._heading_words(),)):
            self.findings.lost.append(self.block.line)
        self._compare_columns()
        for index, row in enumerate(self.table.rows):
            label = self.labels.get(row.label, row.label)
            if index == self.table.total_row:
                label = TOTAL
                self._compare_total(row.line, row.label, "the last row" if index == 0 else "")
            elif label != row.label:
                self.findings.add(row.line, "label as before", row.label, label)
            self._compare_row(row, label)

    def _heading_words(self) -> str:
        columns = (f"{column.name} {column.since or ''}" for column in self.table.columns)
        return " ".join([self.block.labels, _DELTA_WORDS, *columns])

    def _compare_columns(self) -> None:
        """Add what differs in the columns: name and position of a sum, and deltas where there were none."""
        total, last_index = self.table.total_column, len(self.table.columns) - 1
        if total is not None:
            position = "the last column" if total < last_index else ""
            self._compare_total(self.block.line, self.table.columns[total].name, position)
        for index, column in enumerate(self.table.columns):
            name = self._column_name(index)
            has_deltas = any(cell.delta is not None for (_, of), cell in self.cells.items() if of == name)
            if has_deltas and not any(row.pairs[index].delta for row in self.table.rows):
                self.findings.add(self.block.line, "delta added", column.name, "a column of deltas")

    def _column_name(self, index: int) -> str:
        return TOTAL if index == self.table.total_column else self.table.columns[index].name

    def _compare_total(self, line: int, name: str, position: str) -> None:
        if name != TOTAL or position:
            self.findings.add(line, "total rewritten", name, f"{TOTAL}, {position}" if position else TOTAL)

    def _compare_row(self, row: Row, label: str) -> None:
        for index, pair in enumerate(row.pairs):
            column = self._column_name(index)
            cell = self.cells.get((label, column))
            if cell is None or (TOTAL not in {label, column} and cell.value != pair.count.value):
                self.findings.lost.append(row.line)
            else:
                self._compare_cell(row, f"{row.label}, {self.table.columns[index].name}", pair, cell)
        numbers = (number for pair in row.pairs for number in (pair.count, pair.delta) if number)
        if lost_words(self.findings.line(row.line), (row.label, " ".join(number.text for number in numbers))):
            self.findings.lost.append(row.line)

    def _compare_cell(self, row: Row, name: str, pair: Pair, cell: CountWithDelta) -> None:
        if cell.value != pair.count.value:
            old_total = f"{name}: {pair.count.text}"
            self.findings.add(row.line, "corrected total", old_total, str(cell.value))
        if pair.delta and pair.delta.text:
            _compare_delta(self.findings, pair.delta, cell, f"{name}: ")
        elif pair.delta and cell.delta is not None:
            self.findings.add(row.line, "delta added", name, f"{cell.delta:+d}")
