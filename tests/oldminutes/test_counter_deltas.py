"""The delta of a counter is measured against the latest earlier minutes that have it."""

import pytest
from support.oldminutes.audits import fault_fields, two_weeks

COUNTERS = [
    "-   {} ({}) open tickets",
    "* **{}** ({}) open tickets, of which none is ours",
    "There were {} ({}) open tickets; nobody minds.",
    "- Open tickets: {} ({})",
    "**Open tickets:** {} ({})",
]


@pytest.mark.parametrize("sentence", COUNTERS)
def test_a_counter_in_a_sentence_is_checked(sentence: str) -> None:
    first, second = sentence.format(8, "+0"), sentence.format(11, "+4")
    assert fault_fields(two_weeks(first, second)) == [("2020-10-26.md", 1, "counter", "+4", "+3")]
    assert fault_fields(two_weeks(first, sentence.format(11, "+3"))) == []


def test_two_counters_in_a_sentence_are_told_apart() -> None:
    text = "We have {} ({}) open tickets and {} ({}) closed ones.\n"
    files = two_weeks(text.format(8, "+0", 3, "+0"), text.format(9, "+1", 5, "+1"))
    assert fault_fields(files) == [("2020-10-26.md", 1, "counter", "+1", "+2")]


def test_a_counter_without_a_delta_is_a_baseline() -> None:
    assert fault_fields(two_weeks("- 8 open tickets\n", "- 11 (&minus;3) open ticket\n")) == [
        ("2020-10-26.md", 1, "counter", "&minus;3", "+3")
    ]


def test_of_two_counters_with_one_label_that_of_the_same_section_is_the_baseline() -> None:
    text = "## A\n\n- {} ({}) open tickets\n\n## B\n\n- {} ({}) open tickets\n"
    files = two_weeks(text.format(5, "+0", 9, "+0"), text.format(6, "+1", 11, "+1"))
    assert fault_fields(files) == [("2020-10-26.md", 7, "counter", "+1", "+2")]


def test_a_counter_is_measured_against_the_day_that_it_names() -> None:
    files = {"2020-10-12.md": "- 1 open ticket\n"} | two_weeks(
        "- 5 open tickets\n", "- 7 (+6 since 2020-10-12) open tickets\n"
    )
    assert fault_fields(files) == []
