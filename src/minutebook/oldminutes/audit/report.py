"""What an audit found, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.audit.audit_faults import (
    FAULT_KINDS,
    FIRST,
    SKIPPED,
    AuditResult,
    Fault,
    FaultKind,
)
from minutebook.reports.characters import printable

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
_MOST_SHOWN = 60
"""How many characters of a text a table shows."""


def format_json(faults: Sequence[Fault]) -> str:
    """Return the faults for scripts."""
    return json.dumps([_fields(fault) for fault in faults], indent=2, ensure_ascii=False)


def format_table(faults: Sequence[Fault]) -> str:
    """Return the faults as a table, or nothing where there are none."""
    # Importing tabulate costs 60 ms, which a report as JSON has no use for.
    from minutebook.minutes.tables import draw_columns

    headings = ("place", "fault", "where", "stated", "right", "against")
    rows = [
        (
            f"{printable(fault.path)}:{fault.line}",
            fault.kind,
            _shorten(fault.location),
            _shorten(fault.written),
            _shorten(fault.computed),
            ", ".join(text for text in (str(fault.baseline or ""), fault.mark) if text),
        )
        for fault in faults
    ]
    return draw_columns(headings, rows) if rows else ""


def format_summary(audit: AuditResult, files: int) -> str:
    """Return a few sentences that can be forwarded to those who write the minutes."""
    return "\n".join([_first_line(audit, files), *_sentences(audit)])


def _first_line(audit: AuditResult, files: int) -> str:
    days = audit.days
    span = f", {days[0]} to {days[-1]}" if len(days) > 1 else f", {days[0]}" if days else ""
    return f"{files} {'file' if files == 1 else 'files'} of minutes{span}: {_total(len(audit.faults))}"


def _total(faults: int) -> str:
    return f"{faults or 'no'} {'fault' if faults == 1 else 'faults'}."


def _sentences(audit: AuditResult) -> Iterator[str]:
    for kind in FAULT_KINDS:
        faults = [fault for fault in audit.faults if fault.kind == kind]
        compared = audit.compared.get(kind, 0)
        if kind in _COMPARED and compared:
            statements, are_wrong = _COMPARED[kind]
            yield f"-   {statements}: {len(faults)} of {compared} {are_wrong}{_marks(faults)}"
        elif kind in _COUNTED and faults:
            yield f"-   {_COUNTED[kind]}: {len(faults)}"


def _marks(faults: Sequence[Fault]) -> str:
    marks = Counter(fault.mark for fault in faults if fault.mark)
    return "".join(f"; {times} of these: {_meaning(faults[0].kind, mark)}" for mark, times in marks.items())


def _meaning(kind: FaultKind, mark: str) -> str:
    return _CLOSED_UNSEEN if kind == "action-vanished" else _MARKS[mark]


def _fields(fault: Fault) -> dict[str, str | int | None]:
    return {
        "path": fault.path,
        "line": fault.line,
        "fault": fault.kind,
        "where": f"{fault.location} ({fault.mark})" if fault.mark else fault.location,
        "stated": fault.written,
        "computed": fault.computed,
        "baseline": str(fault.baseline) if fault.baseline else None,
    }


def _shorten(text: str) -> str:
    plain = printable(text)
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[: _MOST_SHOWN - 1].rstrip()}\u2026"
