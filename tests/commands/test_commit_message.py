"""`commit-message`: what it proposes for a commit, and which messages it leaves alone."""

import shlex
import sys

import pytest
from support.notes import Notes

STATUS = "\n# Please enter the commit message for your changes.\n"
CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: minutebook-commit-message
        name: minutebook (commit message)
        entry: {python} -m minutebook commit-message
        language: unsupported
        stages: [prepare-commit-msg]
"""


def proposed(notes: Notes, *words: str, text: str = STATUS) -> str:
    """Return a message after the hook has seen it."""
    notes.write(".git/COMMIT_EDITMSG", text)
    done = notes.run("commit-message", ".git/COMMIT_EDITMSG", *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return notes.read(".git/COMMIT_EDITMSG")


def test_it_stands_above_what_git_has_written(next_staged: Notes) -> None:
    assert proposed(next_staged) == f"Minutes of 26 October: 1 item opened; Tickets Open 154 (-15)\n{STATUS}"


def test_what_is_not_staged_is_not_told(next_staged: Notes) -> None:
    next_staged.meeting("2020-10-26", Open=1)
    assert "154 (-15)" in proposed(next_staged)


@pytest.mark.parametrize("source", ["message", "template", "merge", "squash", "commit"])
def test_a_message_that_git_has_from_somewhere_is_left_alone(next_staged: Notes, source: str) -> None:
    assert proposed(next_staged, source) == STATUS


def test_under_pre_commit_the_environment_says_where_it_is_from(
    next_staged: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_COMMIT_MSG_SOURCE", "message")
    assert proposed(next_staged) == STATUS


def test_a_message_that_is_there_is_left_alone(next_staged: Notes) -> None:
    assert proposed(next_staged, text=f"Typed\n{STATUS}") == f"Typed\n{STATUS}"


def test_a_file_that_is_not_there_is_refused(next_staged: Notes) -> None:
    assert (
        next_staged.refusal("commit-message", "no-file")
        == "minutebook: no-file can't be read: No such file or directory\n"
    )


def test_trailers_stay_below_it(next_staged: Notes) -> None:
    text = proposed(next_staged, text="\n\nSigned-off-by: Ada <ada@example.org>\n")
    assert text.startswith("Minutes of 26 October: ")
    assert text.endswith("\n\nSigned-off-by: Ada <ada@example.org>\n")


def test_without_a_staged_meeting_there_is_nothing_to_propose(next_staged: Notes) -> None:
    next_staged.git("reset", "--quiet")
    next_staged.write("README", "Notes\n")
    next_staged.git("add", "README")
    assert proposed(next_staged) == STATUS


def test_a_first_commit_has_its_message(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=169)
    notes.git("add", ".")
    assert proposed(notes).startswith("Minutes of 19 October: Tickets\n")


def test_git_itself_takes_it_where_nobody_gives_a_message(
    next_staged: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "import sys; from minutebook.cli import main; sys.exit(main(['commit-message', *sys.argv[1:]]))"
    python = shlex.quote(sys.executable)
    next_staged.write(".git/hooks/prepare-commit-msg", f'#!/bin/sh\nexec {python} -c "{program}" "$@"\n')
    (next_staged.top / ".git/hooks/prepare-commit-msg").chmod(0o755)
    monkeypatch.setenv("GIT_EDITOR", "true")
    next_staged.git("commit", "--quiet")
    newest = next_staged.git("log", "-1", "--format=%B").stdout
    assert newest == "Minutes of 26 October: 1 item opened; Tickets Open 154 (-15)\n\n"
    next_staged.meeting("2020-10-26", Open=153)
    next_staged.git("commit", "--quiet", "--all", "--amend", "--message", "Typed")
    next_staged.git("commit", "--quiet", "--amend")
    assert next_staged.git("log", "-1", "--format=%B").stdout == "Typed\n\n"


def test_pre_commit_gives_it_the_file_of_the_message(
    next_staged: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_staged.write(".pre-commit-config.yaml", CONFIG.format(python=sys.executable))
    next_staged.call([sys.executable, "-m", "pre_commit", "install", "--hook-type", "prepare-commit-msg"])
    next_staged.git("add", ".")
    next_staged.git("commit", "--quiet", "--message", "Typed")
    assert next_staged.git("log", "-1", "--format=%s").stdout == "Typed\n"
    monkeypatch.setenv("GIT_EDITOR", "true")
    next_staged.meeting("2020-10-26", Open=153)
    next_staged.git("commit", "--quiet", "--all")
    assert next_staged.git("log", "-1", "--format=%s").stdout.startswith("Minutes of 26 October: ")
