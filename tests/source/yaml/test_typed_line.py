"""A line as it was typed, and the lines that are no text of a block."""

import pytest

from minutebook.source.yaml.typed_line import (
    before_comment,
    is_block_header,
    lines_outside_blocks,
    parse_line,
)


@pytest.mark.parametrize(
    ("line", "lead", "key", "value", "indent"),
    [
        ("title: A", "title: ", "title", "A", 0),
        ("  - title: A b\r", "  - title: ", "title", "A b", 4),
        ("  - text", "  - ", None, "text", 2),
        ("- - text", "- - ", None, "text", 2),
        ('"a: b": c', '"a: b": ', '"a: b"', "c", 0),
        ("*bold*: x", "", None, "*bold*: x", 0),
    ],
)
def test_a_line_has_a_lead_a_key_and_a_value(
    line: str, lead: str, key: str | None, value: str, indent: int
) -> None:
    typed = parse_line(line)
    assert typed
    assert (typed.lead, typed.key, typed.value, typed.indent) == (lead, key, value, indent)


@pytest.mark.parametrize(
    "line", ["", "   ", "title:", "title:  # why", "# comment", "  # comment", "key: # c"]
)
def test_a_line_without_a_value_says_nothing(line: str) -> None:
    assert parse_line(line) is None


@pytest.mark.parametrize("header", ["|", ">", "|2", "|+", "|2-", "|  # why"])
def test_a_header_of_a_block_is_known(header: str) -> None:
    assert is_block_header(header)


@pytest.mark.parametrize("value", ["|x|", "> quoted", "|#", "a |", ">10", "|0"])
def test_text_that_begins_like_a_header_is_none(value: str) -> None:
    assert not is_block_header(value)


@pytest.mark.parametrize(
    ("line", "left_part"), [("a: b # c", "a: b "), ("# c", ""), ("a: b#c", "a: b#c"), ("a", "a")]
)
def test_a_comment_begins_after_a_space(line: str, left_part: str) -> None:
    assert before_comment(line) == left_part


def test_the_text_of_a_block_is_left_out() -> None:
    text = "notes: |\n  one\n\n   two\nsections:\n  - notes: |\n      three\n    title: A\n  - |\n    four\n"
    lines = text.split("\n")
    assert [lines[number] for number in lines_outside_blocks(lines)] == [
        "notes: |",
        "sections:",
        "  - notes: |",
        "    title: A",
        "  - |",
    ]
