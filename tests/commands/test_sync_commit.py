"""What `sync --commit` commits, and when it refuses to."""

import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from support.notes import Done, Notes

ACTION = "    actions: [{id: k7q2m4, owner: Diego, task: call the bank}]\n"

FIRST = "Minutes of 19 October: Tickets"


def commit(notes: Notes, *words: str) -> Done:
    """Write, stage and commit."""
    return notes.run("sync", *words, "--commit")


def committed(notes: Notes) -> list[str]:
    """Return the subject of the last commit, and the paths that it changed."""
    subject, *paths = notes.git("show", "--format=%s", "--name-only", "HEAD").stdout.split("\n")
    return [subject, *filter(None, paths)]


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return notes with a meeting that is committed by the command itself, as the first commit that there is."""
    notes.meeting("2020-10-19", Open=169)
    assert commit(notes).returncode == 0
    return notes


def test_these_files_and_no_others_are_committed_with_the_message_of_the_hook(met: Notes) -> None:
    met.write("other", "text\n")
    met.git("add", "other")
    path = met.meeting("2020-10-26", Open=154, extra=ACTION)
    done = commit(met)
    subject = "Minutes of 26 October: 1 item opened; Tickets Open 154 (-15)"
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"committed: {subject}")
    assert committed(met) == [subject, met.minutes("2020-10-26"), path, f"{met.series}/README.md"]
    assert met.git("status", "--porcelain").stdout == "A  other\n"


def test_a_fresh_clone_finds_the_same_message(met: Notes) -> None:
    shutil.rmtree(met.top / ".git/minutebook", ignore_errors=True)  # what the other clone wrote last
    met.meeting("2020-10-26", Open=154)
    commit(met)
    assert committed(met)[0] == "Minutes of 26 October: Tickets Open 154 (-15)"


def test_a_meeting_that_was_deleted_is_committed_as_such(met: Notes) -> None:
    met.meeting("2020-10-26", Open=154)
    commit(met)
    (met.top / met.series / "2020-10-26.yaml").unlink()
    assert commit(met).returncode == 0
    assert committed(met)[0] == "Minutes of 26 October removed"
    assert met.git("status", "--porcelain").stdout == ""


def test_a_meeting_that_was_moved_before_an_earlier_call_is_committed_as_moved(met: Notes) -> None:
    met.meeting("2020-10-26", Open=154)
    commit(met)
    path = met.top / met.series / "2020-10-26.yaml"
    met.meeting("2020-10-27", Open=154)
    path.unlink()
    met.run("sync")
    assert commit(met).returncode == 0
    assert met.git("status", "--porcelain").stdout == ""


@pytest.mark.parametrize("is_staged", [True, False])
def test_a_series_that_was_moved_is_committed_as_moved(met: Notes, is_staged: bool) -> None:
    met.write("meetings/other/series.yaml", "title: Other\n")
    commit(met)
    if is_staged:
        met.git("mv", met.series, "meetings/crew")
    else:
        (met.top / met.series).rename(met.top / "meetings/crew")
    met.write("meetings/crew/notes.txt", "mine\n")
    assert commit(met).returncode == 0
    assert met.git("status", "--porcelain").stdout == "?? meetings/crew/notes.txt\n"
    assert met.git("ls-files", met.series).stdout == ""


def test_a_deletion_that_is_staged_already_is_part_of_the_commit(met: Notes) -> None:
    met.meeting("2020-10-26", Open=154)
    commit(met)
    met.git("rm", "--quiet", f"{met.series}/2020-10-26.yaml", met.minutes("2020-10-26"))
    assert commit(met).returncode == 0
    assert met.git("status", "--porcelain").stdout == ""


def test_somebodys_own_markdown_that_was_deleted_is_left_to_them(met: Notes) -> None:
    own = met.write(f"{met.series}/2020-10-01.md", "text\n")
    met.git("add", ".")
    met.git("commit", "--quiet", "--message=Own")
    (met.top / own).unlink()
    met.meeting("2020-10-26", Open=154)
    commit(met)
    assert met.git("status", "--porcelain").stdout == f" D {own}\n"


def test_what_is_committed_already_is_not_committed_again(met: Notes) -> None:
    done = commit(met)
    assert (done.returncode, done.stdout) == (0, "")
    assert "There is nothing to commit" in done.stderr


def test_a_change_of_the_series_alone_is_named(met: Notes) -> None:
    path = met.write(f"{met.series}/series.yaml", met.read(f"{met.series}/series.yaml") + "duty: [Mat]\n")
    commit(met)
    assert committed(met) == [f"Change {path}", path]


def test_errors_keep_it_from_committing(met: Notes) -> None:
    met.meeting("2020-10-26", Open="x")  # type: ignore[arg-type]
    done = commit(met)
    assert (done.returncode, committed(met)[0]) == (1, FIRST)
    assert done.stderr.endswith("Nothing was committed, because of the errors above.\n")


@pytest.mark.skipif(os.name == "nt", reason="a hook is a shell script here")
def test_hooks_run_and_what_they_say_is_shown(met: Notes) -> None:
    hook = Path(met.write(".git/hooks/pre-commit", "#!/bin/sh\necho not today\nexit 1\n"))
    (met.top / hook).chmod(0o755)
    met.meeting("2020-10-26", Open=154)
    done = commit(met)
    assert (done.returncode, committed(met)[0]) == (1, FIRST)
    assert "not today\nNothing was committed. Correct what is said above, then type: " in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a hook is a shell script here")
def test_a_warning_is_not_said_again_by_the_hook(met: Notes) -> None:
    line = f"{shlex.quote(sys.executable)} -m minutebook sync --staged --exit-code"
    hook = Path(met.write(".git/hooks/pre-commit", f"#!/bin/sh\necho hook\nexec {line}\n"))
    (met.top / hook).chmod(0o755)
    met.meeting("2020-10-26", Open=154)
    notes_path = f"{met.series}/2020-10-26.yaml"
    met.write(notes_path, met.read(notes_path).replace("\n", "\nnotes: |\n  ## Heading\n", 1))
    done = commit(met)
    assert (done.returncode, "hook\n" in done.stderr) == (0, True)
    assert (done.stdout + done.stderr).count("heading-in-notes") == 1


@pytest.mark.skipif(os.name == "nt", reason="a hook is a shell script here")
def test_a_hook_knows_the_folder_in_which_somebody_stands(met: Notes) -> None:
    hook = Path(met.write(".git/hooks/pre-commit", "#!/bin/sh\necho stands in $GIT_PREFIX\n"))
    (met.top / hook).chmod(0o755)
    met.meeting("2020-10-26", Open=154)
    done = met.run("sync", "--commit", folder=met.series)
    assert (done.returncode, f"stands in {met.series}/\n" in done.stderr) == (0, True)


def test_in_the_midst_of_a_merge_nothing_is_done(met: Notes) -> None:
    met.write(".git/MERGE_HEAD", met.git("rev-parse", "HEAD").stdout)
    met.meeting("2020-10-26", Open=154)
    assert "git is in the midst of a merge" in met.refusal("sync", "--commit")
    assert not (met.top / met.minutes("2020-10-26")).exists()


def test_stage_may_be_said_as_well(met: Notes) -> None:
    met.meeting("2020-10-26", Open=154)
    assert commit(met, "--stage").stdout.endswith(
        "committed: Minutes of 26 October: Tickets Open 154 (-15)\n"
    )


@pytest.mark.parametrize("word", ["--check", "--diff", "--staged"])
def test_it_goes_with_nothing_that_writes_nothing_or_is_for_hooks(met: Notes, word: str) -> None:
    assert word in met.refusal("sync", "--commit", word)
