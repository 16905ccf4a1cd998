"""The rules about tables and their baselines."""

import pytest
from support.effort import at_most
from support.findings import broken_rules, dated, findings, only_finding
from support.samples import history

from minutebook import rules
from minutebook.records.meeting import Meeting


def table(day: str, columns: str = "A", counts: str = "1", more: str = "") -> Meeting:
    return dated(day, f"table: {{id: jira, columns: [{columns}], rows: {{Open: {counts}}}{more}}}")


@pytest.mark.parametrize(
    "more",
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
def test_columns_that_are_told_or_only_came_or_only_went_are_no_renaming(more: str) -> None:
    past = dated("2020-10-19", "table: {id: jira, columns: [A, B], rows: {Open: [1, 1]}}")
    assert broken_rules(past, dated("2020-10-26", f"table: {more}")) == []


def test_a_table_that_was_absent_is_a_warning() -> None:
    finding = only_finding("table-absent", table("2020-10-12"), dated("2020-10-19", ""), table("2020-10-26"))
    assert finding.severity == "warning"
    assert "not in the meeting of 2020-10-19" in finding.message
    assert "against 2020-10-12" in finding.message


def test_nothing_is_absent_from_a_meeting_that_was_skipped() -> None:
    skipped = dated("2020-10-19", "status: skipped\nreason: Holiday\n")
    assert broken_rules(table("2020-10-12"), skipped, table("2020-10-26")) == []


def test_total_is_an_ordinary_name_where_no_totals_are_computed() -> None:
    assert broken_rules(dated("2020-10-26", "table: {id: a, columns: [Total], rows: {Total: 1}}")) == []


@pytest.mark.parametrize("totals", ["row", "column", "both"])
def test_total_is_no_name_for_anything_else_where_totals_are_computed(totals: str) -> None:
    last = dated(
        "2020-10-26", f"table: {{id: a, columns: [A, Total], totals: {totals}, rows: {{Total: [1, 2]}}}}"
    )
    places = [finding.key_path[1:] for finding in findings(last) if finding.rule == "total-name"]
    assert places == [("rows", "Total"), ("columns", 1)]


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
    finding = only_finding("column-renamed", past, table("2020-10-26", columns, counts))
    assert finding.hint.split("\n")[0] == f"Below `columns`, write one of: continues: {written}"
    assert finding.key_path == ("table", "columns")
    assert broken_rules(past, table("2020-10-26", columns, counts, f", continues: {written}")) == []
    assert broken_rules(past, table("2020-10-26", columns, counts, ", baseline: none")) == []


def test_the_line_for_a_renamed_row_names_the_old_label() -> None:
    past = dated("2020-10-19", "table: {id: jira, columns: [A], rows: {'Ready: now': 1}}")
    finding = only_finding(
        "row-renamed", past, dated("2020-10-26", "table: {id: jira, columns: [A], rows: {'ready: now': 1}}")
    )
    assert finding.hint == 'If they are the same state, write: "Ready: now": …'


def test_a_renamed_table_may_be_told_by_its_id_or_its_baseline() -> None:
    past = table("2020-10-19")
    last = dated("2020-10-26", "table: {id: jira2, columns: [A], rows: {Open: 1}}")
    assert only_finding("table-renamed", past, last).hint == "If so, write: id: jira   or: baseline: jira"
    told = dated("2020-10-26", "table: {id: jira2, columns: [A], baseline: jira, rows: {Open: 1}}")
    assert broken_rules(past, told) == []


def test_continues_may_name_only_columns_of_the_baseline() -> None:
    past, last = table("2020-10-19", "A"), table("2020-10-26", "B", more=", continues: [C]")
    finding = only_finding("continues-unknown", past, last)
    assert (finding.key_path, finding.hint) == (("table", "continues", 0), "Its columns were: A")


def test_continues_without_any_earlier_table_continues_nothing() -> None:
    finding = only_finding("continues-unknown", table("2020-10-26", "B", more=", continues: [C]"))
    assert finding.key_path == ("table", "continues")


def test_a_baseline_that_no_earlier_meeting_has_is_an_error() -> None:
    assert broken_rules(table("2020-10-19"), table("2020-10-26", more=", baseline: queue")) == [
        "baseline-unknown"
    ]


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("{Open: [1, 2]}", "row-length"),
        ("{Open: []}", "row-length"),
        ("{Open: 1}, continues: [A, B]", "continues-length"),
    ],
)
def test_what_cannot_be_computed_is_found_before_anything_is(more: str, rule: str) -> None:
    last = dated("2020-10-26", f"table: {{id: jira, columns: [A], rows: {more}}}")
    assert [finding.rule for finding in rules.structural_findings(last)] == [rule]


def test_a_row_of_a_single_count_does_for_one_column_only() -> None:
    last = dated("2020-10-26", "table: {id: jira, columns: [A, B], rows: {Open: 1}}")
    message = next(rules.structural_findings(last)).message
    assert message == "the row Open must have 2 counts, one for each column, and has 1"


def test_labels_that_only_moved_are_no_twins() -> None:
    past = dated("2020-10-19", "table: {id: jira, columns: [A], rows: {Ready one: 1, Ready two: 2}}")
    assert (
        broken_rules(
            past, dated("2020-10-26", "table: {id: jira, columns: [A], rows: {Ready two: 1, Ready one: 2}}")
        )
        == []
    )


def test_two_tables_of_one_id_cannot_be_computed() -> None:
    body = "sections: [{table: {id: a, columns: [A], rows: {Open: 1}}}, {table: {id: a, columns: [A], rows: {Open: 1}}}]"
    (finding,) = rules.structural_findings(dated("2020-10-26", body))
    assert (finding.rule, finding.key_path) == ("duplicate-table", ("sections", 1, "table", "id"))


def rows(day: str, labels: list[str]) -> Meeting:
    listed = "".join(f"    {label}: 1\n" for label in labels)
    return dated(day, f"table:\n  id: a\n  columns: [A]\n  rows:\n{listed}")


def test_a_table_of_other_rows_is_no_table_of_misspelt_rows() -> None:
    old, new = ([f"{word} state {number:04}" for number in range(1_500)] for word in ("former", "latter"))
    last = rows("2020-10-26", new)
    past = history(rows("2020-10-19", old), last)
    with at_most(50):
        assert [found.rule for found in rules.historical_findings(last, past)] == ["title-missing"]


def test_a_label_that_is_written_in_small_letters_is_misspelt() -> None:
    labels = (["In Progress", "Open"], ["In progress", "Open"])
    assert only_finding("row-renamed", *(rows(f"2020-10-{19 + 7 * n}", labels[n]) for n in (0, 1)))
