"""What others have is what a remote has, or what is named; nothing of it may vanish."""

import shlex
import sys
from pathlib import Path

import pytest
from support.notes import Notes
from support.sharednotes import CARRIED, FIRST, LOST, OPEN, SECOND, TEA, THIRD, lost, write

LOST_TEA = [f"{FIRST}.yaml: action b2cdef"]


class TestWhatOthersHave:
    def test_is_the_last_commit_where_there_is_no_remote(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        notes.commit()
        write(notes, FIRST)
        assert lost(notes) == LOST

    def test_can_be_taken_back_where_only_the_last_commit_has_it(self, notes: Notes) -> None:
        takes_back = []
        for day in (FIRST, SECOND):
            path = write(notes, day, OPEN if day == FIRST else CARRIED + TEA)
            notes.commit()
            whole = notes.read(path)
            write(notes, day, "" if day == FIRST else CARRIED)
            (problem,) = (problem for problem in notes.problems() if problem["rule"] == "action-lost")
            assert "in what is committed, and no meeting" in problem["message"]
            takes_back.append(problem["hint"].split("commit anew: ")[1])
            if day == FIRST:
                notes.write(path, whole)
        assert takes_back == ["git update-ref -d HEAD", "git reset --soft HEAD~1"]
        notes.git(*takes_back[-1].split()[1:])
        assert lost(notes) == []
        notes.commit()
        write(notes, FIRST)
        write(notes, SECOND)
        assert "commit anew" not in str(notes.problems())

    def test_is_nothing_before_the_first_commit(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        assert lost(notes) == []

    def test_comes_back_from_a_base_that_is_named_when_its_deletion_was_pushed(self, shared: Notes) -> None:
        base = shared.git("rev-parse", "HEAD").stdout.strip()
        path = write(shared, FIRST)
        shared.commit()
        shared.git("push", "--quiet")
        shared.run("sync")
        assert lost(shared) == []
        (problem,) = (found for found in shared.problems("--base", base) if found["rule"] == "action-lost")
        assert (
            f"minutebook sync --fix --base {base}\nthen, if it is closed: minutebook done " in problem["hint"]
        )
        shared.run("sync", "--fix", "--base", base)
        assert OPEN.split()[-1] in shared.read(path)
        assert "action-lost" not in shared.rules("--base", base)

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

    def test_is_what_both_sides_of_a_merge_have_committed_even_if_nobody_has_it(self, shared: Notes) -> None:
        shared.git("checkout", "--quiet", "-b", "side")
        write(shared, SECOND, CARRIED)
        shared.commit()
        shared.git("checkout", "--quiet", "main")
        write(shared, SECOND, CARRIED + TEA)
        shared.commit()
        shared.git("merge", "--quiet", "--no-commit", "side", code=1)
        shared.git("checkout", "--quiet", "--theirs", f"{shared.series}/{SECOND}.yaml")
        assert lost(shared) == [f"{SECOND}.yaml: action b2cdef"]
        assert shared.run("done", "b2cdef").returncode == 0
        assert lost(shared) == []

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


class TestWhatGitDoesToCommits:
    """Some of it runs no hook, so what it takes away is found by `check` and by the gate."""

    def test_to_revert_what_others_have_takes_it_away(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN + TEA)
        shared.commit()
        shared.git("push", "--quiet")
        shared.git("revert", "--no-edit", "HEAD")
        assert lost(shared) == LOST_TEA
        assert lost(shared, "--rev", "HEAD", "--base", "origin/main") == LOST_TEA

    def test_to_revert_what_nobody_has_is_allowed(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN + TEA)
        shared.commit()
        shared.git("revert", "--no-edit", "HEAD")
        assert lost(shared) == []

    def test_to_amend_what_nobody_has_is_allowed(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN + TEA)
        shared.commit()
        write(shared, FIRST, OPEN)
        shared.git("add", "--all")
        assert shared.run("sync", "--staged", "--only", "validate").returncode == 0
        shared.git("commit", "--quiet", "--amend", "--no-edit", "--allow-empty")
        assert lost(shared) == []

    def test_to_amend_what_others_have_takes_it_away(self, shared: Notes) -> None:
        write(shared, FIRST)
        shared.git("add", "--all")
        assert shared.run("sync", "--staged", "--only", "validate").returncode == 1
        shared.git("commit", "--quiet", "--amend", "--no-edit")
        assert lost(shared, "--base", "origin/main") == LOST

    def test_a_clean_merge_that_takes_nothing_from_the_other_side_is_stopped(
        self, shared: Notes, tmp_path: Path
    ) -> None:
        diverge(shared, tmp_path, theirs=(FIRST, OPEN + TEA), ours=(SECOND, CARRIED))
        hook = shared.top / ".git/hooks/pre-merge-commit"
        hook.parent.mkdir(exist_ok=True)
        python = shlex.quote(sys.executable)
        hook.write_text(f"#!/bin/sh\nexec {python} -m minutebook sync --staged --only validate\n")
        hook.chmod(0o755)
        done = shared.git("merge", "--no-edit", "--strategy=ours", "origin/main", code=1)
        assert "action-lost: action b2cdef: Bob: 'buy tea' is open" in done.stdout + done.stderr

    @pytest.mark.parametrize("backend", ["--merge", "--apply"])
    def test_a_rebase_keeps_what_both_have(self, backend: str, shared: Notes, tmp_path: Path) -> None:
        diverge(shared, tmp_path, theirs=(SECOND, CARRIED + TEA), ours=(THIRD, CARRIED))
        assert lost(shared) == []
        shared.git("rebase", "--quiet", backend, "origin/main")
        assert lost(shared) == [f"{THIRD}.yaml: action b2cdef"]  # it is to be carried
        shared.run("sync")
        assert lost(shared) == []

    @pytest.mark.parametrize("backend", ["--merge", "--apply"])
    def test_a_rebase_that_drops_what_others_added_is_told_of(
        self, backend: str, shared: Notes, tmp_path: Path
    ) -> None:
        mine = OPEN + TEA.replace("b2cdef", "c3defg").replace("tea", "milk")
        diverge(shared, tmp_path, theirs=(FIRST, OPEN + TEA), ours=(FIRST, mine))
        shared.git("rebase", "--quiet", backend, "origin/main", code=1)
        write(shared, FIRST, mine)
        shared.git("add", "--all")
        assert lost(shared) == LOST_TEA
        shared.git("-c", "core.editor=true", "rebase", "--continue")
        assert lost(shared) == LOST_TEA


def diverge(shared: Notes, tmp_path: Path, *, theirs: tuple[str, str], ours: tuple[str, str]) -> None:
    """Commit a meeting here, and push another one from a second clone, which is fetched."""
    shared.git("clone", "--quiet", "../server", "../clone")
    clone = Notes(tmp_path / "clone")
    write(clone, *theirs)
    clone.commit()
    clone.git("push", "--quiet")
    write(shared, *ours)
    shared.commit()
    shared.git("fetch", "--quiet")


def test_the_only_series_is_missed_with_its_folder(shared: Notes) -> None:
    shared.git("rm", "-r", "--quiet", shared.series)
    assert lost(shared) == LOST
    shared.git("commit", "--quiet", "--message", "No more meetings")
    assert lost(shared, "--rev", "HEAD", "--base", "origin/main") == LOST


def test_a_path_limits_what_is_told(shared: Notes) -> None:
    shared.write("meetings/other/series.yaml", "title: Other\n")
    shared.commit()
    write(shared, FIRST)
    assert lost(shared, shared.series) == LOST
    assert lost(shared, "meetings/other") == []
