"""The cells of tables, as they are written."""

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.table_cells import read_cells


def test_a_table_has_its_cells_as_they_are_written() -> None:
    table = read_markdown("| n | State |\n|---|-------|\n| 1 | Open \\| shut |\n").blocks[0]
    assert table.cells == ((1, ("n", "State")), (3, ("1", "Open \\| shut")))


def test_a_table_may_have_too_few_or_too_many_columns_below_its_headings() -> None:
    for rule in ("|---|", "| --- | --- | --- |"):
        (table,) = read_markdown(f"| a | b |\n{rule}\n| c | d |\n").blocks
        assert table.cells == ((1, ("a", "b")), (3, ("c", "d")))


def test_a_row_has_its_line_and_its_cells() -> None:
    lines = ["", "| Name | From |", "|---|---|", "| Ada \\| Ann | Mill<br>Hub |", "Ben |"]
    assert list(read_cells(lines, 2, 5)) == [
        (2, ("Name", "From")),
        (4, ("Ada \\| Ann", "Mill\nHub")),
        (5, ("Ben",)),
    ]


def test_an_empty_cell_beside_all_headings_is_none() -> None:
    (table,) = read_markdown("| a | b |\n|---|---|\n| 1 | 2 |  |\n| 1 |  |\n").blocks
    assert [cells for _, cells in table.cells] == [("a", "b"), ("1", "2"), ("1", "")]
