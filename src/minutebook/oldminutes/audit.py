"""The audit of old minutes: the decisions of an import that is not written, as far as they are faults."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain, pairwise
from pathlib import PurePosixPath

from minutebook.notebook.reader import Reader
from minutebook.oldminutes.course import Course
from minutebook.oldminutes.evidence import Evidence, gather
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.file_days import days_of_files
from minutebook.oldminutes.old_files import OldFile, OldFiles, files_of_days
from minutebook.oldminutes.series_import import new_series
from minutebook.oldminutes.sheet import Decision, FaultKind
from minutebook.oldminutes.tried_import import MOST_MEETINGS, try_out
from minutebook.records.file_kinds import SERIES
from minutebook.records.series import Series
from minutebook.repository.snapshot import NO_FILES

SKIPPED = "after a skipped meeting"
"""Marks what may have been measured against something, or closed in it, that was never published."""
_WEEK = 7
_NO_DAY, _FOLDER = date(1900, 1, 1), PurePosixPath("audit")
_UNDATED: frozenset[FaultKind] = frozenset({"row-total", "column-total", "person"})
"""What can be wrong in a file by itself."""


@dataclass(frozen=True, slots=True)
class AuditResult:
    """All faults, how many statements of each kind were compared, the days of the meetings, and files that tell none."""

    faults: tuple[Decision, ...]
    compared: Counter[FaultKind]
    days: tuple[date, ...]
    undated: tuple[tuple[str, str], ...]  # files without a day, each with the reason
    twins: tuple[tuple[date, tuple[str, ...]], ...]  # the files of each day that has several
    copies: tuple[tuple[str, str], ...]  # each with the file that it is one of


def audit_files(
    paths: Sequence[str], old_files: OldFiles, watched: Callable[[Sequence[str]], Iterable[str]] = iter
) -> AuditResult:
    """Return every fault of some files, `watched` by somebody, by day and line, and how much was compared."""
    old_files.parse(paths)
    found = days_of_files(paths, old_files.document)
    by_day, copies = files_of_days(found, old_files)
    undated = tuple((path, file_day.message) for path, file_day in found.items() if not file_day.day)
    dayless = [OldFile(path, _NO_DAY) for path, _ in undated]
    files = [*chain.from_iterable(by_day.values()), *dayless]
    evidence = gather(files, old_files, watched=watched)
    walk = _Audit(old_files, evidence, evidence.facts(None))
    # All of a day are measured against the day before, later minutes against the first of each day.
    dated = [(file, file is first) for first, *twins in by_day.values() for file in (*twins, first)]
    faults = [*walk.dated(dated), *walk.undated(dayless)]
    faults += filter(None, (found[file.path].wrong_date for file in dayless))
    marked = _marked((fault for fault in faults if fault.fault), tuple(by_day))
    ordered = sorted(marked, key=lambda fault: (found[fault.path].day or _NO_DAY, fault.path, fault.line))
    groups = ((day, group) for day, group in by_day.items() if len(group) > 1)
    twins = tuple((day, tuple(file.path for file in group)) for day, group in groups)
    return AuditResult(tuple(ordered), walk.compared, tuple(by_day), undated, twins, copies)


@dataclass
class _Audit:
    """The way through files; `compared` is how many statements of each kind were compared so far."""

    old_files: OldFiles
    evidence: Evidence
    facts: Facts
    compared: Counter[FaultKind] = field(default_factory=Counter)

    def dated(self, files: Sequence[tuple[OldFile, bool]]) -> Iterator[Decision]:
        """Yield what is decided of files that tell their day, each with whether the next one is measured against it."""
        days = [file.day for file, goes_on in files if goes_on]
        notebook = new_series(_FOLDER, Reader(NO_FILES, most=MOST_MEETINGS), self.evidence, self.facts, days)
        course = Course(notebook.series)
        reading = self.old_files.sheets([file for file, _ in files], self.facts, share=1)
        with contextlib.closing(reading) as sheets:
            for (file, goes_on), sheet in zip(files, sheets, strict=True):
                read_again = partial(self.old_files.sheet, file, self.facts)
                trial, settled = try_out(sheet, course, notebook, read_again)
                # Of a file that an import stops, what its statements say is judged all the same.
                step = course.take(sheet) if trial.lost else trial.taken
                self.compared += step.compared
                yield from step.decisions
                if goes_on:
                    yield from settled.decisions
                    self.compared["action-vanished"] += settled.compared
                    course = course.after(step.meeting, step)
                    notebook = notebook if trial.lost else trial.notebook

    def undated(self, files: Sequence[OldFile]) -> Iterator[Decision]:
        """Yield what is wrong in files by itself, whenever they were written."""
        for file in files:
            step = Course(Series(str(_FOLDER / SERIES))).take(self.old_files.sheet(file, self.facts))
            self.compared += {kind: count for kind, count in step.compared.items() if kind in _UNDATED}
            yield from (decision for decision in step.decisions if decision.fault in _UNDATED)


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
