"""What a repository has committed, also where there is no working tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.sharednotes import SECOND, break_first

from minutebook.repository.access import RepositoryError
from minutebook.repository.checkout import Checkout
from minutebook.repository.commits import Commits

if TYPE_CHECKING:
    from support.notes import Notes


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "meetings/team"),
        ("check", f"./meetings/team/{SECOND}.yaml"),
        ("deltas", SECOND),
        ("deltas", f"meetings/team/{SECOND}.yaml", "--base", "HEAD", "--format", "json"),
        ("actions",),
        ("render", f"meetings/team/{SECOND}.md"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("folder", ["", "/hooks"], ids=["in it", "below it"])
def test_a_commit_of_a_bare_repository_is_read_as_anywhere(
    words: tuple[str, ...], folder: str, kept: Notes, bare: str
) -> None:
    there = kept.run("-C", bare + folder, *words, "--rev", "HEAD")
    here = kept.run(*words, "--rev", "HEAD")
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)
    assert there.returncode in {0, 1}


def test_a_path_that_no_commit_of_a_bare_repository_can_have_is_refused(kept: Notes, bare: str) -> None:
    for path in ("../notes/meetings", str(kept.top / "meetings")):
        assert "there is no" in kept.refusal("-C", bare, "check", "--rev", "HEAD", path)


def test_actions_as_of_a_commit_need_no_files_to_work_on(kept: Notes, bare: str) -> None:
    assert kept.run("-C", bare, "actions", "--rev", "HEAD", "--as-of", "HEAD~1").returncode == 0


def test_what_git_shows_in_the_place_of_a_commit_is_not_what_was_committed(kept: Notes) -> None:
    break_first(kept)
    kept.commit()
    kept.git("replace", "HEAD", "HEAD~1")
    assert kept.rules("--rev", "HEAD") == ["unknown-key"]


@pytest.mark.parametrize("revision", ["nonsense", "--all", "HEAD:meetings", "main..main", "", "@{u}"])
def test_a_revision_that_is_no_commit_is_refused(revision: str, kept: Notes) -> None:
    assert f"there is no commit '{revision}'" in kept.refusal("check", f"--rev={revision}")


@pytest.mark.parametrize("place", ["clone", "linked worktree"])
def test_a_shallow_clone_says_how_to_get_what_it_lacks(place: str, kept: Notes) -> None:
    kept.git("commit", "--quiet", "--allow-empty", "--message", "More")
    kept.git("clone", "--quiet", "--depth", "1", kept.top.as_uri(), "../clone")
    if place == "linked worktree":
        kept.git("worktree", "add", "--quiet", "../linked", folder="../clone")
    folder = "../clone" if place == "clone" else "../linked"
    assert "set `fetch-depth: 0`" in kept.refusal("-C", folder, "check", "--rev", "HEAD~1")
    assert kept.problems("-C", folder) == []


def test_a_commit_has_its_first_parent_and_the_first_commit_none(kept: Notes) -> None:
    kept.write("other.txt", "x\n")
    kept.commit()
    names = kept.git("rev-list", "HEAD").stdout.split()
    repository = Checkout(kept.top)
    assert [repository.first_parent(name) for name in names] == [*names[1:], None]
    repository.close()


def test_a_shallow_clone_does_not_pass_for_one_whose_commit_is_the_first(kept: Notes) -> None:
    kept.write("other.txt", "x\n")
    kept.commit()
    kept.git("clone", "--quiet", "--depth", "1", kept.top.as_uri(), "../clone")
    repository = Checkout(kept.top.parent / "clone")
    with pytest.raises(RepositoryError, match="shallow clone"):
        repository.first_parent("HEAD")
    repository.close()


def test_a_commit_has_the_files_of_another_one_but_for_the_entries_that_differ(kept: Notes) -> None:
    for name in ("gone.md", "kept.md", "moved.md", "run.md"):
        kept.write(f"{kept.series}/{name}", f"{name}\n")
    kept.commit()
    kept.write(f"{kept.series}/kept.md", "other\n")
    (kept.top / kept.series / "gone.md").unlink()
    kept.git("mv", f"{kept.series}/moved.md", "moved.md")
    (kept.top / kept.series / "run.md").chmod(0o755)
    kept.commit()
    commits = Commits(kept.top)
    try:
        last, former = (commits.files_of(commits.resolve(revision)) for revision in ("HEAD", "HEAD~1"))
        pair = commits.resolve("HEAD"), commits.resolve("HEAD~1")
        forth, back = commits.changed_entries([pair, pair[::-1]])
    finally:
        commits.close()
    assert last.with_entries(forth) == former
    assert former.with_entries(back) == last
