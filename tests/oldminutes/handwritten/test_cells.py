"""The cells of a hand-written table are understood under their markup."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.handwritten.cells import (
    is_delta_heading,
    is_total,
    parse_count,
    parse_delta,
    parse_heading_since,
)


@pytest.mark.parametrize(
    ("cell", "count"), [("11", 11), ("**11**", 11), ("1,234", 1234), ("1,234,567", 1234567)]
)
def test_a_count_is_a_whole_number(cell: str, count: int) -> None:
    assert parse_count(cell) == count


@pytest.mark.parametrize("cell", ["", "-1", "+1", "1.5", "12,34", "n/a", "\u00b2", "1234567890"])
def test_anything_else_is_no_count(cell: str) -> None:
    assert parse_count(cell) is None


@pytest.mark.parametrize("cell", ["-3", "**-3**", "\\-3", "&minus;3", "(&ndash;3)"])
def test_a_delta_is_understood_under_its_markup(cell: str) -> None:
    assert parse_delta(cell) == -3


def test_a_heading_may_name_the_day_since_which_its_deltas_count() -> None:
    assert is_delta_heading("**&Delta; since 2020-10-19**")
    assert parse_heading_since("**&Delta; since 2020-10-19**") == date(2020, 10, 19)


@pytest.mark.parametrize("label", ["Total", "**TOTAL:**", "Sum", "Grand total", "\u03a3"])
def test_a_total_has_one_of_a_few_names(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize("label", ["Total open", "Subtotal", "Open", ""])
def test_a_longer_name_is_no_total(label: str) -> None:
    assert not is_total(label)


@given(st.integers(0, 999_999_999))
def test_a_count_is_read_back_with_and_without_commas(count: int) -> None:
    assert parse_count(str(count)) == parse_count(f"{count:,}") == count
