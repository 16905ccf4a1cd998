"""The drivers stand in the configuration of a clone, and go again."""

import json
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.commits import Commits
from minutebook.repository.drivers import drop_drivers, set_drivers, write_filters


def section(notes: Notes) -> str:
    """Return what git's configuration has about the drivers."""
    return notes.git("config", "--local", "--get-regexp", r"\.minutebook\.", code=None).stdout


def test_it_is_set_and_dropped(notes: Notes) -> None:
    set_drivers(notes.top)
    set_drivers(notes.top)
    names = [
        line.split(" ")[0] for line in section(notes).splitlines() if "minutebook." in line.split(" ")[0]
    ]
    assert names == ["merge.minutebook.name", "merge.minutebook.driver", "diff.minutebook.xfuncname"]
    drop_drivers(notes.top)
    drop_drivers(notes.top)
    assert section(notes) == ""


def test_a_hunk_is_headed_by_the_title_above_it(notes: Notes) -> None:
    set_drivers(notes.top)
    notes.write(".gitattributes", "*.yaml diff=minutebook\n")
    rows = {f"Row{number}": number for number in range(9)}
    extra = "    actions:\n      - topic: OSG 3.5\n        actions:\n          - id: k7q2m4\n            owner: Mat\n"
    tasks = "            task: {}\n            due: 2020-11-09\n            status: {}\n"
    notes.meeting("2020-10-19", extra=extra + tasks.format("order parts", "done"), **rows)
    notes.commit()
    changed = notes.meeting(
        "2020-10-19", extra=extra + tasks.format("order parts", "lapsed"), **{**rows, "Row4": 7}
    )
    headings = [line.rpartition("@@ ")[2] for line in notes.git("diff").stdout.splitlines() if "@@" in line]
    assert headings == ["Tickets", "OSG 3.5"]
    # What shows is the file, so that a patch can be applied.
    patch = notes.git("diff").stdout
    notes.git("checkout", "--quiet", changed)
    notes.git("apply", input=patch)
    assert "status: lapsed" in notes.read(changed)


@pytest.fixture
def trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let git say in a file what it does."""
    path = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(path))
    return path


def test_later_commits_get_them_when_git_packs(notes: Notes, trace: Path) -> None:
    notes.meeting("2020-10-19", Open=1)
    notes.commit()
    write_filters(notes.top)
    notes.meeting("2020-10-26", Open=1)
    notes.commit()
    notes.git("commit-graph", "write", "--reachable")  # as `git gc` does
    trace.unlink()
    commits = Commits(notes.top)
    try:
        assert len(list(commits.revisions(["meetings/team/2020-10-19.yaml"], "HEAD"))) == 1
    finally:
        commits.close()
    events = map(json.loads, trace.read_text(encoding="utf-8").splitlines())
    (asked,) = (event["value"] for event in events if event.get("category") == "bloom")
    assert (asked["definitely_not"], asked["filter_not_present"]) == (1, 0)


def test_where_git_writes_none_nothing_is_said(notes: Notes) -> None:
    write_filters(notes.top)  # without a commit
    notes.write(".git/objects/info/commit-graph", "no graph")
    notes.meeting("2020-10-19", Open=1)
    notes.commit()
    write_filters(notes.top)
