"""Generated files that git ignores are told, by the rule that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.notes import Notes

DAY = "2020-10-26"
TOLD = """\
meetings/team/2020-10-26.yaml:1:1: minutes-missing: 2020-10-26.md is missing; it is written from this file
    git ignores it by the rule `*.md` in .gitignore, line 2: delete that, or make it narrower, then type: minutebook sync
"""


@pytest.fixture
def ignoring(kept: Notes) -> Notes:
    """Return notes whose newest minutes git ignores; those that it has already it goes on with."""
    kept.write(".gitignore", "# drafts\n*.md\n")
    kept.meeting(DAY, Open=11, Done=3)
    kept.run("sync")
    return kept


@pytest.mark.parametrize("words", [("check",), ("sync",), ("sync", "--stage"), ("sync", "--check")])
def test_check_and_sync_say_the_same(words: tuple[str, ...], ignoring: Notes) -> None:
    done = ignoring.run(*words)
    assert (done.returncode, done.stdout) == (1, TOLD)


def test_a_hook_asks_nobody_to_stage_them(ignoring: Notes) -> None:
    ignoring.git("add", "--all")
    done = ignoring.run("sync", "--staged", "--exit-code")
    assert (done.returncode, done.stdout, "git add" in done.stderr) == (1, TOLD, False)
    assert ignoring.run("check", "--staged").stdout == TOLD


def test_once_git_takes_them_all_is_well(ignoring: Notes) -> None:
    ignoring.write(".gitignore", "*.md\n!meetings/**/*.md\n")
    assert (ignoring.run("check").returncode, ignoring.run("sync").returncode) == (0, 0)


def test_the_index_of_a_series_is_told_at_its_file(notes: Notes) -> None:
    notes.write(".git/info/exclude", "README.md\n")
    notes.meeting(DAY, Open=1)
    done = notes.run("sync")
    assert f"{notes.series}/series.yaml:1:1: minutes-missing: README.md is missing" in done.stdout
    assert "by the rule `README.md` in .git/info/exclude, line 1" in done.stdout


MEETING_TOLD = """\
meetings/team/2020-10-26.yaml:1:1: meeting-ignored: warning: git ignores this meeting, so nobody else gets it, and nothing follows its action items
    git ignores it by the rule `2020-10-2*` in .gitignore, line 1: delete that, or make it narrower, then type: minutebook sync
"""


@pytest.mark.parametrize("command", ["check", "sync"])
def test_a_meeting_that_git_ignores_is_told(command: str, kept: Notes) -> None:
    kept.write(".gitignore", "2020-10-2*\n")
    kept.meeting(DAY, Open=11, Done=3)
    done = kept.run(command)
    assert (done.returncode, done.stdout) == (0, MEETING_TOLD)


def test_no_meeting_begins_where_git_would_ignore_it(kept: Notes) -> None:
    kept.write(".gitignore", "2020-10-2*\n")
    mend = "but minutes must be kept: change the rule `2020-10-2*` in .gitignore, line 1"
    assert f"git ignores meetings/team/{DAY}.yaml, {mend}" in kept.refusal("new", "--date", DAY)


def test_nobody_asks_git_where_all_is_tracked(kept: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("minutebook.repository.checkout.Checkout.ignore_rules")
    kept.meeting("2020-10-19", Open=11, Done=3)
    assert (kept.run("check").returncode, kept.run("sync").returncode) == (1, 0)
