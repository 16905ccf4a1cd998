"""Another git may have the index for a moment."""

import time
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.access import RepositoryError
from minutebook.repository.index_lock import wait_for_index


@pytest.fixture
def paused(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return how long was waited, without doing so."""
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


def test_what_another_git_lets_go_soon_is_waited_for(tmp_path: Path, paused: list[float]) -> None:
    lock = tmp_path / "index.lock"
    lock.touch()

    def change() -> None:
        if lock.exists() and len(paused) < 2:
            raise RepositoryError("locked")

    wait_for_index(tmp_path, change)
    assert len(paused) == 2


def test_nobody_waits_for_anything_else(tmp_path: Path, paused: list[float]) -> None:
    def change() -> None:
        raise RepositoryError("no such file")

    with pytest.raises(RepositoryError):
        wait_for_index(tmp_path, change)
    assert paused == []


def test_a_lock_that_stays_is_named_and_what_was_written_is_said(notes: Notes, paused: list[float]) -> None:
    notes.meeting("2020-10-26", Open=1)
    notes.write(".git/index.lock", "")
    done = notes.run("sync", "--stage")
    assert (done.returncode, sum(paused)) == (2, 1.0)
    assert f"wrote {notes.minutes('2020-10-26')}" in done.stdout
    assert "git is at work in this repository, or was killed there" in done.stderr
    assert done.stderr.endswith(".git/index.lock\n")
