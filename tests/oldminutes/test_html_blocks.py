"""HTML as the blocks of Markdown that say the same."""

import pytest

from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.html_blocks import emptied_folds, read_html, with_markdown_signs
from minutebook.oldminutes.markdown_blocks import read_markdown


def shape(block: Block) -> object:
    """Return what a block says, and how it is nested."""
    inner = [shape(child) for child in block.children] or block.visible or [*block.cells]
    return block.kind, block.first_line, inner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h3>Present</h3>", [("paragraph", 5, "Present")]),
        ("<details>\n<summary>Present</summary>", [("paragraph", 6, "Present")]),
        ("<p>Present: Ada,<br/>\nBen &amp; <b>Cy</b></p>", [("paragraph", 5, "Present: Ada,\nBen & Cy")]),
        ("<dl>\n<dt>Present</dt>\n<dd>Ada, Ben</dd>\n</dl>", [("paragraph", 6, "Present\nAda, Ben")]),
        ("<ul>\n<li>Ada</li>\n<li>Ben</li>\n</ul>\nMill", [("paragraph", 6, "Ada\nBen"), ("paragraph", 9, "Mill")]),
        ("<table>\n<tr><td>Ada</td> <td>Mill</td></tr>\n</table>", [("paragraph", 6, "Ada – Mill")]),
        ("<!-- add yourself -->", []),
        ("<!-- add yourself\n**Present:** Ada\n", []),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_in_blocks_with_their_lines(text: str, expected: list[object]) -> None:
    assert [shape(block) for block in read_html(text, 5)] == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("<center><table><tr><th>Name</th><th width=3>Here</th></tr><tr><td>Ada</td></tr></table></center>", [(5, ("Name", "Here")), (5, ("Ada", ""))]),
        ("<table>\n<tr><td>Ada</td><td>yes</td></tr><tr><td>Ben</td><td>no</td></tr></table>", [(5, ("", "")), (6, ("Ada", "yes")), (6, ("Ben", "no"))]),
        ("<table>\n<tr>\n<td><b>Name</b></td><td><b>From</b></td>\n</tr>\n<tr>\n<td><b>Ada</b>,<br><s>Ben</s></td><td>Oil &amp;\n<a href='a.html'>Mill</a></td>", [(6, ("Name", "From")), (9, ("Ada,\n~~Ben~~", "Oil & [Mill](a.html)"))]),
    ],
)  # fmt: skip
def test_a_table_has_its_cells_as_one_of_markdown(text: str, rows: list[object]) -> None:
    assert [shape(block) for block in read_markdown(f"\n\n\n\n{text}\n").blocks] == [("table", 5, rows)]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><img src=d.png></td></tr></table>",
        "<p>Text</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
    ],
)
def test_html_with_more_than_a_table_of_text_stays_html(text: str) -> None:
    assert [block.kind for block in read_markdown(text).blocks] == ["html"]


def test_each_line_of_a_paragraph_has_its_number_and_its_links() -> None:
    (block,) = read_html('<p><a href="https://example.org/ada">Ada</a><br>\nBen</p>', 5)
    assert (block.texts, block.links) == ([(5, "Ada"), (6, "Ben")], ("https://example.org/ada",))


PAGE = "<h1>Bakers</h1>\n<p><strong>Date:</strong> 5 May</p>\n<h2>Present</h2>\n<ul>\n<li>Ada</li>\n</ul>\n<p>We baked.\n"


def test_each_line_of_a_page_keeps_its_number() -> None:
    assert with_markdown_signs(PAGE).split("\n") == [
        "# Bakers",
        "**Date:** 5 May",
        "## Present",
        "",
        "- Ada",
        "",
        "We baked.",
        "",
    ]


def test_the_headings_and_lists_of_a_page_are_blocks() -> None:
    kinds = [block.kind for block in read_markdown(PAGE).blocks]
    assert kinds[:4] == ["heading", "paragraph", "heading", "list"]


@pytest.mark.parametrize(
    "text",
    ["# Bakers\n<h2>a</h2>\n<h2>b</h2>\n", "<h2>a</h2>\n\n- b\n", "<h2>a</h2>\n```\n<h2>b</h2>\n```\n"],
)
def test_html_stays_beside_headings_or_code_of_markdown(text: str) -> None:
    assert with_markdown_signs(text) == text


@pytest.mark.parametrize(
    ("taken", "folds"),
    [({4}, [range(1, 6)]), (set[int](), []), ({7}, [])],
)
def test_a_fold_is_emptied_if_all_but_its_summary_was_taken(taken: set[int], folds: list[range]) -> None:
    lines = ["<details>", "<summary>People</summary>", "", "- Ada", "</details>", "<details>", "- Ben", "x"]
    assert list(emptied_folds([*lines, "</details>"], taken)) == folds
