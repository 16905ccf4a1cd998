"""Which series, and which of their meetings, a command is about."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from support.series import FIRST, FOLDER, SECOND, SERIES, THIRD, minutes_of, path_of, snapshot_of

from minutebook.notebook.scope import Scope, all_series, everything, inside, meant, selected, touched_by
from minutebook.records.problem import UsageError

OTHER = "meetings/other/series.yaml"
SNAPSHOT = snapshot_of(
    {SERIES: "", **{path_of(day): "" for day in (FIRST, SECOND, THIRD)}, OTHER: "", "notes.md": ""}
)


def days(scopes: Sequence[Scope]) -> dict[str, tuple[date, ...]]:
    return {scope.notebook.path.name: scope.days for scope in scopes}


def test_everything_is_all_series_with_all_their_meetings() -> None:
    assert days(everything(SNAPSHOT)) == {"other": (), "team": (FIRST, SECOND, THIRD)}


def test_where_there_is_no_series_that_is_said_with_an_example() -> None:
    nothing = snapshot_of({"notes.md": ""})
    assert all_series(nothing) == ()
    with pytest.raises(UsageError, match=r"a series is a folder with a series\.yaml, such as"):
        everything(nothing)


def test_where_the_last_series_is_gone_check_says_how_it_comes_back() -> None:
    orphaned = snapshot_of({path_of(FIRST): f"date: {FIRST}\n"})
    with pytest.raises(UsageError, match=rf"how that of {FOLDER} comes back, says: minutebook check"):
        everything(orphaned)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (FOLDER, {"team": (FIRST, SECOND, THIRD)}),
        ("meetings", {"other": (), "team": (FIRST, SECOND, THIRD)}),
        (".", {"other": (), "team": (FIRST, SECOND, THIRD)}),
        (SERIES, {"team": (FIRST, SECOND, THIRD)}),
        (path_of(SECOND), {"team": (SECOND, THIRD)}),
        (minutes_of(SECOND), {"team": (SECOND, THIRD)}),
    ],
)
def test_a_path_stands_for_its_meeting_and_the_later_ones(
    path: str, expected: dict[str, tuple[date, ...]]
) -> None:
    assert days(selected(SNAPSHOT, [PurePosixPath(path)])) == expected


def test_of_several_paths_the_earliest_meeting_counts() -> None:
    paths = [PurePosixPath(path_of(day)) for day in (THIRD, SECOND)]
    assert days(selected(SNAPSHOT, paths)) == {"team": (SECOND, THIRD)}


@pytest.mark.parametrize(
    ("path", "message"),
    [("meetings/tame", "there is no meetings/tame in the drawn"), ("notes.md", "notes.md is in no series")],
)
def test_a_path_of_no_series_is_refused(path: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        selected(SNAPSHOT, [PurePosixPath(path)])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("team", FOLDER),
        ("meetings/team", FOLDER),
        (f"{FOLDER}/team", FOLDER),
        (str(SECOND), path_of(SECOND)),
        (f"meetings/{SECOND}", path_of(SECOND)),
        (f"{FOLDER}/2020/{SECOND}", path_of(SECOND)),
        ("meetings/other/2019-01-01", "meetings/other/2019-01-01"),
        ("elsewhere/team", "elsewhere/team"),
    ],
)
def test_a_series_is_meant_by_its_name_and_a_meeting_by_its_date(path: str, expected: str) -> None:
    series = [scope.notebook for scope in all_series(SNAPSHOT)]
    assert meant(series, SNAPSHOT, PurePosixPath(path)) == PurePosixPath(expected)


def test_a_date_on_which_several_series_met_is_asked_about() -> None:
    both = snapshot_of(
        {"a/series.yaml": "", "b/series.yaml": "", "a/2020-10-05.yaml": "", "b/2020-10-05.yaml": ""}
    )
    series = [scope.notebook for scope in all_series(both)]
    with pytest.raises(UsageError, match=r"name one of: a/2020-10-05\.yaml, b/"):
        meant(series, both, PurePosixPath("2020-10-05"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (path_of(THIRD), {"team": (THIRD,)}),
        (minutes_of(FIRST), {"team": (FIRST, SECOND, THIRD)}),
        (f"{FOLDER}/README.md", {"team": ()}),
        (SERIES, {"team": (FIRST, SECOND, THIRD)}),
        ("notes.md", {}),
    ],
)
def test_a_change_touches_its_meeting_and_the_later_ones(
    path: str, expected: dict[str, tuple[date, ...]]
) -> None:
    assert days(touched_by(SNAPSHOT, [path])) == expected


def test_an_argument_is_a_path_from_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    assert inside(tmp_path, tmp_path / "meetings", "team") == PurePosixPath("meetings/team")
    assert inside(tmp_path, tmp_path / "meetings", "../notes.md") == PurePosixPath("notes.md")
    assert inside(None, tmp_path, "meetings/./team/") == PurePosixPath("meetings/team")
    with pytest.raises(UsageError, match=r"\.\./x is not in this repository"):
        inside(tmp_path, tmp_path, "../x")
