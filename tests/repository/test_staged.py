"""Whether a commit has nothing to do with notes, before GitPython is there to read it."""

from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.staged import concern_notes, find_staged


@pytest.fixture
def committed(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> Notes:
    """Return a repository with a series and other files, all committed, in which one stands."""
    notes.write("docs/guide.md", "Guide\n")
    notes.commit()
    monkeypatch.chdir(notes.top)
    return notes


def concerns_notes() -> bool:
    """Return whether what is staged could be of a series."""
    return concern_notes(find_staged() or ())


@pytest.mark.parametrize("path", ["code.py", "docs/guide.md", "README.md", "ci.yml", "docs/series.yaml.md"])
def test_a_file_outside_of_any_series_has_nothing_to_do_with_notes(committed: Notes, path: str) -> None:
    committed.write(path, "more\n")
    committed.git("add", path)

    assert not concerns_notes()


@pytest.mark.parametrize(
    "path",
    [
        "meetings/team/2020-10-26.yaml",
        "meetings/team/2020/2020-10-26.YAML",
        "meetings/team/README.md",
        "meetings/team/notes.md",
        "meetings/team/series.yaml",
        "docs/series.yaml",
        "docs/2020-10-26.yaml",
    ],
)
def test_a_file_of_a_series_or_of_one_that_may_have_been_has(committed: Notes, path: str) -> None:
    committed.write("code.py", "more\n")
    committed.write(path, "title: more\n")
    committed.git("add", "code.py", path)

    assert concerns_notes()


def test_so_has_a_series_that_is_deleted(committed: Notes) -> None:
    committed.git("rm", "-q", "meetings/team/series.yaml")

    assert concerns_notes()


def test_where_nothing_is_staged_nothing_is_found(committed: Notes) -> None:
    assert find_staged() == {}


def test_what_is_staged_comes_with_what_the_last_commit_has(committed: Notes) -> None:
    former = committed.git("rev-parse", "HEAD:docs/guide.md").stdout.strip()
    committed.write("docs/gui\nde.md", "New\n")
    committed.git("rm", "--quiet", "docs/guide.md")
    committed.git("add", "docs")

    assert find_staged() == {"docs/gui\nde.md": ("", ""), "docs/guide.md": ("100644", former)}


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_LITERAL_PATHSPECS"])
def test_what_git_is_told_by_the_environment_is_left_to_the_program(
    committed: Notes, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    committed.write("code.py", "more\n")
    committed.git("add", "code.py")
    monkeypatch.setenv(name, "1")

    assert find_staged() is None


def test_so_is_a_folder_without_a_repository_and_a_machine_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert find_staged() is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_staged() is None
