"""The files of minutes in the order of their days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from minutebook.oldminutes.audit.audit_faults import SKIPPED
from minutebook.oldminutes.audit.minutes_file import MinutesFile

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Timeline:
    """The files that have a day, earliest first, and the usual number of days between two meetings."""

    files: tuple[MinutesFile, ...]
    step: int

    def earlier(self, day: date) -> Iterator[MinutesFile]:
        """Yield the files before a day, latest first; one for each day."""
        days = set()
        for file in reversed(self.files):
            if file.day and file.day < day and file.day not in days:
                days.add(file.day)
                yield file

    def mark(self, baseline: MinutesFile, day: date) -> str:
        """Return the mark of a delta between whose two days a meeting may lie that has no minutes, or other ones."""
        if baseline.day is None:
            return ""
        passes_over_minutes = next(self.earlier(day), baseline).day != baseline.day
        # Up to half a step more is a meeting that was moved.
        is_long = 2 * (day - baseline.day).days > 3 * self.step
        return SKIPPED if passes_over_minutes or is_long else ""


def arrange(files: Sequence[MinutesFile]) -> Timeline:
    """Return the files that have a day in their order; of one day, the first given counts as a baseline."""
    # What is given first comes last of its day, where a look backwards meets it first.
    dated = sorted((file for file in reversed(files) if file.day), key=lambda file: file.day or date.min)
    days = sorted({file.day for file in dated if file.day})
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    return Timeline(tuple(dated), gaps[(len(gaps) - 1) // 2] if gaps else _WEEK)
