"""The faults that an audit finds in hand-written minutes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

FaultKind = Literal[
    "delta", "row-total", "column-total", "counter", "title-date", "person", "action-vanished"
]
FAULT_KINDS: tuple[FaultKind, ...] = (
    *("delta", "row-total", "column-total", "counter"),
    *("title-date", "person", "action-vanished"),
)
"""In the order in which a summary names them."""
SKIPPED = "after a skipped meeting"
FIRST = "first appearance"
"""Marks of deltas that may have been measured against something that was never published."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is written and not right; `mark` says what makes it less certain."""

    path: str
    line: int
    kind: FaultKind
    location: str
    written: str
    computed: str
    baseline: date | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class AuditResult:
    """All faults, how many statements of each kind were compared, and the days of the meetings."""

    faults: tuple[Fault, ...]
    compared: dict[str, int]
    days: tuple[date, ...]


def name_location(section: tuple[str, ...], *names: str) -> str:
    """Return where a statement stands: the title above it, then what it is about; empty names are left out."""
    return ", ".join(name for name in (*section[-1:], *names) if name)
