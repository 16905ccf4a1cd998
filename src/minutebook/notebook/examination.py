"""One look at a series: everything that is wrong in it, and the files that are generated from it."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from typing import Literal

from minutebook import rules
from minutebook.notebook.generated import GeneratedFile, index_file, minutes_file, orphaned_minutes
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.redraws import Origin, find_redraw, without_redrawn
from minutebook.notebook.scope import Scope
from minutebook.notebook.staleness import is_current, stale_files
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, Problem
from minutebook.records.refusal import Refused
from minutebook.source.unclear_counts import unclear_counts

_RECENT = 2
Only = Literal["validate", "carry", "render"] | None


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong in a series, and what is generated from it: nothing where a file can't be read.

    `current` are the files of which it was seen that they are as they must be; they are not among the `generated`.
    """

    problems: tuple[Problem, ...]
    generated: tuple[GeneratedFile, ...]
    readable: bool = True
    current: frozenset[str] = frozenset()


def examine(
    notebook: Notebook, days: Iterable[date], only: Only = None, *, with_current: bool = False
) -> Examined:
    """Examine the meetings of some days, in their order; `only` leaves out the other parts.

    Only the newest two meetings that were held, and later ones, are warned about. One meeting is held in memory after
    the other, and of what is generated only what is not current, unless it is asked for `with_current`.
    """
    days = sorted(days)
    unreadable = [*notebook.misnamed, *_refusals(lambda: notebook.series)]
    examination = _Examination(notebook, only, with_current=with_current)
    earlier: tuple[Problem, ...] = ()
    for day in days:
        unreadable += _refusals(partial(notebook.meeting, day))
        if not (unreadable or earlier):
            # What is refused now is an earlier meeting, which is a baseline.
            earlier = _refusals(partial(examination.take, day))
    if not (unreadable or earlier):
        earlier = _refusals(examination.end)
    if unreadable or earlier:
        return _unreadable(notebook, days, tuple(unreadable) or earlier)
    return examination.examined


class _Examination:
    """Takes one meeting after the other."""

    def __init__(self, notebook: Notebook, only: Only, *, with_current: bool) -> None:
        self._notebook, self._only, self._with_current = notebook, only, with_current
        self._warned_since = _warned_since(notebook)
        self._problems: list[Problem] = []
        self._generated: list[GeneratedFile] = []
        self._current: set[str] = set()

    def take(self, day: date) -> None:
        """Examine the meeting of a day; raises Refused if an earlier one can't be read."""
        if self._only != "render":
            self._problems += _rule_problems(self._notebook, day, self._warned_since)
        if self._only not in {"validate", "carry"} and (file := minutes_file(self._notebook, day)):
            self._add(file)

    def end(self) -> None:
        """Examine what is about no meeting alone; raises Refused if one can't be read."""
        if self._only != "render":
            self._problems += _series_problems(self._notebook)
        if self._only not in {"validate", "carry"}:
            for file in (*orphaned_minutes(self._notebook), index_file(self._notebook)):
                self._add(file)

    @property
    def examined(self) -> Examined:
        """What has come of it."""
        problems = self._problems
        if self._only == "carry":
            problems = [problem for problem in problems if problem.rule.startswith(("action-", "id-"))]
        return Examined(_in_order(problems), tuple(self._generated), current=frozenset(self._current))

    def _add(self, file: GeneratedFile) -> None:
        if not self._with_current and is_current(self._notebook, file):
            self._current.add(file.path)
        else:
            self._generated.append(file)


def judge(
    scope: Scope, origin: Origin = lambda _path: None, *, with_current: bool = False
) -> tuple[Examined, tuple[Problem, ...]]:
    """Return a series as examined, and all that is wrong in what people wrote and in what is generated from it."""
    examined = examine(scope.notebook, scope.days, with_current=with_current)
    stale = tuple(stale_files(scope.notebook, examined.generated))
    if redraw := find_redraw(scope.notebook, examined.generated, origin):
        stale = (*without_redrawn(stale, redraw), redraw.problem)
    return examined, (*examined.problems, *stale)


def _refusals(read: Callable[[], object]) -> tuple[Problem, ...]:
    """Return why something can't be read; nothing if it can."""
    try:
        read()
    except Refused as refused:
        return refused.problems
    return ()


def _unreadable(notebook: Notebook, days: Iterable[date], problems: tuple[Problem, ...]) -> Examined:
    return Examined(_in_order((*problems, *_lone_problems(notebook, days))), (), readable=False)


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


def _rule_problems(notebook: Notebook, day: date, warned_since: date) -> Iterator[Problem]:
    meeting = notebook.meeting(day)
    findings = (*rules.lone_findings(meeting), *rules.historical_findings(meeting, notebook.history))
    return _problems(notebook, meeting, findings, warned_since)


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
