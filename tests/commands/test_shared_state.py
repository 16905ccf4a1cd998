"""What others have is what a remote has, or what is named; nothing of it may vanish."""

from pathlib import Path

import pytest
from support.notes import Notes
from support.sharednotes import CARRIED, FIRST, LOST, OPEN, SECOND, THIRD, lost, share, write


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return notes whose only meeting has an open action item that a remote has, too."""
    return share(notes)


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
