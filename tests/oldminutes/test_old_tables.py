"""Tables of counts as records, and what is stated in them that is computed."""

from datetime import date

import pytest
from support.oldminutes.sheets import block_of

from minutebook.oldminutes.old_tables import CountTable, parse_count, read_count_table, with_columns_of_deltas
from minutebook.records.figures import Row


def read(*rows: str, below: str = "", draft: bool = False) -> CountTable | None:
    """Return the counts of a table of rows that are given as cells with bars between them."""
    line = "|".join(["---"] * (rows[0].count("|") + 1))
    text = "\n".join(("|" + "|\n|".join((rows[0], line, *rows[1:])) + "|", *([below] if below else [])))
    return read_count_table(block_of(text), text.split("\n"), draft=draft)


def table(*rows: str, below: str = "", draft: bool = False) -> CountTable:
    """Return the counts of a table that has some."""
    counts = read(*rows, below=below, draft=draft)
    assert counts
    return counts


def stated(*rows: str, below: str = "") -> list[tuple[int, str, str, str, str, int | None]]:
    """Return what a table states: the line, the kind, the row, the column, the text and the number."""
    return [
        (each.line, each.kind, each.row, each.column, each.text, each.value)
        for each in table(*rows, below=below).statements
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("11", 11),
        ("0", 0),
        ("1,204", 1204),
        ("1,204,000", 1204000),
        ("1,20", None),
        ("3.5", None),
        ("", None),
    ],
)
def test_a_count_is_a_whole_number(text: str, count: int | None) -> None:
    assert parse_count(text) == count


def test_a_table_has_columns_labels_and_rows() -> None:
    counts = table("n | Δ | State", "4 | +1 | Open", "6 | -2 | Done").table
    assert (counts.columns, counts.labels, counts.totals) == (("n",), "State", None)
    assert counts.rows == (Row((3,), "Open", (4,)), Row((4,), "Done", (6,)))


def test_a_short_row_has_empty_cells_at_its_end() -> None:
    assert table("n | Δ | State", "4 | +1 | Open", "6").table.rows[1] == Row((4,), "", (6,))


def test_deltas_in_brackets_behind_counts_are_stated_and_stay_prose() -> None:
    rows = ("State | n", "Open | 13 (+4)", "Done | 7")
    assert stated(*rows) == [(3, "delta", "Open", "n", "+4", 4)]
    counts = table(*rows)
    assert ([row.counts for row in counts.table.rows], counts.is_whole) == ([(13,), (7,)], False)


def test_beside_deltas_other_numbers_are_no_counts() -> None:
    counts = table("n | Δ | Age | State", "4 | +1 | 3 | Open", "6 | +0 |  | Done").table
    assert (counts.columns, counts.labels) == (("n",), "State")


@pytest.mark.parametrize(
    "rows",
    [
        ("State | Δ | n", "Open | 1 | 4"),
        ("Δ | State | n", "1 | Open | 4"),
        ("n | Δ | Δ | State", "4 | 1 | 2 | Open"),
    ],
)
def test_deltas_are_no_counts(rows: tuple[str, ...]) -> None:
    assert table(*rows).table.columns == ("n",)


def test_deltas_stand_right_behind_what_they_are_about() -> None:
    assert stated("Δ | State | n", "1 | Open | 4") == []


def test_the_difference_of_two_columns_of_a_row_is_no_delta() -> None:
    rows = ("Full | 65 | 68 | -3", "Half | 37 | 33 | +4", "Band | 2 | 2 | -")
    assert [
        each.kind for each in table("Class | Now | Before | Diff", *rows).statements if each.kind == "delta"
    ] == []
    assert len(table("Class | Now | Best | Diff", "Full | 65 | 68 | +1", "Half | 3 | 4 | +4").statements) == 2


def test_labels_may_stand_first_and_columns_be_several() -> None:
    counts = table("State | a | Δ | b | Δ", "Open | 4 | +1 | 5 | +0").table
    assert (counts.columns, counts.labels) == (("a", "b"), "State")
    assert counts.rows == (Row((3,), "Open", (4, 5)),)


def test_deltas_are_stated_as_they_are_written() -> None:
    assert stated("n | Δ | State", "4 | &minus;1 | Open", "6 |  | Done", "7 | n/a | Held") == [
        (3, "delta", "Open", "n", "&minus;1", -1),
        (5, "delta", "Held", "n", "n/a", None),
    ]


