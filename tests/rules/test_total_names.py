"""The rule about totals, which are computed and never typed."""

import pytest
from support.notes import Notes
from support.rulebook import broken, finding, findings, met


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
    assert {(name.key_path[1:], name.on_key) for name in taken} == {
        (("rows", "Total"), True),
        (("columns", 1), False),
    }
    assert {name.message for name in taken} == {message}


@pytest.mark.parametrize(("counts", "is_sum"), [("[3, 4]", True), ("[3, 5]", False), ("[~, ~]", True)])
def test_a_row_total_that_is_no_sum_is_left_to_people(counts: str, is_sum: bool) -> None:
    rows = f"{{Open: [1, 2], Done: [2, 2], Total: {counts}}}"
    typed = finding(
        "total-name", met("2020-10-26", f"table: {{id: a, columns: [A, B], totals: row, rows: {rows}}}")
    )
    assert (typed.removes, "It is not the sum" in typed.hint) == (is_sum, not is_sum)


@pytest.mark.parametrize(
    ("totals", "label", "hint"),
    [
        ("totals: row, ", "TOTAL", "Delete it: totals are computed, never typed."),
        ("totals: both, ", "Totals:", "Delete it: totals are computed, never typed."),
        ("", "Total", "Delete it, and write below `columns`: totals: row"),
        ("", "Summe", "Delete it, and write below `columns`: totals: row"),
        ("", "All", "Delete it, and write below `columns`: totals: row"),
        ("totals: column, ", "sum", "Delete it, and write instead of `totals`: totals: both"),
    ],
)
def test_a_typed_row_of_sums_is_told_with_what_computes_it(totals: str, label: str, hint: str) -> None:
    body = (
        f"table: {{id: a, {totals}columns: [A, B], rows: {{Open: [1, 2], Done: [2, 2], '{label}': [3, 4]}}}}"
    )
    typed = finding("total-name", met("2020-10-26", body))
    severity = "error" if totals in {"totals: row, ", "totals: both, "} else "warning"
    assert (typed.severity, typed.hint, typed.key_path) == (severity, hint, ("table", "rows", label))


def test_a_typed_column_of_sums_is_told() -> None:
    body = "table: {id: a, columns: [A, B, Sum], rows: {Open: [1, 2, 3], Done: [2, 2, 4]}}"
    typed = finding("total-name", met("2020-10-26", body))
    assert typed.message == "the column 'Sum' is the sum of the others, which can be computed"
    assert typed.hint == "Delete it and its counts, and write below `columns`: totals: column"


@pytest.mark.parametrize(
    "body",
    [
        "columns: [A], rows: {Open: 1, Done: 2, All: 4}",
        "columns: [A], rows: {Open: 1, Done: 2, Total: 4}",
        "columns: [A], rows: {Open: 1, Done: 2, Blocked: 3}",
        "columns: [A], totals: row, rows: {Open: 1, Done: 2, All: 4}",
        "columns: [A], rows: {Open: 0, Done: 0, All: 0}",
        "columns: [A], rows: {Total: 1}",
    ],
)
def test_what_may_be_something_else_is_left_alone(body: str) -> None:
    assert broken(met("2020-10-26", f"table: {{id: a, {body}}}")) == []


def test_a_total_that_is_no_sum_is_told_where_it_is_added_again() -> None:
    body = "table: {id: a, columns: [A], totals: row, rows: {Open: 1, Done: 2, TOTAL: 4}}"
    typed = finding("total-name", met("2020-10-26", body))
    assert typed.message == "`totals` adds the row Total, to which the row 'TOTAL' is added, too"
    assert not typed.removes


SERIES = "format: 1\ntitle: Team\n"
TABLE = """\
date: {day}
table:
  id: tickets
  columns: [Count]
{more}  rows:
    Open: {count}
    Done: 2
"""


