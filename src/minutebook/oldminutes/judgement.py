"""What minutes state of their counts against what is right: the faults of an audit, the corrections of an import."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutebook.counts import deltas
from minutebook.counts.delta_notation import format_delta
from minutebook.counts.deltas import CountWithDelta
from minutebook.oldminutes.meeting_parts import Placed, counts_of, placed_counts
from minutebook.oldminutes.sheet import Decision, FaultKind, Sheet, Stated, line_of
from minutebook.records.figures import TOTAL, Counter
from minutebook.records.history import History
from minutebook.records.meeting import Meeting

FIRST = "first appearance"
"""Marks the deltas of a table that no earlier minutes have, measured from 0."""
Judgement = tuple[FaultKind | None, Decision | None]
"""The kind of a statement if it can be judged, and what was decided about it if it is wrong."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A count as it is right: with its baseline's day, its name, and whether the new minutes show it."""

    count: CountWithDelta
    baseline: date | None
    location: str
    is_shown: bool


def judge_counts(
    sheet: Sheet, meeting: Meeting, loose: Sequence[Placed], statements: Sequence[Stated], history: History
) -> Iterator[Judgement]:
    """Yield a judgement of each statement about the counts of a meeting, and about those that stay in its prose."""
    cells = _cells(sheet, meeting, loose, history)
    is_first = not history.days or history.days[0] >= sheet.day
    for statement in statements:
        cell = cells.get((statement.record, statement.row, statement.column))
        if cell is None or statement.value is None:
            continue
        if statement.kind == "total":
            yield _judge_total(sheet, statement, cell)
        elif cell.count.delta is None:
            yield _judge_first(sheet, statement, cell, is_first=is_first)
        else:
            kind, decision = _judge_delta(sheet, statement, cell)
            # What the first minutes are measured against nobody has seen.
            yield None if is_first else kind, decision


def _cells(
    sheet: Sheet, meeting: Meeting, loose: Sequence[Placed], history: History
) -> dict[tuple[int, str, str], _Cell]:
    """Return each count that is right by the line of its record, its row and its column."""
    computed = deltas.compute(counts_of(meeting, loose), history)
    cells: dict[tuple[int, str, str], _Cell] = {}
    in_records = [(True, *titled) for titled in placed_counts(meeting.root)]
    for is_shown, title, record in (*in_records, *((False, *titled) for titled in loose)):
        if isinstance(record, Counter):
            counter = computed.counter(record)
            baseline, counts = counter.baseline, [("", record.label, counter.count)]
        else:
            table = computed.table(record)
            rows = (
                (label, *cell) for label, row in table.rows for cell in zip(table.columns, row, strict=True)
            )
            baseline, counts = table.baseline, [*rows]
        day = baseline.date if baseline else None
        for label, column, count in counts:
            location = locate(title or sheet.heading, label, _plain(column))
            cells[line_of(record), label, column] = _Cell(count, day, location, is_shown)
    return cells


def _judge_total(sheet: Sheet, statement: Stated, cell: _Cell) -> Judgement:
    total = cell.count.value
    if total is None:
        return None, None
    fault: FaultKind = "row-total" if statement.row == TOTAL else "column-total"
    decision = _decide(sheet, statement, cell, f"{_verb(cell)} total", str(total))
    return fault, replace(decision, fault=fault) if statement.value != total else None


def _judge_first(sheet: Sheet, statement: Stated, cell: _Cell, *, is_first: bool) -> Judgement:
    """Judge a delta that has nothing to be measured against: in a table that is new later it counts from 0."""
    decision = replace(_decide(sheet, statement, cell, "delta without a baseline", ""), mark=FIRST)
    value = cell.count.value
    if is_first or value is None or not statement.row or statement.since:
        return None, decision if cell.is_shown else None
    if value != statement.value:
        return "delta", replace(decision, fault="delta", right=format_delta(value))
    return "delta", decision if cell.is_shown else None


def _judge_delta(sheet: Sheet, statement: Stated, cell: _Cell) -> Judgement:
    fault: FaultKind = "delta" if statement.row else "counter"
    # Whoever names the day of the baseline means no other.
    is_elsewhere = statement.since is not None and statement.since != cell.baseline
    if is_elsewhere and not cell.is_shown:
        return None, None
    if statement.value == cell.count.delta:
        return fault, None
    decision = _decide(sheet, statement, cell, f"{_verb(cell)} delta", format_delta(cell.count.delta or 0))
    day = None if statement.since else sheet.day
    return fault, replace(decision, fault=None if is_elsewhere else fault, baseline=cell.baseline, day=day)


def _decide(sheet: Sheet, statement: Stated, cell: _Cell, kind: str, right: str) -> Decision:
    label = ", ".join(filter(None, (statement.row, _plain(statement.column))))
    return Decision(sheet.path, statement.line, kind, statement.text, right, None, cell.location, label=label)


def _verb(cell: _Cell) -> str:
    return "corrected" if cell.is_shown else "wrong"


def _plain(label: str) -> str:
    """Return the label of a counter without the section that tells it from its namesakes."""
    return label.split("\n", 1)[0]


def locate(title: str, *names: str) -> str:
    """Return where something stands: below which title, and which names it has there."""
    return ", ".join(name for name in (title, *names) if name)
