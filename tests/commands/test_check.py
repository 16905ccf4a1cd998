"""`check`: read-only; all that is wrong in the notes."""

import pytest
from support.notes import Notes

HEADING = "  - title: Talk\n    notes: |\n      # A heading\n"


def test_it_changes_nothing(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    before = notes.git("status", "--porcelain", "--untracked-files=all").stdout
    assert notes.run("check").returncode == 1
    assert notes.git("status", "--porcelain", "--untracked-files=all").stdout == before


def test_generated_files_that_are_not_current_are_problems(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    assert {problem["rule"] for problem in notes.problems()} == {"minutes-missing"}
    notes.run("sync")
    assert notes.problems() == []
    notes.meeting("2020-10-19", Open=2)
    assert {problem["rule"] for problem in notes.problems()} == {"minutes-stale"}


def test_the_same_is_warned_about_with_a_path_and_without(notes: Notes) -> None:
    old = notes.meeting("2020-10-05", Open=1, extra=HEADING)
    for day in ("2020-10-12", "2020-10-19"):
        newest = notes.meeting(day, Open=1, extra=HEADING if day > "2020-10-12" else "")
    notes.run("sync")
    expected = [(newest, "heading-in-notes")]
    for words in ([], [old], [newest], [notes.series]):
        assert [(problem["path"], problem["rule"]) for problem in notes.problems(*words)] == expected


def test_an_error_in_the_newest_meeting_brings_no_warnings_of_old_ones(notes: Notes) -> None:
    for day in ("2020-09-28", "2020-10-05", "2020-10-12"):
        notes.meeting(day, Open=1, extra=HEADING if day < "2020-10-12" else "")
    newest = notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    notes.write(newest, "date: 2020-10-19\nnonsense: 1\n")
    assert [(problem["path"], problem["rule"]) for problem in notes.problems()] == [(newest, "unknown-key")]
    notes.write(newest, "date: 2020-10-20\n")
    assert [(problem["path"], problem["rule"]) for problem in notes.problems()] == [(newest, "date-mismatch")]


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("meetings/team", True),
        ("meetings", True),
        ("meetings/team/2020-10-19.yaml", True),
        ("meetings/other", False),
    ],
)
def test_a_path_names_a_meeting_a_series_or_a_folder_of_series(notes: Notes, path: str, named: bool) -> None:
    notes.write("meetings/other/series.yaml", "title: Other\n")
    notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\nnonsense: 1\n")
    assert bool(notes.problems(path)) is named


def test_it_reads_what_is_staged_or_a_commit(notes: Notes) -> None:
    path = notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    notes.commit()
    notes.write(path, "date: 2020-10-19\nnonsense: 1\n")
    assert notes.problems("--staged") == notes.problems("--rev", "HEAD") == []
    notes.git("add", ".")
    assert "unknown-key" in {problem["rule"] for problem in notes.problems("--staged")}
    assert notes.problems("--rev", "HEAD") == []


def test_where_there_is_no_series_init_is_named(notes: Notes) -> None:
    (notes.top / notes.series / "series.yaml").unlink()
    for words in (
        ["check"],
        ["sync"],
        ["new"],
        ["actions"],
        ["deltas"],
        ["done", "k7q2m4"],
        ["add", "Mat: call"],
    ):
        assert "`minutebook init` sets one up" in notes.refusal(*words)
