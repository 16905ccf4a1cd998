"""Tables and counters found again in earlier meetings: ids, and what the published deltas say of renamed columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutebook.counts.deltas import measure_table
from minutebook.oldminutes.handwritten.contents import Table as Written
from minutebook.oldminutes.handwritten.plain_text import fold_counter_label, fold_label, fold_title
from minutebook.oldminutes.importer.decisions import TableFate
from minutebook.oldminutes.importer.values import Counts, Difference, Drawn, Part, Sheet
from minutebook.records.history import NONE
from minutebook.records.meeting import TOTAL, Meeting, Row, Table, Totals

_ALIKE = 0.5
"""Two tables under one title are one if they share this part of the shorter one's labels."""


@dataclass(frozen=True, slots=True)
class Known:
    """The last state of a table: when, under which title, and what it was."""

    day: date
    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class Books:
    """What earlier meetings counted: tables by their id, the labels of counters by what they count.

    `habit` is how the columns of a table were last renamed: whether the new ones went on from the old.
    """

    tables: dict[str, Known]
    counters: dict[str, str]
    habit: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Judged:
    """The fate of a table, and whether published deltas decided between two ways to read it."""

    fate: TableFate
    decided: bool
    renamed: bool = False
    goes_on: bool = False


def drawn(part: Part, titles: tuple[str, ...] = ()) -> Iterator[tuple[Drawn, str]]:
    """Yield the tables of a part and of all below it, with the title above each."""
    own = (*titles, part.title) if part.title else titles
    yield from ((piece, own[-1] if own else "") for piece in part.pieces if isinstance(piece, Drawn))
    for below in part.parts:
        yield from drawn(below, own)


def judge(sheet: Sheet, books: Books) -> dict[int, Judged]:
    """Return how each table of a sheet is kept, by its line."""
    found = tuple(drawn(sheet.root))
    titles = {fold_title(title) for _, title in found}
    made: dict[int, Judged] = {}
    used: set[str] = set()
    for one, title in found:
        old = _earlier(one.table, title, titles, books, used)
        name = old.table.id if old else _new_id(title, used | books.tables.keys())
        used.add(name)
        made[one.line] = _judged(one, name, old, books.habit.get(name, False))
    return made


def undecided(sheet: Sheet, judged: Mapping[int, Judged]) -> Iterator[Difference]:
    """Yield the tables whose columns may go on from the old ones or not, with what was taken."""
    for line, one in judged.items():
        if one.renamed and not one.decided:
            now = f"continues: {', '.join(one.fate.continues or ())}"
            yield Difference(sheet.path, line, "columns undecided", sheet.lines[line - 1].strip(), now)


def renamed_counters(sheet: Sheet, books: Books) -> dict[int, str]:
    """Return what each counter was called before, by its line, where that was spelt in another way."""
    return {
        one.line: old
        for part in sheet.root.walk()
        for piece in part.pieces
        if isinstance(piece, Counts)
        for one in piece.entries
        if (old := books.counters.get(fold_counter_label(one.label), one.label)) != one.label
    }


def enter(books: Books, meeting: Meeting, judged: Iterable[Judged] = ()) -> Books:
    """Return the books after a meeting."""
    tables, counters, habit = dict(books.tables), dict(books.counters), dict(books.habit)
    for section in meeting.root.walk():
        for block in section.blocks:
            if isinstance(block, Table) and block.known:
                tables[block.id] = Known(meeting.date, section.title or "", block)
    titles = dict(_titles(meeting))
    for name, title in titles.items():
        if name in tables and tables[name].day == meeting.date:
            tables[name] = replace(tables[name], title=title)
    for counter in meeting.counters:
        if counter.value is not None:
            counters[fold_counter_label(counter.label)] = counter.label
    habit |= {one.fate.id: one.goes_on for one in judged if one.renamed and one.decided}
    return Books(tables, counters, habit)


def _titles(meeting: Meeting) -> Iterator[tuple[str, str]]:
    waiting = [(meeting.root, "")]
    while waiting:
        section, above = waiting.pop()
        title = section.title or above
        yield from ((block.id, title) for block in section.blocks if isinstance(block, Table))
        waiting += [(below, title) for below in section.sections]


