"""The audit as a whole: every file of minutes against itself and the earlier ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from minutebook.oldminutes.audit.audit_faults import AuditResult, Fault, FaultKind
from minutebook.oldminutes.audit.counter_deltas import check_counters
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.audit.misspellings import check_names
from minutebook.oldminutes.audit.table_deltas import check_deltas
from minutebook.oldminutes.audit.timeline import Timeline, arrange
from minutebook.oldminutes.audit.title_dates import check_title_date
from minutebook.oldminutes.audit.totals import check_totals
from minutebook.oldminutes.audit.vanished_actions import check_open_actions


def audit_files(files: Sequence[MinutesFile]) -> AuditResult:
    """Return every fault of the files, by day and line, and how much was compared."""
    compared: Counter[str] = Counter()
    faults: list[Fault] = []
    for kind, fault in _check(files, arrange(files)):
        compared[kind] += 1
        if fault:
            faults.append(fault)
    days = {file.path: file.day or date.min for file in files}
    faults.sort(key=lambda fault: (days[fault.path], fault.path, fault.line))
    return AuditResult(tuple(faults), dict(compared), tuple(sorted({file.day for file in files if file.day})))


def _check(files: Sequence[MinutesFile], timeline: Timeline) -> Iterator[tuple[FaultKind, Fault | None]]:
    """Yield each statement that can be checked, by its kind, with the fault if it is wrong."""
    for file in files:
        yield from (("title-date", fault) for fault in check_title_date(file))
        for table in file.minutes.tables:
            yield from check_totals(file, table)
            yield from (("delta", fault) for fault in check_deltas(file, table, timeline))
        yield from (("counter", fault) for fault in check_counters(file, timeline))
    yield from (("person", fault) for fault in check_names(files))
    yield from (("action-vanished", fault) for fault in check_open_actions(timeline))
