"""The shape of a line: its indent, its bullet, its words, and how lines are quoted."""

import pytest

from minutebook.oldminutes.importer.line_shape import (
    describe_indent,
    indent_and_bullet,
    is_underlined,
    quote_first,
    without_common_ends,
    without_line_break,
    words_of,
)


@pytest.mark.parametrize(
    ("line", "start"),
    [("text", ""), ("  text", "  "), ("-   text", "-   "), ("\t1) text", "\t1) "), ("-", "-"), ("-5 C", "")],
)
def test_a_line_begins_with_its_indent_and_its_bullet(line: str, start: str) -> None:
    assert indent_and_bullet(line) == start


def test_the_words_of_a_line_have_single_spaces() -> None:
    assert words_of("  -   fix  it ") == "fix it"


@pytest.mark.parametrize(
    ("line", "indent"), [("- a", "0 spaces"), (" - a", "1 space"), ("   a", "3 spaces"), ("\ta", "a tab")]
)
def test_an_indent_is_described_in_words(line: str, indent: str) -> None:
    assert describe_indent(line) == indent


@pytest.mark.parametrize(("line", "below"), [("News", "---"), ("News", "  ="), ("- News", "--- ")])
def test_a_line_above_signs_is_a_heading(line: str, below: str) -> None:
    assert is_underlined(line, below)


@pytest.mark.parametrize(("line", "below"), [("# News", "---"), ("News", ""), ("News", "- text")])
def test_a_line_above_anything_else_is_none(line: str, below: str) -> None:
    assert not is_underlined(line, below)


def test_of_several_lines_the_first_is_quoted_with_their_number() -> None:
    assert (quote_first(1, "  a "), quote_first(3, "  a ")) == ("a", "3 lines: a")


@pytest.mark.parametrize(
    ("line", "new_line", "ends"),
    [
        ("(Ana) AI: fix it", "AI (Ana): fix it", ("(Ana) AI:", "AI (Ana):")),
        ("AI (Ana): fix it (done)", "AI (Ana): fix it [DONE]", ("(done)", "[DONE]")),
        ("fix it", "fix it [DONE]", ("it", "it [DONE]")),
        ("fix it", "AI: fix it", ("fix it", "AI: fix it")),
    ],
)
def test_only_the_words_that_differ_are_shown(line: str, new_line: str, ends: tuple[str, str]) -> None:
    assert without_common_ends(line, new_line) == ends


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("text  ", "text"),
        ("text\\", "text"),
        ("text<br>", "text"),
        ("text <br />  \\", "text"),
        ("a  b", "a  b"),
        ("", ""),
    ],
)
def test_a_line_break_is_left_out(line: str, text: str) -> None:
    assert without_line_break(line) == text


def test_a_long_row_of_spaces_is_looked_at_once() -> None:
    line = "a" + " " * 1_000_000 + "b"
    assert without_line_break(line) == line
