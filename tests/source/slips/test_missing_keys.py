"""A line with a key that was deleted above what stands below it."""

import pytest
from support.slips import mended, reading_problems

from minutebook.source.edits.mends import mend

TEXT = """\
date: 2020-10-26
title: Team
sections:
  - title: Desk
    counters:
      open calls: 5
  - title: Stock
    table:
      id: stock
      columns: [Full]
      rows:
        Box: 3
"""


@pytest.mark.parametrize(
    ("key_line", "hint"),
    [
        ("      rows:\n", "Write above it, with 6 spaces in front: rows:"),
        ("    table:\n", "Write above it, with 4 spaces in front: table:"),
        ("    counters:\n", "Write above it, with 4 spaces in front: counters:"),
        ("sections:\n", "Write above it, without a space in front: sections:"),
    ],
)
def test_the_key_that_is_missing_is_named_and_left_to_people(key_line: str, hint: str) -> None:
    text = TEXT.replace(key_line, "")
    (problem,) = reading_problems(text)
    assert (problem.message, problem.hint) == (
        f"the line `{key_line.strip()}` is missing above this one",
        hint,
    )
    assert (mend(text, [problem]), mended(text)) == (TEXT, text)


def test_a_text_that_goes_on_below_its_line_lacks_no_key() -> None:
    (problem, *_) = reading_problems("date: 2020-10-26\ntitle: Team\n  Ann: said so\n")
    assert "missing above" not in problem.message
