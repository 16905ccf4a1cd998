"""What is understood of hand-written minutes; whatever is not is no part of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is written, with its line; the value is None where it can't be told."""

    text: str
    value: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and the delta beside it."""

    count: Figure
    delta: Figure | None


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


@dataclass(frozen=True, slots=True)
class Counter:
    """A count in a sentence, with its delta if it has one."""

    section: tuple[str, ...]
    label: str
    count: Figure
    delta: Figure | None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as it is written, with the days that it can mean: none, where there is no such day."""

    text: str
    days: tuple[date, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it is written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Promise:
    """An action item: its text as it is written, who, what, and whether it is marked as closed."""

    text: str
    owners: tuple[Name, ...]
    task: str
    line: int
    section: tuple[str, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is understood of one file."""

    titled: tuple[Stated, ...] = ()
    dated: tuple[Stated, ...] = ()
    tables: tuple[Table, ...] = ()
    counters: tuple[Counter, ...] = ()
    attending: tuple[Name, ...] = ()
    promises: tuple[Promise, ...] = ()
    doubted: tuple[Stated, ...] = ()
    """What is written as a date where that would tell the day, and is none or can be two."""
