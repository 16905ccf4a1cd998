"""One look at a series: everything that is wrong in it, and the files that are generated from it."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, Literal

from minutebook import rules
from minutebook.notebook import cache
from minutebook.notebook.generated import GeneratedFile, index_file, minutes_file, orphaned_minutes
from minutebook.notebook.many_meetings import each
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.redraws import Origin, find_redraw, without_redrawn
from minutebook.notebook.scope import Scope
from minutebook.notebook.staleness import is_current, stale_files
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, Problem
from minutebook.records.refusal import Refused
from minutebook.source.misread_lines import dropped_lines, unclear_counts

if TYPE_CHECKING:
    from minutebook.notebook.clean_runs import CleanRuns

_RECENT = 2
Only = Literal["validate", "carry", "render"] | None
Watched = Callable[[Sequence[date]], Iterable[date]]
"""Returns the days that it is given, one after the other."""


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
    notebook: Notebook,
    days: Iterable[date],
    only: Only = None,
    *,
    with_current: bool = False,
    watched: Watched = iter,
) -> Examined:
    """Examine the meetings of some days, in their order; `only` leaves out the other parts.

    Only the newest two meetings held, and later ones, are warned about; what is current is held only `with_current`.
    """
    unreadable = [*notebook.misnamed, *_refusals(lambda: notebook.series)]
    examination = _Examination(notebook, only, with_current=with_current)
    days = examination.unknown(sorted(days))
    earlier: tuple[Problem, ...] = ()
    with contextlib.closing(each(notebook, examination.look, days)) as looks:
        for _day, look in zip(watched(days), looks, strict=True):
            unreadable += look.unreadable
            earlier = earlier or look.earlier
            if not (unreadable or earlier):
                examination.take(look)
    if problems := unreadable or earlier or _refusals(examination.end):
        from minutebook.notebook.former_table_ids import offer  # a hook has mostly no need of it

        return _unreadable(notebook, days, offer(notebook, problems))
    return examination.examined


@dataclass(frozen=True, slots=True)
class _Look:
    """What was seen in the meeting of a day: why it or an earlier one can't be read, else what is wrong and generated."""

    day: date
    unreadable: tuple[Problem, ...] = ()
    earlier: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: GeneratedFile | None = None
    is_current: bool = True


