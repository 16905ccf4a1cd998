"""HTML as the blocks of Markdown that say the same."""

import pytest

from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.html_blocks import read_html


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
        ("<dl>\n<dt>Present</dt>\n<dd>Ada, Ben</dd>\n</dl>", [("paragraph", 6, "Present: Ada, Ben")]),
        (
            "<ul>\n<li>Ada</li>\n<li>Ben\n<ul><li>Mill</li></ul></li>\n</ul>",
            [
                (
                    "list",
                    6,
                    [
                        ("item", 6, [("paragraph", 6, "Ada")]),
                        (
                            "item",
                            7,
                            [
                                ("paragraph", 7, "Ben"),
                                ("list", 8, [("item", 8, [("paragraph", 8, "Mill")])]),
                            ],
                        ),
                    ],
                )
            ],
        ),
        (
            "<table>\n<tr><th>Name</th></tr>\n<tr>\n<td>Ada<br>Ben</td></tr>\n</table>",
            [("table", 6, [(6, ("Name",)), (7, ("Ada\nBen",))])],
        ),
        ("<!-- add yourself --><style>p { color: red }</style>", []),
        ("<!-- add yourself\n**Present:** Ada\n", []),
    ],
)
def test_what_a_reader_sees_is_in_blocks_with_their_lines(text: str, expected: list[object]) -> None:
    assert [shape(block) for block in read_html(text, 5)] == expected


def test_each_line_of_a_paragraph_has_its_number_and_its_links() -> None:
    (block,) = read_html('<p><a href="https://example.org/ada">Ada</a><br>\nBen</p>', 5)
    assert (block.texts, block.links) == ([(5, "Ada"), (6, "Ben")], ("https://example.org/ada",))
