"""The rules about tables and their baselines."""

from dataclasses import replace

import pytest
from support.effort import at_most
from support.rulebook import SKIPPED, broken, finding, findings, met
from support.samples import history

from minutebook.records.figures import Row, Table
from minutebook.records.meeting import Meeting, Section
from minutebook.rules.tables import tables_stay


def table(day: str, columns: str = "A", counts: str = "1", more: str = "") -> Meeting:
    return met(day, f"table: {{id: jira, columns: [{columns}], rows: {{Open: {counts}}}{more}}}")


# row-length, continues-length


@pytest.mark.parametrize(
    ("body", "rule", "message"),
    [
        (
            "columns: [A], rows: {Open: [1, 2]}",
            "row-length",
            "the row Open must have one count, one for each column, but has 2",
        ),
        (
            "columns: [A], rows: {Open: []}",
            "row-length",
            "the row Open must have one count, one for each column, but has 0",
        ),
        (
            "columns: [A, B], rows: {Open: 1, Closed: 2, New: [1, 2], Old: 3}",
            "row-length",
            "the row Open must have 2 counts, one for each column, but has 1; so have 2 other rows",
        ),
        (
            "columns: [A, B], rows: {Open: 1}",
            "row-length",
            "the row Open must have 2 counts, one for each column, but has 1",
        ),
        (
            "columns: [A], continues: [A, B], rows: {Open: 1}",
            "continues-length",
            "`continues` must have one name, one for each column, but has 2",
        ),
    ],
)
def test_there_is_one_for_each_column(body: str, rule: str, message: str) -> None:
    assert finding(rule, met("2020-10-26", f"table: {{id: jira, {body}}}")).message == message


# duplicate-table


def test_two_tables_of_one_id_cannot_be_computed() -> None:
    one = "{table: {id: a, columns: [A], rows: {Open: 1}}}"
    repeat = finding("duplicate-table", met("2020-10-26", f"sections: [{one}, {one}]"))
    assert repeat.key_path == ("sections", 1, "table", "id")
    assert repeat.message == "this meeting has two tables with the id a"


# except-unknown


def test_totals_leave_out_only_columns_that_are_there() -> None:
    body = (
        "table: {{id: a, columns: [A, Oldest], totals: {{show: row, except: [{}]}}, rows: {{Open: [1, 2]}}}}"
    )
    unknown = finding("except-unknown", met("2020-10-26", body.format("Oldset")))
    assert unknown.key_path == ("table", "totals", "except", 0)
    assert unknown.message == "the table has no column 'Oldset'; did you mean Oldest?"
    nothing = finding("except-unknown", met("2020-10-26", body.format("A, Oldest")))
    assert nothing.message == "`except` leaves out all columns, so there is nothing to add"
    assert broken(met("2020-10-26", body.format("Oldest"))) == []


# baseline-unknown


def test_a_baseline_that_no_earlier_meeting_has_is_an_error() -> None:
    unknown = finding("baseline-unknown", table("2020-10-19"), table("2020-10-26", more=", baseline: jirra"))
    assert unknown.key_path == ("table", "baseline")
    assert unknown.message == "no earlier meeting has a table with the id jirra; did you mean jira?"


@pytest.mark.parametrize("baseline", ["none", "jira"])
def test_a_table_may_start_from_zero_or_from_an_earlier_table(baseline: str) -> None:
    assert broken(table("2020-10-19"), table("2020-10-26", more=f", baseline: {baseline}")) == []


# table-absent


def test_a_table_that_is_missing_is_a_warning_at_once() -> None:
    absent = finding("table-absent", table("2020-10-19"), met("2020-10-26"))
    assert (absent.severity, absent.record) == ("warning", "table jira")
    assert absent.message == "it stands in the meeting of 2020-10-19, and is missing here"


@pytest.mark.parametrize(
    "later",
    [
        met("2020-10-26", SKIPPED),
        met("2020-10-26", "table: {id: queue, columns: [A], baseline: jira, rows: {Open: 1}}"),
    ],
)
def test_a_meeting_that_was_skipped_and_a_table_that_goes_on_lack_none(later: Meeting) -> None:
    assert findings("table-absent", table("2020-10-19"), later) == []


def test_a_table_that_is_gone_is_told_once() -> None:
    assert broken(table("2020-10-12"), met("2020-10-19"), met("2020-10-26")) == []
    assert broken(table("2020-10-12"), met("2020-10-19"), table("2020-10-26")) == []


def test_a_new_table_is_no_alarm() -> None:
    assert broken(met("2020-10-19"), table("2020-10-26")) == []


# table-renamed


def test_a_renamed_table_may_keep_its_id_or_name_its_baseline() -> None:
    past = table("2020-10-19")
    later = met("2020-10-26", "table: {id: jira2, columns: [A], rows: {Open: 1}}")
    named = met("2020-10-26", "table: {id: jira2, columns: [A], baseline: jira, rows: {Open: 1}}")
    rename = finding("table-renamed", past, later)
    assert rename.hint == "If so, write: id: jira   or: baseline: jira"
    assert rename.message == "it is new, and the table jira of 2020-10-19 is gone: is it the same one?"
    assert broken(past, named) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [("Open: 1, Done: 2, New: 3", ["table-renamed"]), ("Open: 1, Late: 2, New: 3", ["table-absent"])],
)
def test_a_table_with_the_same_columns_and_most_rows_is_that_table(rows: str, told: list[str]) -> None:
    past = met("2020-10-19", "table: {id: tickets, columns: [A], rows: {Open: 1, Done: 2, Blocked: 3}}")
    later = met("2020-10-26", f"table: {{id: queues, columns: [A], rows: {{{rows}}}}}")
    assert broken(past, later) == told
    if told == ["table-renamed"]:
        assert finding(told[0], past, later).hint == "If so, write: id: tickets   or: baseline: tickets"
    else:
        line_to_write = "If it is queues now, write there below `id`: baseline: tickets"
        assert finding(told[0], past, later).hint.endswith(line_to_write)


def test_a_table_that_stood_in_an_earlier_meeting_is_not_new() -> None:
    one, other = (f"table: {{id: {name}, columns: [A], rows: {{Open: 1}}}}" for name in ("tickets", "queues"))
    assert broken(met("2020-10-12", other), met("2020-10-19", one), met("2020-10-26", other)) == [
        "table-absent"
    ]


# Many tables


def many_tables(day: str, ids: str) -> Meeting:
    rows = (Row((), "Open", (1,)),)
    tables = tuple(Table((), f"{ids}{number}", None, ("n",), rows) for number in range(4000))
    return replace(met(day), root=Section((), None, tables, ()))


@pytest.mark.parametrize(("ids", "loops"), [("t", 1), ("u", 20)])
def test_no_table_is_compared_with_all_of_the_meeting_before(ids: str, loops: float) -> None:
    earlier, later = many_tables("2020-10-19", "t"), many_tables("2020-10-26", ids)
    past = history(earlier, later)
    with at_most(loops):
        list(tables_stay(later, past))
