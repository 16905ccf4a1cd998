"""What minutes state of their counts and actions against what is right."""

import pytest
from support.oldminutes.sheets import DAY, course_of

from minutebook.oldminutes.course import Taken
from minutebook.oldminutes.judgement import FIRST

TABLE = "## Queue\n\n| n | Δ | State |\n|---|---|---|\n| {} | {} | Open |\n| {} | {} | Done |\n| {} | {} | Total |\n"
FIRST_TEXT = TABLE.format(5, "", 2, "", 7, "")


def step_of(*texts: str) -> Taken:
    """Return what is taken of the last of some files."""
    return course_of(*texts)[1][-1]


def decided(*texts: str) -> list[tuple[str, str | None, str, str, str]]:
    """Return what is decided about the last of some files: kind, fault, what is stated, what is right, and the mark."""
    decisions = step_of(*texts).decisions
    return [(each.kind, each.fault, each.named, each.computed, each.mark) for each in decisions]


def test_right_statements_are_judged_and_not_told() -> None:
    step = step_of(FIRST_TEXT, TABLE.format(4, "-1", 3, "+1", 7, "+0"))
    assert (step.decisions, step.compared) == ((), {"delta": 3, "row-total": 1})


def test_a_wrong_delta_is_corrected_with_its_place_and_baseline() -> None:
    (wrong,) = step_of(FIRST_TEXT, TABLE.format(4, "-2", 3, "+1", 7, "+0")).decisions
    assert (wrong.kind, wrong.fault, wrong.line, wrong.stated, wrong.now) == (
        "corrected delta",
        "delta",
        5,
        "-2",
        "-1",
    )
    assert (wrong.where, wrong.label, wrong.baseline) == ("Queue, Open, n", "Open, n", DAY)


def test_a_wrong_total_is_corrected_and_its_delta_is_that_of_the_right_sums() -> None:
    assert decided(FIRST_TEXT, TABLE.format(4, "-1", 3, "+1", 8, "+1")) == [
        ("corrected total", "row-total", "Total, n: 8", "7", ""),
        ("corrected delta", "delta", "Total, n: +1", "+0", ""),
    ]


def test_a_wrong_total_of_a_row_is_told_where_the_minutes_do_not_show_it() -> None:
    text = "| a | b | Sum | State |\n|---|---|---|---|\n| 1 | 2 | 3 | x |\n| 1 | 2 | 4 | y |\n"
    assert decided(text) == [("wrong total", "column-total", "y, Total: 4", "3", "")]


@pytest.mark.parametrize("changed", [("| 4 |", "| ? |"), ("| -2 |", "| n/a |")])
def test_what_is_not_known_is_not_judged(changed: tuple[str, str]) -> None:
    text = TABLE.format(4, "-2", 3, "+1", 8, "")
    faults = [fault for _, fault, _, _, _ in decided(FIRST_TEXT, text.replace(*changed))]
    assert "delta" not in faults


def test_deltas_of_the_first_minutes_are_gone_without_a_fault() -> None:
    assert decided(TABLE.format(5, "+9", 2, "+2", 7, "")) == [
        ("delta without a baseline", None, "Open, n: +9", "", FIRST),
        ("delta without a baseline", None, "Done, n: +2", "", FIRST),
    ]


def test_deltas_of_a_table_that_is_new_later_count_from_0() -> None:
    decisions = decided("x\n", TABLE.format(5, "+9", 2, "+2", 7, ""))
    assert [(fault, named, right, mark) for _, fault, named, right, mark in decisions] == [
        ("delta", "Open, n: +9", "+5", FIRST),
        (None, "Done, n: +2", "", FIRST),
    ]


def test_a_day_that_a_delta_names_and_no_minutes_have_is_no_fault() -> None:
    text = TABLE.format(4, "-9", 3, "+9", 7, "+9").replace("Δ", "Δ since 2020-01-01")
    assert {fault for _, fault, _, _, _ in decided(FIRST_TEXT, text)} == {None}


@pytest.mark.parametrize("sentence", ["- {} ({}) open tickets\n", "There were {} ({}) open tickets; fine.\n"])
def test_a_wrong_delta_of_a_counter_is_a_fault(sentence: str) -> None:
    ((kind, fault, named, right, _),) = decided(sentence.format(4, "+0"), sentence.format(6, "+3"))
    assert (kind.split()[1], fault, named, right) == ("delta", "counter", "open tickets: +3", "+2")


def test_of_two_counters_with_one_label_that_of_the_same_section_is_the_baseline() -> None:
    text = "## A\n\n- {} ({}) open tickets\n\n## B\n\n- {} ({}) open tickets\n"
    assert decided(text.format(5, "+0", 9, "+0"), text.format(6, "+1", 11, "+1")) == [
        ("wrong delta", "counter", "open tickets: +1", "+2", "")
    ]


def test_a_delta_that_names_another_day_is_corrected_and_no_fault() -> None:
    texts = ("- 1 (+0) open ticket\n", "- 5 (+4) open tickets\n")
    assert decided(*texts, f"- 7 (+6 since {DAY}) open tickets\n") == [
        ("corrected delta", None, "open tickets: +6", "+2", "")
    ]


def test_a_counter_of_prose_with_another_day_is_not_judged() -> None:
    texts = ("There were 4 (+0) open tickets.\n", "There were 6 (+3 since 2020-01-01) open tickets.\n")
    assert (decided(*texts), step_of(*texts).compared) == ([], {})
