"""Meetings that belong to no series are an error, in a lone tree as well."""

import shlex

import pytest
from support.notes import Notes
from support.sharednotes import OPEN

DAY = "2020-10-26"


@pytest.fixture
def orphaned(notes: Notes) -> Notes:
    """Return committed notes of which the series.yaml was deleted past any hook."""
    notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\n")
    notes.commit()
    notes.git("rm", "--quiet", f"{notes.series}/series.yaml")
    return notes


def missing(notes: Notes, *words: str) -> list[str]:
    """Return the paths of the problems that say so."""
    return [problem["path"] for problem in notes.problems(*words) if problem["rule"] == "series-missing"]


@pytest.mark.parametrize("words", [(), ("--staged",)], ids=["files", "index"])
def test_check_says_so(words: tuple[str, ...], orphaned: Notes) -> None:
    assert missing(orphaned, *words) == [f"{orphaned.series}/{DAY}.yaml"]


def test_a_commit_says_so(orphaned: Notes) -> None:
    orphaned.commit()
    assert missing(orphaned, "--rev", "HEAD") == [f"{orphaned.series}/{DAY}.yaml"]


def test_a_hook_stops(orphaned: Notes) -> None:
    done = orphaned.run("sync", "--staged", "--exit-code")
    assert done.returncode == 1
    assert "series-missing: meetings/team/series.yaml is missing" in done.stdout


def test_other_series_are_checked_as_well(orphaned: Notes) -> None:
    orphaned.write("meetings/other/series.yaml", "title: Other\n")
    orphaned.write("meetings/other/2020-10-26.yaml", "date: 2020-10-27\n")
    rules = {problem["rule"] for problem in orphaned.problems()}
    assert {"series-missing", "date-mismatch"} <= rules


@pytest.mark.parametrize("folder", ["meetings/taem", "meetings"])
def test_a_meeting_in_a_wrong_folder_is_moved_into_its_series(notes: Notes, folder: str) -> None:
    notes.write(f"{folder}/{DAY}.yaml", f"date: {DAY}\n")
    (problem,) = (problem for problem in notes.problems() if problem["rule"] == "series-missing")
    belonging, move = problem["hint"].splitlines()[0].split(", type: ")
    assert belonging == f"If it belongs to {notes.series}"
    notes.call(shlex.split(move))
    assert missing(notes) == []


def test_the_folder_of_a_year_belongs_to_the_series_above(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020/{DAY}.yaml", f"date: {DAY}\n")
    (notes.top / notes.series / "series.yaml").unlink()
    (problem,) = notes.problems()
    assert problem["message"].startswith("meetings/team/series.yaml is missing")


def test_what_other_programs_name_after_a_day_is_no_meeting(notes: Notes) -> None:
    notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\n")
    notes.write("data/2020-10-26.yaml", "temperature: 12\n")
    assert missing(notes) == []


class TestWhereOthersHaveIt:
    @pytest.fixture
    def edited(self, notes: Notes) -> Notes:
        """Return notes that others have, with what was typed since then, whose series.yaml has gone."""
        notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\n{OPEN}")
        notes.commit()
        notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\n{OPEN}notes: |\n  typed today\n")
        (notes.top / notes.series / "series.yaml").unlink()
        return notes

    def test_it_is_the_one_problem(self, edited: Notes) -> None:
        assert edited.rules() == ["series-missing"]

    def test_it_is_put_back_as_the_message_says_and_what_was_typed_stays(self, edited: Notes) -> None:
        typed = edited.read(f"{edited.series}/{DAY}.yaml")
        (problem,) = edited.problems()
        edited.call(shlex.split(problem["hint"].partition("Put it back: ")[2].partition("\n")[0]))
        assert edited.run("sync").returncode == 0
        assert edited.problems() == []
        assert edited.read(f"{edited.series}/{DAY}.yaml") == typed


@pytest.mark.parametrize("name", ["Series.yaml", "SERIES.YML", "series.yml", "series.yaml.txt"])
def test_a_series_file_with_another_name_is_named(name: str, notes: Notes) -> None:
    notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\n")
    notes.commit()
    notes.git("mv", f"{notes.series}/series.yaml", f"{notes.series}/{name}")
    (problem,) = notes.problems()
    assert problem["rule"] == "series-missing"
    assert problem["hint"] == f"Type: git mv {notes.series}/{name} {notes.series}/series.yaml"
    notes.git(*problem["hint"].removeprefix("Type: git ").split())
    assert notes.rules() == ["minutes-missing", "minutes-missing"]


def test_so_is_one_of_a_series_without_meetings(notes: Notes) -> None:
    (notes.top / notes.series / "series.yaml").rename(notes.top / notes.series / "Series.yml")
    assert notes.refusal("status").endswith(
        "if meetings/team/Series.yml is meant as one, type: mv meetings/team/Series.yml meetings/team/series.yaml\n"
    )
