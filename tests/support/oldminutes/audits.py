"""What an audit finds in a few hand-written minutes."""

from minutebook.oldminutes.audit import AuditResult, audit_files
from minutebook.oldminutes.old_files import OldFiles
from minutebook.oldminutes.sheet import Decision

FaultFields = tuple[str, int, str, str, str]
"""The file, line, kind, text and right value of a fault."""
_TICKETS = """\
# Team, {title}

**Attending:** Ada, Ben

## Tickets

| # | &Delta; | State |
|---|---|---|
| {counts[0]} | {deltas[0]} | Open |
| {counts[1]} | {deltas[1]} | Closed |
| {counts[2]} | {deltas[2]} | Total |
"""
RELEASES = """\
## Release Team

| {0} | Δ | Both | Δ | Total | Δ | Status |
|---|---|---|---|---|---|---|
| {1} | {2} | 1 | +0 | {3} | {4} | Open |
| {5} | {6} | 2 | +0 | {7} | {8} | Ready |
"""
"""A table with totals beside its rows: the name of the first column, then its counts, their deltas and totals."""


def audit(texts: dict[str, str]) -> AuditResult:
    """Return what an audit of some files finds, and how much it compared."""
    return audit_files(list(texts), OldFiles(texts.__getitem__))


def find_faults(texts: dict[str, str]) -> tuple[Decision, ...]:
    """Return what an audit of some files finds."""
    return audit(texts).faults


def fault_fields(texts: dict[str, str]) -> list[FaultFields]:
    """Return the file, line, kind, text and right value of all that an audit finds."""
    faults = find_faults(texts)
    return [(each.path, each.line, str(each.fault), each.stated, each.computed) for each in faults]


def two_weeks(first: str, second: str) -> dict[str, str]:
    """Return two files of consecutive weeks."""
    return {"2020-10-19.md": first, "2020-10-26.md": second}


def weeks_of_june(*texts: str) -> dict[str, str]:
    """Return minutes of consecutive weeks."""
    return {f"2020-06-{7 * week + 1:02}.md": text for week, text in enumerate(texts)}


def tickets(title: str, counts: tuple[int, ...], deltas: tuple[str, ...] = ("", "", "")) -> str:
    """Return minutes with a table of tickets: open, closed, and their total."""
    return _TICKETS.format(title=title, counts=counts, deltas=deltas)


FIRST_WEEK = tickets("19 October 2020", (5, 2, 7))
SECOND_COUNTS = (3, 4, 7)
"""The counts of the second of two weeks."""
