"""A counter is a count with a label in a sentence, and a delta if it has one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.handwritten.blocks import ProseLine
from minutebook.oldminutes.handwritten.counters import read_counters


def counters(text: str) -> list[tuple[int | None, int | None, str]]:
    """Return the count, the delta and the label of each counter of a line."""
    return [
        (counter.count.value, counter.delta.value if counter.delta else None, counter.label)
        for counter in read_counters(ProseLine(1, text), ())
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("- 11 (+3) open tickets", "11 (+3) open tickets.", "* **11** (&plus;3) open tickets, as ever"),
        *("We have 11 (+3) open tickets; all old", "- 11 (\\+3) open tickets"),
        *("Open tickets: 11 (+3)", "- **Open tickets:** 11 (+3).", "__Open tickets__: 11 (+3)"),
    ],
)
def test_a_count_stands_before_or_behind_its_label(text: str) -> None:
    ((count, delta, label),) = counters(text)
    assert (count, delta, label.lower()) == (11, 3, "open tickets")


def test_a_sentence_may_have_several() -> None:
    assert counters("8 (+0) open tickets and 3 (-1) closed ones") == [
        (8, 0, "open tickets"),
        (3, -1, "closed ones"),
    ]


def test_a_counter_may_name_the_day_of_its_baseline() -> None:
    (counter,) = read_counters(ProseLine(1, "7 (-4 since 2020-10-12) open tickets"), ())
    assert counter.since == date(2020, 10, 12)


def test_a_count_without_a_delta_begins_an_item_of_a_list() -> None:
    assert counters("- 8 open tickets") == [(8, None, "open tickets")]
    assert counters("There are 8 open tickets") == []


@pytest.mark.parametrize(
    "text",
    ["RFC 2119 (-3) of it", "from 10 (+2) to 12", "version 3.4 (+1) now", "11 (see above) open tickets"],
)
def test_a_number_that_counts_nothing_is_no_counter(text: str) -> None:
    assert counters(text) == []


@given(st.integers(0, 999_999_999), st.integers(-999_999_999, 999_999_999))
def test_what_minutes_write_is_read_back(count: int, delta: int) -> None:
    assert counters(f"-   {count} ({delta:+d}) open tickets") == [(count, delta, "open tickets")]
