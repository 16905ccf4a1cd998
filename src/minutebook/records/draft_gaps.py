"""What is still to be filled in a meeting that was drafted."""

from collections.abc import Iterator

from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Duties, Meeting, Section
from minutebook.records.phrases import counted


def gaps_of(meeting: Meeting) -> tuple[str, ...]:
    """Return in words what a meeting doesn't say yet: who was there, whose turn it is, and each number."""
    attendance = () if any(section.attendance for section in meeting.sections) else ("attendance",)
    return (*attendance, *(gap for section in meeting.sections for gap in _gaps_of(section)))


def _gaps_of(section: Section) -> Iterator[str]:
    for block in section.blocks:
        match block:
            case Table():
                yield from _table_gaps(block)
            case Counters():
                yield from (_counter_gap(counter) for counter in block.counters if counter.value is None)
            case Duties():
                yield from (f"'{duty.label}'" for duty in block.duties if not duty.people)


def _table_gaps(table: Table) -> Iterator[str]:
    number = sum(count is None for row in table.rows for count in row.counts)
    if number:
        yield f"{counted(number, 'count')} of {table.id}"


def _counter_gap(counter: Counter) -> str:
    return f"'{counter.label}'"
