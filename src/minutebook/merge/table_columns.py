"""The columns of a table in each version, and the cells of a row by the columns that they stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutebook.merge import flow
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.merge.sequences import merge_keys


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are called in the base, ours and theirs."""

    versions: tuple[tuple[str, ...], ...]

    @property
    def changed(self) -> bool:
        """Whether the versions differ in them."""
        return len(set(self.versions)) > 1

    @property
    def merged(self) -> list[str]:
        """What they are called once they are merged: what one version took away is gone."""
        return merge_keys(*self.versions)

    def by_name(self, version: int, cells: Sequence[str]) -> dict[str, str]:
        """Return the cells of a row by the columns that they stand in, by their numbers if there are more or fewer."""
        names = self.versions[version]
        keys = names if len(names) == len(cells) else tuple(map(str, range(len(cells))))
        return dict(zip(keys, cells, strict=True))

    def merge_row(self, rows: Sequence[Record | None], choose: flow.Choose) -> str | None:
        """Return the value of a row in the merged columns, or None where its cells can't be told apart."""
        cells = []
        for version, row in enumerate(rows):
            elements = _cells(row)
            if elements is None or (row and len(elements) != len(self.versions[version])):
                return None
            cells.append(self.by_name(version, elements) if row else {})
        base, ours, theirs = cells
        merged = [
            flow.three_way(base.get(name), ours.get(name), theirs.get(name), choose) or flow.UNKNOWN
            for name in self.merged
        ]
        return merged[0] if len(merged) == 1 else f"[{', '.join(merged)}]"


def columns_of(tables: Sequence[Mapping[Identity, Record]]) -> Columns | None:
    """Return the columns of the versions of a table, None where the records are those of something else."""
    records = [table.get(("key", "columns")) for table in tables]
    if not any(records):
        return None
    names = [columns.data if columns and isinstance(columns.data, list) else [] for columns in records]
    base, ours, theirs = (tuple(map(str, version)) for version in names)
    return Columns((_with_new_names(base, ours) if ours == theirs else base, ours, theirs))


def _with_new_names(base: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of the base by the names that both versions gave them in their places."""
    if len(base) != len(columns):
        return tuple(base)
    return tuple(
        former if former in columns or name in base else name
        for former, name in zip(base, columns, strict=True)
    )


def _cells(row: Record | None) -> list[str] | None:
    if row is None:
        return []
    if row.strategy != "line" or row.value.startswith("{"):
        return None
    return flow.split(row.value) if row.value.startswith("[") else [row.value or flow.UNKNOWN]
