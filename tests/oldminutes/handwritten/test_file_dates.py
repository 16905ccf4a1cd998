"""The day of a meeting is in the name of its file, or of the folder, or in both together."""

from datetime import date

import pytest

from minutebook.oldminutes.handwritten.file_dates import day_of_path


@pytest.mark.parametrize(
    "name",
    [
        *("TechArea20201026", "2020-10-26", "2020-10-26-team", "minutes_2020_10_26", "minutes_20201026_final"),
        *("26-10-2020", "team-26-Oct-2020", "26oct2020", "October 26 2020", "v1.2-2020-10-26", "2020.10.26"),
    ],
)  # fmt: skip
def test_the_date_in_a_name_is_understood_in_any_notation(name: str) -> None:
    assert day_of_path(f"20190101/{name}.md") == date(2020, 10, 26)


@pytest.mark.parametrize(
    "name", ["minutes", "20201399", "v3.4.56", "12345678901234", "2020-10", "04/05/2020"]
)
def test_a_name_without_a_date_has_none(name: str) -> None:
    assert day_of_path(f"{name}.md") is None


@pytest.mark.parametrize(
    "path",
    [
        "2020-10-26/README.md",
        "old/20201026/Readme.md",
        "2020-10/october-26.md",
        "2020/26-oct.md",
        "2020/10-26-minutes.md",
        "2020-10/26.md",
        "2020/10/26 minutes.md",
        "2020/2020-10/Oct 26th.md",
        "2019-01-01/2020-10-26.md",
    ],
)
def test_the_folder_of_a_file_may_have_its_date_or_part_of_it(path: str) -> None:
    assert day_of_path(path) == date(2020, 10, 26)


@pytest.mark.parametrize(
    "path",
    [
        "export-2020-10-26/notes.md",
        "2020-10-26/old/notes.md",
        "2020-10/september-26.md",
        "2020/26-10.md",
        "2020/10-26-27.md",
        "2020/10/2 of 3.md",
        "2020/october-26-27.md",
        "2020/notes 10-26.md",
        "2020/v10-26.md",
        "shop/10-26.md",
    ],
)
def test_a_folder_that_may_mean_something_else_tells_no_day(path: str) -> None:
    assert day_of_path(path) is None
