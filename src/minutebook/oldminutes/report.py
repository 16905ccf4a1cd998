"""What an import decided and what an audit found, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import get_args

from minutebook.oldminutes.audit import SKIPPED, AuditResult
from minutebook.oldminutes.judgement import FIRST
from minutebook.oldminutes.sheet import Decision, FaultKind
from minutebook.records.phrases import contrast, counted, shortened
from minutebook.records.problem import Problem
from minutebook.records.schedule import days_between
from minutebook.records.series import ScheduleRule
from minutebook.reports.characters import printable
from minutebook.reports.looks import Look
from minutebook.reports.terminal import Cell, Screen
from minutebook.reports.text import heading

_COMPARED: dict[FaultKind, tuple[str, str]] = {
    "delta": ("deltas in tables", "disagree with the counts"),
    "row-total": ("totals below columns", "are not the sum"),
    "column-total": ("totals beside rows", "are not the sum"),
    "counter": ("deltas in sentences", "disagree with the counts"),
    "action-vanished": ("open action items", "are neither open nor closed in the next minutes"),
}
"""What is compared, and what is said of those that are wrong."""
_COUNTED: dict[FaultKind, str] = {
    "title-date": "titles with another date than the name of their file",
    "person": "names of people that are likely slips for another one",
}
_MARKS = {
    SKIPPED: "after a skipped meeting, perhaps measured against minutes that were never published",
    FIRST: "where a table first appears, measured from 0",
}
_CLOSED_UNSEEN = "before a skipped meeting, which may have closed them"
_NEW_COUNT = "delta without a baseline"
"""What is so of each count of a first file is said once a file."""
_LONGEST_CELL, _LONGEST_QUOTE = 60, 70
"""How many characters of a text a table and a line show."""
_NARROWEST = ((3, 40), (4, 27), (2, 24), (3, 28), (4, 16), (2, 16), (3, 16), (5, 10))
"""How many columns of a terminal the texts of a table need at least, in the order in which they are wrapped."""
_COMPUTED_LOOKS: tuple[Look, ...] = ("strong", "plain", "plain", "wrong", "right", "day")
_UNCOMPUTED: tuple[Look, ...] = ("strong", "plain", "plain", "plain", "plain", "day")
"""How a row of a table of faults looks; of an action item that has vanished nobody knows what is right."""
_MOST_PATHS = _MOST_DAYS = 5


def decision_lines(decisions: Sequence[Decision], *, colored: bool = False) -> Iterator[str]:
    """Yield a line for each thing that reads differently in the new minutes; the new counts of a file share one."""
    new_counts = Counter(decision.path for decision in decisions if decision.kind == _NEW_COUNT)
    counted_paths = set[str]()
    for decision in decisions:
        stated, now = contrast(printable(decision.named), printable(decision.now), _LONGEST_QUOTE)
        if decision.kind == _NEW_COUNT:
            if decision.path in counted_paths:
                continue
            counted_paths.add(decision.path)
            further = new_counts[decision.path] - 1
            stated += f", and {further} more in this file" * bool(further)
        location = f"{printable(decision.path)}:{decision.line}"
        start = heading(location, decision.kind, "warning", colored=colored)
        # What moved has the same words.
        yield f"{start}: {stated} -> {now}" if now not in ("", stated) else f"{start}: {stated}"


def stopped_lines(stopped_files: Sequence[Problem], *, colored: bool = False) -> Iterator[str]:
    """Yield why each file was stopped, and what to do about it."""
    for stopped in stopped_files:
        location = f"{printable(stopped.path)}:{stopped.location.line}"
        yield f"{heading(location, 'stopped', 'error', colored=colored)}: {printable(stopped.message)}"
        if stopped.hint:
            yield f"    {stopped.hint}"


def copy_lines(copies: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield which files were left out as copies, each with the file that it is one of."""
    for path, original in copies:
        yield f"{path}: the same text as {original}; it was left out"


def existing_lines(paths: Sequence[str]) -> Iterator[str]:
    """Yield which files were left alone because their meetings exist; of many, how many."""
    if len(paths) > _MOST_PATHS:
        yield f"{printable(paths[0])} and {len(paths) - 1} more: there are meetings of these days already; nothing was changed"
        return
    for path in paths:
        yield f"{printable(path)}: there is a meeting of this day already; nothing was changed"


def import_summary(
    meetings: int, decisions: Sequence[Decision], stopped: int, *, updated: int = 0, dry: bool = False
) -> str:
    """Return how many meetings were imported, or would be, how many later ones `updated`, and what differs by kind."""
    phrases = [f"{_count(meetings, 'meeting')} {'would be ' if dry else ''}imported"]
    if updated:
        phrases.append(f"the minutes of {_count(updated, 'later one')} brought up to date")
    if stopped:
        phrases.append(f"{_count(stopped, 'file')} stopped")
    kinds = Counter(decision.kind for decision in decisions)
    by_frequency = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    end = "; what reads differently, by kind:" if kinds else "."
    return "\n".join([", ".join(phrases) + end, *(f"  {times:5} {kind}" for kind, times in by_frequency)])


