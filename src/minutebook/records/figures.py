"""What is counted: tables by state, and single counters, each with its `key_path` in the file."""

from collections.abc import Sequence
from typing import Literal

from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import KeyPath

Totals = Literal["row", "column", "both"]
TOTAL = "Total"
"""The name of a computed row or column."""
NEW = "none"
"""What a row, column or counter `continues` if it is new."""


def one_continued(names: Sequence[str]) -> str:
    """Return what to write where several names are said to be continued at once."""
    return f"Only one can be continued: write {' or '.join(names)}, or `{NEW}`, which counts from 0."


class _Continuing:
    """What is found in an earlier meeting by its label, unless it says that it was called otherwise."""

    __slots__ = ()
    label: str
    continues: str | None

    @property
    def earlier_label(self) -> str | None:
        """What it was called before, or None if it says that it is new."""
        return None if self.continues == NEW else self.continues or self.label


@dataclass(frozen=True, slots=True)
class Counter(_Continuing):
    """A single count in a sentence; a value of None is not known yet.

    `changing` tells that the counters of its section come and go.
    """

    key_path: KeyPath
    label: str
    value: int | None
    continues: str | None = None
    changing: bool = False

    @property
    def record(self) -> str:
        """How a message names the counter."""
        return f'counter "{self.label}"'


@dataclass(frozen=True, slots=True)
class Counters:
    """The counters of a section."""

    counters: tuple[Counter, ...]


@dataclass(frozen=True, slots=True)
class Row(_Continuing):
    """A state and its counts in the order of the table's columns."""

    key_path: KeyPath
    label: str
    counts: tuple[int | None, ...]
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by state, in one or more columns.

    `untotaled` are the columns that its totals leave out; `changing` tells that its rows come and go.
    """

    key_path: KeyPath
    id: str
    labels: str | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: Totals | None = None
    continues: tuple[str, ...] | None = None
    baseline: str | None = None
    changing: bool = False
    untotaled: tuple[str, ...] = ()

    @property
    def record(self) -> str:
        """How a message names the table."""
        return f"table {self.id}"

    def adds(self, noun: str) -> bool:
        """Whether it has a computed `row`, or `column`, Total."""
        return self.totals in {noun, "both"}

    @property
    def earlier_columns(self) -> tuple[str | None, ...]:
        """What each column was called before, or None if the table says that it is new."""
        if self.continues is None:
            return self.columns
        return tuple(None if name == NEW else name for name in self.continues)

    @property
    def complete(self) -> bool:
        """Whether every count is written; a draft may leave some empty."""
        return all(count is not None for row in self.rows for count in row.counts)
