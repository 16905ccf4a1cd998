"""Action items that were open in one meeting's minutes and are not in the next ones."""

import re
from collections.abc import Iterator

from minutebook.oldminutes.audit.order import Run
from minutebook.oldminutes.audit.values import Fault, Paper
from minutebook.oldminutes.handwritten.values import Promise

_WORD = re.compile(r"\w+")
_TICKET = re.compile(r"\b[A-Z][A-Z0-9]+-[0-9]+\b|#[0-9]+\b")
_SMALL = {"a", "an", "and", "at", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with"}


def vanished(run: Run) -> Iterator[tuple[Promise, Fault | None]]:
    """Yield each open item of a meeting that another one followed, with the fault if it is gone there."""
    days = sorted({paper.day for paper in run.papers if paper.day})
    for paper in run.papers:
        later = [day for day in days if paper.day and day > paper.day]
        if not later:
            continue
        following = [one for after in run.papers if after.day == later[0] for one in after.minutes.promises]
        for promise in paper.minutes.promises:
            if promise.closed:
                continue
            gone = not any(alike(promise.task, other.task) for other in following)
            mark = run.mark(paper, later[0])
            yield promise, _fault(paper, promise, str(later[0]), mark) if gone else None


def alike(one: str, other: str) -> bool:
    """Whether two tasks are one promise: of the same ticket, or of most of the same words."""
    tickets = set(_TICKET.findall(one)) & set(_TICKET.findall(other))
    left, right = _words(one), _words(other)
    shared = len(left & right)
    return bool(tickets) or left == right or (shared > 1 and 2 * shared >= min(len(left), len(right)) + 1)


def _words(task: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(task)} - _SMALL


def _fault(paper: Paper, promise: Promise, after: str, mark: str) -> Fault:
    title = promise.section[-1] if promise.section else ""
    who = ", ".join(owner.text for owner in promise.owners)
    where = ", ".join(part for part in (title, who) if part)
    return Fault(
        paper.path,
        promise.line,
        "action-vanished",
        where,
        promise.text,
        f"neither open nor closed on {after}",
        paper.day,
        mark,
    )
