"""Blocks of a text with their lines."""

import pytest

from minutebook.oldminutes.blocks import TAG, read_cells, unquoted, without_tags
from minutebook.oldminutes.markdown_blocks import read_markdown


def test_each_line_that_a_reader_sees_has_its_number() -> None:
    (block,) = read_markdown("Ada<br>Ben\nCy  \nDora\n").blocks
    assert block.texts == [(1, "Ada"), (1, "Ben"), (2, "Cy"), (3, "Dora")]


def test_what_stands_in_quotations_and_in_html_stands_in_their_place() -> None:
    blocks = unquoted(read_markdown(">> Ada\n\n<p>Ben</p>\n\n<!-- no -->\n\nCy\n").blocks)
    assert [(block.kind, block.visible) for block in blocks] == [
        ("paragraph", "Ada"),
        ("paragraph", "Ben"),
        ("html", ""),
        ("paragraph", "Cy"),
    ]


def test_a_walk_leaves_html_in_one_piece() -> None:
    (block,) = read_markdown("<ul><li>Ada</li></ul>\n").blocks
    assert [inner.kind for inner in block.walk()] == ["html"]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("<b>Action:</b> Ada", "**Action:** Ada"),
        ("<li><em>Ada</em></li>", " *Ada* "),
        ("Ada<br>", "Ada "),
        ("a < b > c", "a < b > c"),
    ],
)
def test_tags_stand_for_signs_of_markdown(line: str, plain: str) -> None:
    assert without_tags(line) == plain


@pytest.mark.parametrize(
    "tag", ['<img src="x.png">', "<sub>", "<iframe>", "<!-- no -->", "<ada@example.org>"]
)
def test_what_shows_or_says_something_is_no_mere_tag(tag: str) -> None:
    assert not TAG.fullmatch(tag)


def test_a_table_has_its_cells_as_they_are_written() -> None:
    table = read_markdown("| n | State |\n|---|-------|\n| 1 | Open \\| shut |\n").blocks[0]
    assert table.cells == ((1, ("n", "State")), (3, ("1", "Open \\| shut")))


def test_a_row_has_its_line_and_its_cells() -> None:
    lines = ["", "| Name | From |", "|---|---|", "| Ada \\| Ann | Mill<br>Hub |", "Ben |"]
    assert list(read_cells(lines, range(2, 6))) == [
        (2, ("Name", "From")),
        (4, ("Ada \\| Ann", "Mill\nHub")),
        (5, ("Ben", "")),
    ]


def test_an_empty_cell_beside_all_headings_is_none() -> None:
    (table,) = read_markdown("| a | b |\n|---|---|\n| 1 | 2 |  |\n| 1 |  |\n").blocks
    assert [cells for _, cells in table.cells] == [("a", "b"), ("1", "2"), ("1", "")]