def schedule_sentence(rules: Sequence[ScheduleRule], days: Sequence[date]) -> str:
    """Say which rule the days of meetings follow in the end, and on which days it was not kept."""
    if not rules:
        return "Their days follow no rule: write one as `schedule`, or `minutebook new` takes today."
    start = rules[-1].start
    # The schedule of a series that was only set up begins after all old meetings, and holds for them, too.
    since = start if start and start <= days[-1] else days[0]
    held = [day for day in days if day >= since] or [since]
    kept = {since, *days_between(rules, since, held[-1])}
    odd = [str(day) for day in held if day not in kept]
    listed = ", ".join(odd[:_MOST_DAYS]) + (" and more" if len(odd) > _MOST_DAYS else "")
    exceptions = f", but for {len(odd)} of {len(held)} meetings: {listed}" if odd else ""
    return f"The meetings were held by {' and '.join(rules[-1].texts)} from {since} on{exceptions}."


def import_json(decisions: Sequence[Decision], problems: Sequence[Problem] = ()) -> str:
    """Return the same for scripts: a problem, or a file that was stopped, is of the kind of its rule."""
    rows = [
        (decision.path, decision.line, decision.kind, decision.named, decision.now, "")
        for decision in decisions
    ]
    rows += [
        (problem.path, problem.location.line, problem.rule, "", problem.sentence, problem.hint)
        for problem in problems
    ]
    return _json(("path", "line", "kind", "stated", "now", "hint"), rows)


def audit_json(faults: Sequence[Decision]) -> str:
    """Return the faults for scripts."""
    locations = (f"{fault.where} ({fault.mark})" if fault.mark else fault.where for fault in faults)
    rows = (
        (fault.path, fault.line, fault.fault, location, fault.stated, fault.computed, fault.baseline)
        for fault, location in zip(faults, locations, strict=True)
    )
    return _json(("path", "line", "fault", "where", "stated", "computed", "baseline"), rows)


def audit_table(faults: Sequence[Decision], screen: Screen | None = None) -> str:
    """Return the faults as a table that fits the terminal, if there is one, or nothing where there are no faults."""
    headings = ("place", "fault", "where", "stated", "right", "against")
    rows = [*map(_row, faults)]
    if not rows:
        return ""
    if screen:
        cells: list[list[Cell]] = [
            list(zip(row, _UNCOMPUTED if fault.fault == "action-vanished" else _COMPUTED_LOOKS, strict=True))
            for row, fault in zip(rows, faults, strict=True)
        ]
        return screen.table(headings, cells, wrapped=_NARROWEST)
    # Importing tabulate costs 60 ms, which a report as JSON has no use for.
    from minutebook.minutes.tables import draw_columns

    return draw_columns(headings, rows)


def _row(fault: Decision) -> Sequence[str]:
    cells = fault.where, fault.stated, fault.computed
    texts = (shortened(printable(cell), _LONGEST_CELL) for cell in cells)
    against = ", ".join(filter(None, (str(fault.baseline or ""), fault.mark)))
    return f"{printable(fault.path)}:{fault.line}", str(fault.fault), *texts, against


def audit_summary(audit: AuditResult, files: int) -> str:
    """Return a few sentences that can be forwarded to those who write the minutes."""
    days = audit.days
    span = f", {days[0]} to {days[-1]}" if len(days) > 1 else f", {days[0]}" if days else ""
    first_sentence = f"{_count(files, 'file')} of minutes{span}: {_count(len(audit.faults), 'fault')}."
    return "\n".join([first_sentence, *_sentences(audit)])


def _sentences(audit: AuditResult) -> Iterator[str]:
    for kind in get_args(FaultKind):
        faults = [fault for fault in audit.faults if fault.fault == kind]
        compared = audit.compared.get(kind, 0)
        if kind in _COMPARED and compared:
            statements, are_wrong = _COMPARED[kind]
            yield f"-   {statements}: {len(faults)} of {compared} {are_wrong}{_marks(faults)}"
        elif kind in _COUNTED and faults:
            yield f"-   {_COUNTED[kind]}: {len(faults)}"


def _marks(faults: Sequence[Decision]) -> str:
    marks = Counter(fault.mark for fault in faults if fault.mark)
    is_vanished = bool(faults) and faults[0].fault == "action-vanished"
    meanings = {mark: _CLOSED_UNSEEN if is_vanished else _MARKS[mark] for mark in marks}
    return "".join(f"; {times} of these: {meanings[mark]}" for mark, times in marks.items())


def _json(keys: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    objects = [dict(zip(keys, row, strict=True)) for row in rows]
    return json.dumps(objects, indent=2, ensure_ascii=False, default=str)


def _count(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"
