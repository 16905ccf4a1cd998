"""Which comments and empty lines belong to an item."""

from minutebook.source.edits.spans import spans_of
from minutebook.source.edits.surroundings import (
    comment_above,
    comments_below,
    empty_lines_above,
    empty_lines_below,
)

TEXT = """\
a:
  # of the list, two lines
  # of it
  - x

  # of y
  - y
    # in y
  # of what comes next
b: 1
"""
SPANS = spans_of(TEXT)


def test_comments_directly_above_in_the_same_column_belong_to_an_item() -> None:
    assert TEXT[comment_above(SPANS, SPANS.dash(("a", 0))) :].startswith("  # of the list")
    assert TEXT[comment_above(SPANS, SPANS.dash(("a", 1))) :].startswith("  # of y")
    assert comment_above(SPANS, SPANS.keys["b",].start) == SPANS.keys["b",].start


def test_comments_below_belong_to_an_item_if_they_are_indented_enough() -> None:
    end = SPANS.values["a", 1].end
    assert TEXT[: comments_below(SPANS, end, 4)].endswith("# in y")
    assert TEXT[: comments_below(SPANS, end, 2)].endswith("# of what comes next")


def test_an_item_goes_with_the_empty_lines_that_part_it_from_another() -> None:
    start, end = TEXT.index("  # of y"), TEXT.index("  - y") + 5
    assert TEXT[empty_lines_above(SPANS, start) : end].startswith("\n  # of y")
    start, end = TEXT.index("  - x"), TEXT.index("  - x") + 5
    assert TEXT[start : empty_lines_below(SPANS, end)] == "  - x\n"
