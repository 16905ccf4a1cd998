"""The audit of old minutes: the decisions of an import that is not written, as far as they are faults."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from minutebook.oldminutes.course import Course
from minutebook.oldminutes.evidence import gather
from minutebook.oldminutes.file_days import days_of_files
from minutebook.oldminutes.old_files import OldFile, OldFiles, files_of_days
from minutebook.oldminutes.sheet import Decision, FaultKind, Sheet
from minutebook.records.series import Series

SKIPPED = "after a skipped meeting"
"""Marks what may have been measured against something, or closed in it, that was never published."""
_WEEK = 7
_NO_DAY, _SERIES = date(1900, 1, 1), "audit/series.yaml"
_UNDATED: frozenset[FaultKind] = frozenset({"row-total", "column-total", "person"})
"""What can be wrong in a file by itself."""


@dataclass(frozen=True, slots=True)
class AuditResult:
    """All faults, how many statements of each kind were compared, the days of the meetings, and files that tell none.

    A file without a day is told with the reason, a copy with the file that it is one of; `twins` are the files of each
    day that has several.
    """

    faults: tuple[Decision, ...]
    compared: Counter[FaultKind]
    days: tuple[date, ...]
    undated: tuple[tuple[str, str], ...]
    twins: tuple[tuple[date, tuple[str, ...]], ...]
    copies: tuple[tuple[str, str], ...]


def audit_files(
    paths: Sequence[str],
    old_files: OldFiles,
    watched: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> AuditResult:
    """Return every fault of some files, by day and line, and how much was compared.

    `watched` is how somebody sees how many are read.
    """
    old_files.parse(paths)
    found = days_of_files(paths, old_files.document)
    by_day, copies = files_of_days(found, old_files)
    undated = tuple((path, file_day.message) for path, file_day in found.items() if not file_day.day)
    dayless = [OldFile(path, _NO_DAY) for path, _ in undated]
    files = [*chain.from_iterable(by_day.values()), *dayless]
    facts = gather(files, old_files, watched=watched).facts(None)
    compared = Counter[FaultKind]()
    # All of a day are measured against the day before, later minutes against the first of each day.
    dated = [(file, file is first) for first, *twins in by_day.values() for file in (*twins, first)]
    with contextlib.closing(old_files.sheets([file for file, _ in dated], facts)) as sheets:
        goes_on = (is_first for _, is_first in dated)
        faults = list(_walk(zip(sheets, goes_on, strict=True), compared))
    for file in dayless:
        faults += filter(None, [found[file.path].wrong_date])
        step = Course(Series(_SERIES)).take(old_files.sheet(file, facts))
        compared.update({kind: count for kind, count in step.compared.items() if kind in _UNDATED})
        faults += (decision for decision in step.decisions if decision.fault in _UNDATED)
    marked = _marked((fault for fault in faults if fault.fault), tuple(by_day))
    ordered = sorted(marked, key=lambda fault: (found[fault.path].day or _NO_DAY, fault.path, fault.line))
    twins = tuple(
        (day, tuple(file.path for file in group)) for day, group in by_day.items() if len(group) > 1
    )
    return AuditResult(tuple(ordered), compared, tuple(by_day), undated, twins, copies)


def _walk(sheets: Iterable[tuple[Sheet, bool]], compared: Counter[FaultKind]) -> Iterator[Decision]:
    """Yield what is decided on the way through sheets, of which each tells whether the next one is measured against it."""
    course = Course(Series(_SERIES))
    for sheet, goes_on in sheets:
        step = course.take(sheet)
        compared += step.compared
        yield from step.decisions
        if goes_on:
            settled = course.settle(step.meeting)
            yield from settled.decisions
            compared["action-vanished"] += settled.compared
            course = course.after(step.meeting, step)


def _marked(faults: Iterator[Decision], days: Sequence[date]) -> Iterator[Decision]:
    """Yield faults, marked where between the two days a meeting may lie that has no minutes, or other ones."""
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    usual_gap = gaps[(len(gaps) - 1) // 2] if gaps else _WEEK
    places = {day: place for place, day in enumerate(days)}
    for fault in faults:
        earlier, later = fault.baseline, fault.day
        if earlier is None or later is None or earlier not in places or fault.mark:
            yield fault
            continue
        passes_over = places.get(later, 0) - places[earlier] > 1
        # Up to half a step more is a meeting that was moved.
        is_long = 2 * (later - earlier).days > 3 * usual_gap
        yield replace(fault, mark=SKIPPED) if passes_over or is_long else fault
