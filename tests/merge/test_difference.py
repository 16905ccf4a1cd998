"""What a value looks like in a sentence."""

import pytest

from minutebook.merge.difference import ABSENT, Heading, compare_key, compare_order, is_same, reworded, shown
from minutebook.source.yaml.document import Ambiguous


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("web", "web"),
        ("the web", '"the web"'),
        ("", '""'),
        (["a", "b"], "a, b"),
        (None, "nothing"),
        (True, "true"),
        ({"a": [1]}, '{"a": [1]}'),
        (Ambiguous("3.10"), '"3.10"'),
    ],
)
def test_a_value_is_shown_as_people_write_it(value: object, text: str) -> None:
    assert shown(value) == text


def test_long_text_is_shortened() -> None:
    assert shown("word " * 50) == f'"{"word " * 13}word…"'


def test_of_long_texts_that_what_differs_is_shown() -> None:
    start = "the same words again and again " * 10
    assert reworded(f"{start}old end", f"{start}new end") == (
        '"…words again and again old end" -> "…words again and again new end"'
    )


def test_of_long_texts_their_other_ends_are_shown() -> None:
    text = "the same words again and again " * 10
    assert reworded(text, f"{text}and more") == (
        '"…words again and again" -> "…words again and again and more"'
    )


def test_a_number_is_no_truth_and_no_text() -> None:
    assert not is_same(1, True)
    assert not is_same(1, "1")
    assert is_same({"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_null_is_a_value_of_a_key_that_is_the_users_own() -> None:
    (difference,) = compare_key("section", Heading(("News",), "News"), "x-mood", ABSENT, None)
    assert (difference.change, difference.sentence) == ("added", "News: x-mood nothing")


def test_only_what_both_have_can_be_in_another_order() -> None:
    heading = Heading((), "")
    assert list(compare_order("count", heading, "rows", "abc", "xac")) == []
    (difference,) = compare_order("count", heading, "rows", "abc", "cxa")
    assert difference.sentence == "rows in another order"
