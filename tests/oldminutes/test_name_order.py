"""Between which days a file lies by the order of the names."""

from datetime import date

import pytest

from minutebook.oldminutes.name_order import by_number, fitting_day

FIRST, SECOND, THIRD = date(2026, 1, 1), date(2026, 1, 15), date(2026, 1, 29)
DAYS = {"call-9.md": FIRST, "call-10.md": SECOND, "call-12.md": date(2026, 2, 12)}


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
