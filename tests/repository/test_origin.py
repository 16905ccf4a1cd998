"""Where a repository comes from, and which commit of it is checked out."""

from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.origin import Origin, find_origin

URL = "https://example.org/notes"


@pytest.fixture
def commit(kept: Notes) -> str:
    """Return the commit that is checked out."""
    return kept.git("rev-parse", "HEAD").stdout.strip()


def test_a_repository_without_a_remote_has_its_commit_and_no_url(kept: Notes, commit: str) -> None:
    assert find_origin(kept.top) == Origin("", "", commit, pushed=False)


def test_a_version_that_is_checked_out_is_named_by_its_tag(kept: Notes, commit: str) -> None:
    kept.git("remote", "add", "origin", URL)
    kept.git("tag", "v1.2.0")
    kept.git("tag", "other")
    assert find_origin(kept.top) == Origin(URL, "v1.2.0", commit, pushed=False)


def test_a_commit_that_a_branch_of_a_remote_has_was_pushed(kept: Notes, commit: str) -> None:
    kept.git("update-ref", "refs/remotes/origin/main", commit)
    origin = find_origin(kept.top)
    assert origin
    assert origin.pushed


def test_a_repository_without_commits_has_none(notes: Notes) -> None:
    assert find_origin(notes.top) == Origin("", "", "", pushed=False)


@pytest.mark.parametrize("folder", ["meetings", "..", "../nowhere"])
def test_a_folder_that_is_not_the_top_of_a_repository_has_no_origin(folder: str, kept: Notes) -> None:
    assert find_origin(kept.top / folder) is None


def test_a_bare_repository_has_no_origin(kept: Notes, tmp_path: Path) -> None:
    kept.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare"))
    assert find_origin(tmp_path / "bare") is None
