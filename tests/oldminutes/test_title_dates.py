"""A title with another date than the path of its file is a fault."""

import pytest
from support.oldminutes.audits import fault_fields


@pytest.mark.parametrize(
    "title",
    [
        *("26 October 2020", "October 26, 2020", "October 26th, 2020", "26th of October 2020", "2020-10-26"),
        *("26 Oct 2020", "Oct. 26, 2020", "2020/10/26", "26.10.2020", "10/26/2020", "26/10/2020", "26-Oct-2020"),
        *("20201026", "Monday, 26 October 2020", "week of 20 October 2020 to 26 October 2020"),
    ],
)  # fmt: skip
def test_a_title_with_the_date_of_the_name_is_right_in_any_notation(title: str) -> None:
    assert fault_fields({"minutes-20201026.md": f"# Team {title}\n"}) == []


@pytest.mark.parametrize("title", ["27 October 2020", "October 27th, 2020", "2020-10-27", "27.10.2020"])
def test_a_title_with_another_date_than_the_name_is_reported_and_the_name_wins(title: str) -> None:
    files = {"TechArea20201026.md": f"# Team {title}\n"}
    assert fault_fields(files) == [("TechArea20201026.md", 1, "title-date", title, "2020-10-26")]


@pytest.mark.parametrize(
    "title", ["Release 3.4.56", "19-27 October 2020", "Room 12, 31 seats", "31 February 2020"]
)
def test_a_title_without_one_date_contradicts_nothing(title: str) -> None:
    assert fault_fields({"2020-10-26.md": f"# {title}\n"}) == []
