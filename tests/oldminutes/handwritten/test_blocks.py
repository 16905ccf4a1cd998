"""A text is split into headings, tables and lines, each with its line and the titles above it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.handwritten.blocks import (
    NEWLINE,
    FrontMatterLine,
    Heading,
    PipeTable,
    ProseLine,
    place_blocks,
    split_blocks,
)

LINES = st.sampled_from(
    [
        *("# A", "B", "===", "---", "", "text", "| a | b |", "|---|---|", "| 1 | 2 |", "```"),
        *("<!-- a", "-->", "- x", "a: b"),
    ]
)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("## Jobs ##", Heading(1, 2, "Jobs")),
        ("   # Jobs #1", Heading(1, 1, "Jobs #1")),
        ("Jobs\n====", Heading(1, 1, "Jobs")),
        ("Jobs\n--", Heading(1, 2, "Jobs")),
        ("#", Heading(1, 1, "")),
    ],
)
def test_a_heading_is_underlined_or_behind_signs(text: str, heading: Heading) -> None:
    assert list(split_blocks(text)) == [heading]


@pytest.mark.parametrize("text", ["#5 is open", "- Jobs\n---", "> Jobs\n===", "1. Jobs\n---"])
def test_a_line_that_is_something_else_is_no_heading(text: str) -> None:
    assert not any(isinstance(block, Heading) for block in split_blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        "| n | State |\n|---|---|\n| 5 | Open |",
        "n | State\n:--: | ---\n5 | Open",
        "> | n | State |\n> |---|---|\n> | 5 | Open |",
        "- | n | State |\n  |---|---|\n  | 5 | Open |",
    ],
)
def test_a_table_has_the_cells_of_its_headings_and_rows(text: str) -> None:
    assert list(split_blocks(text)) == [PipeTable(1, ("n", "State"), ((3, ("5", "Open")),))]


def test_an_escaped_bar_parts_no_cells() -> None:
    (table,) = split_blocks("| a \\| b | c |\n|---|---|")
    assert isinstance(table, PipeTable)
    assert table.headings == ("a \\| b", "c")


def test_a_line_of_signs_with_another_number_of_cells_makes_no_table() -> None:
    assert not any(isinstance(block, PipeTable) for block in split_blocks("| a | b |\n|---|"))


@pytest.mark.parametrize(
    "text", ["```\n# A\n```", "~~~~\n~~~\n# A\n~~~~", "- ```\n# A\n```", "<!--\n# A\n-->"]
)
def test_code_and_comments_are_left_out(text: str) -> None:
    assert list(split_blocks(f"{text}\nend")) == [ProseLine(len(text.split("\n")) + 1, "end")]


def test_front_matter_begins_a_text_and_has_an_end() -> None:
    assert list(split_blocks("---\na: 1\n---\nend")) == [
        *(FrontMatterLine(1, "---"), FrontMatterLine(2, "a: 1"), FrontMatterLine(3, "---")),
        ProseLine(4, "end"),
    ]


@pytest.mark.parametrize("text", ["---\na: 1\n", "---\na: 1\n\n---", "\n---\na: 1\n---"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert not any(isinstance(block, FrontMatterLine) for block in split_blocks(text))


def test_a_block_stands_under_the_headings_above_it() -> None:
    text = "# Team\n## Jobs\none\n### Old\ntwo\n## News\nthree"
    sections = {block.text: section for block, section in place_blocks(text) if isinstance(block, ProseLine)}
    assert sections == {
        "one": ("Team", "Jobs"),
        "two": ("Team", "Jobs", "Old"),
        "three": ("Team", "News"),
    }


@given(st.lists(LINES))
def test_every_block_stands_on_a_line_of_its_own_in_the_order_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    numbers = [block.line for block in split_blocks(text)]
    assert numbers == sorted(set(numbers))
    assert all(1 <= number <= len(NEWLINE.split(text)) for number in numbers)


@given(st.lists(LINES), st.sampled_from(["\r\n", "\r"]))
def test_the_ends_of_the_lines_do_not_matter(lines: list[str], newline: str) -> None:
    assert list(split_blocks(newline.join(lines))) == list(split_blocks("\n".join(lines)))