@pytest.mark.parametrize("name", ["Total", "**Sum**", "Σ", "Gesamt", "合计"])
def test_a_last_row_may_be_the_totals(name: str) -> None:
    rows = ("n | Δ | State", "4 | +1 | Open", "6 | +0 | Done", f"10 | +1 | {name}")
    assert (table(*rows).table.totals, len(table(*rows).table.rows)) == ("row", 2)
    assert stated(*rows)[2:] == [
        (5, "total", "Total", "n", "10", 10),
        (5, "delta", "Total", "n", "+1", 1),
    ]


def test_totals_may_stand_above_the_rows() -> None:
    assert table("n | Δ | State", "10 | +1 | Total", "4 | +1 | Open", "6 | +0 | Done").table.totals == "row"


@pytest.mark.parametrize(
    "rows",
    [
        ("4 | +1 | Open", "4 | +1 | Total"),
        ("4 | +1 | Open", "10 | +1 | Total", "6 | +0 | Done"),
        ("4 | +1 | Open", "10 | +1 | Sum", "10 | +1 | Total"),
    ],
)
def test_a_row_in_another_place_is_no_row_of_totals(rows: tuple[str, ...]) -> None:
    assert table("n | Δ | State", *rows).table.totals is None


def test_without_deltas_half_of_a_row_of_totals_must_add_up() -> None:
    rows = ("State | a | b", "Open | 1 | 2", "Done | 3 | 4")
    assert table(*rows, "Total | 4 | 9").table.totals == "row"
    assert table(*rows, "Total | 5 | 9").table.totals is None
    assert table("State | a | b", "Open | 1 | 2", "Done | 3 |", "Total | 9 | 2").table.totals == "row"
    rows = ("State | a | b | c", "Open | 1 | 2 | 3", "Done | 3 | 4 | 5")
    assert table(*rows, "Total | 4 | 9 | 9").table.totals is None


def test_with_deltas_a_row_of_totals_may_be_wrong() -> None:
    rows = ("a | Δ | b | Δ | State", "1 | +0 | 2 | +0 | Open", "3 | +0 | 4 | +0 | Done")
    assert table(*rows, "9 | +0 | 9 | | Total").table.totals == "row"
    assert table(*rows, "9 | | 9 | | Total").table.totals is None


def test_without_deltas_the_only_column_may_have_a_wrong_total() -> None:
    assert table("State | n", "Open | 1", "Done | 3", "Total | 9").table.totals == "row"


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        (("1 | 2 | 3 | Open", "3 | 4 | 7 | Done"), "column"),
        (("1 | 2 | 3 | Open", "3 | 4 | 9 | Done"), "column"),
        (("1 | 2 | 4 | Open", "3 | 4 | 9 | Done"), None),
        (("1 | 2 | 3 | Open", "3 | 4 | 9 | Done", "3 | 4 | 8 | Held"), None),
        (("1 | 2 | 3 | Open", "3 | 4 | | Done", "5 | 6 | | Held"), "column"),
        (("1 |  | 1 | Open", "3 | 4 | 9 | Done"), "column"),
        (("1 | 2 |  | Open", "3 | 4 |  | Done", "4 | 6 | 10 | Total"), "row"),
    ],
)
def test_half_of_a_column_of_totals_must_add_up(rows: tuple[str, ...], totals: str | None) -> None:
    assert table("a | b | Total | State", *rows).table.totals == totals


def test_totals_of_rows_are_stated_and_may_go_without_deltas() -> None:
    rows = ("a | Δ | b | Δ | Total | State", "1 | +1 | 2 | +0 | 3 | Open")
    assert table(*rows).table.columns == ("a", "b")
    assert stated(*rows)[-1] == (3, "total", "Open", "Total", "3", 3)


def test_a_table_may_have_totals_of_both_kinds() -> None:
    rows = ("a | b | Sum | State", "1 | 2 | 3 | Open", "3 | 4 | 7 | Done", "4 | 6 | 10 | Sum")
    assert table(*rows).table.totals == "both"
    assert stated(*rows)[-1] == (5, "total", "Total", "Total", "10", 10)


def test_two_columns_of_totals_are_columns_like_others() -> None:
    assert table("a | Sum | Total | State", "1 | 1 | 1 | Open").table.totals is None


def test_the_only_column_is_none_of_totals() -> None:
    assert table("Total | Δ | State", "0 | +0 | Open").table.columns == ("Total",)
    assert table("a | Total | State", "3 | 3 | Open").table.totals == "column"


def test_a_heading_or_the_line_below_says_since_when_deltas_count() -> None:
    (delta,) = table("n | Δ since 2020-10-12 | State", "4 | +1 | Open").statements
    assert delta.since == date(2020, 10, 12)
    counts = table("n | Δ | State", "4 | +1 | Open", below="\nChanges are since 12 October 2020.")
    assert (counts.statements[0].since, counts.last_line) == (date(2020, 10, 12), 5)


