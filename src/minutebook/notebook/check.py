"""One look at a series: everything that is wrong in it, and the files it shall have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from minutebook import rules
from minutebook.notebook.generated import Generated, generate, stale
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import Scope
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, Problem
from minutebook.records.refusal import Refused

_RECENT = 2
Only = Literal["validate", "carry", "render"] | None


@dataclass(frozen=True, slots=True)
class Examined:
    """What a series holds; where a file can't be read, nothing is generated."""

    problems: tuple[Problem, ...]
    generated: tuple[Generated, ...]
    readable: bool = True


def examine(
    notebook: Notebook, days: Iterable[date], only: Only = None, *, old_warnings: bool = True
) -> Examined:
    """Examine the meetings of some days, in their order; `only` leaves out the other parts.

    Without `old_warnings` only the newest two meetings that were held, and later ones, are warned about.
    """
    days = sorted(days)
    unread = tuple(_unread(notebook, days))
    if unread:
        return Examined(_sorted((*unread, *_alone(notebook, days))), (), readable=False)
    try:
        found = () if only == "render" else tuple(_findings(notebook, days, old_warnings=old_warnings))
        if only == "carry":
            found = tuple(problem for problem in found if problem.rule.startswith(("action-", "id-")))
        made = () if only in {"validate", "carry"} else tuple(generate(notebook, days))
        return Examined(_sorted(found), made)
    except Refused as refused:  # an earlier meeting that is a baseline
        return Examined(_sorted((*refused.problems, *_alone(notebook, days))), (), readable=False)


def judge(one: Scope, *, old_warnings: bool) -> tuple[Examined, tuple[Problem, ...]]:
    """Return a series as examined, and all that is wrong in what people wrote and in what is generated from it."""
    examined = examine(one.notebook, one.days, old_warnings=old_warnings)
    return examined, (*examined.problems, *stale(one.notebook, examined.generated))


def _unread(notebook: Notebook, days: Iterable[date]) -> Iterator[Problem]:
    yield from notebook.misnamed
    try:
        _ = notebook.series
    except Refused as refused:
        yield from refused.problems
    for day in days:
        try:
            notebook.meeting(day)
        except Refused as refused:
            yield from refused.problems


def _alone(notebook: Notebook, days: Iterable[date]) -> Iterator[Problem]:
    for day in days:
        try:
            meeting = notebook.meeting(day)
        except Refused:
            continue
        yield from _problems(notebook, meeting, rules.lone_findings(meeting))


def _findings(notebook: Notebook, days: Iterable[date], *, old_warnings: bool) -> Iterator[Problem]:
    held = [day for day in notebook.days if notebook.meeting(day).held]
    # Nobody goes back to mend what was only worth a warning.
    since = date.min if old_warnings or len(held) < _RECENT else held[-_RECENT]
    for day in days:
        meeting = notebook.meeting(day)
        found = (*rules.lone_findings(meeting), *rules.historical_findings(meeting, notebook.history))
        shown = [one for one in found if day >= since or one.severity == "error"]
        yield from _problems(notebook, meeting, shown)


def _problems(notebook: Notebook, meeting: Meeting, found: Iterable[Finding]) -> Iterator[Problem]:
    document = notebook.document(meeting.path)
    return (document.problem(finding) for finding in found)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=Problem.order))
