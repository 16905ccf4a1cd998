"""Rows whose counts stand beside the names of their columns."""

from minutebook.source.slips.named_cells import named_cells

TABLE = "table:\n  columns: [open, Done]\n  rows:\n"


def slips(rows: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(slip.hint, slip.lines) for slip in named_cells((TABLE + rows).split("\n"))]


def test_counts_are_written_in_the_order_of_the_columns() -> None:
    assert slips("    A: {done: 2, open: 5}\n") == [
        ("Write, with 4 spaces in front: A: [5, 2]", ("    A: [5, 2]",))
    ]


def test_rows_in_lines_become_one_line_each_and_others_stay() -> None:
    rows = "    A:\n      open: 5\n      Done: 2\n    B: [1, 1]\n    C: {Done: 3}\n"
    ((hint, lines),) = slips(rows)
    assert lines == ("    A: [5, 2]", "    B: [1, 1]", "    C: [~, 3]")
    assert hint.endswith("and so on: 2 rows of the table are written so.")


def test_what_names_no_columns_is_no_row_of_that_kind() -> None:
    assert slips("    A: {counts: 5, continues: B}\n    B: {open: x}\n    C:\n    D: {}\n") == []
