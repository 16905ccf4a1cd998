"""An item more or less between brackets, with its comma and its line."""

import pytest

from minutebook.source.edits.brackets import append, cut
from minutebook.source.edits.edited_text import EditedText
from minutebook.source.edits.spans import spans_of


def appended(text: str, count: int) -> str:
    """Return a list `a` of so many items with one more."""
    spans, edited = spans_of(text), EditedText(text)
    edited.splice_all(append(spans, spans.values["a",], spans.values["a", count - 1], "new", "\n"))
    return edited.text


def without(text: str, index: int, count: int) -> str:
    """Return a list `a` of so many items without one of them."""
    spans, edited = spans_of(text), EditedText(text)
    siblings = [spans.values["a", number] for number in range(count)]
    edited.splice_all(cut(spans, siblings[index], siblings))
    return edited.text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a: [x, y]\n", "a: [x, y, new]\n"),
        ("a: [x, y,]\n", "a: [x, y, new,]\n"),
        ("a: [\n  x,\n  y\n]\n", "a: [\n  x,\n  y,\n  new\n]\n"),
        ("a: [\n  x,\n  y,  # why\n]\n", "a: [\n  x,\n  y,  # why\n  new,\n]\n"),
        ("a: [\n  x,\n  y]\n", "a: [\n  x,\n  y,\n  new]\n"),
    ],
)
def test_an_item_is_added_as_the_others_are_written(text: str, result: str) -> None:
    assert appended(text, 2) == result


@pytest.mark.parametrize(
    ("text", "index", "result"),
    [
        ("a: [x, y]\n", 0, "a: [y]\n"),
        ("a: [x, y]\n", 1, "a: [x]\n"),
        ("a: [x, y,]\n", 1, "a: [x,]\n"),
        ("a: [\n  x,\n  y\n]\n", 0, "a: [\n  y\n]\n"),
        ("a: [\n  x,\n  y\n]\n", 1, "a: [\n  x\n]\n"),
        ("a: [\n  x,  # of x\n  y,  # of y\n]\n", 1, "a: [\n  x,  # of x\n]\n"),
        ("a: [x, # of x\n  y]\n", 0, "a: [ # of x\n  y]\n"),
    ],
)
def test_an_item_goes_with_its_comma_and_the_comments_of_others_stay(
    text: str, index: int, result: str
) -> None:
    assert without(text, index, 2) == result
