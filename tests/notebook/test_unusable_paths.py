"""Names in paths that only some systems can have, told once; known by git's list, on a system that has them or not."""

import os

import pytest
from support.notes import Notes

no_such_folder = pytest.mark.skipif(os.name == "nt", reason="Windows has no such folder")
DAY = "2020-10-26"
TWIN = "are the name of one"


def add(notes: Notes, path: str, text: str = "") -> None:
    """Put a file into the index alone, so that the file system may be one that ignores case."""
    oid = notes.git("hash-object", "-w", "--stdin", input=text).stdout.strip()
    notes.git("-c", "core.protectNTFS=false", "update-index", "--add", "--cacheinfo", f"100644,{oid},{path}")


def unusable(notes: Notes) -> list[tuple[str, str]]:
    """Return the path and the hint of each problem that says so of the index."""
    problems = notes.problems("--staged")
    return [(problem["path"], problem["hint"]) for problem in problems if problem["rule"] == "path-unusable"]


@pytest.fixture
def staged(notes: Notes) -> Notes:
    """Return notes with a meeting and its minutes, all staged."""
    notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\n")
    notes.run("sync")
    notes.git("add", "--all")
    return notes


def test_nothing_is_said_of_usual_names(staged: Notes) -> None:
    add(staged, f"{staged.series}/Agenda.md")
    assert unusable(staged) == []


@pytest.mark.parametrize(
    ("path", "text", "told", "hint"),
    [
        (
            "meetings/Team/series.yaml",
            "title: Team\n",
            "meetings/team/series.yaml",
            "Type: git mv meetings/team meetings/team-2   (or join the two)",
        ),
        (
            "Meetings/web/series.yaml",
            "title: Web\n",
            "meetings/team/series.yaml",
            "Type: git mv meetings meetings-2   (or join the two)",
        ),
        (
            "meetings/team/Series.YAML",
            "title: Team\n",
            "meetings/team/Series.YAML",
            "Put what only this file has into series.yaml, then type: git rm meetings/team/Series.YAML",
        ),
        (
            "meetings/team/ReadMe.md",
            "",
            "meetings/team/ReadMe.md",
            "Type: git mv meetings/team/ReadMe.md meetings/team/ReadMe-2.md   (or join the two)",
        ),
        (
            f"meetings/team/{DAY}.MD",
            "",
            f"meetings/team/{DAY}.MD",
            f"Type: git mv meetings/team/{DAY}.MD meetings/team/{DAY}-2.MD   (or join the two)",
        ),
    ],
    ids=["series", "a folder above", "series file", "README", "minutes"],
)
def test_of_two_names_that_differ_only_in_case_one_is_told(
    staged: Notes, path: str, text: str, told: str, hint: str
) -> None:
    add(staged, path, text)
    assert unusable(staged) == [(told, hint)]


def test_so_are_folders_of_a_series(staged: Notes) -> None:
    for folder, day in (("Old", "2020-01-06"), ("old", "2020-01-13")):
        add(staged, f"{staged.series}/{folder}/{day}.yaml", f"date: {day}\n")
    assert unusable(staged) == [
        (
            "meetings/team/old/2020-01-13.yaml",
            "Type: git mv meetings/team/old meetings/team/old-2   (or join the two)",
        )
    ]


def test_a_meeting_twice_is_told_by_its_name_alone(staged: Notes) -> None:
    add(staged, f"{staged.series}/{DAY}.Yaml", f"date: {DAY}\n")
    assert [problem["rule"] for problem in staged.problems("--staged")] == ["file-name"]


@pytest.mark.parametrize(
    ("folder", "hint"),
    [
        ("aux", "Type: git mv meetings/aux meetings/aux-notes"),
        ("team.", "Type: git mv meetings/team. meetings/team-2"),
        ("a:b", "Type: git mv meetings/a:b meetings/a-b"),
        ("a\tb", r"Type: git mv $'meetings/a\x09b' meetings/a-b"),
    ],
)
def test_a_name_that_windows_reserves_is_a_warning(staged: Notes, folder: str, hint: str) -> None:
    add(staged, f"meetings/{folder}/series.yaml", "title: Other\n")
    add(staged, f"meetings/{folder}/{DAY}.yaml", f"date: {DAY}\nstatus: draft\n")
    assert [hint for _path, hint in unusable(staged)] == [hint]
    assert {
        problem["severity"] for problem in staged.problems("--staged") if "Windows" in problem["message"]
    } == {"warning"}


@pytest.mark.parametrize("words", [("check", "--staged"), ("sync", "--staged", "--exit-code")])
def test_the_hook_and_check_stop_at_a_twin(staged: Notes, words: tuple[str, ...]) -> None:
    staged.commit()
    add(staged, "meetings/Team/series.yaml", "title: Team\n")
    done = staged.run(*words)
    assert (done.returncode, done.stdout.count(TWIN)) == (1, 1)


@no_such_folder
def test_what_is_typed_is_all_that_is_left_to_do(staged: Notes) -> None:
    staged.commit()
    staged.write("meetings/aux/series.yaml", "title: Other\n")
    staged.git("add", "--all")
    ((_path, hint),) = unusable(staged)
    staged.git(*hint.removeprefix("Type: git ").split())
    assert unusable(staged) == []
