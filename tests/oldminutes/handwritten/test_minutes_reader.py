"""A file is read whole: its dates, tables, counters, people and action items, each with line and section."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.handwritten.minutes_reader import (
    find_action_lines,
    find_attendance_boxes,
    read_minutes,
)

TEXT = """\
# Team, 26 October 2020

Attending: Ada, Ben

## Jobs

| n | \u0394 | State |
|---|---|---|
| 5 | +1 | Open |

- 11 (+3) open tickets
- AI (Ada): oil the door
"""


def test_everything_has_its_line_and_section() -> None:
    minutes = read_minutes(TEXT)
    assert [(written.days, written.line) for written in minutes.title_dates] == [((date(2020, 10, 26),), 1)]
    assert [(name.text, name.line) for name in minutes.attending] == [("Ada", 3), ("Ben", 3)]
    section = ("Team, 26 October 2020", "Jobs")
    assert [(table.line, table.section) for table in minutes.tables] == [(7, section)]
    assert [(counter.count.line, counter.section) for counter in minutes.counters] == [(11, section)]
    assert [(action.line, action.section) for action in minutes.actions] == [(12, section)]


@pytest.mark.parametrize(
    ("text", "title_days", "body_days"),
    [
        ("# Team, 2020-10-26\n\nDate: 2020-10-27\n", [26], [27]),
        ("Team, 2020-10-26\n", [], [26]),
        ("## News of 2020-10-26\n\n## More\n", [], [26]),
        ("## Team, 2020-10-26\n\n### More\n", [26], []),
        ("# Team\n\nTime: 2020-10-26\n", [], [26]),
        ("# Team\n\nTime: 2020-10-26\n\nDay: 2020-10-27\n", [], []),
    ],
)
def test_the_day_is_in_the_title_or_in_lines_that_agree(
    text: str, title_days: list[int], body_days: list[int]
) -> None:
    minutes = read_minutes(text)
    assert [written.days[0].day for written in minutes.title_dates] == title_days
    assert sorted({written.days[0].day for written in minutes.body_dates}) == body_days


def test_what_can_be_two_days_in_the_title_is_doubtful() -> None:
    assert [written.text for written in read_minutes("# Team, 03/04/2020\n").doubtful_dates] == ["03/04/2020"]


def test_lines_that_may_be_action_items_are_found_beside_those_that_are() -> None:
    text = "AI (Ada): one\n\n## Next steps\n\n- two\n- none\n    - three\n\n## Attendees\n\n- [x] Ada\n"
    assert find_action_lines(text) == {1, 5}
    assert find_attendance_boxes(text) == {11}


def test_who_attends_is_known_where_an_owner_is_guessed() -> None:
    text = "{}- AI: mat to oil it\n"
    (stranger,) = read_minutes(text.format("")).actions
    (present,) = read_minutes(text.format("Attending: Mat\n\n")).actions
    assert ([owner.text for owner in stranger.owners], [owner.text for owner in present.owners]) == (
        [],
        ["mat"],
    )


@given(st.text(alphabet="# -|:AI()[]x\n12\u0394+Ann", max_size=80))
def test_whatever_a_text_is_all_that_is_read_stands_on_its_lines(text: str) -> None:
    minutes, last = read_minutes(text), text.count("\n") + 1
    lines = [
        *(action.line for action in minutes.actions),
        *(table.line for table in minutes.tables),
        *(name.line for name in minutes.attending),
        *(counter.count.line for counter in minutes.counters),
    ]
    assert all(1 <= line <= last for line in lines)
