"""What was renamed between two meetings is measured against what it was called in the earlier one."""

from datetime import date

from support.samples import history, meeting

from minutebook.counts.deltas import compute
from minutebook.records.meeting import Meeting

FIRST = "table: {id: jira, columns: [A, B], rows: {Open: [3, 1], Held: [5, 0]}}\ncounters: {calls: 4}"
SECOND = (
    "table: {id: queue, baseline: jira, columns: [A, C], continues: [A, B],"
    " rows: {Waiting: {counts: [2, 2], continues: Open}, Held: [5, 1], Lost: {counts: [1, 1], continues: none}}}\n"
    "counters: {rings: {value: 6, continues: calls}}"
)
THIRD = (
    "table: {id: queue, columns: [A, C], rows: {Open: {counts: [7, 3], continues: Waiting}, Held: [5, 1],"
    " Lost: [2, 2]}}\n"
    "counters: {rings: 9}"
)


def meetings() -> tuple[Meeting, ...]:
    days = (date(2020, 10, day) for day in (5, 12, 19))
    return tuple(
        meeting(f"date: {day}\n{body}") for day, body in zip(days, (FIRST, SECOND, THIRD), strict=True)
    )


def deltas(now: Meeting, base: Meeting) -> dict[str, list[int | None]]:
    measured = compute(now, history(*meetings()), base)
    tables = {label: [count.delta for count in counts] for label, counts in measured.tables[0].rows}
    return tables | {counter.counter.label: [counter.count.delta] for counter in measured.counters}


def test_names_are_followed_through_the_meetings_between() -> None:
    first, second, third = meetings()
    assert deltas(third, first) == {"Open": [4, 2], "Held": [0, 1], "Lost": [2, 2], "rings": [5]}
    assert deltas(third, second) == {"Open": [5, 1], "Held": [0, 0], "Lost": [1, 1], "rings": [3]}


def test_a_later_meeting_has_the_names_as_they_are() -> None:
    _first, second, third = meetings()
    assert deltas(second, third)["Held"] == [0, 0]
    assert deltas(second, third)["rings"] == [-3]
