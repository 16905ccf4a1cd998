"""A total is the sum of its row or column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.audits import FIRST_WEEK, RELEASES, fault_fields, find_faults, tickets, two_weeks


def test_a_wrong_total_is_reported_and_its_delta_is_that_of_the_right_sums() -> None:
    wrong = tickets("26 October 2020", (3, 4, 8), ("-2", "+2", "+1"))
    assert fault_fields(two_weeks(FIRST_WEEK, wrong)) == [
        ("2020-10-26.md", 11, "row-total", "8", "7"),
        ("2020-10-26.md", 11, "delta", "+1", "+0"),
    ]


def test_a_total_beside_a_row_is_checked() -> None:
    text = RELEASES.format("3.5", 4, "+0", 6, "+0", 5, "+0", 7, "+0")
    assert fault_fields({"2020-10-26.md": text}) == [("2020-10-26.md", 5, "column-total", "6", "5")]


@pytest.mark.parametrize("heading", ["Total", "**Sum**", "\u03a3"])
def test_a_total_has_any_of_its_names(heading: str) -> None:
    text = (
        f"## Jobs\n\n| a | b | {heading} | State |\n|---|---|---|---|\n| 1 | 2 | 3 | x |\n| 1 | 2 | 4 | y |\n"
    )
    (fault,) = find_faults({"2020-10-26.md": text})
    assert (fault.fault, fault.where.split(", ")[:2], fault.computed) == (
        "column-total",
        ["Jobs", "y"],
        "3",
    )


def test_a_total_of_a_count_that_is_not_known_is_not_judged() -> None:
    text = tickets("26 October 2020", (3, 4, 9)).replace("| 4 |", "| ? |")
    assert fault_fields({"2020-10-26.md": text}) == []


@given(st.tuples(*[st.integers(0, 999)] * 3))
def test_a_total_is_wrong_exactly_if_it_is_no_sum(counts: tuple[int, ...]) -> None:
    faults = fault_fields({"2020-10-26.md": tickets("26 October 2020", counts)})
    assert [fields[4] for fields in faults] == (
        [] if sum(counts[:2]) == counts[2] else [str(sum(counts[:2]))]
    )
