"""What is decided about a sheet with its neighbours in view: ids, baselines, and what became of each item."""

from dataclasses import dataclass, field
from datetime import date

from minutebook.records.meeting import Status


@dataclass(frozen=True, slots=True)
class ItemFate:
    """An item's id, where it began if that was earlier, its status, and whether the file says so."""

    id: str
    since: date | None
    status: Status
    stated: bool


@dataclass(frozen=True, slots=True)
class TableFate:
    """A table's id, what its columns continue, and the labels of its rows as they were written before."""

    id: str
    continues: tuple[str, ...] | None = None
    baseline: str | None = None
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """By the line of each: the fates of items and tables, and what counters were called before."""

    items: dict[int, ItemFate]
    tables: dict[int, TableFate]
    counters: dict[int, str]
