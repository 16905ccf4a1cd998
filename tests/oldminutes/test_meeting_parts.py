"""The tables, counters and actions in the sections of a meeting, and meetings with others in their places."""

from dataclasses import replace

from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.meeting_parts import (
    counts_of,
    placed_counts,
    with_carried,
    with_changed,
)
from minutebook.oldminutes.sheet import line_of
from minutebook.records.attendance import NOBODY
from minutebook.records.figures import Counters
from minutebook.records.meeting import Action
from minutebook.source.edits.actions import OPEN_ACTIONS

TEXT = """\
# T

**Room:** mill

Present: Ada

- 4 (+1) guests

## A

| n | Δ | State |
|---|---|---|
| 4 | +1 | Open |

- AI (Ada): oil
- Door
  - AI (Ada): paint
"""
MEETING = sheet_of(TEXT).meeting


def test_counts_stand_below_their_titles() -> None:
    placed = [(title, line_of(record)) for title, record in placed_counts(MEETING.root)]
    assert placed == [("", 7), ("A", 11)]


def test_a_meeting_with_another_root_has_what_stands_there() -> None:
    meeting = replace(MEETING, root=MEETING.root.sections[0])
    assert (len(meeting.tables), meeting.counters, len(meeting.actions)) == (1, (), 2)


def test_actions_are_changed_at_their_lines() -> None:
    changed = with_changed(MEETING, {17: replace(MEETING.actions[1], status="done")})
    assert [action.status for action in changed.actions] == ["open", "done"]
    assert with_changed(MEETING, {}) is MEETING


def test_tables_and_counters_are_changed_at_their_lines() -> None:
    table = replace(MEETING.tables[0], id="queue")
    counter = replace(MEETING.counters[0], continues="visitors")
    meeting = with_changed(MEETING, {11: table, 7: counter})
    assert (meeting.tables, meeting.counters) == ((table,), (counter,))


def test_lost_actions_stand_at_the_end_each_in_a_line_of_its_own() -> None:
    lost = [Action((3,), "a1b2c3", ("Ben",), "bake"), Action((4,), "a1b2c4", ("Ben",), "eat")]
    meeting = with_carried(MEETING, lost)
    assert meeting.root.sections[-1].title == OPEN_ACTIONS
    assert [(action.task, line_of(action)) for action in meeting.actions[2:]] == [("bake", -1), ("eat", -2)]
    assert with_carried(MEETING, []) is MEETING


def test_of_a_meeting_its_counts_can_be_kept_with_those_of_its_prose() -> None:
    loose = tuple(placed_counts(MEETING.root))
    counts = counts_of(MEETING, loose)
    assert (len(counts.tables), len(counts.counters)) == (2, 2)
    assert (counts.actions, counts.header, counts.root.sections) == ((), (), ())
    assert counts.root.blocks == (*counts.tables, Counters(counts.counters))
    assert counts.root.attendance == NOBODY
