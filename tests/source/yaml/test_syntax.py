"""What a parser's error means to the person who wrote the line."""

import pytest
from support.parsers import BOTH

from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read


def first_problem(text: str, *, pure: bool) -> Problem:
    """Return the first problem of a text that can't be read."""
    with pytest.raises(Refused) as refused:
        read("a.yaml", text.encode(), pure=pure)
    return refused.value.problems[0]


@BOTH
@pytest.mark.parametrize(
    ("text", "line", "meaning"),
    [
        ("a: 1\n  b: 2\n", 2, "this line is indented too far, or the line above has no colon"),
        ("a: [1, 2\nb: 3\n", 1, "a list in brackets must have a comma between its items"),
        ("a:\n  b: 1\n c: 2\n", 3, "this line must be indented like the lines above it"),
        ("a:\n  - b: 1\n  c: 2\n", 3, "this line must be indented like the "),
        ("a: 'x\n", 1, "a quote or bracket is never closed"),
        ('a: "\\q"\n', 1, "in double quotes a backslash must be doubled"),
        ("a: 1\nb\n", 2, "a key must be followed by a colon and a space"),
    ],
)
def test_an_error_is_said_in_plain_words_at_the_line_that_it_is_about(
    text: str, line: int, meaning: str, pure: bool
) -> None:
    problem = first_problem(text, pure=pure)
    assert (problem.rule, problem.location.line) == ("yaml-syntax", line)
    assert meaning in problem.message


@BOTH
def test_what_is_missing_at_the_end_is_shown_at_the_last_text(pure: bool) -> None:
    problem = first_problem("a: {b: 1\n\n\n", pure=pure)
    assert problem.location.line == 1


@BOTH
@pytest.mark.parametrize("end", ["---", "..."])
def test_a_second_document_is_refused_with_what_to_do(end: str, pure: bool) -> None:
    problem = first_problem(f"a: 1\n{end}\nb: 2\n", pure=pure)
    assert problem.rule == "yaml-feature"
    assert problem.hint == ("Delete the line `---` or `...`, or give the second meeting a file of its own.")


@BOTH
def test_prose_that_broke_the_file_is_named_instead_of_the_error(pure: bool) -> None:
    problem = first_problem("notes: see this: that\n", pure=pure)
    assert problem.rule == "plain-text"


@BOTH
def test_a_colon_without_a_key_is_a_missing_label(pure: bool) -> None:
    assert first_problem("a: 1\n: 2\n", pure=pure).rule == "unquoted-text"
