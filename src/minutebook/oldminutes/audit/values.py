"""What an audit takes and finds."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from minutebook.oldminutes.handwritten.values import Minutes

Kind = Literal["delta", "row-total", "column-total", "counter", "title-date", "person", "action-vanished"]
KINDS: tuple[Kind, ...] = (
    *("delta", "row-total", "column-total", "counter"),
    *("title-date", "person", "action-vanished"),
)
"""In the order in which a summary names them."""
SKIPPED = "after a skipped meeting"
FIRST = "first appearance"
"""Marks of deltas that may have been meant against something that was never published."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of minutes: its path, its day, and what is understood of it."""

    path: str
    day: date | None
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is stated and not right; `mark` says what makes it less certain."""

    path: str
    line: int
    fault: Kind
    where: str
    stated: str
    computed: str
    baseline: date | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """All faults, and how many of each kind of statement were compared."""

    faults: tuple[Fault, ...]
    compared: dict[str, int]
    days: tuple[date, ...]