class _Examination:
    """Looks at one meeting after the other, and takes what was seen."""

    def __init__(self, notebook: Notebook, only: Only, *, with_current: bool) -> None:
        self._notebook, self._only, self._with_current = notebook, only, with_current
        self._warned_since = _warned_since(notebook)
        self._runs: CleanRuns | None = None
        self._known: Mapping[date, bool] = {}
        self._clean: dict[date, bool] = {}
        self._problems: list[Problem] = []
        self._generated: list[GeneratedFile] = []
        self._current: set[str] = set()

    def unknown(self, days: Sequence[date]) -> list[date]:
        """Return those of some days that must be examined."""
        if not self._with_current and len(days) > cache.FEWEST:
            # A hook on one meeting needs none of this.
            from minutebook.notebook.clean_runs import CleanRuns

            self._runs = CleanRuns(self._notebook, self._warned_since)
            self._known = self._runs.known(days)
        return [day for day in days if day not in self._known]

    def look(self, day: date) -> _Look:
        """Look at the meeting of a day, in whichever process."""
        notebook, is_ruled = self._notebook, self._only != "render"
        if refusals := _refusals(partial(notebook.meeting, day)):
            return _Look(day, unreadable=refusals)
        try:
            problems = tuple(self._rule_problems(day)) if is_ruled else ()
            file = None if self._only in {"validate", "carry"} else minutes_file(notebook, day, self._history)
        except Refused as refused:  # an earlier meeting, which is a baseline
            return _Look(day, earlier=refused.problems)
        return _Look(day, (), (), problems, file, file is None or is_current(notebook, file))

    @cached_property
    def _history(self) -> History:
        """The history of the series, in which the meetings that one looks back at are mostly those of the next."""
        return self._notebook.history

    def _rule_problems(self, day: date) -> Iterator[Problem]:
        meeting, history = self._notebook.meeting(day), self._history
        if day < self._warned_since:
            findings = (*rules.lone_errors(meeting), *rules.historical_errors(meeting, history))
        else:
            findings = (*rules.lone_findings(meeting), *rules.historical_findings(meeting, history))
        return _problems(self._notebook, meeting, findings, self._warned_since)

    def take(self, look: _Look) -> None:
        """Take what was seen in the meeting of a day."""
        self._problems += look.problems
        if look.file:
            self._add(look.file, is_new=not look.is_current)
        if look.is_current and not look.problems:
            self._clean[look.day] = look.file is not None

    def end(self) -> None:
        """Examine what is about no meeting alone; raises Refused if one can't be read."""
        if self._only != "render":
            self._problems += _series_problems(self._notebook)
        if self._only in {"validate", "carry"}:
            return
        self._current.update(self._notebook.minutes_path(day) for day, held in self._known.items() if held)
        for file in orphaned_minutes(self._notebook):
            self._generated.append(file)
            self._clean.pop(self._notebook.day_at(file.source) or date.min, None)
        index = index_file(self._notebook)
        self._add(index, is_new=not is_current(self._notebook, index))
        if self._runs and not self._only:
            self._runs.keep({**self._known, **self._clean})

    @property
    def examined(self) -> Examined:
        """What has come of it."""
        problems = self._problems
        if self._only == "carry":
            problems = [problem for problem in problems if problem.rule.startswith(("action-", "id-"))]
        return Examined(_in_order(problems), tuple(self._generated), current=frozenset(self._current))

    def _add(self, file: GeneratedFile, *, is_new: bool) -> None:
        """Add a file that is generated; the text of one that is current is mostly not held."""
        if is_new or self._with_current:
            self._generated.append(file)
        else:
            self._current.add(file.path)


def judge(
    scope: Scope,
    origin: Origin = lambda _path: None,
    *,
    with_current: bool = False,
    watched: Watched = iter,
) -> tuple[Examined, tuple[Problem, ...]]:
    """Return a series as examined, and all that is wrong in what people wrote and in what is generated from it."""
    examined = examine(scope.notebook, scope.days, with_current=with_current, watched=watched)
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


def _unreadable(notebook: Notebook, days: Iterable[date], problems: Iterable[Problem]) -> Examined:
    return Examined(_in_order((*problems, *_lone_problems(notebook, days))), (), readable=False)


def _lone_problems(notebook: Notebook, days: Iterable[date]) -> Iterator[Problem]:
    """Yield what is wrong in each meeting that can be read, without a look at the others."""
    warned_since = _warned_since(notebook)
    with contextlib.suppress(Refused):
        yield from _series_problems(notebook)
    for day in days:
        with contextlib.suppress(Refused):
            meeting = notebook.meeting(day)
            yield from _problems(notebook, meeting, rules.lone_findings(meeting), warned_since)


def _series_problems(notebook: Notebook) -> Iterator[Problem]:
    return _in_file(notebook, notebook.series_path, [*rules.series_findings(notebook.series)])


def _problems(
    notebook: Notebook, meeting: Meeting, findings: Iterable[Finding], warned_since: date
) -> Iterator[Problem]:
    """Yield what is reported of some findings in a meeting: in an old one warnings rest."""
    if meeting.date < warned_since:
        findings = [finding.in_old_meeting for finding in findings if finding.severity == "error"]
    else:
        text = notebook.text(meeting.path)
        findings = [*findings, *unclear_counts(text, partial(notebook.document, meeting.path))]
        yield from dropped_lines(meeting.path, text)
    yield from _in_file(notebook, meeting.path, findings)


def _in_file(notebook: Notebook, path: str, findings: Sequence[Finding]) -> Iterator[Problem]:
    """Yield what was found in a file at its places, which are not looked up where nothing was."""
    return map(notebook.document(path).problem, findings) if findings else iter(())


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
