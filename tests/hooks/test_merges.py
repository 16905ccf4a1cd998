"""What git merges, and in which of its commands: by meaning where it calls the driver, and else `check` says what is broken."""

import shutil
import sys

import pytest
from support.notes import Notes

DAY, NEXT = "2020-10-26", "2020-11-02"
ITEM = "    actions:\n      - id: k7q2m4\n        owner: Mat\n        task: order parts\n"
BASE = f"date: {DAY}\nattending: [Mat]\nsections:\n  - title: Talk\n{ITEM}  - title: Work\n    notes: |\n      -   first\n"
OURS, THEIRS = BASE + "      -   ours\n", BASE.replace("[Mat]", "[Mat, Bo]") + "      -   theirs\n"
BOTH = THEIRS.replace("      -   theirs", "      -   ours\n      -   theirs")
FILE = f"meetings/team/{DAY}.yaml"


@pytest.fixture
def clone(notes: Notes) -> Notes:
    """Return notes with a meeting, in which git knows the driver."""
    notes.write(".gitattributes", "*.yaml merge=minutebook\n*.md merge=union\n")
    commit(notes, {FILE: BASE})
    assert notes.run("setup-git").returncode == 0
    return notes


def commit(notes: Notes, texts: dict[str, str]) -> None:
    """Commit files with their minutes."""
    for path, text in texts.items():
        notes.write(path, text)
    notes.run("sync")
    notes.commit()


def branch(notes: Notes, name: str, texts: dict[str, str]) -> None:
    """Commit files with their minutes on a branch of their own."""
    notes.git("checkout", "--quiet", "-B", name, "main")
    commit(notes, texts)


def two_branches(notes: Notes) -> None:
    """Let two people add to the meeting at the same time; ours is checked out."""
    branch(notes, "theirs", {FILE: THEIRS})
    branch(notes, "ours", {FILE: OURS})


def brought_up_to_date(notes: Notes) -> bool:
    """Whether `sync` writes what must be written, and all is right then."""
    return notes.run("sync").returncode == 0 and notes.problems() == []


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param(["merge --no-edit -X theirs theirs"], id="merge with a strategy's option"),
        pytest.param(["merge --squash theirs"], id="squash"),
        pytest.param(["cherry-pick theirs"], id="cherry-pick"),
        pytest.param(
            ["-c rerere.enabled=true -c merge.conflictStyle=zdiff3 merge --no-edit theirs"], id="settings"
        ),
        pytest.param(
            ["sparse-checkout set docs", "merge --no-edit theirs", "sparse-checkout disable"], id="sparse"
        ),
    ],
)
def test_git_merges_by_meaning(clone: Notes, commands: list[str]) -> None:
    two_branches(clone)
    for command in commands:
        clone.git(*command.split())
    assert clone.read(FILE) == BOTH
    assert brought_up_to_date(clone)


def test_a_rebase_has_ours_behind_theirs(clone: Notes) -> None:
    two_branches(clone)
    clone.git("rebase", "--quiet", "theirs")
    assert clone.read(FILE) == THEIRS + "      -   ours\n"
    assert brought_up_to_date(clone)


def test_after_a_rebase_the_hook_writes_the_minutes_of_what_git_has_merged(clone: Notes) -> None:
    branch(clone, "theirs", {FILE: THEIRS})
    branch(clone, "ours", {FILE: BASE.replace("[Mat]", "[Mat, Ann]")})
    with_post_rewrite_hook(clone)
    done = clone.git("rebase", "theirs")
    told = (
        f"Git has merged notes, and the minutes don't say so yet. Type:\n    git add meetings/team/{DAY}.md\n"
    )
    assert f"{told}and commit.\n" in done.stderr
    assert clone.problems() == []


def test_lines_of_minutes_that_a_rebase_put_together_are_nobodys(clone: Notes) -> None:
    for name, end in (("theirs", ""), ("ours", " (due 2020-12-01)")):
        branch(clone, name, {FILE: BASE.replace(ITEM, f"{ITEM}      - Mat: buy ink{end}\n")})
    shutil.rmtree(clone.top / ".git/minutebook")  # they were written in two clones
    clone.git("rebase", "--quiet", "theirs")
    done = clone.run("sync")
    assert "hand-edit" not in done.stdout
    assert brought_up_to_date(clone)


def test_after_an_amended_commit_the_hook_ends_at_once(clone: Notes) -> None:
    with_post_rewrite_hook(clone)
    clone.write(FILE, OURS)
    assert clone.git("commit", "--quiet", "--all", "--amend", "--no-edit").stderr == ""


def with_post_rewrite_hook(notes: Notes) -> None:
    """Let git call the hook after a rebase as pre-commit does."""
    call = f"PRE_COMMIT_REWRITE_COMMAND=$1 exec '{sys.executable}' -m minutebook sync --staged --exit-code"
    notes.write(".git/hooks/post-rewrite", f"#!/bin/sh\n{call}\n")
    (notes.top / ".git/hooks/post-rewrite").chmod(0o755)


