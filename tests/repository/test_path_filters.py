"""Commits that did not change a file are passed over, once git has filters."""

import json
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.commits import Commits
from minutebook.repository.path_filters import write_filters


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
