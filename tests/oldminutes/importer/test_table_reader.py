"""Tables of counts: what is one, and what stays prose because it would lose something."""

import pytest
from support.oldminutes.sheets import sheet_of

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.values import TableBlock

TABLE = "| State | Issues | \u0394 |\n|---|---|---|\n| open | 12 | +3 |\n| closed | 4 | 0 |\n"


def drawn(text: str, prose: tuple[int, ...] = ()) -> TableBlock | None:
    (sheet,) = sheet_of(f"# W\n\n{text}", prose=prose).root.blocks
    return sheet if isinstance(sheet, TableBlock) else None


def test_counts_with_their_deltas_are_a_table() -> None:
    block = drawn(TABLE)
    assert block is not None
    assert (block.line, block.last_line, block.labels) == (3, 6, "State")
    assert [row.label for row in block.table.rows] == ["open", "closed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("| closed | 4 | 0 |", "| open | 4 | 0 |", id="two rows of one label"),
        pytest.param("| closed |", "| |", id="a row without a label"),
        pytest.param("| 12 |", "| many |", id="a count that is none"),
        pytest.param("| 12 |", "| |", id="no count"),
        pytest.param("| 12 |", "| [12](x.html) |", id="a link in a cell"),
        pytest.param("| open |", "| `open` |", id="code in a label"),
        pytest.param("| State |", "| [State](x.html) |", id="a link in the heading of the labels"),
        pytest.param("| State |", "| |", id="no heading of the labels"),
        pytest.param("| \u0394 |", "| Who |", id="no deltas"),
        pytest.param("| closed |", "| Total |", id="a row called as the sums are"),
    ],
)
def test_a_table_that_would_lose_something_is_prose(old: str, new: str) -> None:
    assert old in TABLE
    assert drawn(TABLE.replace(old, new)) is None


def test_two_columns_of_one_name_are_prose() -> None:
    text = "| S | N | \u0394 | N | \u0394 |\n|---|---|---|---|---|\n| a | 1 | +1 | 2 | +1 |\n"
    assert drawn(text) is None
    assert drawn(text.replace("N", "M", 1)) is not None


def test_a_table_with_another_column_is_prose() -> None:
    assert drawn("| S | N | \u0394 | Who |\n|---|---|---|---|\n| a | 1 | +1 | Ana |\n") is None


def test_the_sums_of_a_table_may_be_emphasized() -> None:
    block = drawn(f"{TABLE}| **Total** | **16** | **+3** |\n")
    assert block is not None
    assert block.table.total_row == 2


def test_counts_without_any_deltas_are_prose() -> None:
    assert drawn("| State | Issues |\n|---|---|\n| open | 12 |\n| closed | 4 |\n") is None


def test_a_table_without_rows_is_prose() -> None:
    assert drawn("| S | N | \u0394 |\n|---|---|---|\n") is None


def test_a_table_that_must_stay_prose_is_none() -> None:
    assert drawn(TABLE, prose=(3,)) is None


def test_in_a_draft_a_count_may_be_missing() -> None:
    text = f"<!-- {MARK} -->\n# W\n\n**Status:** draft  \n\n{TABLE.replace('| 12 | +3 |', '| | |')}"
    assert [type(block) for block in sheet_of(text).root.blocks] == [TableBlock]