@pytest.mark.parametrize(
    "below",
    ["\nWe counted.", "\n\nChanges are since 12 October 2020.", "- x\nChanges are since 12 October 2020."],
)
def test_other_lines_below_say_nothing_of_that(below: str) -> None:
    counts = table("n | Δ | State", "4 | +1 | Open", below=below)
    assert (counts.statements[0].since, counts.last_line) == (None, 3)


@pytest.mark.parametrize(
    "rows",
    [
        ("n | Δ | State",),
        ("n | Δ | State", " | +1 | Open"),
        ("Name | Team", "Ada | Acme"),
        ("n | m", "1 | 2"),
        ("Host | Load", "a | 0.5"),
        ("Item | Change", "door | new", "12 | old"),
        ("Δ | State", "+1 | Open"),
    ],
)
def test_other_tables_hold_no_counts(rows: tuple[str, ...]) -> None:
    assert read(*rows) is None


def test_of_a_column_with_deltas_most_must_be_counts() -> None:
    assert table("n | Δ | State", "4 | +1 | Open", "5 | +1 | Held", "? | | Done").table.rows[2].counts == (
        None,
    )
    assert read("n | Δ | State", "4 | +1 | Open", "? | | Done") is None


def test_a_plain_table_of_counts_and_deltas_is_whole() -> None:
    assert table("n | Δ | State", "4 | +1 | Open", "6 | +0 | Done").is_whole
    assert table("a | Δ | b | Δ | Sum | State", "1 | +0 | 2 | +0 | 3 | Open").is_whole


@pytest.mark.parametrize(
    "rows",
    [
        ("n | State", "4 | Open"),
        ("n | Δ | State | Who", "4 | +1 | Open | Ada"),
        ("n | Δ | State", "4 | +1 | Open", "5 | +1 | Held", "? | +1 | Done"),
        ("n | Δ | State", "4 | +1 | Open", "5 | +1 | Held", " | +1 | Done"),
        ("n | Δ | State", "4 | +1 | Open", "5 | +1 | Open"),
        ("n | Δ | n | Δ | State", "4 | +1 | 5 | +1 | Open"),
        ("n | Δ | State", "4 | +1 | Open", "5 | +1 | "),
        ("n | Δ | ", "4 | +1 | Open"),
        (" | Δ | State", "4 | +1 | Open"),
        ("n | Δ | State", "4 | +1 | Open", "5 | +1 | Total"),
        ("Total | Δ | State", "4 | +1 | Open"),
        ("n | Δ | State", "4 | +1 | [Open](https://example.org)"),
        ("n | Δ | `State`", "4 | +1 | Open"),
    ],
)
def test_what_the_format_can_not_hold_is_not_whole(rows: tuple[str, ...]) -> None:
    assert not table(*rows).is_whole


def test_in_a_draft_a_count_may_be_missing() -> None:
    rows = ("n | Δ | State", "4 | +1 | Open", " | | Done")
    assert (table(*rows, draft=True).is_whole, table(*rows).is_whole) == (True, False)
    assert not table("n | Δ | State", "4 | | Open", "5 | | Held", "? | | Done", draft=True).is_whole


def test_words_that_are_written_otherwise_are_marked() -> None:
    rows = (
        "a | Change | b | Change | Sum | State",
        "1,000 | +1 | 2 | +0 | 1002 | Open",
        "1 | | 1 | | 2 | Held",
    )
    marks = table(*rows, "1001 | +1 | 3 | +0 | 1004 | Gesamt").marks
    assert marks == {
        1: frozenset({"change", "sum"}),
        3: frozenset({"1", "000"}),
        4: frozenset(),
        5: frozenset({"gesamt"}),
    }


def split(*rows: str) -> list[str]:
    """Return the rows of a table, given as cells with bars between them, as they are read."""
    cells = tuple((number, tuple(row.split("|"))) for number, row in enumerate(rows, 1))
    return ["|".join(row) for _, row in with_columns_of_deltas(cells)]


def test_each_column_that_has_some_gets_another_for_them() -> None:
    assert split("State|n|m", "Open|13 (+4)|1", "Held|1,204 (\u22121)|2", "Done|7|3", "Lost") == [
        "State|n|\u0394|m",
        "Open|13|+4|1",
        "Held|1,204|\u22121|2",
        "Done|7||3",
        "Lost",
    ]


@pytest.mark.parametrize(
    "rows", [("State|n", "Open|13"), ("State|n", "Open|13 (4)"), ("n|\u0394|State", "13 (+4)|+4|Open")]
)
def test_other_tables_stay_as_they_are(rows: tuple[str, ...]) -> None:
    assert split(*rows) == [*rows]