def test_a_total_is_measured_against_no_total_that_was_typed(notes: Notes) -> None:
    notes.write("meetings/team/series.yaml", SERIES)
    notes.write(
        "meetings/team/2020-10-19.yaml", TABLE.format(day="2020-10-19", more="", count=3) + "    TOTAL: 5\n"
    )
    path = notes.write(
        "meetings/team/2020-10-26.yaml", TABLE.format(day="2020-10-26", more="  totals: row\n", count=4)
    )
    assert "total-name" not in [
        problem["rule"] for problem in notes.problems(path) if problem["path"] == path
    ]
    assert "row-absent" not in notes.rules(path)
    notes.run("sync")
    assert "| 6     | +1      | Total |" in notes.read(notes.minutes("2020-10-26"))


def test_no_minutes_have_two_totals(notes: Notes) -> None:
    notes.write("meetings/team/series.yaml", SERIES)
    text = TABLE.format(day="2020-10-26", more="  totals: row\n", count=4) + "    Total: 6\n"
    path = notes.write("meetings/team/2020-10-26.yaml", text)
    notes.run("sync", "--stage")
    assert notes.read(notes.minutes("2020-10-26")).count("Total") == 1
    assert notes.rules(path) == ["total-name"]
    notes.run("sync", "--fix")
    assert "Total" not in notes.read(path)
    assert notes.read(notes.minutes("2020-10-26")).count("Total") == 1


def test_a_typed_total_is_told_once() -> None:
    past = met("2020-10-19", "table: {id: a, columns: [A], rows: {Open: 1, New: 2}}")
    later = met(
        "2020-10-26",
        "table: {id: a, columns: [A], rows: {Open: 1, Waiting: {counts: 2, continues: New}, Sum: 3}}",
    )
    assert broken(past, later) == ["total-name"]
    assert broken(past, met("2020-10-26", "table: {id: a, columns: [A], rows: {Open: 1, TOTAL: 1}}")) == [
        "total-name",
        "row-absent",
    ]


@pytest.mark.parametrize(
    ("rows", "mended"),
    [
        ("{Open: 1, Total: 3, Done: 2}", "{Open: 1, Done: 2}"),
        ("{Total: [3], Open: 1, Done: 2}", "{Open: 1, Done: 2}"),
        ("{ Open: 1, Done: 2, Total: 3 }", "{ Open: 1, Done: 2 }"),
    ],
)
def test_a_total_between_braces_is_deleted(notes: Notes, rows: str, mended: str) -> None:
    table = "table: {id: a, columns: [B], totals: row, rows: %s}\n"
    path = notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{table % rows}")
    notes.run("sync", "--fix")
    assert notes.read(path) == f"date: 2020-10-19\n{table % mended}"


@pytest.mark.parametrize("name", ["Gesamt", "Summe", "Insgesamt", "Totaux", "Suma", "Soma", "Totaal"])
def test_a_total_in_other_words_is_an_error_where_totals_are_computed(name: str) -> None:
    rows = f"rows: {{Open: [4, 5], Done: [5, 6], {name}: [9, 11]}}"
    row = finding("total-name", met("2020-10-26", f"table: {{id: a, columns: [A, B], totals: both, {rows}}}"))
    assert (row.severity, row.key_path, row.removes) == ("error", ("table", "rows", name), True)
    columns = f"columns: [A, {name}], rows: {{Open: [4, 4], Done: [5, 5]}}"
    column = finding("total-name", met("2020-10-26", f"table: {{id: a, totals: column, {columns}}}"))
    assert (column.severity, column.key_path) == ("error", ("table", "columns", 1))


def test_a_column_that_totals_leave_out_may_be_called_so() -> None:
    totals = "totals: {show: column, except: [Sum]}, columns: [A, B, Sum]"
    body = f"table: {{id: a, {totals}, rows: {{Open: [4, 4, 9]}}}}"
    assert findings("total-name", met("2020-10-26", body)) == []
