"""The deltas of a table against the earlier minutes that have it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutebook.counts.delta_notation import format_delta
from minutebook.counts.deltas import sum_counts
from minutebook.oldminutes.audit.audit_faults import FIRST, Fault
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.audit.timeline import Timeline
from minutebook.oldminutes.audit.totals import compute_count, name_cell
from minutebook.oldminutes.handwritten.contents import Pair, Row, Table
from minutebook.oldminutes.handwritten.plain_text import fold_label, fold_title

_ALIKE = 0.5
"""Two tables under one title are one if they share this part of the shorter one's labels."""
RowKey = tuple[str, int]
"""A folded label, and which of the rows with this label it is."""
Baseline = tuple[MinutesFile, Table]
"""An earlier file, and the table in it that a later one goes on with."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a table after its columns were renamed: which old column each continues."""

    old_table: Table | None
    continues: dict[int, int]
    old_rows: dict[RowKey, Row] = field(default_factory=dict)

    def old_count(self, table: Table, row: Row, key: RowKey, column: int) -> int | None:
        """Return what a cell counted in the baseline; what is new counted 0."""
        if self.old_table is None:
            return 0
        if column == table.total_column:
            columns = self.old_table.body_columns
        else:
            columns = (self.continues[column],) if column in self.continues else ()
        if table.is_total(row):
            rows = self.old_table.body_rows
        else:
            rows = (self.old_rows[key],) if key in self.old_rows else ()
        return sum_counts(old_row.pairs[old_column].count.value for old_row in rows for old_column in columns)


def check_deltas(file: MinutesFile, table: Table, timeline: Timeline) -> Iterator[Fault | None]:
    """Yield each delta that is written and can be judged, with the fault if it is wrong."""
    if file.day is None or not any(True for _ in timeline.earlier(file.day)):
        return
    baseline = _find_baseline(file, table, timeline)
    has_since = any(column.since for column in table.columns)
    # Whoever names the day of the baseline means no other.
    if has_since and not baseline:
        return
    reading = _choose_reading(file, table, timeline, baseline)
    mark = "" if has_since else timeline.mark(baseline[0], file.day) if baseline else FIRST
    for row, column, pair, delta in _judge(table, reading):
        if pair.delta is None or pair.delta.value == delta:
            yield None
            continue
        yield Fault(
            file.path,
            row.line,
            "delta",
            name_cell(table, row, column),
            pair.delta.text,
            format_delta(delta),
            baseline[0].day if baseline else None,
            mark,
        )


def _find_baseline(file: MinutesFile, table: Table, timeline: Timeline) -> Baseline | None:
    """Return the nearest earlier minutes with this table: under the same title, and of the same labels."""
    if file.day is None:
        return None
    since = next((column.since for column in table.columns if column.since), None)
    earlier = [old_file for old_file in timeline.earlier(file.day) if since is None or old_file.day == since]
    return _find_by_title(file, table, earlier) or _find_by_labels(file, table, earlier)


def _find_by_title(file: MinutesFile, table: Table, earlier: Sequence[MinutesFile]) -> Baseline | None:
    # Of two tables under one title, that which shares most columns is meant; of two equals the one in the same place.
    for old_file in earlier:
        candidates = [
            old
            for old in old_file.minutes.tables
            if _title(old) == _title(table) and _share_labels(old, table) >= _ALIKE
        ]
        if candidates:
            return old_file, max(
                candidates,
                key=lambda old: (
                    len(_column_names(old) & _column_names(table)),
                    _share_labels(old, table),
                    _ordinal(old_file, old) == _ordinal(file, table),
                ),
            )
    return None


def _find_by_labels(file: MinutesFile, table: Table, earlier: Sequence[MinutesFile]) -> Baseline | None:
    """Return the nearest table of the same labels and columns whose title no longer stands in the file."""
    titles = {_title(other) for other in file.minutes.tables}
    return next(
        (
            (old_file, old)
            for old_file in earlier
            for old in old_file.minutes.tables
            if _title(old) not in titles
            and _column_names(old) == _column_names(table)
            and _row_labels(old) == _row_labels(table)
        ),
        None,
    )


