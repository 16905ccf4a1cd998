"""It is said once in a clone how git gets the merge driver that .gitattributes names, and the hooks."""

import pytest
from support.notes import Notes

HOOK = ("sync", "--staged", "--exit-code")
HINT = (
    "Git merges meetings as text in this clone, which finds more conflicts. "
    "To merge them by meaning, type once: minutebook setup-git\n"
)


CONFIGURATION = "repos:\n  - repo: local\n    hooks: [{id: minutebook}]\n"
HOOKS_HINT = (
    "No hook looks at what is committed in this clone. To have it checked, type once: pre-commit install\n"
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


def test_status_says_what_the_clone_lacks_and_says_it_once(clone: Notes) -> None:
    clone.write(".pre-commit-config.yaml", CONFIGURATION)
    assert clone.run("status", "--format", "json").stderr == ""
    assert clone.run("status").stderr == HOOKS_HINT + HINT
    assert clone.run("status").stderr == ""
    assert clone.run(*HOOK).stderr == ""


@pytest.mark.parametrize("configuration", ["repos: []\n", ""])
def test_no_hook_is_missed_where_minutebook_is_none(clone: Notes, configuration: str) -> None:
    clone.write(".pre-commit-config.yaml", configuration)
    assert clone.run("status").stderr == HINT


def test_nor_where_there_is_one_or_hooks_lie_elsewhere(clone: Notes) -> None:
    clone.write(".pre-commit-config.yaml", CONFIGURATION)
    clone.git("config", "core.hooksPath", ".husky")
    assert clone.run("status").stderr == HINT
    clone.git("config", "--unset", "core.hooksPath")
    clone.write(".git/hooks/pre-commit", "#!/bin/sh\n")
    assert clone.run("status").stderr == ""


@pytest.fixture
def conflict(clone: Notes) -> Notes:
    """Return a clone in which git has merged as text what two people added in one place."""
    clone.commit()
    clone.git("switch", "--quiet", "--create", "side")
    clone.meeting("2020-10-19", Open=1, Waiting=2)
    clone.commit()
    clone.git("switch", "--quiet", "-")
    notes = clone.meeting("2020-10-19", Open=1, Done=2)
    clone.commit()
    clone.git("merge", "side", code=1)
    assert "<<<<<<<" in clone.read(notes)
    return clone


@pytest.mark.parametrize("command", ["check", "sync"])
def test_in_a_conflict_of_text_what_is_said_merges_by_meaning(conflict: Notes, command: str) -> None:
    notes = f"{conflict.series}/2020-10-19.yaml"
    *_lines, first, second = conflict.run(command).stderr.splitlines()
    assert (first, second) == ("    minutebook setup-git", f"    git checkout --merge {notes}")
    conflict.run(*first.split()[1:])
    conflict.git(*second.split()[1:])
    assert "<<<<<<<" not in conflict.read(notes)


def test_nothing_is_said_of_a_conflict_that_git_does_not_know(conflict: Notes) -> None:
    conflict.git("add", ".")
    assert "setup-git" not in conflict.run("check").stderr
