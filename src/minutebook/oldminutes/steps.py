"""What a course through old minutes makes of each file."""

from collections import Counter as Counts
from dataclasses import dataclass, field
from datetime import date

from minutebook.oldminutes.meeting_parts import (
    Placed,
)
from minutebook.oldminutes.sheet import Decision, FaultKind, Sheet
from minutebook.records.meeting import (
    Action,
    Meeting,
)


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that a meeting leaves open: where it began, how often it was carried untouched, and if its meeting is fixed."""

    action: Action
    since: date
    untouched: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A sheet with its records as they go on from the meetings before, and all that was decided.

    `compared` says how many statements of each kind were judged.
    """

    sheet: Sheet
    meeting: Meeting
    decisions: tuple[Decision, ...]
    loose: tuple[Placed, ...] = ()
    compared: Counts[FaultKind] = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Settled:
    """A meeting once the next one is known, and what was decided by that; `changed` if its records are others than before.

    `compared` is how many actions it leaves open.
    """

    meeting: Meeting
    decisions: tuple[Decision, ...]
    changed: bool
    compared: int
