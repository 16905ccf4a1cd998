"""One look at a series: everything that is wrong in it, and the files that are generated from it."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Literal

from minutebook import rules
from minutebook.notebook.generated import GeneratedFile, generate
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.redraws import Origin, find_redraw, without_redrawn
from minutebook.notebook.scope import Scope
from minutebook.notebook.staleness import stale_files
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, Problem
from minutebook.records.refusal import Refused
from minutebook.source.unclear_counts import unclear_counts

_RECENT = 2
Only = Literal["validate", "carry", "render"] | None


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong in a series, and what is generated from it: nothing where a file can't be read."""

    problems: tuple[Problem, ...]
    generated: tuple[GeneratedFile, ...]
    readable: bool = True


def examine(notebook: Notebook, days: Iterable[date], only: Only = None) -> Examined:
    """Examine the meetings of some days, in their order; `only` leaves out the other parts.

    Only the newest two meetings that were held, and later ones, are warned about.
    """
    days = sorted(days)
    unreadable = tuple(_reading_problems(notebook, days))
    if unreadable:
        return _unreadable(notebook, days, unreadable)
    try:
        problems = () if only == "render" else (*_series_problems(notebook), *_rule_problems(notebook, days))
        if only == "carry":
            problems = tuple(problem for problem in problems if problem.rule.startswith(("action-", "id-")))
        generated = () if only in {"validate", "carry"} else tuple(generate(notebook, days))
        return Examined(_in_order(problems), generated)
    except Refused as refused:  # an earlier meeting, which is a baseline
        return _unreadable(notebook, days, refused.problems)


def judge(scope: Scope, origin: Origin = lambda _path: None) -> tuple[Examined, tuple[Problem, ...]]:
    """Return a series as examined, and all that is wrong in what people wrote and in what is generated from it."""
    examined = examine(scope.notebook, scope.days)
    stale = tuple(stale_files(scope.notebook, examined.generated))
    if redraw := find_redraw(scope.notebook, examined.generated, origin):
        stale = (*without_redrawn(stale, redraw), redraw.problem)
    return examined, (*examined.problems, *stale)


def _unreadable(notebook: Notebook, days: Iterable[date], problems: tuple[Problem, ...]) -> Examined:
    return Examined(_in_order((*problems, *_lone_problems(notebook, days))), (), readable=False)


def _reading_problems(notebook: Notebook, days: Iterable[date]) -> Iterator[Problem]:
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


def _lone_problems(notebook: Notebook, days: Iterable[date]) -> Iterator[Problem]:
    """Yield what is wrong in each meeting that can be read, without a look at the others."""
    warned_since = _warned_since(notebook)
    with contextlib.suppress(Refused):
        yield from _series_problems(notebook)
    for day in days:
        try:
            meeting = notebook.meeting(day)
        except Refused:
            continue
        yield from _problems(notebook, meeting, rules.lone_findings(meeting), warned_since)


def _series_problems(notebook: Notebook) -> Iterator[Problem]:
    document = notebook.document(notebook.series_path)
    return map(document.problem, rules.series_findings(notebook.series))


def _rule_problems(notebook: Notebook, days: Iterable[date]) -> Iterator[Problem]:
    warned_since = _warned_since(notebook)
    for day in days:
        meeting = notebook.meeting(day)
        findings = (*rules.lone_findings(meeting), *rules.historical_findings(meeting, notebook.history))
        yield from _problems(notebook, meeting, findings, warned_since)


def _problems(
    notebook: Notebook, meeting: Meeting, findings: Iterable[Finding], warned_since: date
) -> Iterator[Problem]:
    """Yield what is reported of some findings in a meeting: in an old one warnings rest."""
    is_old = meeting.date < warned_since
    document = notebook.document(meeting.path)
    findings = (*findings, *unclear_counts(document))
    return (document.problem(finding) for finding in findings if not is_old or finding.severity == "error")


def _warned_since(notebook: Notebook) -> date:
    """Return the day of the last meeting but one: nobody goes back to mend what was only worth a warning."""
    recent = islice((day for day in reversed(tuple(notebook.days)) if _may_be_held(notebook, day)), _RECENT)
    return min(recent, default=date.min)


def _may_be_held(notebook: Notebook, day: date) -> bool:
    try:
        return notebook.brief(day).held
    except Refused:
        return True


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=Problem.order))
