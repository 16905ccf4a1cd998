"""`merge-driver` and `setup-git`: git merges meetings by meaning, and their minutes without conflicts."""

import sys

import pytest
from support.notes import Notes

ATTRIBUTES = "meetings/**/*.yaml merge=minutebook\nmeetings/**/*.md merge=union\n"
DAY = "2020-10-26"
BASE = f"date: {DAY}\nattending: [Mat]\nsections:\n  - title: Talk\n    notes: |\n      -   first\n"


@pytest.fixture
def clone(notes: Notes) -> Notes:
    """Return notes with a meeting that is committed, in which git knows the driver."""
    notes.write(".gitattributes", ATTRIBUTES)
    notes.write(f"{notes.series}/{DAY}.yaml", BASE)
    assert notes.run("sync").returncode == 0
    notes.commit()
    assert notes.run("setup-git").returncode == 0
    return notes


def on_a_branch(notes: Notes, branch: str, text: str) -> None:
    """Commit a meeting with its minutes on a new branch."""
    notes.git("checkout", "--quiet", "-B", branch, "main")
    notes.write(f"{notes.series}/{DAY}.yaml", text)
    notes.run("sync")
    notes.commit()


def add_on_both(notes: Notes) -> None:
    """Commit a meeting with another note in one place on each of two branches."""
    for branch in ("theirs", "ours"):
        on_a_branch(notes, branch, f"{BASE}      -   {branch}\n")


def test_two_people_who_add_in_one_place_have_no_conflict(clone: Notes) -> None:
    on_a_branch(clone, "theirs", BASE.replace("[Mat]", "[Mat, Bo]") + "      -   theirs\n")
    on_a_branch(clone, "ours", BASE.replace("[Mat]", "[Mat, Ann]") + "      -   ours\n")
    clone.git("merge", "--quiet", "--no-edit", "theirs")
    merged = BASE.replace("[Mat]", "[Mat, Ann, Bo]") + "      -   ours\n      -   theirs\n"
    assert clone.read(f"{clone.series}/{DAY}.yaml") == merged
    assert clone.run("sync").returncode == 0
    assert clone.run("check").returncode == 0


def test_a_disagreement_is_marked_with_its_record(clone: Notes) -> None:
    on_a_branch(clone, "theirs", f"title: Theirs\n{BASE}")
    on_a_branch(clone, "ours", f"title: Ours\n{BASE}")
    clone.git("merge", "--quiet", "theirs", code=1)
    text = clone.read(f"{clone.series}/{DAY}.yaml")
    assert text == (
        f"<<<<<<< ours: title\ntitle: Ours\n=======\ntitle: Theirs\n>>>>>>> theirs: title\n{BASE}"
    )
    assert clone.git("diff", "--name-only", "--diff-filter=U").stdout == f"{clone.series}/{DAY}.yaml\n"


@pytest.mark.parametrize("backend", ["--merge", "--apply"])
def test_a_rebase_merges_by_meaning_too(clone: Notes, backend: str) -> None:
    add_on_both(clone)
    clone.git("rebase", "--quiet", backend, "theirs")
    assert clone.read(f"{clone.series}/{DAY}.yaml") == BASE + "      -   theirs\n      -   ours\n"


def test_a_worktree_has_the_driver_too(clone: Notes) -> None:
    add_on_both(clone)
    clone.git("worktree", "add", "--quiet", "-b", "other", "../other", "ours")
    clone.git("merge", "--quiet", "--no-edit", "theirs", folder="../other")
    assert clone.read(f"../other/{clone.series}/{DAY}.yaml").endswith("-   ours\n      -   theirs\n")


def test_after_undo_git_merges_text(clone: Notes) -> None:
    assert clone.run("setup-git", "--undo").stderr.startswith("git merges meetings as text again")
    add_on_both(clone)
    clone.git("merge", "--quiet", "theirs", code=1)


@pytest.mark.parametrize(
    ("word", "replacement"),
    [
        ('find_spec("minutebook")', 'find_spec("nothing")'),
        (sys.executable, "/nowhere/python"),
        ("from minutebook.cli import run", "sys.exit(3)"),
    ],
)
def test_where_the_program_does_not_run_git_merges_text(clone: Notes, word: str, replacement: str) -> None:
    driver = clone.git("config", "merge.minutebook.driver").stdout
    assert word in driver
    clone.git("config", "merge.minutebook.driver", driver.strip().replace(word, replacement))
    on_a_branch(clone, "theirs", BASE + "x-own: 1\n")
    on_a_branch(clone, "ours", f"title: Ours\n{BASE}")
    clone.git("merge", "--quiet", "--no-edit", "theirs")
    assert clone.read(f"{clone.series}/{DAY}.yaml") == f"title: Ours\n{BASE}\nx-own: 1\n"


def test_no_file_of_the_repository_is_taken_for_a_module(clone: Notes) -> None:
    clone.write("argparse.py", "raise SystemExit(1)\n")
    add_on_both(clone)
    clone.git("merge", "--quiet", "--no-edit", "theirs")


def test_it_starts_light(clone: Notes) -> None:
    for name, text in (("base", BASE), ("ours", f"title: A\n{BASE}"), ("theirs", BASE + "x-own: 1\n")):
        clone.write(name, text)
    command = [sys.executable, "-X", "importtime", "-m", "minutebook"]
    done = clone.call([*command, "merge-driver", "base", "ours", "theirs", "7"])
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "minutebook.merge.three_way" in imported
    heavy = {"git", "jsonschema", "tempfile", "subprocess", "minutebook.notebook", "minutebook.rules"}
    assert not heavy & imported
