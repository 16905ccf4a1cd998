"""The lines that end a hook which stops a commit."""

import re

import pytest
from support.notes import Notes

HOOK = ("sync", "--staged", "--exit-code")
ADD = "    git add meetings/team/2020-10-19.md meetings/team/README.md\n"


@pytest.fixture
def staged(notes: Notes) -> Notes:
    """Return a repository where a meeting is staged without its minutes."""
    notes.meeting("2020-10-19", Open=1)
    notes.git("add", ".")
    return notes


def test_what_was_written_is_to_be_added(staged: Notes) -> None:
    said = staged.run(*HOOK).stderr
    assert said.endswith(f"The minutes are not part of this commit yet. Type:\n{ADD}and commit again.\n")


def test_paths_are_those_of_the_folder_where_the_user_stands(staged: Notes) -> None:
    assert "    git add team/2020-10-19.md team/README.md\n" in staged.run(*HOOK, folder="meetings").stderr


def test_what_was_written_before_and_is_not_staged_is_to_be_added_too(staged: Notes) -> None:
    staged.run(*HOOK)
    assert ADD in staged.run(*HOOK).stderr


def test_errors_come_first(staged: Notes) -> None:
    staged.write(f"{staged.series}/series.yaml", "format: 1\n")  # neither it nor the meeting has a title
    staged.git("add", ".")
    said = staged.run(*HOOK).stderr
    assert "Fix the errors above first: they stop the commit, too. Then type:\n" in said


def test_what_is_mended_is_to_be_added_with_the_minutes(staged: Notes) -> None:
    for day in ("2020-10-26", "2020-11-02"):
        staged.meeting(day, Open=1)
    staged.run("sync", "--stage")
    staged.commit()
    path = staged.meeting("2020-10-19", Open=2, extra="  - title: Talk\n    actions:\n      - order parts\n")
    staged.git("add", ".")
    for _ in range(3):
        done = staged.run(*HOOK)
        for words in re.findall(r"Type: minutebook (.*)", done.stdout):
            staged.run(*words.split())
        for words in re.findall(r"^    git (.*)$", done.stderr, re.MULTILINE):
            staged.git(*words.split())
    assert (done.returncode, "id:" in staged.git("show", f":{path}").stdout) == (0, True)


def test_a_hook_that_stops_nothing_ends_without_advice(staged: Notes) -> None:
    staged.run("sync", "--stage")
    done = staged.run(*HOOK)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_whoever_calls_sync_by_hand_gets_no_advice(staged: Notes) -> None:
    assert "git add" not in staged.run("sync").stderr


def test_of_a_meeting_that_was_moved_both_files_are_to_be_added(staged: Notes) -> None:
    staged.run("sync", "--stage")
    staged.commit()
    staged.meeting("2020-10-20", Open=1)
    (staged.top / staged.series / "2020-10-19.yaml").unlink()
    staged.git("add", f"{staged.series}/2020-10-20.yaml")
    gone = "meetings/team/2020-10-19.md meetings/team/2020-10-19.yaml"
    assert f"    minutebook sync\n    git add {gone} meetings/team/2020-10-20.md " in staged.run(*HOOK).stderr


def test_a_merge_that_was_stopped_is_finished_or_given_up_by_what_is_told(notes: Notes) -> None:
    notes.run("sync")
    notes.commit()
    notes.git("switch", "--quiet", "--create", "theirs")
    notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    notes.commit()
    notes.git("switch", "--quiet", "main")
    notes.meeting("2020-10-26", Open=4)
    notes.run("sync")
    notes.commit()
    notes.git("merge", "--no-commit", "-X", "ours", "theirs")
    said = notes.run(*HOOK).stderr
    assert said.endswith("and type: git commit   (to give the merge up in its place: git merge --abort)\n")
    notes.git("add", "meetings")
    notes.git("merge", "--abort")
