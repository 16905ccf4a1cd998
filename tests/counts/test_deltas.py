"""Every count's change against its baseline, cell by cell and in the totals."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.samples import history, meeting

from minutebook.counts.deltas import CounterWithDelta, CountWithDelta, TableWithDeltas, compute, measure_table
from minutebook.records.figures import TOTAL, Row, Table, Totals
from minutebook.records.meeting import Meeting

NAMES = st.sampled_from(["Open", "Done", "Ready", "3.4", "3.5", "Both", "New", "Old"])
TOTALS: list[Totals | None] = [None, "row", "column", "both"]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table with every count known."""
    columns = tuple(draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)))
    labels = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    counts = st.tuples(*[st.integers(0, 999)] * len(columns))
    rows = tuple(Row((), label, draw(counts)) for label in labels)
    continues = draw(st.none() | st.permutations(["3.4", "3.5", "Both", "Old"]))
    parallel = tuple(continues[: len(columns)]) if continues else None
    return Table((), "jira", "State", columns, rows, draw(st.sampled_from(TOTALS)), parallel)


def table(columns: str, totals: Totals | None = None, **rows: tuple[int | None, ...]) -> Table:
    return Table(
        (), "jira", "State", tuple(columns.split()), tuple(Row((), *row) for row in rows.items()), totals
    )


def drawn(
    now: Table, before: Table | None, *, from_zero: bool = False
) -> dict[str, list[tuple[int | None, int | None]]]:
    """Return a table's values and deltas by row."""
    measured = measure_table(now, before, from_zero=from_zero)
    return {label: [(cell.value, cell.delta) for cell in cells] for label, cells in measured.rows}


def by_name(now: Table, before: Table | None) -> Iterator[tuple[str, str, CountWithDelta]]:
    """Yield row, column and cell of a table with its totals."""
    measured = measure_table(now, before)
    for label, cells in measured.rows:
        for column, cell in zip(measured.columns, cells, strict=True):
            yield label, column, cell


def count(of: Table, row: str, column: str) -> int:
    """Return a count of a table, 0 where it has none."""
    counts = {r.label: dict(zip(of.columns, r.counts, strict=True)) for r in of.rows}
    return counts.get(row, {}).get(column) or 0


def of(
    day: str, body: str, *earlier: Meeting
) -> tuple[Meeting, tuple[TableWithDeltas, ...], tuple[CounterWithDelta, ...]]:
    now = meeting(f"date: {day}\n{body}\n")
    found = compute(now, history(*earlier, now))
    return now, found.tables, found.counters


def jira(day: str, count: str = "5", more: str = "") -> Meeting:
    return meeting(f"date: {day}\ntable: {{id: jira, columns: [Tickets], {more} rows: {{Open: {count}}}}}\n")


def test_a_delta_is_the_count_now_minus_the_baselines() -> None:
    assert drawn(table("A", Open=(154,)), table("A", Open=(169,))) == {"Open": [(154, -15)]}


def test_an_unchanged_count_has_the_delta_zero() -> None:
    assert drawn(table("A", Open=(3,)), table("A", Open=(3,))) == {"Open": [(3, 0)]}


def test_a_new_row_counts_from_zero() -> None:
    assert drawn(table("A", Open=(3,), New=(4,)), table("A", Open=(3,)))["New"] == [(4, 4)]


def test_a_new_column_counts_from_zero() -> None:
    assert drawn(table("A B", Open=(3, 4)), table("A", Open=(3,)))["Open"] == [(3, 0), (4, 4)]


def test_without_a_baseline_no_delta_is_known() -> None:
    now = table("A B", "both", Open=(3, 4))
    expected = [(3, None), (4, None), (7, None)]
    assert drawn(now, None) == {"Open": expected, "Total": expected}


def test_a_restarted_table_counts_from_zero_in_every_cell_and_total() -> None:
    now = table("A B", "both", Open=(3, 4))
    assert drawn(now, None, from_zero=True) == {
        "Open": [(3, 3), (4, 4), (7, 7)],
        "Total": [(3, 3), (4, 4), (7, 7)],
    }


def test_an_unknown_count_has_neither_delta_nor_total() -> None:
    now = table("A B", "both", Open=(None, 4), Done=(1, 1))
    assert drawn(now, table("A B", Open=(1, 1), Done=(1, 1))) == {
        "Open": [(None, None), (4, 3), (None, None)],
        "Done": [(1, 0), (1, 0), (2, 0)],
        "Total": [(None, None), (5, 3), (None, None)],
    }


