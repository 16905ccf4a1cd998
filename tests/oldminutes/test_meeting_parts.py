"""The tables, counters and actions in the sections of a meeting: others in their places, and counts that go on from before."""

from dataclasses import replace

import pytest
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.oldminutes.continuity import LastTable
from minutebook.oldminutes.meeting_parts import (
    continue_counts,
    counts_of,
    placed_counts,
    with_carried,
    with_changed,
)
from minutebook.oldminutes.sheet import line_of
from minutebook.records.attendance import NOBODY
from minutebook.records.figures import Counters, Row, Table
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
TABLE = "| n | Δ | State |\n|---|---|---|\n| 4 | +1 | {} |\n| 6 | +0 | Done |\n"
LAST = LastTable(
    DAY, "Queue", Table((1,), "queue", "State", ("n",), (Row((3,), "Open", (3,)), Row((4,), "Done", (6,))))
)


def test_counts_stand_below_their_titles() -> None:
    placed = [(title, line_of(record)) for title, record in placed_counts(MEETING.root)]
    assert placed == [("", 7), ("A", 11)]


def test_a_meeting_with_another_root_has_what_stands_there() -> None:
    meeting = replace(MEETING, root=MEETING.root.sections[0])
    assert (len(meeting.tables), meeting.counters, len(meeting.actions)) == (1, (), 2)


def test_actions_are_changed_at_their_key_paths() -> None:
    changed = with_changed(MEETING, {MEETING.actions[1].key_path: replace(MEETING.actions[1], status="done")})
    assert [action.status for action in changed.actions] == ["open", "done"]
    assert with_changed(MEETING, {}) is MEETING


def test_tables_and_counters_are_changed_at_their_key_paths() -> None:
    table = replace(MEETING.tables[0], id="queue")
    counter = replace(MEETING.counters[0], continues="visitors")
    meeting = with_changed(MEETING, {table.key_path: table, counter.key_path: counter})
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


def test_tables_get_ids_from_their_titles_or_from_the_ones_that_they_go_on_from() -> None:
    sheet = sheet_of(f"# T\n\n## Queue\n\n{TABLE.format('Open')}\n## Jobs\n\n{TABLE.format('Left')}")
    meeting, _, _, _ = continue_counts(sheet, {"queue": LAST}, {})
    assert [table.id for table in meeting.tables] == ["queue", "jobs"]
    assert [table.id for table in meeting.root.sections[0].blocks if isinstance(table, Table)] == ["queue"]


def test_two_tables_go_on_from_one_only_once() -> None:
    text = f"# T\n\n## Queue\n\n{TABLE.format('Open')}\nand\n\n{TABLE.format('Open')}"
    meeting, _, _, _ = continue_counts(sheet_of(text), {"queue": LAST}, {})
    assert [table.id for table in meeting.tables] == ["queue", "queue-2"]


def test_of_many_tables_under_one_title_each_finds_the_one_that_looks_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("minutebook.oldminutes.meeting_parts.find_last")  # which looks through all of them
    tables = "".join(f"## Queue {number}\n\n{TABLE.format('Open')}\n" for number in range(3))
    last_tables = {
        name: replace(LAST, table=replace(LAST.table, id=name)) for name in ("queue", "queue-2", "queue-3")
    }
    meeting, _, _, _ = continue_counts(sheet_of(f"# T\n\n{tables}"), last_tables, {})
    assert [table.id for table in meeting.tables] == [*last_tables]


def test_a_row_is_called_as_before_also_where_its_delta_is_stated() -> None:
    sheet = sheet_of(f"# T\n\n## Queue\n\n{TABLE.format('OPEN:')}")
    meeting, _, decisions, statements = continue_counts(sheet, {"queue": LAST}, {})
    assert [row.label for row in meeting.tables[0].rows] == ["Open", "Done"]
    assert [statement.row for statement in statements] == ["Open", "Done"]
    assert [(each.kind, each.stated, each.now) for each in decisions] == [
        ("label as before", "OPEN:", "Open")
    ]


def test_a_counter_continues_the_one_that_differs_in_number_or_case() -> None:
    sheet = sheet_of("# T\n\n- 1 (+1) Ticket\n- 2 (+1) guests\n\nWe had 3 (+1) cake.\n")
    meeting, loose, _, _ = continue_counts(
        sheet, {}, {"ticket": "tickets", "guest": "guests", "cake": "cakes"}
    )
    assert [counter.continues for counter in meeting.counters] == ["tickets", None]
    assert [record.continues for _, record in loose] == ["cakes"]


def test_tables_of_prose_go_on_as_well_and_tell_nothing() -> None:
    text = "- Queue\n\n  " + TABLE.format("OPEN").replace("\n|", "\n  |")
    sheet = sheet_of(f"# T\n\n## Queue\n\n{text}")
    meeting, ((_, table),), decisions, statements = continue_counts(sheet, {"queue": LAST}, {})
    assert isinstance(table, Table)
    assert (meeting.tables, table.id, decisions) == ((), "queue", [])
    assert [statement.row for statement in statements] == ["Open", "Done"]
