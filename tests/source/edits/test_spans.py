"""Where keys and values begin and end, as positions in the text."""

import pytest

from minutebook.records.problem import KeyPath
from minutebook.source.edits.spans import spans_of

TEXT = """\
date: 2020-10-26
notes: |
  one

  two

# about sections
sections:
  - title: A
    counters: {a: 1, b: [2]}
  - title: "B"   # said
"""


@pytest.mark.parametrize(
    ("key_path", "stretch"),
    [
        (("date",), "2020-10-26"),
        (("notes",), "|\n  one\n\n  two"),
        (("sections", 0, "counters"), "{a: 1, b: [2]}"),
        (("sections", 0, "counters", "b", 0), "2"),
        (("sections", 1, "title"), '"B"'),
        (("sections", 1), 'title: "B"'),
    ],
)
def test_a_value_ends_with_the_last_of_its_content(key_path: KeyPath, stretch: str) -> None:
    span = spans_of(TEXT).values[key_path]
    assert TEXT[span.start : span.end] == stretch


def test_a_value_that_is_not_written_is_behind_the_colon_of_its_key() -> None:
    text = "attending:   # who\ndate: 2020-10-26\n"
    span = spans_of(text).values["attending",]
    assert (span.start, span.end) == (len("attending:"), len("attending:"))


def test_a_block_that_keeps_its_empty_lines_has_them() -> None:
    text = "notes: |+\n  one\n\ndate: 2020-10-26\n"
    span = spans_of(text).values["notes",]
    assert text[span.start : span.end] == "|+\n  one\n"


def test_a_lone_pair_between_brackets_ends_with_its_value() -> None:
    text = "actions: [Mat: one , Ada: two]\n"
    spans = spans_of(text)
    assert [text[span.start : span.end] for span in (spans.values["actions", i] for i in (0, 1))] == [
        "Mat: one",
        "Ada: two",
    ]


def test_a_key_may_have_a_question_mark_before_it() -> None:
    spans = spans_of("? date\n: 2020-10-26\n")
    assert (spans.keys["date",].start, spans.key_start(("date",))) == (2, 0)


def test_a_value_between_brackets_at_any_depth_is_in_flow() -> None:
    spans = spans_of(TEXT)
    assert spans.in_flow(("sections", 0, "counters", "a"))
    assert not spans.in_flow(("sections", 0, "title"))


def test_the_dash_of_an_item_is_before_it_on_its_line() -> None:
    spans = spans_of(TEXT)
    assert [spans.text[spans.dash(("sections", index)) :].split("\n")[0] for index in (0, 1)] == [
        "- title: A",
        '- title: "B"   # said',
    ]


def test_lines_and_columns_are_found_from_positions() -> None:
    text = "a: 1\r\n  # b\r\nc: 2"
    spans = spans_of(text)
    position = text.index("b")
    assert (spans.line_start(position), spans.line_end(position), spans.column(position)) == (6, 11, 4)
    assert [text[start:end] for start, end in spans.lines_below(0)] == ["  # b", "c: 2"]
    assert text[spans.skip(4) :] == "c: 2"
