"""What is not the same in the tables and counters of two versions of a meeting."""

from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.merge.difference import (
    ABSENT,
    Data,
    Difference,
    Heading,
    change_between,
    compare_keys,
    compare_order,
    is_same,
    list_in,
    mapping_in,
)
from minutebook.merge.sequences import keys_of_both
from minutebook.minutes.layout import count_text


def count_difference(heading: Heading, former: Any, value: Any) -> Difference:
    """Return the difference of one count, such as JIRA Open 169 -> 154."""
    change = change_between(former, value)
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


def compare_table(heading: Heading, former: Data | None, current: Data | None) -> Iterator[Difference]:
    """Yield what is not the same in two versions of a table, None where there is none, in the order of the rows."""
    if former is None or current is None:
        yield _lone_table(heading, former, current)
        return
    tables = (former, current)
    columns = [[*map(str, list_in(table, "columns"))] for table in tables]
    rows = [mapping_in(table, "rows") for table in tables]
    yield from _compare_columns(heading, columns, rows)
    for label in keys_of_both(rows[1], rows[0]):
        yield from _compare_row(heading, label, columns, rows)
    yield from compare_order("table", heading, "columns", *columns)
    yield from compare_order("table", heading, "rows", *rows)
    yield from compare_keys("table", heading, former, current, told={"columns", "rows"})


def _lone_table(heading: Heading, former: Data | None, current: Data | None) -> Difference:
    """Return the difference of a table that one version alone has."""
    former_value, value = (ABSENT if version is None else version for version in (former, current))
    change = change_between(former_value, value)
    rows = mapping_in(former or current, "rows").items()
    counts = (f"{label} {'/'.join(map(_text, _counts(row, ['']).values()))}" for label, row in rows)
    sentence = heading.say(f"table {change}: {', '.join(counts)}")
    return Difference("table", change, *heading, "table", former_value, value, sentence)


def _compare_columns(
    heading: Heading, columns: Sequence[list[str]], rows: Sequence[Data]
) -> Iterator[Difference]:
    former, current = columns
    for column in keys_of_both(current, former):
        if (column in former) == (column in current):
            continue
        is_new = column in current
        cells = {label: _counts(row, columns[is_new]).get(column) for label, row in rows[is_new].items()}
        counts = ", ".join(f"{label} {_text(count)}" for label, count in cells.items())
        former_cells, value = (ABSENT, cells) if is_new else (cells, ABSENT)
        change = change_between(former_cells, value)
        sentence = heading.say(f"column {column} {change}: {counts}")
        yield Difference("table", change, *heading, column, former_cells, value, sentence)


def _compare_row(
    heading: Heading, label: str, columns: Sequence[list[str]], rows: Sequence[Data]
) -> Iterator[Difference]:
    versions = [_long(side[label], "counts") if label in side else None for side in rows]
    pairs = zip(versions, columns, strict=True)
    cells = [_counts(version, names) if version else {} for version, names in pairs]
    names = columns[versions[1] is not None]
    for column in keys_of_both(cells[1], cells[0]):
        counts = [side.get(column, ABSENT) for side in cells]
        is_told = (column in columns[0]) != (column in columns[1])
        if not is_told and not is_same(*counts):
            yield count_difference(heading.record(cell_label(label, column, names)), *counts)
    yield from compare_keys("count", heading.record(label), *versions, told={"counts"})


def _counts(row: Any, columns: Sequence[str]) -> dict[str, Any]:
    """Return the counts of a row by their columns, by numbers if there are more or fewer."""
    counts = row.get("counts") if isinstance(row, dict) else row
    cells = counts if isinstance(counts, list) else [counts] * (len(columns) if counts is None else 1)
    keys = columns if len(columns) == len(cells) else [str(number) for number in range(1, len(cells) + 1)]
    return dict(zip(keys, cells, strict=True))
