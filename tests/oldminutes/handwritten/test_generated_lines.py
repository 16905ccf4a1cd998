"""What minutebook itself writes is understood when it is read like minutes that were written by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.actions.standings import Standing
from minutebook.counts.deltas import CounterWithDelta, CountWithDelta
from minutebook.minutes import action_line, layout
from minutebook.oldminutes.handwritten.cells import is_delta_heading, parse_heading_since
from minutebook.oldminutes.handwritten.minutes_reader import read_minutes
from minutebook.records.attendance import Attendance
from minutebook.records.meeting import Counter, Status

DAY = date(2020, 10, 19)


def test_the_title_has_its_date() -> None:
    (written,) = read_minutes(layout.title_line("Team", DAY)).title_dates
    assert written.days == (DAY,)


def test_the_header_names_who_attended_and_nobody_else() -> None:
    lines = layout.header_lines(
        [("Room", "upstairs")], Attendance(("Ada", "Ben Cole"), ("Cy",), ("Dee",)), draft=True
    )
    attending = read_minutes("\n".join(lines)).attending
    assert [name.text for name in attending] == ["Ada", "Ben Cole"]


@pytest.mark.parametrize("since", [None, DAY])
def test_a_heading_of_deltas_names_its_day(since: date | None) -> None:
    assert is_delta_heading(layout.delta_heading(since))
    assert parse_heading_since(layout.delta_heading(since)) == since


@given(st.integers(0, 10**6), st.integers(-(10**6), 10**6), st.sampled_from([None, DAY]))
def test_a_counter_is_read_back(value: int, delta: int, since: date | None) -> None:
    written = CounterWithDelta(Counter((), "open tickets", value), CountWithDelta(value, delta), None, since)
    (counter,) = read_minutes(layout.counter_line(written)).counters
    assert (counter.count.value, counter.delta.value if counter.delta else None) == (value, delta)
    assert (counter.label, counter.since) == ("open tickets", since)


@pytest.mark.parametrize(
    "standing",
    [
        Standing(),
        Standing(2, DAY),
        Standing(lapsing=True),
        Standing(3, DAY, lapsing=True),
    ],
)
@pytest.mark.parametrize(
    ("status", "closed"), [("open", False), ("done", True), ("dropped", True), ("lapsed", True)]
)
def test_an_action_item_is_read_back(status: Status, closed: bool, standing: Standing) -> None:
    text = action_line.action_text(
        action_line.ActionLine(("Ada", "Ben Cole"), "oil the door", standing, status)
    )
    (action,) = read_minutes(f"{layout.BULLET}{text}").actions
    assert [owner.text for owner in action.owners] == ["Ada", "Ben Cole"]
    assert action.task.startswith("oil the door")
    assert action.closed == closed
