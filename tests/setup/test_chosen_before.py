"""`init` run again keeps what was chosen, which it knows from the files that are there."""

from pathlib import Path

import pytest
from support.notes import Notes
from support.setups import SOURCE, TOLD, files

from minutebook.setup.chosen_before import ChosenBefore, chosen_before
from minutebook.setup.inventory import EDITORS

OTHER = ("--source", "https://example.org/other", "--source-rev", "v9")


@pytest.fixture
def empty(tmp_path: Path) -> Notes:
    """Return an empty folder, which is no repository yet."""
    (tmp_path / "work").mkdir()
    return Notes(tmp_path / "work")


def chosen(notes: Notes) -> ChosenBefore:
    """Return what the files of a repository tell."""
    return chosen_before(lambda path: notes.read(path) if (notes.top / path).exists() else None)


@pytest.mark.parametrize("without", [(), ("gitlab",), ("github", "editors"), ("github", "gitlab")])
@pytest.mark.parametrize("mend", ["push", "propose", "off"])
def test_what_was_chosen_is_kept(empty: Notes, without: tuple[str, ...], mend: str) -> None:
    words = [word for part in without for word in ("--without", part)]
    empty.run("init", *TOLD, *words, "--mend", mend)
    before = files(empty)
    done = empty.run("init")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Everything is set up already; nothing was changed.\n"
    assert files(empty) == before
    editors = {*EDITORS} if "editors" in without else set()
    assert chosen(empty).without == {*without} - {"editors"} | editors
    assert chosen(empty).mend == (None if {"github", "gitlab"} <= {*without} else mend)


def test_what_is_missing_is_written_as_it_was_chosen(empty: Notes) -> None:
    empty.run("init", *TOLD, *OTHER, "--mend", "propose")
    before = files(empty)
    (empty.top / ".github/workflows/minutebook.yml").unlink()
    assert empty.run("init").returncode == 0
    assert files(empty) == before


def test_a_second_series_brings_nothing_that_was_left_out(empty: Notes) -> None:
    empty.run("init", *TOLD, *OTHER, "--without", "gitlab")
    empty.run("init", "meetings/other", "--title", "Other", "--schedule", "", "--people", "")
    assert not [path for path in files(empty) if "gitlab" in path]
    assert "meetings/other/series.yaml" in files(empty)
    assert b"example.org/other" in files(empty)[".github/workflows/minutebook.yml"]


def test_options_win_over_what_was_chosen(empty: Notes) -> None:
    empty.run("init", *TOLD, "--without", "gitlab", "--without", "editors")
    empty.run("init", "--without", "none")
    assert {".gitlab/minutebook.yml", ".nvim.lua"} <= {*files(empty)}
    assert "linguist-generated gitlab-generated merge=union diff=markdown\n" in empty.read(".gitattributes")
    assert empty.run("init").stderr == "Everything is set up already; nothing was changed.\n"


def test_files_of_a_team_without_the_hook_tell_nothing(empty: Notes) -> None:
    assert chosen(empty) == ChosenBefore()
    empty.write(".pre-commit-config.yaml", "repos: [{repo: local, hooks: [{id: minutebook}]}]\n")
    assert chosen(empty) == ChosenBefore()
    empty.write(".pre-commit-config.yaml", "- not a mapping\n")
    assert chosen(empty) == ChosenBefore()


def test_a_repository_that_an_earlier_version_set_up_gets_what_is_missing(empty: Notes) -> None:
    empty.run("init", *TOLD, "--without", "none", *SOURCE)
    (empty.top / ".gitlab/minutebook.yml").unlink()
    (empty.top / ".gitlab-ci.yml").unlink()
    assert "gitlab" not in chosen(empty).without
