"""The cells of tables, as they are written."""

from minutebook.oldminutes.table_cells import read_cells


def test_a_row_has_its_line_and_its_cells() -> None:
    lines = ["", "| Name | From |", "|---|---|", "| Ada \\| Ann | Mill<br>Hub |", "Ben |"]
    assert list(read_cells(lines, 2, 5)) == [
        (2, ("Name", "From")),
        (4, ("Ada \\| Ann", "Mill\nHub")),
        (5, ("Ben",)),
    ]