def test_a_revert_takes_back_only_what_the_commit_did(clone: Notes) -> None:
    commit(clone, {FILE: OURS})
    commit(clone, {FILE: BOTH})
    clone.git("revert", "--no-edit", "HEAD~1")
    assert clone.read(FILE) == THEIRS
    assert brought_up_to_date(clone)


def test_what_was_stashed_comes_back_beside_what_came_meanwhile(clone: Notes) -> None:
    clone.write(FILE, OURS)
    clone.git("stash", "--quiet")
    commit(clone, {FILE: THEIRS})
    clone.git("stash", "pop", "--quiet")
    assert clone.read(FILE) == THEIRS + "      -   ours\n"


def test_a_meeting_that_one_has_moved_to_the_folder_of_its_year_has_what_the_other_wrote(
    clone: Notes,
) -> None:
    moved = FILE.replace("team/", "team/2020/")
    branch(clone, "theirs", {FILE: THEIRS})
    clone.git("checkout", "--quiet", "-B", "ours", "main")
    (clone.top / moved).parent.mkdir()
    clone.git("mv", FILE, moved)
    (clone.top / FILE).with_suffix(".md").unlink()
    commit(clone, {moved: OURS})
    clone.git("merge", "--quiet", "--no-edit", "theirs")
    assert clone.read(moved) == BOTH
    assert brought_up_to_date(clone)


def test_two_people_may_start_the_same_meeting(clone: Notes) -> None:
    ours, theirs = (text.replace(DAY, NEXT) for text in (OURS, THEIRS))
    path = FILE.replace(DAY, NEXT)
    branch(clone, "theirs", {path: theirs})
    branch(clone, "ours", {path: ours})
    clone.git("merge", "--quiet", "--no-edit", "theirs")
    assert "      -   ours\n      -   theirs\n" in clone.read(path)
    assert "attending: [Mat, Bo]" in clone.read(path)
    assert clone.read(path).count("k7q2m4") == 1
    assert brought_up_to_date(clone)


def test_more_than_two_branches_at_once_are_merged_as_text_or_not_at_all(clone: Notes) -> None:
    two_branches(clone)
    branch(clone, "third", {FILE: BASE.replace("[Mat]", "[Mat, Ann]")})
    done = clone.git("merge", "--quiet", "--no-edit", "theirs", "ours", code=None)
    assert done.returncode
    assert "Should not be doing an octopus" in done.stdout + done.stderr


@pytest.mark.parametrize("option", ["ours", "theirs"])
def test_a_disagreement_stays_one_whatever_option_a_strategy_is_given(clone: Notes, option: str) -> None:
    branch(clone, "theirs", {FILE: f"title: B\n{BASE}"})
    branch(clone, "ours", {FILE: f"title: A\n{BASE}"})
    clone.git("merge", "--quiet", "-X", option, "theirs", code=1)
    assert clone.read(FILE).startswith(
        "<<<<<<< ours: title\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs: title\n"
    )
    assert [problem["rule"] for problem in clone.problems()] == ["conflict-marker"]
    clone.git("checkout", f"--{option}", "--", FILE)
    assert clone.read(FILE).startswith(f"title: {'A' if option == 'ours' else 'B'}\n")


def test_a_meeting_that_one_deleted_and_the_other_changed_is_a_conflict_and_its_items_are_missed(
    clone: Notes,
) -> None:
    branch(clone, "theirs", {FILE: THEIRS})
    clone.git("checkout", "--quiet", "-B", "ours", "main")
    clone.git("rm", "--quiet", FILE)
    commit(clone, {})
    assert "modify/delete" in clone.git("merge", "theirs", code=1).stdout
    clone.git("rm", "--quiet", FILE)
    assert "action-lost" in clone.rules()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (BASE.replace(ITEM, ITEM + ITEM.partition("\n")[2].replace("order", "paint")), "duplicate-id"),
        (BASE.replace("[Mat]", "[Mat, Ann, Ann]"), "person-twice"),
        (f"{BASE}  - title: Talk\n", "duplicate-title"),
        (f"title: A\ntitle: B\n{BASE}", "duplicate-key"),
        (
            BASE.replace("      -   first", "<<<<<<< HEAD\n      -   a\n=======\n      -   b\n>>>>>>> b"),
            "conflict-marker",
        ),
    ],
)
def test_what_a_merge_without_the_driver_broke_is_found(clone: Notes, text: str, rule: str) -> None:
    clone.write(FILE, text)
    clone.commit()
    assert rule in clone.rules()
    assert rule in clone.rules("--base", "HEAD~1")


def test_what_was_closed_on_one_side_and_carried_on_the_other_is_found_and_goes(clone: Notes) -> None:
    path = FILE.replace(DAY, NEXT)
    branch(clone, "theirs", {FILE: BASE.replace(ITEM, f"{ITEM}        status: done\n")})
    branch(clone, "ours", {path: f"date: {NEXT}\nattending: [Mat]\nsections:\n  - title: Talk\n"})
    clone.git("merge", "--quiet", "--no-edit", "theirs")
    assert "action-closed-earlier" in clone.rules()
    assert brought_up_to_date(clone)
    assert "k7q2m4" not in clone.read(path)