@pytest.mark.parametrize(
    ("totals", "columns", "rows"),
    [
        (None, ("A", "B"), ["Open", "Done"]),
        ("row", ("A", "B"), ["Open", "Done", "Total"]),
        ("column", ("A", "B", "Total"), ["Open", "Done"]),
        ("both", ("A", "B", "Total"), ["Open", "Done", "Total"]),
    ],
)
def test_totals_come_last(totals: Totals | None, columns: tuple[str, ...], rows: list[str]) -> None:
    measured = measure_table(table("A B", totals, Open=(1, 2), Done=(3, 4)), None)
    assert measured.columns == columns
    assert [label for label, _cells in measured.rows] == rows
    assert all(len(cells) == len(columns) for _label, cells in measured.rows)


def test_a_row_that_is_gone_still_counts_in_the_totals_delta() -> None:
    before = table("A B", Open=(5, 1), Gone=(10, 20))
    assert drawn(table("A B", "both", Open=(6, 2)), before) == {
        "Open": [(6, 1), (2, 1), (8, 2)],
        "Total": [(6, -9), (2, -19), (8, -28)],
    }


def test_a_column_that_is_gone_still_counts_in_the_totals_delta() -> None:
    before = table("A B", Open=(5, 7))
    assert drawn(table("A", "both", Open=(5,)), before) == {
        "Open": [(5, 0), (5, -7)],
        "Total": [(5, 0), (5, -7)],
    }


def test_a_renamed_column_is_measured_against_what_it_continues() -> None:
    now = replace(table("new B", "both", Open=(5, 1)), continues=("old", "B"))
    before = table("B old", Open=(1, 3))
    assert drawn(now, before) == {"Open": [(5, 2), (1, 0), (6, 2)], "Total": [(5, 2), (1, 0), (6, 2)]}


def test_columns_that_swapped_their_names_are_told_apart_by_continues() -> None:
    now = replace(table("A B", Open=(5, 1)), continues=("B", "A"))
    assert drawn(now, table("A B", Open=(1, 5))) == {"Open": [(5, 0), (1, 0)]}


@given(tables(), tables())
def test_baseline_plus_delta_is_the_value_in_every_cell(now: Table, before: Table) -> None:
    old = dict(zip(now.columns, now.continues or now.columns, strict=True))
    for row, column, cell in by_name(now, before):
        if TOTAL not in {row, column}:
            assert cell.delta is not None
            assert count(before, row, old[column]) + cell.delta == cell.value == count(now, row, column)


@given(tables(), tables())
def test_baseline_plus_delta_is_the_value_in_every_total(now: Table, before: Table) -> None:
    old = dict(zip(now.columns, now.continues or now.columns, strict=True))
    for row, column, cell in by_name(now, before):
        if TOTAL not in {row, column}:
            continue
        in_row = {True: [r.label for r in before.rows], False: [row]}[row == TOTAL]
        in_column = list(before.columns) if column == TOTAL else [old[column]]
        expected = sum(count(before, r, c) for r in in_row for c in in_column)
        assert cell.delta is not None
        assert expected + cell.delta == cell.value


@given(tables())
def test_totals_are_the_sums_of_their_rows_and_columns(now: Table) -> None:
    now = replace(now, totals="both")
    values = {(row, column): cell.value for row, column, cell in by_name(now, None)}
    for row in (r.label for r in now.rows):
        assert values[row, TOTAL] == sum(count(now, row, column) for column in now.columns)
    for column in now.columns:
        assert values[TOTAL, column] == sum(count(now, r.label, column) for r in now.rows)
    assert values[TOTAL, TOTAL] == sum(sum(c or 0 for c in r.counts) for r in now.rows)


