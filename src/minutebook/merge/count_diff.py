"""What is not the same in the tables and counters of two versions of a meeting."""

from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.merge.difference import (
    ABSENT,
    Change,
    Data,
    Difference,
    Heading,
    compare_keys,
    compare_order,
    is_same,
)
from minutebook.merge.sequences import keys_of_both
from minutebook.minutes.layout import count_text


def count_difference(heading: Heading, former: Any, value: Any) -> Difference:
    """Return the difference of one count, such as JIRA Open 169 -> 154."""
    change: Change = "added" if former is ABSENT else "removed" if value is ABSENT else "changed"
    if change == "changed":
        sentence = f"{heading.name} {_text(former)} -> {_text(value)}"
    else:
        sentence = f"{heading.name} {change}: {_text(value if change == 'added' else former)}"
    return Difference("count", change, *heading, "", former, value, sentence)


def cell_label(row: str, column: str, columns: Sequence[str]) -> str:
    """Return what a cell is called: by its row, and by its column where there are several."""
    return f"{row} ({column})" if len(columns) > 1 else row


def _text(count: Any) -> str:
    return count_text(count) if count is None or isinstance(count, int) else str(count)


def compare_counters(heading: Heading, former: Data, current: Data) -> Iterator[Difference]:
    """Yield what is not the same in the counters of a section."""
    for label in keys_of_both(current, former):
        versions = [_long(side[label], "value") if label in side else None for side in (former, current)]
        counts = [version.get("value") if version else ABSENT for version in versions]
        if not is_same(*counts):
            yield count_difference(heading.record(label), *counts)
        yield from compare_keys("count", heading.record(label), *versions, told={"value"})
    yield from compare_order("count", heading, "counters", former, current)


def _long(value: Any, key: str) -> Data:
    """Return a count in its long form, which any can have."""
    return value if isinstance(value, dict) else {key: value}


class TableDiff:
    """Compares two versions of a table, None where there is none."""

    def __init__(self, heading: Heading, former: Data | None, current: Data | None) -> None:
        self._heading = heading
        self._versions = (former, current)
        self._columns = [_names(version) for version in self._versions]
        self._rows = [_rows(version) for version in self._versions]

    def differences(self) -> Iterator[Difference]:
        """Yield what is not the same, in the order of the rows."""
        if None in self._versions:
            yield self._alone()
            return
        yield from self._compare_columns()
        for label in keys_of_both(self._rows[1], self._rows[0]):
            yield from self._compare_row(label)
        for key, names in (("columns", self._columns), ("rows", self._rows)):
            yield from compare_order("table", self._heading, key, *names)
        yield from compare_keys("table", self._heading, *self._versions, told={"columns", "rows"})

    def _alone(self) -> Difference:
        """Return the difference of a table that one version alone has."""
        former, value = (ABSENT if version is None else version for version in self._versions)
        change: Change = "added" if former is ABSENT else "removed"
        rows = self._rows[change == "added"].items()
        counts = (f"{label} {'/'.join(map(_text, _counts(row, ['']).values()))}" for label, row in rows)
        sentence = self._heading.say(f"table {change}: {', '.join(counts)}")
        return Difference("table", change, *self._heading, "table", former, value, sentence)

    def _compare_columns(self) -> Iterator[Difference]:
        former, current = self._columns
        for column in keys_of_both(current, former):
            if (column in former) == (column in current):
                continue
            change: Change = "added" if column in current else "removed"
            rows, columns = self._rows[change == "added"], self._columns[change == "added"]
            cells = {label: _counts(row, columns).get(column) for label, row in rows.items()}
            counts = ", ".join(f"{label} {_text(count)}" for label, count in cells.items())
            sentence = self._heading.say(f"column {column} {change}: {counts}")
            former_cells, value = (ABSENT, cells) if change == "added" else (cells, ABSENT)
            yield Difference("table", change, *self._heading, column, former_cells, value, sentence)

    def _compare_row(self, label: str) -> Iterator[Difference]:
        versions = [_long(rows[label], "counts") if label in rows else None for rows in self._rows]
        pairs = zip(versions, self._columns, strict=True)
        cells = [_counts(version, columns) if version else {} for version, columns in pairs]
        columns = self._columns[versions[1] is not None]
        for column in keys_of_both(cells[1], cells[0]):
            counts = [side.get(column, ABSENT) for side in cells]
            is_told = (column in self._columns[0]) != (column in self._columns[1])
            if not is_told and not is_same(*counts):
                yield count_difference(self._heading.record(cell_label(label, column, columns)), *counts)
        yield from compare_keys("count", self._heading.record(label), *versions, told={"counts"})


def _names(table: Data | None) -> list[str]:
    names = table.get("columns") if table else None
    return list(map(str, names)) if isinstance(names, list) else []


def _rows(table: Data | None) -> Data:
    rows = table.get("rows") if table else None
    return rows if isinstance(rows, dict) else {}


def _counts(row: Any, columns: Sequence[str]) -> dict[str, Any]:
    """Return the counts of a row by their columns, by numbers if there are more or fewer."""
    counts = row.get("counts") if isinstance(row, dict) else row
    cells = counts if isinstance(counts, list) else [counts] * (len(columns) if counts is None else 1)
    keys = columns if len(columns) == len(cells) else [str(number) for number in range(1, len(cells) + 1)]
    return dict(zip(keys, cells, strict=True))
