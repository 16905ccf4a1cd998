"""How a table goes on from its last state: published deltas show which columns the renamed ones continue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.counts.baseline import NO_BASELINE
from minutebook.counts.deltas import measure_table
from minutebook.oldminutes.handwritten.contents import Table as OldTable
from minutebook.oldminutes.handwritten.plain_text import fold_label
from minutebook.oldminutes.importer.decisions import TableDecision
from minutebook.records.meeting import TOTAL, Row, Table, Totals

PublishedDelta = tuple[str, str, int | None]
"""The delta that the old minutes state of a row and a column; None if they state none."""


@dataclass(frozen=True, slots=True)
class TableReading:
    """A decision about a table; `decided` is false if the deltas agree with two ways to read renamed columns.

    `renamed` says that there was more than one way, `goes_on` that renamed columns continue old ones.
    """

    decision: TableDecision
    is_decided: bool
    renamed: bool = False
    goes_on: bool = False


def choose_reading(
    old_table: OldTable, name: str, last_table: Table | None, *, went_on: bool
) -> TableReading:
    """Return how a table is read: if the published deltas agree with several ways, as columns `went_on` the last time."""
    labels = _last_labels(old_table, last_table) if last_table else {}
    table = _record(old_table, name, labels)
    published = tuple(_published_deltas(old_table, labels))
    if last_table is None:
        states_deltas = any(delta is not None for *_, delta in published)
        # Deltas that are the counts themselves are measured from nothing, and not from minutes that are missing.
        from_zero = states_deltas and not _count_wrong(replace(table, baseline=NO_BASELINE), None, published)
        decision = TableDecision(name, None, NO_BASELINE if from_zero else None, labels)
        return TableReading(decision, is_decided=True)
    candidates = tuple(_candidates(table, last_table))
    wrong_counts = [_count_wrong(candidate, last_table, published) for candidate in candidates]
    nearest = [
        candidate
        for candidate, count in zip(candidates, wrong_counts, strict=True)
        if count == min(wrong_counts)
    ]
    # Two ways to say that all columns begin anew are one reading.
    readings = {_goes_on(candidate, last_table) for candidate in nearest}
    as_last_time = (candidate for candidate in nearest if _goes_on(candidate, last_table) == went_on)
    best = next(as_last_time, nearest[0])
    decision = TableDecision(name, best.continues, best.baseline, labels)
    return TableReading(decision, len(readings) == 1, len(candidates) > 1, _goes_on(best, last_table))


def _candidates(table: Table, last_table: Table) -> Iterator[Table]:
    """Yield the ways to read a table whose columns may have been renamed, each as the format writes it."""
    last_spellings = {fold_label(name): name for name in last_table.columns}
    columns = tuple(last_spellings.get(fold_label(name), name) for name in table.columns)
    new_indexes = [index for index, name in enumerate(columns) if name not in last_table.columns]
    gone_names = [name for name in last_table.columns if name not in columns]
    if not (new_indexes and gone_names):
        yield table if columns == table.columns else replace(table, continues=columns)
        return
    yield replace(table, continues=columns)
    continued = list(columns)
    # Renamed columns keep their order: the first new one continues the first that is gone.
    for index, name in zip(new_indexes, gone_names, strict=False):
        continued[index] = name
    yield replace(table, continues=tuple(continued))
    if len(new_indexes) == len(table.columns):
        yield replace(table, baseline=NO_BASELINE)


def _goes_on(table: Table, last_table: Table) -> bool:
    """Whether some column of a table continues one with another name."""
    if table.baseline is not None or table.continues is None:
        return False
    pairs = zip(table.continues, table.columns, strict=True)
    return not {name for name, column in pairs if name != column}.isdisjoint(last_table.columns)


def _count_wrong(table: Table, last_table: Table | None, published: Sequence[PublishedDelta]) -> int:
    """Return how many of the published deltas are not those of a table."""
    from_zero = table.baseline == NO_BASELINE
    measured = measure_table(table, None if from_zero else last_table, from_zero=from_zero)
    computed = {
        (label, column): cell.delta
        for label, cells in measured.rows
        for column, cell in zip(measured.columns, cells, strict=True)
    }
    return sum(computed.get((row, column)) != delta for row, column, delta in published if delta is not None)


def _published_deltas(table: OldTable, labels: dict[str, str]) -> Iterator[PublishedDelta]:
    for row_index, row in enumerate(table.rows):
        label = TOTAL if row_index == table.total_row else labels.get(row.label, row.label)
        for column_index, pair in enumerate(row.pairs):
            column = TOTAL if column_index == table.total_column else table.columns[column_index].name
            yield label, column, pair.delta.value if pair.delta else None


def _last_labels(table: OldTable, last_table: Table) -> dict[str, str]:
    """Return what each row was called in the last table, if only case, spaces or signs at the end differ."""
    last_labels = {fold_label(row.label): row.label for row in last_table.rows}
    labels = {row.label for row in table.rows}
    return {
        row.label: last_labels[fold_label(row.label)]
        for row in table.rows
        if last_labels.get(fold_label(row.label), row.label) not in labels
    }


def _record(table: OldTable, name: str, labels: dict[str, str]) -> Table:
    """Return a table of old minutes as the record of one."""
    columns = table.body_columns
    totals: dict[tuple[bool, bool], Totals] = {
        (True, True): "both",
        (True, False): "row",
        (False, True): "column",
    }
    return Table(
        key_path=(),
        id=name,
        labels="",
        columns=tuple(table.columns[index].name for index in columns),
        rows=tuple(
            Row(
                (),
                labels.get(row.label, row.label),
                tuple(row.pairs[index].count.value for index in columns),
            )
            for row in table.body_rows
        ),
        totals=totals.get((table.total_row is not None, table.total_column is not None)),
    )
