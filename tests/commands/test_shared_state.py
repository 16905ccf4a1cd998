"""What others have is what a remote has, or what is named; nothing of it may vanish."""

from pathlib import Path

import pytest
from support.notes import Notes

FIRST, SECOND, THIRD = "2020-10-19", "2020-10-26", "2020-11-02"

OPEN = "actions:\n  - id: k7q2m4\n    owner: Ann\n    task: call the bank\n"

CARRIED = f"{OPEN}    since: {FIRST}\n"


def write(notes: Notes, day: str, body: str = "") -> str:
    """Write the meeting of a day, and return its path."""
    return notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\n{body}")


def lost(notes: Notes, *words: str) -> list[str]:
    """Return the records of what `check` says has vanished, with their files."""
    return [
        f"{problem['path'].rpartition('/')[2]}: {problem['record']}"
        for problem in notes.problems(*words)
        if problem["rule"] == "action-lost"
    ]


LOST = [f"{FIRST}.yaml: action k7q2m4"]


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return notes whose only meeting has an open action item that a remote has, too."""
    write(notes, FIRST, OPEN)
    notes.commit()
    notes.git("init", "--quiet", "--bare", "--initial-branch=main", "../server")
    notes.git("remote", "add", "origin", "../server")
    notes.git("push", "--quiet", "--set-upstream", "origin", "main")
    return notes


class TestWhatOthersHave:
    def test_is_the_last_commit_where_there_is_no_remote(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        notes.commit()
        write(notes, FIRST)
        assert lost(notes) == LOST

    def test_is_nothing_before_the_first_commit(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        assert lost(notes) == []

    def test_is_not_what_they_have_ahead_of_this_clone(self, shared: Notes, tmp_path: Path) -> None:
        shared.git("clone", "--quiet", "../server", "../clone")
        clone = Notes(tmp_path / "clone")
        write(clone, FIRST, OPEN + "  - id: b2cdef\n    owner: Bob\n    task: buy tea\n")
        clone.commit()
        clone.git("push", "--quiet")
        shared.git("fetch", "--quiet")
        assert lost(shared) == []
        shared.git("merge", "--quiet", "--ff-only", "origin/main")
        write(shared, FIRST, OPEN)
        assert lost(shared) == [f"{FIRST}.yaml: action b2cdef"]

    def test_is_both_sides_of_a_merge(self, shared: Notes) -> None:
        shared.git("checkout", "--quiet", "-b", "side")
        write(shared, SECOND, CARRIED + "  - id: b2cdef\n    owner: Bob\n    task: buy tea\n")
        shared.commit()
        shared.git("push", "--quiet", "origin", "side")
        shared.git("checkout", "--quiet", "main")
        write(shared, THIRD, CARRIED)
        shared.commit()
        shared.git("push", "--quiet")
        shared.git("merge", "--quiet", "--no-commit", "side")
        write(shared, SECOND, CARRIED)
        assert lost(shared) == [f"{SECOND}.yaml: action b2cdef"]

    def test_of_a_commit_is_what_is_named(self, shared: Notes) -> None:
        write(shared, FIRST)
        shared.commit()
        assert lost(shared, "--rev", "HEAD") == []
        assert lost(shared, "--rev", "HEAD", "--base", "HEAD~1") == LOST

    def test_of_a_clone_that_has_only_its_last_commit_is_that(self, shared: Notes, tmp_path: Path) -> None:
        shared.git("clone", "--quiet", "--depth=1", f"file://{tmp_path / 'server'}", "../clone")
        clone = Notes(tmp_path / "clone")
        write(clone, FIRST)
        assert lost(clone) == LOST


def test_a_path_limits_what_is_told(shared: Notes) -> None:
    shared.write("meetings/other/series.yaml", "title: Other\n")
    shared.commit()
    write(shared, FIRST)
    assert lost(shared, shared.series) == LOST
    assert lost(shared, "meetings/other") == []
