"""The tables and counters of a sheet as they go on from those of the meetings before."""

from dataclasses import replace

import pytest
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.oldminutes.continuity import LastTable
from minutebook.oldminutes.count_course import continue_counts
from minutebook.records.figures import Row, Table

TABLE = "| n | Δ | State |\n|---|---|---|\n| 4 | +1 | {} |\n| 6 | +0 | Done |\n"
LAST = LastTable(
    DAY, "Queue", Table((1,), "queue", "State", ("n",), (Row((3,), "Open", (3,)), Row((4,), "Done", (6,))))
)


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
    monkeypatch.delattr("minutebook.oldminutes.count_course.find_last")  # which looks through all of them
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