@given(tables(), tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_no_delta(now: Table, before: Table, random: Random) -> None:
    def shuffled(one: Table) -> Table:
        order = random.sample(range(len(one.columns)), len(one.columns))
        rows = [replace(row, counts=tuple(row.counts[i] for i in order)) for row in one.rows]
        random.shuffle(rows)
        continues = one.continues and tuple(one.continues[i] for i in order)
        return replace(
            one, columns=tuple(one.columns[i] for i in order), rows=tuple(rows), continues=continues
        )

    as_written = {(row, column): cell for row, column, cell in by_name(now, before)}
    assert {
        (row, column): cell for row, column, cell in by_name(shuffled(now), shuffled(before))
    } == as_written


def test_a_meetings_tables_name_the_meeting_they_are_measured_against() -> None:
    _now, (found,), _ = of(
        "2020-10-26", "table: {id: jira, columns: [Tickets], rows: {Open: 7}}", jira("2020-10-19")
    )
    assert found.baseline
    assert found.baseline.date == date(2020, 10, 19)
    assert found.since is None
    assert found.rows == (("Open", (CountWithDelta(7, 2),)),)


def test_a_table_after_a_skipped_week_says_since_when() -> None:
    _now, (found,), _ = of(
        "2020-10-26", "table: {id: jira, columns: [Tickets], rows: {Open: 7}}", jira("2020-10-12")
    )
    assert found.since == date(2020, 10, 12)


def test_a_table_that_restarts_counts_from_zero_and_has_no_baseline() -> None:
    body = "table: {id: jira, columns: [Tickets], baseline: none, rows: {Open: 7}}"
    _now, (found,), _ = of("2020-10-26", body, jira("2020-10-19"))
    assert (found.baseline, found.since, found.rows) == (None, None, (("Open", (CountWithDelta(7, 7),)),))


def test_a_renamed_row_goes_on_and_a_new_one_counts_from_zero() -> None:
    now = table("A", "row", Access=(25,), Waiting=(4,))
    rows = (replace(now.rows[0], continues="Identity"), replace(now.rows[1], continues="none"))
    before = table("A", Identity=(20,), Waiting=(3,))
    assert drawn(replace(now, rows=rows), before) == {
        "Access": [(25, 5)],
        "Waiting": [(4, 4)],
        "Total": [(29, 6)],
    }


def test_columns_that_cannot_be_added_have_no_total() -> None:
    now = replace(table("A Oldest B", "both", Open=(1, 90, 2), Done=(3, 59, 4)), untotaled=("Oldest",))
    before = replace(table("A Oldest B", Open=(1, 80, 1), Done=(1, 10, 1)), untotaled=("Oldest",))
    assert drawn(now, before) == {
        "Open": [(1, 0), (90, 10), (2, 1), (3, 1)],
        "Done": [(3, 2), (59, 49), (4, 3), (7, 5)],
        "Total": [(4, 2), (None, None), (6, 4), (10, 6)],
    }


def test_a_column_that_is_left_out_from_now_on_was_left_out_before() -> None:
    now = replace(table("A Age", "column", Open=(1, 90)), untotaled=("Age",), continues=("A", "Oldest"))
    assert drawn(now, table("A Oldest", Open=(1, 80))) == {"Open": [(1, 0), (90, 10), (1, 0)]}


def test_a_cell_whose_baseline_is_not_known_has_no_delta_nor_has_its_total() -> None:
    now, before = table("A B", "both", Open=(12, 4), Done=(1, 1)), table("A B", Open=(None, 4), Done=(1, 0))
    assert drawn(now, before) == {
        "Open": [(12, None), (4, 0), (16, None)],
        "Done": [(1, 0), (1, 1), (2, 1)],
        "Total": [(13, None), (5, 1), (18, None)],
    }


def test_where_counters_come_and_go_what_the_meeting_before_lacked_was_zero() -> None:
    oldest, before = meeting("date: 2020-10-12\ncounters: {calls: 9}"), meeting("date: 2020-10-19")
    _now, _, (counter,) = of("2020-10-26", "changing: true\ncounters: {calls: 3}", oldest, before)
    assert (counter.count, counter.since) == (CountWithDelta(3, 3), None)


def test_the_first_meeting_has_no_deltas() -> None:
    _now, (table_,), (counter,) = of(
        "2020-10-26", "table: {id: jira, columns: [Tickets], rows: {Open: 7}}\ncounters: {calls: 3}"
    )
    assert table_.rows == (("Open", (CountWithDelta(7, None),)),)
    assert (counter.count, counter.baseline, counter.since) == (CountWithDelta(3, None), None, None)


def test_a_table_may_be_measured_against_another_one() -> None:
    body = "table: {id: queue, columns: [Tickets], baseline: jira, rows: {Open: 7}}"
    _now, (found,), _ = of("2020-10-26", body, jira("2020-10-19"))
    assert found.rows == (("Open", (CountWithDelta(7, 2),)),)


def test_a_counter_has_a_delta_and_says_since_when() -> None:
    before = meeting("date: 2020-10-12\ncounters: {calls: 11}")
    _now, _, (found,) = of("2020-10-26", "counters: {calls: 7}", before)
    assert (found.count, found.since) == (CountWithDelta(7, -4), date(2020, 10, 12))


def test_a_counter_that_is_not_known_yet_has_no_delta() -> None:
    before = meeting("date: 2020-10-19\ncounters: {calls: 11}")
    _now, _, (found,) = of("2020-10-26", "status: draft\ncounters: {calls: }", before)
    assert found.count == CountWithDelta(None, None)


def test_each_record_of_a_meeting_is_found_again_by_itself() -> None:
    now = meeting("""\
        date: 2020-10-26
        counters: {calls: 1}
        sections:
          - title: A
            table: {id: a, columns: [T], rows: {Open: 1}}
          - title: B
            table: {id: b, columns: [T], rows: {Open: 2}}
            counters: {mails: 2}
        """)
    found = compute(now, history(now))
    assert [found.table(one).table.id for one in now.tables] == ["a", "b"]
    assert [found.counter(one).counter.label for one in now.counters] == ["calls", "mails"]


def asked(now: Meeting, base: Meeting, *others: Meeting) -> tuple[TableWithDeltas, ...]:
    return compute(now, history(*others, now), base).tables


def test_a_meeting_that_is_asked_for_is_the_baseline_and_needs_no_since() -> None:
    base, last, now = jira("2020-10-05", "1"), jira("2020-10-19", "3"), jira("2020-10-26", "7")
    (found,) = asked(now, base, base, last)
    assert (found.baseline, found.since, found.rows) == (base, None, (("Open", (CountWithDelta(7, 6),)),))


def test_without_the_table_in_the_meeting_that_is_asked_for_no_delta_is_known() -> None:
    base = meeting("date: 2020-10-05\ncounters: {calls: 1}")
    (found,) = asked(jira("2020-10-26"), base, jira("2020-10-19"))
    assert (found.baseline, found.rows) == (None, (("Open", (CountWithDelta(5, None),)),))


def test_an_earlier_state_of_the_same_file_is_compared_by_the_names_it_has_now() -> None:
    renamed = "continues: [Old], baseline: queue,"
    (found,) = asked(jira("2020-10-26", "7", renamed), jira("2020-10-26", "4", renamed))
    assert found.rows == (("Open", (CountWithDelta(7, 3),)),)


def test_an_earlier_state_of_a_restarted_table_is_compared_number_by_number() -> None:
    (found,) = asked(jira("2020-10-26", "7", "baseline: none,"), jira("2020-10-26", "4", "baseline: none,"))
    assert found.rows == (("Open", (CountWithDelta(7, 3),)),)


def test_another_table_is_looked_for_in_a_meeting_that_is_asked_for() -> None:
    now = meeting("date: 2020-10-26\ntable: {id: queue, columns: [Tickets], baseline: jira, rows: {Open: 7}}")
    (found,) = asked(now, jira("2020-10-05", "1"))
    assert found.rows == (("Open", (CountWithDelta(7, 6),)),)


@pytest.mark.parametrize(
    ("base", "now", "delta"),
    [
        ("date: 2020-10-05\ncounters: {calls: 1}", "calls: 7", 6),
        ("date: 2020-10-05\ncounters: {calls: 1}", "rings: {value: 7, continues: calls}", 6),
        ("date: 2020-10-26\ncounters: {rings: 1}", "rings: {value: 7, continues: calls}", 6),
        ("date: 2020-10-05\ncounters: {mails: 1}", "calls: 7", None),
        ("date: 2020-10-05\nstatus: draft\ncounters: {calls: }", "calls: 7", None),
    ],
)
def test_a_counter_is_measured_against_what_is_asked_for(base: str, now: str, delta: int | None) -> None:
    later = meeting(f"date: 2020-10-26\ncounters: {{{now}}}")
    (found,) = compute(later, history(later), meeting(base)).counters
    assert found.count == CountWithDelta(7, delta)
    assert (found.baseline is None) is (delta is None)