def _title(table: Table) -> str:
    return fold_title(table.section[-1]) if table.section else ""


def _column_names(table: Table) -> set[str]:
    return {fold_label(column.name) for column in table.columns}


def _row_labels(table: Table) -> set[str]:
    return {fold_label(row.label) for row in table.body_rows}


def _share_labels(old: Table, table: Table) -> float:
    """Return which part of the shorter table's labels both have."""
    fewer = min(len(_row_labels(old)), len(_row_labels(table)))
    return len(_row_labels(old) & _row_labels(table)) / fewer if fewer else 0


def _ordinal(file: MinutesFile, table: Table) -> int:
    """Return which of the tables under one title a table is."""
    namesakes = [other for other in file.minutes.tables if _title(other) == _title(table)]
    return next(ordinal for ordinal, other in enumerate(namesakes) if other is table)


def _choose_reading(
    file: MinutesFile, table: Table, timeline: Timeline, baseline: Baseline | None
) -> Reading:
    """Return the reading that most deltas agree with; of two equals the one that was right the last time."""
    readings = tuple(_readings(table, baseline[1] if baseline else None))
    # People know whether a new release goes on with the old one; only their deltas say so.
    wrong_deltas = [_count_wrong(table, reading) for reading in readings]
    if wrong_deltas.count(min(wrong_deltas)) > 1:
        return readings[_usual_reading(file, table, timeline)]
    return readings[wrong_deltas.index(min(wrong_deltas))]


def _usual_reading(file: MinutesFile, table: Table, timeline: Timeline) -> int:
    """Return which reading was right when columns of this table were last renamed."""
    for old_file in timeline.earlier(file.day) if file.day else ():
        namesakes = (old for old in old_file.minutes.tables if _title(old) == _title(table))
        for old_table in namesakes:
            if baseline := _find_baseline(old_file, old_table, timeline):
                wrong_deltas = [
                    _count_wrong(old_table, reading) for reading in _readings(old_table, baseline[1])
                ]
                if wrong_deltas[1:] and wrong_deltas[0] != wrong_deltas[1]:
                    return wrong_deltas.index(min(wrong_deltas))
    return 0


def _readings(table: Table, old_table: Table | None) -> Iterator[Reading]:
    """Yield the ways to read a table: new columns count from 0, or continue those that went, in their order."""
    if old_table is None:
        yield Reading(None, {})
        return
    old_rows = dict(_rows_by_key(old_table))
    old_columns = {fold_label(old_table.columns[column].name): column for column in old_table.body_columns}
    names = {column: fold_label(table.columns[column].name) for column in table.body_columns}
    kept = {column: old_columns[name] for column, name in names.items() if name in old_columns}
    yield Reading(old_table, kept, old_rows)
    added_columns = [column for column in names if column not in kept]
    gone_columns = [column for column in old_columns.values() if column not in kept.values()]
    if added_columns and gone_columns:
        renamed = dict(zip(added_columns, gone_columns, strict=False))
        yield Reading(old_table, kept | renamed, old_rows)


def _rows_by_key(table: Table) -> Iterator[tuple[RowKey, Row]]:
    ordinals: dict[str, int] = {}
    for row in table.rows:
        label = fold_label(row.label)
        ordinal = ordinals.get(label, 0)
        yield (label, ordinal), row
        ordinals[label] = ordinal + 1


def _judge(table: Table, reading: Reading) -> Iterator[tuple[Row, int, Pair, int]]:
    """Yield each delta that is written and can be computed: its row, its column, its cell, and what is right."""
    for key, row in _rows_by_key(table):
        for column, pair in enumerate(row.pairs):
            count = compute_count(table, row, column)
            old_count = reading.old_count(table, row, key, column)
            has_delta = pair.delta is not None and pair.delta.value is not None
            if has_delta and count is not None and old_count is not None:
                yield row, column, pair, count - old_count


def _count_wrong(table: Table, reading: Reading) -> int:
    return sum(
        pair.delta is not None and pair.delta.value != delta
        for _row, _column, pair, delta in _judge(table, reading)
    )
