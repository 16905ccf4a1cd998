"""A pipe table is one of counts if it has columns of counts, by their deltas or by all of their cells."""

from datetime import date

import pytest

from minutebook.oldminutes.handwritten.blocks import PipeTable, split_blocks
from minutebook.oldminutes.handwritten.contents import Table
from minutebook.oldminutes.handwritten.count_tables import read_table


def read(*rows: str) -> Table | None:
    """Return the table of counts that lines between bars are, with a line of signs below the first."""
    signs = "|".join("---" for _ in rows[0].split("|"))
    (block,) = split_blocks("\n".join(f"| {row} |" for row in (rows[0], signs, *rows[1:])))
    assert isinstance(block, PipeTable)
    return read_table(block, ("Jobs",))


def counts(table: Table | None) -> list[tuple[str, list[int | None], list[int | None]]]:
    """Return the label, the counts and the deltas of each row."""
    assert table
    return [
        (
            row.label,
            [pair.count.value for pair in row.pairs],
            [pair.delta.value if pair.delta else None for pair in row.pairs],
        )
        for row in table.rows
    ]


def test_the_column_before_deltas_has_the_counts_and_the_first_with_text_the_labels() -> None:
    table = read("n|&Delta;|State", "5|-1|Open", "2|+1|Closed")
    assert counts(table) == [("Open", [5], [-1]), ("Closed", [2], [1])]


def test_without_deltas_a_column_counts_if_all_of_its_cells_do() -> None:
    assert counts(read("State|Mon|Tue", "Open|5|x", "Closed|2|1")) == [
        ("Open", [5], [None]),
        ("Closed", [2], [None]),
    ]


def test_beside_deltas_a_column_without_any_is_left_out_unless_it_is_a_total() -> None:
    table = read("State|n|\u0394|Year|Total", "Open|5|+1|2020|5", "Closed|2|+0|2019|2")
    assert table
    assert [column.name for column in table.columns] == ["n", "Total"]


def test_a_mistyped_count_leaves_a_column_with_deltas_one_of_counts() -> None:
    assert counts(read("n|\u0394|State", "5|+1|Open", "x|+0|Held", "2|+0|Closed"))[1] == ("Held", [None], [0])


def test_a_heading_of_deltas_may_name_its_day() -> None:
    table = read("n|\u0394 since 2020-10-12|State", "5|+1|Open")
    assert table
    assert table.columns[0].since == date(2020, 10, 12)


@pytest.mark.parametrize(
    "rows",
    [
        ("Host|Load", "a|0.5", "b|1.5"),
        ("Door|Key", "front|brass", "back|iron"),
        ("n|m", "1|2", "3|4"),
        ("n|\u0394|State",),
    ],
)
def test_a_table_without_counts_or_labels_or_rows_is_another(rows: tuple[str, ...]) -> None:
    assert read(*rows) is None


@pytest.mark.parametrize(
    ("labels", "total_row"),
    [
        (("Open", "Closed", "Total"), 2),
        (("**Total**", "Open", "Closed"), 0),
        (("Open", "Total", "Closed"), None),
        (("Open", "Total", "Total"), None),
    ],
)
def test_the_row_of_totals_is_the_first_or_the_last_and_the_only_one(
    labels: tuple[str, ...], total_row: int | None
) -> None:
    table = read("n|\u0394|State", *(f"1|+0|{label}" for label in labels))
    assert table
    assert table.total_row == total_row


def test_without_deltas_a_row_of_totals_must_add_up_somewhere() -> None:
    rows = ("State|a|b|c", "Open|1|2|3", "Closed|1|2|3")
    added, other = read(*rows, "Total|2|4|9"), read(*rows, "Total|7|8|9")
    assert added
    assert other
    assert (added.total_row, other.total_row) == (2, None)


def test_a_column_of_totals_adds_up_in_half_of_the_rows() -> None:
    added, other = (
        read("a|b|\u03a3|State", "1|2|3|x", "1|2|9|y"),
        read("a|b|\u03a3|State", "1|2|9|x", "1|2|9|y"),
    )
    assert added
    assert other
    assert (added.total_column, other.total_column) == (2, None)
    assert (added.body_columns, other.body_columns) == ((0, 1), (0, 1, 2))


def test_the_body_of_a_table_is_all_but_its_totals() -> None:
    table = read("n|\u0394|State", "1|+0|Open", "2|+0|Closed", "3|+0|Total")
    assert table
    assert [row.label for row in table.body_rows] == ["Open", "Closed"]
    assert [table.is_total(row) for row in table.rows] == [False, False, True]
