"""What an audit found, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.audit.values import FIRST, KINDS, SKIPPED, Fault, Kind, Result
from minutebook.reports.characters import printable

_NAMES: dict[Kind, tuple[str, str]] = {
    "delta": ("deltas in tables", "disagree with the counts"),
    "row-total": ("totals below columns", "are not the sum"),
    "column-total": ("totals beside rows", "are not the sum"),
    "counter": ("deltas in sentences", "disagree with the counts"),
    "action-vanished": ("open action items", "are neither open nor closed in the next minutes"),
}
"""What is compared, and what is said of those that are wrong."""
_FOUND: dict[Kind, str] = {
    "title-date": "titles have another date than the name of the file",
    "person": "names of people are likely slips for another one",
}
_MARKS = {
    SKIPPED: "after a skipped meeting, and may have been meant against minutes that were never published",
    FIRST: "where a table first appears, measured from 0",
}
_UNSEEN = "before a skipped meeting, which may have closed them"
_SHOWN = 60


def as_json(faults: Sequence[Fault]) -> str:
    """Return the faults for scripts."""
    return json.dumps([_fields(fault) for fault in faults], indent=2, ensure_ascii=False)


def table(faults: Sequence[Fault]) -> str:
    """Return the faults as a table, or nothing where there are none."""
    from minutebook.minutes.tables import draw_columns

    headings = ("place", "fault", "where", "stated", "right", "against")
    rows = [
        (
            f"{printable(fault.path)}:{fault.line}",
            fault.fault,
            _short(fault.where),
            _short(fault.stated),
            _short(fault.computed),
            ", ".join(part for part in (str(fault.baseline or ""), fault.mark) if part),
        )
        for fault in faults
    ]
    return draw_columns(headings, rows) if rows else ""


def summary(result: Result, papers: int) -> str:
    """Return a few sentences that can be forwarded to those who write the minutes."""
    return "\n".join([_span(result, papers), *_sentences(result)])


def _span(result: Result, papers: int) -> str:
    days = result.days
    of = f", {days[0]} to {days[-1]}" if len(days) > 1 else f", {days[0]}" if days else ""
    return f"{papers} {'file' if papers == 1 else 'files'} of minutes{of}: {_total(len(result.faults))}"


def _total(faults: int) -> str:
    return f"{faults or 'no'} {'fault' if faults == 1 else 'faults'}."


def _sentences(result: Result) -> Iterator[str]:
    for kind in KINDS:
        faults = [fault for fault in result.faults if fault.fault == kind]
        compared = result.compared.get(kind, 0)
        if kind in _NAMES and compared:
            what, wrong = _NAMES[kind]
            yield f"-   {what}: {len(faults)} of {compared} {wrong}{_marked(faults)}"
        elif kind in _FOUND and faults:
            yield f"-   {_FOUND[kind]}: {len(faults)}"


def _marked(faults: Sequence[Fault]) -> str:
    marks = Counter(fault.mark for fault in faults if fault.mark)
    return "".join(f"; {times} of these: {_meaning(faults[0].fault, mark)}" for mark, times in marks.items())


def _meaning(kind: Kind, mark: str) -> str:
    return _UNSEEN if kind == "action-vanished" else _MARKS[mark]


def _fields(fault: Fault) -> dict[str, str | int | None]:
    return {
        "path": fault.path,
        "line": fault.line,
        "fault": fault.fault,
        "where": f"{fault.where} ({fault.mark})" if fault.mark else fault.where,
        "stated": fault.stated,
        "computed": fault.computed,
        "baseline": str(fault.baseline) if fault.baseline else None,
    }


def _short(text: str) -> str:
    plain = printable(text)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}\u2026"