def _earlier(table: Written, title: str, titles: set[str], books: Books, used: set[str]) -> Known | None:
    """Return the latest table under the same title and of the same labels, else one whose title is gone."""
    free = sorted(
        (one for name, one in books.tables.items() if name not in used), key=lambda one: one.day, reverse=True
    )
    labels = {fold_label(row.label) for row in table.body_rows}
    names = {fold_label(table.columns[at].name) for at in table.body_columns}

    def fit(one: Known) -> tuple[float, ...]:
        old = {fold_label(row.label) for row in one.table.rows}
        shared = len(labels & old) / max(min(len(labels), len(old)), 1)
        return (
            (one.day.toordinal(), len(names & {fold_label(name) for name in one.table.columns}), shared)
            if shared >= _ALIKE
            else ()
        )

    alike = [one for one in free if fold_title(one.title) == fold_title(title) and fit(one)]
    if alike:
        return max(alike, key=fit)
    return next(
        (
            one
            for one in free
            if fold_title(one.title) not in titles
            and {fold_label(name) for name in one.table.columns} == names
            and {fold_label(row.label) for row in one.table.rows} == labels
        ),
        None,
    )


def _new_id(title: str, taken: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", title.lower())
    name = "-".join(words).lstrip("0123456789-") or "table"
    return next(one for one in (name, *(f"{name}-{at}" for at in range(2, 10_000))) if one not in taken)


def _judged(one: Drawn, name: str, old: Known | None, habit: bool) -> Judged:
    labels = _old_labels(one.table, old.table) if old else {}
    table = _model(one.table, name, labels)
    published = tuple(_published(one.table, labels))
    if old is None:
        zero = replace(table, baseline=NONE)
        agree = any(delta is not None for *_, delta in published) and not _wrong(zero, None, published)
        return Judged(TableFate(name, None, NONE if agree else None, labels), decided=True)
    candidates = tuple(_candidates(table, old.table))
    wrong = [_wrong(candidate, old.table, published) for candidate in candidates]
    nearest = [one for one, count in zip(candidates, wrong, strict=True) if count == min(wrong)]
    # Two ways to say that all begins anew are one reading.
    ways = {_goes_on(candidate, old.table) for candidate in nearest}
    best = next((candidate for candidate in nearest if _goes_on(candidate, old.table) == habit), nearest[0])
    fate = TableFate(name, best.continues, best.baseline, labels)
    return Judged(fate, len(ways) == 1, len(candidates) > 1, _goes_on(best, old.table))


def _candidates(table: Table, old: Table) -> Iterator[Table]:
    """Yield the ways to read a table after its columns were renamed, each as the format writes it."""
    same = {fold_label(name): name for name in old.columns}
    own = tuple(same.get(fold_label(name), name) for name in table.columns)
    new = [at for at, name in enumerate(own) if name not in old.columns]
    gone = [name for name in old.columns if name not in own]
    if not (new and gone):
        yield table if own == table.columns else replace(table, continues=own)
        return
    yield replace(table, continues=own)
    names = list(own)
    for at, name in zip(new, gone, strict=False):
        names[at] = name
    yield replace(table, continues=tuple(names))
    if len(new) == len(table.columns):
        yield replace(table, baseline=NONE)


def _goes_on(table: Table, old: Table) -> bool:
    before = set(old.columns)
    return (
        table.baseline is None
        and table.continues is not None
        and bool(
            {name for name, own in zip(table.continues, table.columns, strict=True) if name != own} & before
        )
    )


def _wrong(table: Table, old: Table | None, published: Sequence[tuple[str, str, int | None]]) -> int:
    measured = measure_table(table, None if table.baseline == NONE else old, from_zero=table.baseline == NONE)
    right = {
        (label, column): cell.delta
        for label, cells in measured.rows
        for column, cell in zip(measured.columns, cells, strict=True)
    }
    return sum(right.get((row, column)) != delta for row, column, delta in published if delta is not None)


def _published(table: Written, labels: dict[str, str]) -> Iterator[tuple[str, str, int | None]]:
    for at, row in enumerate(table.rows):
        label = TOTAL if at == table.total_row else labels.get(row.label, row.label)
        for place, pair in enumerate(row.pairs):
            column = TOTAL if place == table.total_column else table.columns[place].name
            yield label, column, pair.delta.value if pair.delta else None


def _old_labels(table: Written, old: Table) -> dict[str, str]:
    before = {fold_label(row.label): row.label for row in old.rows}
    present = {row.label for row in table.rows}
    return {
        row.label: before[fold_label(row.label)]
        for row in table.rows
        if before.get(fold_label(row.label), row.label) not in present
    }


def _model(table: Written, name: str, labels: dict[str, str]) -> Table:
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
        columns=tuple(table.columns[at].name for at in columns),
        rows=tuple(
            Row(
                (),
                labels.get(row.label, row.label),
                tuple(row.pairs[column].count.value for column in columns),
            )
            for row in table.body_rows
        ),
        totals=totals.get((table.total_row is not None, table.total_column is not None)),
    )
