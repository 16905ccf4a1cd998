"""The deltas of a table against the earlier minutes that have it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutebook.oldminutes.audit import sums
from minutebook.oldminutes.audit.order import Run
from minutebook.oldminutes.audit.values import FIRST, Fault, Paper
from minutebook.oldminutes.handwritten.figures import folded, numberless
from minutebook.oldminutes.handwritten.values import Pair, Row, Table

_ALIKE = 0.5
"""Two tables under one title are one if they share this part of the shorter one's labels."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a table after its columns were renamed: which old column each continues."""

    old: Table | None
    continues: dict[int, int]
    rows: dict[tuple[str, int], Row] = field(default_factory=dict)

    def before(self, table: Table, row: Row, key: tuple[str, int], at: int) -> int | None:
        """Return what a cell counted before; what is new counted 0."""
        if self.old is None:
            return 0
        if at == table.total_column:
            columns = sums.body_columns(self.old)
        else:
            columns = (self.continues[at],) if at in self.continues else ()
        if table.total_row is not None and table.rows[table.total_row] is row:
            rows = sums.body_rows(self.old)
        else:
            rows = (self.rows[key],) if key in self.rows else ()
        return sums.add(one.pairs[column].count.value for one in rows for column in columns)


def changes(paper: Paper, table: Table, run: Run) -> Iterator[Fault | None]:
    """Yield each delta that is stated and can be judged, with the fault if it is wrong."""
    if paper.day is None or not any(True for _ in run.earlier(paper.day)):
        return
    found = _baseline(paper, table, run)
    named = any(column.since for column in table.columns)
    if named and not found:
        return
    best = _best(paper, table, run, found)
    mark = "" if named else run.mark(found[0], paper.day) if found else FIRST
    for row, at, pair, right in _judged(table, best):
        stated = pair.delta.value if pair.delta else None
        if pair.delta is None or stated == right:
            yield None
            continue
        yield Fault(
            paper.path,
            row.line,
            "delta",
            sums.place(table, row, at),
            pair.delta.text,
            f"{right:+d}",
            found[0].day if found else None,
            mark,
        )


def _baseline(paper: Paper, table: Table, run: Run) -> tuple[Paper, Table] | None:
    """Return the nearest earlier minutes with this table: under the same title, and of the same labels."""
    if paper.day is None:
        return None
    since = next((column.since for column in table.columns if column.since), None)
    earlier = [one for one in run.earlier(paper.day) if since is None or one.day == since]
    return _titled(paper, table, earlier) or _moved(paper, table, earlier)


def _titled(paper: Paper, table: Table, earlier: Sequence[Paper]) -> tuple[Paper, Table] | None:
    for before in earlier:
        alike = [
            one
            for one in before.minutes.tables
            if _title(one) == _title(table) and _shared(one, table) >= _ALIKE
        ]
        if alike:
            at = _ordinal(paper, table)
            return before, max(
                alike,
                key=lambda one: (
                    len(_names(one) & _names(table)),
                    _shared(one, table),
                    _ordinal(before, one) == at,
                ),
            )
    return None


def _moved(paper: Paper, table: Table, earlier: Sequence[Paper]) -> tuple[Paper, Table] | None:
    """Return the nearest table of the same labels and columns whose title is no longer there."""
    titles = {_title(one) for one in paper.minutes.tables}
    return next(
        (
            (before, one)
            for before in earlier
            for one in before.minutes.tables
            if _title(one) not in titles and _names(one) == _names(table) and _labels(one) == _labels(table)
        ),
        None,
    )


def _title(table: Table) -> str:
    return numberless(table.section[-1]) if table.section else ""


def _names(table: Table) -> set[str]:
    return {folded(column.name) for column in table.columns}


def _labels(table: Table) -> set[str]:
    return {folded(row.label) for row in sums.body_rows(table)}


def _shared(one: Table, other: Table) -> float:
    few = min(len(_labels(one)), len(_labels(other)))
    return len(_labels(one) & _labels(other)) / few if few else 0


def _ordinal(paper: Paper, table: Table) -> int:
    same = [one for one in paper.minutes.tables if _title(one) == _title(table)]
    return next(at for at, one in enumerate(same) if one is table)


def _best(paper: Paper, table: Table, run: Run, found: tuple[Paper, Table] | None) -> Reading:
    """Return the reading that most deltas agree with; of two equals the one that was right the last time."""
    readings = tuple(_readings(table, found[1] if found else None))
    wrong = [_disagreeing(table, one) for one in readings]
    if wrong.count(min(wrong)) > 1:
        return readings[_habit(paper, table, run)]
    return readings[wrong.index(min(wrong))]


def _habit(paper: Paper, table: Table, run: Run) -> int:
    """Return which reading was right when columns of this table were last renamed."""
    for before in run.earlier(paper.day) if paper.day else ():
        for one in before.minutes.tables:
            if _title(one) == _title(table) and (found := _baseline(before, one, run)):
                wrong = [_disagreeing(one, reading) for reading in _readings(one, found[1])]
                if wrong[1:] and wrong[0] != wrong[1]:
                    return wrong.index(min(wrong))
    return 0


def _readings(table: Table, old: Table | None) -> Iterator[Reading]:
    """Yield the ways to read a table: new columns count from 0, or continue those that went, in their order."""
    if old is None:
        yield Reading(None, {})
        return
    rows = dict(_keyed(old))
    names = {folded(old.columns[at].name): at for at in sums.body_columns(old)}
    columns = {at: folded(table.columns[at].name) for at in sums.body_columns(table)}
    named = {at: names[name] for at, name in columns.items() if name in names}
    yield Reading(old, named, rows=rows)
    new = [at for at in columns if at not in named]
    gone = [at for at in names.values() if at not in named.values()]
    if new and gone:
        yield Reading(old, named | dict(zip(new, gone, strict=False)), rows=rows)


def _keyed(table: Table) -> Iterator[tuple[tuple[str, int], Row]]:
    """Yield the rows with their labels, and which of the same label each is."""
    seen: dict[str, int] = {}
    for row in table.rows:
        label = folded(row.label)
        yield (label, seen.get(label, 0)), row
        seen[label] = seen.get(label, 0) + 1


def _judged(table: Table, reading: Reading) -> Iterator[tuple[Row, int, Pair, int]]:
    for key, row in _keyed(table):
        for at, pair in enumerate(row.pairs):
            now = sums.value(table, row, at)
            before = reading.before(table, row, key, at)
            if pair.delta and pair.delta.value is not None and now is not None and before is not None:
                yield row, at, pair, now - before


def _disagreeing(table: Table, reading: Reading) -> int:
    return sum(
        pair.delta is not None and pair.delta.value != right
        for _row, _at, pair, right in _judged(table, reading)
    )
