"""A hook says once in a clone how git gets the merge driver that .gitattributes names."""

import pytest
from support.notes import Notes

HOOK = ("sync", "--staged", "--exit-code")
HINT = (
    "Git merges meetings as text in this clone, which finds more conflicts. "
    "To merge them by meaning, type once: minutebook setup-git\n"
)


@pytest.fixture
def clone(notes: Notes) -> Notes:
    """Return notes whose .gitattributes names a driver that git does not have here."""
    notes.write(".gitattributes", "meetings/**/????-??-??.yaml merge=minutebook\n")
    notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    notes.git("add", ".")
    return notes


def test_it_is_said_once(clone: Notes) -> None:
    assert clone.run(*HOOK).stderr == HINT
    assert clone.run(*HOOK).stderr == ""


def test_it_is_said_in_no_further_worktree(clone: Notes) -> None:
    clone.commit()
    clone.run(*HOOK)
    clone.git("worktree", "add", "--quiet", "../other")
    assert clone.run(*HOOK, folder="../other").stderr == ""


def test_it_is_not_said_by_hand(clone: Notes) -> None:
    assert clone.run("sync").stderr == ""


def test_nor_where_the_line_was_typed(clone: Notes) -> None:
    clone.run("setup-git")
    assert clone.run(*HOOK).stderr == ""


@pytest.mark.parametrize("attributes", ["", "*.yaml merge=union\n"])
def test_nor_where_no_driver_is_named(clone: Notes, attributes: str) -> None:
    clone.write(".gitattributes", attributes)
    assert clone.run(*HOOK).stderr == ""


def test_nor_where_there_are_no_attributes(clone: Notes) -> None:
    (clone.top / ".gitattributes").unlink()
    assert clone.run(*HOOK).stderr == ""
