"""The files to work on: the working tree and the index of a real repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.sharednotes import BROKEN, FIRST, SECOND, break_first

from minutebook.repository.checkout import Checkout

if TYPE_CHECKING:
    from pathlib import Path

    from support.notes import Notes


def test_another_index_is_read_where_git_names_one(kept: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_INDEX_FILE", str(kept.top / ".git/other"))
    kept.git("read-tree", "HEAD")
    break_first(kept)
    kept.git("add", ".")
    assert kept.rules("--staged") == ["unknown-key"]
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert kept.rules("--staged") == []


def test_a_new_file_is_seen_unless_git_ignores_it(kept: Notes) -> None:
    kept.write(f"{kept.series}/{SECOND}.yaml", BROKEN)
    assert "unknown-key" in kept.rules()
    kept.write(".gitignore", f"{SECOND}.yaml\n")
    assert kept.rules() == ["meeting-ignored"]


def test_an_ignored_file_that_is_tracked_is_seen(kept: Notes) -> None:
    break_first(kept)
    kept.write(".gitignore", "*.yaml\n")
    assert kept.rules() == ["unknown-key"]


def test_a_deleted_file_is_not_seen(kept: Notes) -> None:
    (kept.top / f"{kept.series}/{FIRST}.yaml").unlink()
    assert "minutes-orphan" in kept.rules()
    assert kept.rules("--staged") == []


def test_what_is_only_announced_is_not_staged(kept: Notes) -> None:
    kept.meeting(SECOND, Open=12, Done=3)
    kept.git("add", "--intent-to-add", ".")
    assert kept.rules("--staged") == []
    assert kept.run("sync", "--staged", "--exit-code").returncode == 0


def test_an_empty_file_that_is_staged_is_seen(kept: Notes) -> None:
    kept.write(f"{kept.series}/{SECOND}.yaml", "")
    kept.git("add", ".")
    assert kept.rules("--staged") == ["empty-file"]


@pytest.mark.parametrize("kind", ["staged", "announced", "in conflict"])
def test_the_last_commit_is_what_is_staged_without_the_changes(kind: str, kept: Notes) -> None:
    for name in ("gone.md", "kept.md", "moved.md"):
        kept.write(f"{kept.series}/{name}", f"{name}\n")
    kept.commit()
    kept.write(f"{kept.series}/kept.md", "other\n")
    (kept.top / kept.series / "gone.md").unlink()
    kept.git("mv", f"{kept.series}/moved.md", "moved.md")
    kept.meeting(SECOND, Open=12, Done=3)
    kept.git("add", "--all")
    if kind == "announced":
        kept.write("announced.yaml", "x: 1\n")
        kept.git("add", "--intent-to-add", "announced.yaml")
    elif kind == "in conflict":
        kept.git("commit", "--quiet", "--message", "Change")
        kept.git("checkout", "--quiet", "-b", "side", "HEAD~1")
        kept.write(f"{kept.series}/kept.md", "another\n")
        kept.git("commit", "--quiet", "--all", "--message", "Change")
        kept.git("merge", "--quiet", "main", code=1)
    checkout = Checkout(kept.top)
    try:
        head = checkout.resolve("HEAD")
        listed = checkout.snapshot_of(head).files
    finally:
        checkout.close()
    knowing = Checkout(kept.top)
    try:
        assert knowing.staged_paths()
        assert knowing.snapshot_of(head).files == listed
    finally:
        knowing.close()


def test_a_meeting_in_conflict_is_named(kept: Notes) -> None:
    for branch, count in (("side", 11), ("other", 12)):
        kept.git("checkout", "--quiet", "-b", branch, "main")
        kept.meeting(FIRST, Open=count, Done=3)
        kept.commit()
    kept.git("merge", "side", code=1)
    assert kept.rules() == kept.rules("--staged") == ["conflict-marker"]


@pytest.mark.parametrize(
    "patterns",
    [("--cone", "other"), ("--no-cone", "/*", "!/meetings/team/2020/")],
    ids=lambda words: words[0],
)
def test_what_a_sparse_checkout_leaves_out_is_still_there(patterns: tuple[str, ...], kept: Notes) -> None:
    text = kept.read(f"{kept.series}/{FIRST}.yaml").replace(FIRST, SECOND)
    left_out = kept.write(f"{kept.series}/2020/{SECOND}.yaml", text)
    kept.write("other/file", "")
    kept.run("sync")
    kept.commit()
    kept.git("sparse-checkout", "set", *patterns)
    assert not (kept.top / left_out).exists()
    assert kept.rules() == []
    assert kept.run("sync", "--exit-code").returncode == 0
    assert kept.git("status", "--porcelain").stdout == ""


@pytest.mark.parametrize("is_sparse", [True, False])
def test_what_is_left_out_of_the_working_tree_can_be_edited_after_one_line(
    kept: Notes, *, is_sparse: bool
) -> None:
    notes = f"{kept.series}/{FIRST}.yaml"
    if is_sparse:
        kept.git("sparse-checkout", "set", "other")
    else:
        kept.git("update-index", "--skip-worktree", notes)
        (kept.top / notes).unlink()
    line = kept.refusal("add", "unassigned: order parts").partition("type: ")[2]
    kept.call(["sh", "-c", line])
    assert kept.run("add", "unassigned: order parts").returncode == 0
    assert kept.run("sync", "--stage").returncode == 0


def test_minutes_that_git_stages_in_no_sparse_checkout_are_told(kept: Notes) -> None:
    kept.meeting(FIRST, Open=12)
    kept.commit()
    kept.git("sparse-checkout", "set", "other")
    done = kept.run("sync", "--stage")
    assert done.stderr.endswith(f"type: git sparse-checkout add {kept.series}\n")


def test_a_repository_without_commits_has_a_working_tree_and_an_index(notes: Notes) -> None:
    notes.meeting(FIRST, Open=10, Done=3)
    assert "minutes-missing" in notes.rules()
    notes.git("add", ".")
    assert "minutes-missing" in notes.rules("--staged")
    assert notes.run("sync", "--staged", "--exit-code").returncode == 1
    assert "there is no commit 'HEAD'" in notes.refusal("check", "--rev", "HEAD")


def test_a_folder_of_the_repository_reached_by_a_link_is_that_folder(kept: Notes, tmp_path: Path) -> None:
    try:
        (tmp_path / "link").symlink_to(kept.top / kept.series, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    kept.meeting(FIRST, Open=11, Done=3)
    assert kept.minutebook("check", f"{FIRST}.yaml", folder="../link", code=1).stdout.startswith(
        f"{FIRST}.md:"
    )


def test_a_repository_with_longer_object_names_serves(notes: Notes) -> None:
    longer = type(notes)(notes.top.parent / "longer")
    longer.top.mkdir()
    longer.git("init", "--quiet", "--object-format=sha256")
    longer.write(f"{notes.series}/series.yaml", notes.read(f"{notes.series}/series.yaml"))
    longer.meeting(FIRST, Open=10, Done=3)
    longer.run("sync")
    longer.commit()
    longer.meeting(SECOND, Open=12, Done=3)
    longer.git("add", ".")
    assert longer.run("sync", "--staged", "--exit-code").returncode == 1
    longer.commit()
    assert [longer.rules(*words) for words in ((), ("--staged",), ("--rev", "HEAD"))] == [[], [], []]
