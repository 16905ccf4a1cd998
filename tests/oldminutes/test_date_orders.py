"""Which day a date means that could be several."""

from datetime import date

import pytest

from minutebook.oldminutes.date_orders import (
    by_number,
    day_of_six_digits,
    fitting_day,
    in_one_order,
    orders_of,
)
from minutebook.oldminutes.days import find_dates

FIRST, SECOND, THIRD = date(2026, 1, 1), date(2026, 1, 15), date(2026, 1, 29)
DAYS = {"call-9.md": FIRST, "call-10.md": SECOND, "call-12.md": date(2026, 2, 12)}
AUTUMN, SPRING = next(find_dates("05/10/2026")), next(find_dates("05/03/2026"))


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("26/10/2026", {True}),
        ("10/26/2026", {False}),
        ("26102026", {True}),
        ("10262026", {False}),
        ("10/10/2026", set()),
        ("26 October 2026", set()),
        ("05/10/2026", set()),
    ],
)
def test_a_date_that_can_be_one_day_alone_tells_the_order(text: str, orders: set[bool]) -> None:
    assert orders_of([*find_dates(text), None]) == orders


def test_the_order_of_others_tells_which_day_is_meant() -> None:
    assert dict(in_one_order({"a": AUTUMN}, {True})) == {"a": date(2026, 10, 5)}
    assert dict(in_one_order({"a": AUTUMN}, {False})) == {"a": date(2026, 5, 10)}


def test_else_the_order_tells_in_which_they_lie_closest_together() -> None:
    assert dict(in_one_order({"a": AUTUMN, "b": SPRING}, set())) == {
        "a": date(2026, 5, 10),
        "b": date(2026, 5, 3),
    }


@pytest.mark.parametrize("orders", [set(), {True, False}])
def test_one_alone_or_others_in_both_orders_tell_nothing(orders: set[bool]) -> None:
    assert dict(in_one_order({"a": AUTUMN}, orders)) == {}


@pytest.mark.parametrize(
    ("names", "day"),
    [
        (["261005 board", "261019 board", "261102 board"], date(2026, 10, 5)),
        (["051026", "191026", "021126"], date(2026, 10, 5)),
        (["5-10-26", "19-10-26", "2-11-26"], date(2026, 10, 5)),
        (["261005", "notes"], None),
        (["261305", "261019"], None),
    ],
)
def test_six_digits_are_a_day_if_they_are_in_all_names(names: list[str], day: date | None) -> None:
    assert day_of_six_digits(names[0], names[1:]) == day


def test_names_are_sorted_as_people_count() -> None:
    assert sorted(["call-10.md", "call-9.md", "1.md"], key=by_number) == ["1.md", "call-9.md", "call-10.md"]


def test_the_first_day_that_lies_between_its_neighbors_fits() -> None:
    assert fitting_day("call-11.md", (FIRST, date(2025, 1, 29), THIRD, date(2026, 1, 30)), DAYS) == THIRD


def test_behind_the_last_file_a_near_day_fits() -> None:
    assert fitting_day("call-13.md", (date(2027, 2, 26), date(2026, 2, 26)), DAYS) == date(2026, 2, 26)


@pytest.mark.parametrize(
    "days",
    [
        {},
        {"call-9.md": FIRST},
        {"call-9.md": SECOND, "call-10.md": FIRST},
        {"call-9.md": FIRST, "call-10.md": FIRST},
    ],
)
def test_where_the_names_are_in_no_order_none_fits(days: dict[str, date]) -> None:
    assert fitting_day("call-11.md", (THIRD,), days) is None
