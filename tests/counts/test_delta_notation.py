"""A delta is written in one notation and read in many."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.counts.delta_notation import (
    BRACKETED,
    HEADING_WORDS,
    format_delta,
    is_delta_heading,
    parse_delta,
    parse_heading_since,
)

DAY = date(2020, 10, 19)


@given(st.integers(-999_999_999, 999_999_999))
def test_what_is_written_is_read_back(delta: int) -> None:
    assert parse_delta(format_delta(delta)) == parse_delta(f"({format_delta(delta)})") == delta


@given(st.integers(-999_999_999, 999_999_999), st.dates() | st.none())
def test_what_is_written_behind_a_count_is_found_there(delta: int, since: date | None) -> None:
    match = re.fullmatch(BRACKETED, f"({format_delta(delta, f'since {since}' if since else '')})")
    assert match
    assert (parse_delta(match["delta"]), match["since"]) == (delta, str(since) if since else None)


@pytest.mark.parametrize("sign", ["-", "\u2212", "\u2013", "\u2014", "\u25bc", "\u2193", "\ufe63"])
def test_every_minus_is_one(sign: str) -> None:
    assert parse_delta(f"{sign}2") == parse_delta(f"({sign} 2)") == -2


@pytest.mark.parametrize("sign", ["+", "", "\uff0b", "\u25b2", "\u2191"])
def test_every_plus_is_one(sign: str) -> None:
    assert parse_delta(f"{sign}2") == 2


@pytest.mark.parametrize("text", ["+/-0", "\u00b10", "+-0"])
def test_a_change_by_nothing_may_have_both_signs(text: str) -> None:
    assert parse_delta(text) == 0


@pytest.mark.parametrize("text", ["", "-", "\u00b12", "+/-2", "n/a", "1.5", "--2", "no change"])
def test_what_has_no_number_or_two_signs_is_no_delta(text: str) -> None:
    assert parse_delta(text) is None


@pytest.mark.parametrize(
    "heading",
    [*HEADING_WORDS, "DELTA", "$\\Delta$", "+/-", "\u00b1", "\u0394:", "Veränderung", "Écart", "Variação"],
)
def test_a_heading_of_deltas_may_say_since_when(heading: str) -> None:
    assert is_delta_heading(heading)
    assert parse_heading_since(heading) is None
    assert parse_heading_since(f"{heading} since {DAY}") == DAY


@pytest.mark.parametrize("heading", ["Changes", "State", "+", "since 2020-10-19", ""])
def test_another_heading_is_none_of_deltas(heading: str) -> None:
    assert not is_delta_heading(heading)
