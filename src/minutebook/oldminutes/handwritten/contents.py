"""What is understood of hand-written minutes; whatever is not is no part of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as it is written, with its line; the value is None where the text is no number."""

    text: str
    value: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and the delta beside it."""

    count: WrittenNumber
    delta: WrittenNumber | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of counts; `since` is the day that its delta's heading names."""

    name: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of counts, in the order of the columns."""

    label: str
    line: int
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of counts; `total_row` and `total_column` are positions, None where there is none."""

    section: tuple[str, ...]
    line: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total_row: int | None = None
    total_column: int | None = None

    def is_total(self, row: Row) -> bool:
        """Whether a row of this table holds the totals of its columns."""
        return self.total_row is not None and self.rows[self.total_row] is row

    @property
    def body_rows(self) -> tuple[Row, ...]:
        """The rows that are no total."""
        return tuple(row for position, row in enumerate(self.rows) if position != self.total_row)

    @property
    def body_columns(self) -> tuple[int, ...]:
        """The positions of the columns that are no total."""
        return tuple(column for column in range(len(self.columns)) if column != self.total_column)


@dataclass(frozen=True, slots=True)
class Counter:
    """A count in a sentence, with its delta if it has one."""

    section: tuple[str, ...]
    label: str
    count: WrittenNumber
    delta: WrittenNumber | None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it is written, with the days that it can mean: none, where there is no such day."""

    text: str
    days: tuple[date, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A person's name as it is written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class WrittenAction:
    """An action item: its text as it is written, its owners and task, and whether it is marked as closed."""

    text: str
    owners: tuple[WrittenName, ...]
    task: str
    line: int
    section: tuple[str, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is understood of one file.

    `body_dates` tell the day where neither the file's name nor its title does; `doubtful_dates` stand in the
    same places as these two, and are no day or can be two.
    """

    title_dates: tuple[WrittenDate, ...] = ()
    body_dates: tuple[WrittenDate, ...] = ()
    tables: tuple[Table, ...] = ()
    counters: tuple[Counter, ...] = ()
    attending: tuple[WrittenName, ...] = ()
    actions: tuple[WrittenAction, ...] = ()
    doubtful_dates: tuple[WrittenDate, ...] = ()
