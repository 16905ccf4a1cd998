"""What of the meetings before goes on in a meeting."""

from datetime import date

import pytest

from minutebook.oldminutes.continuity import LastTable, Tasks, find_last, go_on, is_same_task
from minutebook.oldminutes.sheet import Stated
from minutebook.records.figures import Row, Table
from minutebook.records.meeting import Action

DAY = date(2026, 6, 1)


def table_of(
    columns: str, *counts: tuple[int, ...], name: str = "tickets", labels: str = "Open Done"
) -> Table:
    """Return a table with columns and labels that are given as words."""
    pairs = zip(labels.split(), counts, strict=False)
    rows = tuple(Row((line,), label, numbers) for line, (label, numbers) in enumerate(pairs, 3))
    return Table((1,), name, "State", tuple(columns.split()), rows)


def action_of(task: str, owner: str = "Ada") -> Action:
    """Return an action of somebody's."""
    return Action((1,), None, (owner,), task)


@pytest.mark.parametrize(
    ("task", "later_task"),
    [
        ("order paper", "Order paper"),
        ("order paper for the printer", "order paper for the big printer"),
        ("follow up on SHOP-12", "SHOP-12: ask again"),
        ("ask about #7", "see to #7 and the rest"),
    ],
)
def test_a_task_may_go_on_in_other_words(task: str, later_task: str) -> None:
    assert is_same_task(task, later_task)


@pytest.mark.parametrize(
    ("task", "later_task"),
    [
        ("order paper", "paint the door"),
        ("release the till (SHOP-12)", "release the scales (SHOP-13)"),
        ("call the bank", "call the plumber"),
    ],
)
def test_another_task_does_not(task: str, later_task: str) -> None:
    assert not is_same_task(task, later_task)


def test_a_day_that_two_tasks_share_makes_them_none_of_one_action() -> None:
    assert not is_same_task("book the room by Friday, 9 October", "supervision plan by Friday, 9 October")
    assert is_same_task("book the big room by Friday", "book the big room by Monday")


def test_each_action_goes_on_with_one_at_most() -> None:
    earlier = [action_of("order paper"), action_of("order paper and ink")]
    pairs = Tasks([action_of("order paper and ink"), action_of("order paper")]).paired(earlier)
    assert pairs == {0: 1, 1: 0}


def test_of_two_that_are_alike_the_one_of_the_same_owner_goes_on() -> None:
    later = [action_of("order more paper soon", "Ben"), action_of("order more paper now", "Ada")]
    assert Tasks(later).paired([action_of("order more paper")]) == {0: 1}


def test_what_would_reuse_an_id_does_not_go_on() -> None:
    earlier = [action_of("Create Template folders for Eagle and Altium", "Zoe")]
    assert Tasks([action_of("add Eagle template")]).paired(earlier) == {}


def test_a_table_goes_on_under_its_title() -> None:
    last = LastTable(DAY, "Tickets", table_of("n", (1,), (2,)))
    assert find_last(table_of("n", (2,), (2,)), "Tickets", [last]) == last
    assert find_last(table_of("n", (2,), labels="Cats"), "Tickets", [last]) is None


def test_a_title_with_another_number_is_the_same() -> None:
    last = LastTable(DAY, "Release 3.4", table_of("n", (1,), (2,)))
    assert find_last(table_of("n", (2,), (2,)), "Release 3.5", [last]) == last


def test_renamed_columns_are_told_by_their_deltas() -> None:
    last = LastTable(DAY, "Tickets", table_of("old", (4,), (6,)))
    deltas = [Stated(1, 3, "delta", "Open", "new", "+1", 1), Stated(1, 4, "delta", "Done", "new", "+0", 0)]
    reading = go_on(table_of("new", (5,), (6,)), last, deltas)
    assert (reading.table.continues, reading.is_decided) == (("old",), True)


def test_columns_that_began_anew_are_told_by_their_deltas() -> None:
    last = LastTable(DAY, "Tickets", table_of("old", (4,), (6,)))
    deltas = [Stated(1, 3, "delta", "Open", "new", "+5", 5), Stated(1, 4, "delta", "Done", "new", "+6", 6)]
    reading = go_on(table_of("new", (5,), (6,)), last, deltas)
    assert (reading.table.continues, reading.is_decided) == (("new",), True)


def test_columns_without_deltas_are_undecided() -> None:
    last = LastTable(DAY, "Tickets", table_of("old", (4,), (6,)))
    assert not go_on(table_of("new", (5,), (6,)), last, []).is_decided


def test_a_label_that_differs_in_case_is_the_one_before() -> None:
    last = LastTable(DAY, "Tickets", table_of("n", (4,), (6,)))
    reading = go_on(table_of("n", (4,), (6,), labels="OPEN Done"), last, [])
    assert reading.labels == {"OPEN": "Open"}
