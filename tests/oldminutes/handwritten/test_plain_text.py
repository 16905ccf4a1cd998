"""What a reader sees of a piece of Markdown, and when two labels or titles are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.handwritten.plain_text import (
    fold_counter_label,
    fold_label,
    fold_title,
    strip_markup,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        *(
            ("**Total**", "Total"),
            ("`x`", "x"),
            ("~~old~~", "old"),
            ("a  \t b", "a b"),
        ),
        *(
            ("&Delta;", "\u0394"),
            ("\\*a\\*", "a"),
            ("3 * 4", "3 * 4"),
            ("", ""),
            ("snake_case", "snake_case"),
        ),
    ],
)
def test_markup_is_left_out(text: str, plain: str) -> None:
    assert strip_markup(text) == plain


@pytest.mark.parametrize("label", ["Open", "open", "**OPEN:**", " open ;"])
def test_a_label_is_the_same_in_any_case_and_emphasis(label: str) -> None:
    assert fold_label(label) == "open"


@pytest.mark.parametrize("title", ["Minutes 2020-10-26", "Minutes 3.5.26", "minutes 7"])
def test_a_title_is_the_same_with_other_numbers(title: str) -> None:
    assert fold_title(title) == "minutes"


@pytest.mark.parametrize("label", ["open ticket", "Open tickets", "**open tickets**"])
def test_a_counter_is_the_same_in_singular_and_plural(label: str) -> None:
    assert fold_counter_label(label) == "open ticket"


@given(st.text())
def test_what_is_shown_has_single_spaces_and_none_at_its_ends(text: str) -> None:
    assert strip_markup(text) == " ".join(strip_markup(text).split())
