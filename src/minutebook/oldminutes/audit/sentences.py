"""The counters of sentences against the earlier minutes that have them."""

from collections.abc import Iterator

from minutebook.oldminutes.audit.order import Run
from minutebook.oldminutes.audit.values import Fault, Paper
from minutebook.oldminutes.handwritten.figures import folded
from minutebook.oldminutes.handwritten.values import Counter


def counters(paper: Paper, run: Run) -> Iterator[Fault | None]:
    """Yield each counter whose delta can be judged, with the fault if it is wrong."""
    for counter in paper.minutes.counters:
        found = _baseline(paper, counter, run)
        delta, count = counter.delta, counter.count.value
        if not found or paper.day is None or delta is None or delta.value is None or count is None:
            continue
        before, old = found
        right = count - old
        title = counter.section[-1] if counter.section else ""
        yield (
            Fault(
                paper.path,
                delta.line,
                "counter",
                ", ".join(part for part in (title, counter.label) if part),
                delta.text,
                f"{right:+d}",
                before.day,
                "" if counter.since else run.mark(before, paper.day),
            )
            if right != delta.value
            else None
        )


def _baseline(paper: Paper, counter: Counter, run: Run) -> tuple[Paper, int] | None:
    if paper.day is None:
        return None
    for before in run.earlier(paper.day):
        if counter.since is not None and before.day != counter.since:
            continue
        same = [one for one in before.minutes.counters if _key(one) == _key(counter)]
        # Of two with one name, that of the same section is meant.
        same.sort(key=lambda one: one.section != counter.section)
        if same and same[0].count.value is not None:
            return before, same[0].count.value
    return None


def _key(counter: Counter) -> str:
    return " ".join(word.removesuffix("s") for word in folded(counter.label).split())
