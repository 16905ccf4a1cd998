"""Tables drawn by tabulate are the same bytes on every machine."""

import pytest
import tabulate
from hypothesis import given
from hypothesis import strategies as st

from minutebook.minutes.tables import draw_columns, draw_pipes

CELLS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|"), max_size=8)


def test_cells_have_a_space_on_either_side_and_columns_are_aligned() -> None:
    assert draw_pipes(["n", "State"], [["154", "Open"], ["1", "In Progress"]]) == (
        "| n   | State       |\n| --- | ----------- |\n| 154 | Open        |\n| 1   | In Progress |"
    )


@pytest.mark.parametrize(
    "text", ["3.10", "+1", "-0", "1e5", "007", "1_000", "nan", "100000000000000000000", "0x1F", "True", ""]
)
def test_a_cell_is_text_and_never_a_number(text: str) -> None:
    drawn = draw_pipes([text, "x"], [[text, "x"], ["3.5", "x"]]).split("\n")
    assert drawn[2].split("|")[1].strip() == drawn[0].split("|")[1].strip() == text


def test_a_table_without_rows_is_its_headings() -> None:
    assert draw_pipes(["A", "B"], []) == "| A | B |\n| - | - |"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_the_cells_that_are_put_in_are_the_cells_that_stand_there(rows: list[list[str]]) -> None:
    heading, *lines = draw_pipes(["A", "B"], rows).split("\n")
    assert [cell.strip() for cell in heading.split("|")[1:-1]] == ["A", "B"]
    assert [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[1:]] == rows


@pytest.mark.parametrize("draw", [draw_pipes, draw_columns])
def test_wide_characters_count_one_whether_or_not_another_library_is_installed(
    draw: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(draw)
    rows = [["日本語", "e\u0301", "🎉"], ["x", "y", "z"]]
    drawn = draw(["a", "b", "c"], rows)

    class Wide:
        @staticmethod
        def wcswidth(text: str) -> int:
            return 2 * len(text)

    monkeypatch.setattr(tabulate, "wcwidth", Wide)
    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", True)
    monkeypatch.setattr(tabulate, "MIN_PADDING", 2)
    assert draw(["a", "b", "c"], rows) == drawn


def test_a_table_for_a_terminal_has_no_pipes() -> None:
    assert draw_columns(["n", "State"], [["+1", "Open"]]) == "n   State\n--  -----\n+1  Open"


@given(st.lists(st.lists(st.text("ab \x0b\u2028é", max_size=4), min_size=2, max_size=2), max_size=4))
def test_a_table_for_a_terminal_is_the_one_of_its_rows(rows: list[list[str]]) -> None:
    drawn = draw_columns(["n", ""], rows)
    alignment = ["left", "left"]
    row_by_row = tabulate.tabulate(
        rows, ["n", ""], disable_numparse=True, stralign="left", colalign=alignment
    )
    assert drawn == row_by_row
