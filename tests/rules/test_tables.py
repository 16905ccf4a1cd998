"""The rules about tables and their baselines."""

import pytest
from support.rulebook import SKIPPED, broken, finding, findings, met

from minutebook.records.meeting import Meeting


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


# total-name


def test_total_is_an_ordinary_name_where_no_totals_are_computed() -> None:
    assert broken(met("2020-10-26", "table: {id: a, columns: [Total], rows: {Total: 1}}")) == []


@pytest.mark.parametrize(
    ("totals", "message"),
    [
        ("row", "`totals` adds the row Total"),
        ("column", "`totals` adds the column Total"),
        ("both", "`totals` adds the row and the column Total"),
    ],
)
def test_total_is_no_name_for_anything_else_where_totals_are_computed(totals: str, message: str) -> None:
    body = f"table: {{id: a, columns: [A, Total], totals: {totals}, rows: {{Total: [1, 2]}}}}"
    taken = findings("total-name", met("2020-10-26", body))
    assert [(name.key_path[1:], name.on_key) for name in taken] == [
        (("rows", "Total"), True),
        (("columns", 1), False),
    ]
    assert {name.message for name in taken} == {message}


# column-renamed


@pytest.mark.parametrize(
    "later",
    [
        "{id: jira, columns: [A, B], rows: {Open: [1, 1]}}",
        "{id: jira, columns: [B, A], rows: {Open: [1, 1]}}",
        "{id: jira, columns: [A, B, C], rows: {Open: [1, 1, 1]}}",
        "{id: jira, columns: [A], rows: {Open: 1}}",
        "{id: jira, columns: [C], baseline: none, rows: {Open: 1}}",
        "{id: jira, columns: [C], baseline: jira, rows: {Open: 1}}",
        "{id: jira, columns: [C], continues: [A], rows: {Open: 1}}",
        "{id: jira, columns: [B, C], continues: [B, C], rows: {Open: [1, 1]}}",
        "{id: other, columns: [C], rows: {Open: 1}}",
    ],
)
def test_columns_that_say_what_they_are_or_only_came_or_only_went_are_no_renaming(later: str) -> None:
    past = met("2020-10-19", "table: {id: jira, columns: [A, B], rows: {Open: [1, 1]}}")
    assert broken(past, met("2020-10-26", f"table: {later}")) == []


@pytest.mark.parametrize(
    ("columns", "written"),
    [
        ("3.4.56, Both", "[A, Both]"),
        ("Both, '3.10'", "[Both, A]"),
        ("Both, C, D", "[Both, A, D]"),
        ("C", "[A]"),
    ],
)
def test_the_line_for_renamed_columns_is_the_likeliest_and_ends_the_matter(
    columns: str, written: str
) -> None:
    past = table("2020-10-19", "A, Both", "[1, 1]")
    counts = f"[{', '.join('1' for _ in columns.split(','))}]"
    rename = finding("column-renamed", past, table("2020-10-26", columns, counts))
    assert rename.hint.split("\n")[0] == f"Under `columns`, write one of: continues: {written}"
    assert rename.key_path == ("table", "columns")
    assert broken(past, table("2020-10-26", columns, counts, f", continues: {written}")) == []
    assert broken(past, table("2020-10-26", columns, counts, ", baseline: none")) == []


def test_renamed_columns_are_told_with_those_that_are_gone() -> None:
    one = finding("column-renamed", table("2020-10-19", "A"), table("2020-10-26", "B"))
    two = finding(
        "column-renamed", table("2020-10-19", "A, B", "[1, 1]"), table("2020-10-26", "C, D", "[1, 1]")
    )
    assert one.message == (
        "the column 'B' is new, and the column 'A' of 2020-10-19 is gone: "
        "the table must say whether it was renamed"
    )
    assert two.message == (
        "the columns 'C' and 'D' are new, and the columns 'A' and 'B' of 2020-10-19 are gone: "
        "the table must say whether they were renamed"
    )


# continues-unknown


def test_continues_may_name_only_columns_of_the_baseline() -> None:
    past, later = table("2020-10-19", "A"), table("2020-10-26", "B", more=", continues: [C]")
    unknown = finding("continues-unknown", past, later)
    assert (unknown.key_path, unknown.hint) == (("table", "continues", 0), "Its columns were: A")
    assert unknown.message == "the table jira of 2020-10-19 has no column 'C'"


def test_a_column_of_the_same_name_may_be_new_in_a_table_that_continues() -> None:
    past, later = table("2020-10-19", "A"), table("2020-10-26", "B, C", "[1, 1]", ", continues: [A, C]")
    assert broken(past, later) == []


def test_continues_without_any_earlier_table_continues_nothing() -> None:
    unknown = finding("continues-unknown", table("2020-10-26", "B", more=", continues: [C]"))
    assert unknown.key_path == ("table", "continues")


# baseline-unknown


def test_a_baseline_that_no_earlier_meeting_has_is_an_error() -> None:
    unknown = finding("baseline-unknown", table("2020-10-19"), table("2020-10-26", more=", baseline: jirra"))
    assert unknown.key_path == ("table", "baseline")
    assert unknown.message == "no earlier meeting has a table with the id jirra; did you mean jira?"


@pytest.mark.parametrize("baseline", ["none", "jira"])
def test_a_table_may_start_from_zero_or_from_an_earlier_table(baseline: str) -> None:
    assert broken(table("2020-10-19"), table("2020-10-26", more=f", baseline: {baseline}")) == []


# table-absent


def test_a_table_that_was_absent_is_a_warning() -> None:
    absent = finding("table-absent", table("2020-10-12"), met("2020-10-19"), table("2020-10-26"))
    assert absent.severity == "warning"
    assert absent.message == (
        "the meeting of 2020-10-19 doesn't have it with all its counts, so its deltas are since 2020-10-12"
    )


def test_nothing_is_absent_from_a_meeting_that_was_skipped() -> None:
    assert broken(table("2020-10-12"), met("2020-10-19", SKIPPED), table("2020-10-26")) == []


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


# row-renamed


def test_the_line_for_a_renamed_row_names_the_earlier_label() -> None:
    past = met("2020-10-19", "table: {id: jira, columns: [A], rows: {'Ready: now': 1}}")
    later = met("2020-10-26", "table: {id: jira, columns: [A], rows: {'ready: now': 1}}")
    rename = finding("row-renamed", past, later)
    assert rename.message == "the row 'ready: now' is new, and 'Ready: now' of 2020-10-19 is gone"
    assert rename.hint == 'If they are the same state, write: "Ready: now": …'
    assert rename.on_key


def test_rows_that_only_moved_were_not_renamed() -> None:
    past = met("2020-10-19", "table: {id: jira, columns: [A], rows: {Ready one: 1, Ready two: 2}}")
    later = met("2020-10-26", "table: {id: jira, columns: [A], rows: {Ready two: 1, Ready one: 2}}")
    assert broken(past, later) == []
