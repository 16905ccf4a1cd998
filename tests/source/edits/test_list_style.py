"""How a file writes its lists is found in the file."""

import pytest

from minutebook.source.edits.list_style import dashes_of, indented, is_spaced
from minutebook.source.edits.spans import spans_of
from minutebook.source.yaml.writer import Dashes


@pytest.mark.parametrize(
    ("text", "dashes"),
    [
        ("a:\n  - x\n", Dashes(2, 2)),
        ("a:\n- x\n", Dashes(0, 2)),
        ("a:\n    -   x\n", Dashes(4, 4)),
        ("a:\n  -\n    x: 1\n", Dashes(2, 2)),
        ("a: [x]\n", Dashes()),
        ("a: 1\n", Dashes()),
    ],
)
def test_dashes_are_as_in_the_first_list(text: str, dashes: Dashes) -> None:
    assert dashes_of(spans_of(text), "new") == dashes


def test_a_list_under_the_same_key_goes_before_others() -> None:
    text = "a:\n- x\nb:\n    - y\n"
    assert dashes_of(spans_of(text), "b") == Dashes(4, 2)


def test_an_item_that_is_named_goes_before_its_list() -> None:
    text = "a:\n  - x\n  -   y\n"
    assert dashes_of(spans_of(text), "a", ("a", 1)) == Dashes(2, 4)


def test_empty_lines_between_items_are_seen_above_a_comment_too() -> None:
    assert is_spaced(spans_of("a:\n  - x\n\n  # of y\n  - y\n"), ("a", 1))
    assert not is_spaced(spans_of("a:\n  - x\n  # of y\n  - y\n"), ("a", 1))


def test_empty_lines_stay_empty_when_lines_move() -> None:
    assert indented(["a", "", " ", " b"], 2) == ["  a", "", "", "   b"]
