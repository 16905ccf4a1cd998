"""`log`: of which meetings, by how many processes, and for whom it is printed."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from support.notes import Notes

from minutebook.cli import main
from minutebook.merge.meeting_log import MeetingLog
from minutebook.repository.revisions import Revision

FILE = "meetings/team/2020-10-19.yaml"


@pytest.fixture
def counted(notes: Notes) -> Notes:
    """Return notes whose first meeting counted 3, then 5; there is a second meeting, and another series."""
    for number in (3, 5):
        notes.meeting("2020-10-19", Open=number)
        notes.commit(f"Count {number}")
    notes.meeting("2020-10-26", Open=5)
    notes.write("meetings/web/series.yaml", "title: Web\n")
    notes.write("meetings/web/2020-10-20.yaml", "date: 2020-10-20\n")
    notes.commit("Meet")
    return notes


def subjects(counted: Notes, *words: str, folder: str = ".") -> list[str]:
    """Return the subjects of the commits that the log tells of."""
    lines = counted.run("log", *words, folder=folder).stdout.splitlines()
    return [line.rpartition(": ")[2] for line in lines if not line.startswith(" ")]


def test_each_commit_says_what_it_changed(counted: Notes) -> None:
    oid = counted.git("rev-parse", "HEAD~1").stdout[:7]
    done = counted.run("log", "2020-10-19")
    assert done.stdout.splitlines()[:3] == [
        f"{oid} 2020-11-02 Tester: Count 5",
        f"    {FILE}",
        "        Tickets Open 3 -> 5",
    ]
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["2020-10-19", FILE, "team/2020-10-19", FILE.replace(".yaml", ".md")])
def test_a_meeting_is_named_as_for_other_commands(counted: Notes, name: str) -> None:
    assert subjects(counted, name) == ["Count 5", "Count 3"]


def test_nothing_more_is_compared_once_the_reader_has_gone(
    counted: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    compared: list[str] = []
    changes = MeetingLog.changes

    def noted(log: MeetingLog, revision: Revision, watched: Any) -> Any:
        compared.append(revision.subject)
        return changes(log, revision, watched)

    monkeypatch.setattr(MeetingLog, "changes", noted)
    monkeypatch.chdir(counted.top)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["log", "team"]) == 0
    assert compared == ["Meet"]


@pytest.mark.parametrize("words", [[], ["meetings"], ["team"], ["meetings/team"]])
def test_without_a_meeting_all_of_a_series_are_told(counted: Notes, words: list[str]) -> None:
    assert subjects(counted, *words) == ["Meet", "Count 5", "Count 3"]


def test_the_series_is_the_one_that_somebody_stands_in(counted: Notes) -> None:
    assert subjects(counted, folder="meetings/web") == ["Meet"]


def test_it_begins_with_the_commit_that_is_named(counted: Notes) -> None:
    assert subjects(counted, "--rev", "HEAD~2") == ["Count 3"]


def test_scripts_get_the_commit_and_what_it_changed(counted: Notes) -> None:
    newest, _ = json.loads(counted.run("log", "2020-10-19", "--format", "json").stdout)
    (change,) = newest.pop("changes")
    assert newest == {
        "commit": counted.git("rev-parse", "HEAD~1").stdout.strip(),
        "author": "Tester",
        "time": "2020-11-02T10:00:00+00:00",
        "subject": "Count 5",
    }
    assert change["differences"][0]["sentence"] == "Tickets Open 3 -> 5"


def test_more_commits_need_no_more_processes(
    counted: Notes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def processes() -> int:
        trace = tmp_path / "trace"
        monkeypatch.setenv("GIT_TRACE", str(trace))
        counted.run("log")
        monkeypatch.delenv("GIT_TRACE")
        lines = trace.read_text(encoding="utf-8").splitlines()
        trace.unlink()
        return sum("built-in: git " in line for line in lines)

    few = processes()
    for number in range(9):
        counted.meeting("2020-10-19", Open=number)
        counted.commit()
    assert processes() == few == 5


def test_a_series_that_is_not_there_is_refused(counted: Notes) -> None:
    assert "there is no series 'shop'" in counted.refusal("log", "shop")


def test_a_bare_repository_has_a_history(counted: Notes) -> None:
    counted.git("clone", "--quiet", "--bare", ".", "../bare.git")
    done = counted.run("-C", "../bare.git", "log", "meetings/team", "--rev", "HEAD")
    assert done.stdout.count("Tester") == 3, done.stderr
