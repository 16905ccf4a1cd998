"""Which files belong to which series is told by their paths."""

from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.series_files import series_files, without_series

DAY = date(2020, 10, 26)


def test_a_file_belongs_to_the_nearest_series_above_it() -> None:
    paths = ("series.yaml", "2020-10-26.yaml", "team/2020/2020-10-26.yaml", "team/series.yaml")
    root, team = series_files(paths)
    assert (root.folder, root.days) == (PurePosixPath(), {DAY: "2020-10-26.yaml"})
    assert (team.folder, team.days) == (PurePosixPath("team"), {DAY: "team/2020/2020-10-26.yaml"})


def test_meetings_are_in_the_order_of_their_days_whatever_folder_they_are_in() -> None:
    (series,) = series_files(
        ("a/series.yaml", "a/2021/2021-01-04.yaml", "a/x/2020-10-26.yaml", "a/2020-10-26.md")
    )
    assert list(series.days.values()) == ["a/x/2020-10-26.yaml", "a/2021/2021-01-04.yaml"]
    assert series.minutes == {"a/2020-10-26.md": DAY}


def test_a_second_meeting_of_a_day_and_a_name_that_is_no_day_are_told() -> None:
    (series,) = series_files(("a/series.yaml", "a/2020-10-26.yaml", "a/b/2020-10-26.yaml", "a/2020-1-1.yml"))
    assert series.misnamed == ("a/2020-1-1.yml", "a/b/2020-10-26.yaml")


def test_a_file_with_no_series_above_it_has_none() -> None:
    paths = ("b/x.yaml", "a/series.yaml", "a/b/x.yaml", "ab/y.yaml")
    assert without_series(paths) == ("ab/y.yaml", "b/x.yaml")
