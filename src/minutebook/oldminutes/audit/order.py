"""The papers in the order of their days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from minutebook.oldminutes.audit.values import SKIPPED, Paper


@dataclass(frozen=True, slots=True)
class Run:
    """The dated papers, earliest first, and the usual number of days between two of them."""

    papers: tuple[Paper, ...]
    step: int

    def earlier(self, day: date) -> Iterator[Paper]:
        """Yield the papers before a day, latest first; one for each day."""
        seen = set()
        for paper in reversed(self.papers):
            if paper.day and paper.day < day and paper.day not in seen:
                seen.add(paper.day)
                yield paper

    def mark(self, baseline: Paper, day: date) -> str:
        """Say where a meeting without minutes, or minutes without this, may lie between two days."""
        if baseline.day is None:
            return ""
        between = next(self.earlier(day), baseline).day != baseline.day
        wide = 2 * (day - baseline.day).days > 3 * self.step
        return SKIPPED if between or wide else ""


def run(papers: Sequence[Paper]) -> Run:
    """Return the papers that have a day in their order; of one day, the first given counts as a baseline."""
    # What is given first comes last of its day, where a look backwards meets it first.
    dated = sorted(
        (paper for paper in reversed(papers) if paper.day), key=lambda paper: paper.day or date.min
    )
    days = sorted({paper.day for paper in dated if paper.day})
    gaps = sorted((after - before).days for before, after in pairwise(days))
    return Run(tuple(dated), gaps[(len(gaps) - 1) // 2] if gaps else 7)
