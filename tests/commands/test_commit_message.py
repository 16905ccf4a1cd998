"""`commit-message`: what it proposes for a commit, and which messages it leaves alone."""

import subprocess

import pytest
from support.notes import Notes

ACTION = "    actions: [{id: k7q2m4, owner: Diego, task: call the bank}]\n"
STATUS = "\n# Please enter the commit message for your changes.\n"


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return notes with a meeting that is committed, and the next one staged."""
    notes.meeting("2020-10-19", Open=169)
    notes.commit()
    notes.meeting("2020-10-26", Open=154, extra=ACTION)
    notes.git("add", ".")
    return notes


def proposed(notes: Notes, *words: str, text: str = STATUS) -> str:
    """Return a message after the hook has seen it."""
    notes.write(".git/COMMIT_EDITMSG", text)
    done = notes.run("commit-message", ".git/COMMIT_EDITMSG", *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return notes.read(".git/COMMIT_EDITMSG")


def test_the_subject_says_what_the_staged_meeting_says(met: Notes) -> None:
    assert proposed(met) == f"Minutes of 26 October: 1 item opened; Tickets Open 154 (-15)\n{STATUS}"


def test_what_is_not_staged_is_not_told(met: Notes) -> None:
    met.meeting("2020-10-26", Open=1)
    assert "154 (-15)" in proposed(met)


@pytest.mark.parametrize("source", ["message", "template", "merge", "squash", "commit"])
def test_a_message_that_git_has_from_somewhere_is_left_alone(met: Notes, source: str) -> None:
    assert proposed(met, source) == STATUS


def test_under_pre_commit_the_environment_says_where_it_is_from(
    met: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_COMMIT_MSG_SOURCE", "message")
    assert proposed(met) == STATUS


def test_a_message_that_is_there_is_left_alone(met: Notes) -> None:
    assert proposed(met, text=f"Typed\n{STATUS}") == f"Typed\n{STATUS}"


def test_trailers_stay_below_it(met: Notes) -> None:
    text = proposed(met, text="\n\nSigned-off-by: Ada <ada@example.org>\n")
    assert text.startswith("Minutes of 26 October: ")
    assert text.endswith("\n\nSigned-off-by: Ada <ada@example.org>\n")


def test_without_a_staged_meeting_there_is_nothing_to_propose(met: Notes) -> None:
    met.git("reset", "--quiet")
    met.write("README", "Notes\n")
    met.git("add", "README")
    assert proposed(met) == STATUS


def test_a_first_commit_has_its_message(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=169)
    notes.git("add", ".")
    assert proposed(notes).startswith("Minutes of 19 October: Tickets\n")


def test_several_meetings_have_a_line_each(met: Notes) -> None:
    met.meeting("2020-10-19", Open=170)
    met.git("add", ".")
    assert proposed(met).split("\n")[:4] == [
        "Minutes of 19 October, 26 October",
        "",
        "- Minutes of 19 October: Tickets Open 170",
        "- Minutes of 26 October: 1 item opened; Tickets Open 154 (-16)",
    ]


def test_very_many_meetings_are_only_counted(met: Notes) -> None:
    for day in range(1, 29):
        met.meeting(f"2019-01-{day:02}", Open=day)
    met.git("add", ".")
    assert proposed(met).startswith("Minutes of 29 meetings\n\n#")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("status: skipped\nreason: Thanksgiving\n", "No meeting on 26 October: Thanksgiving"),
        ("status: draft\n", "Draft of 26 October"),
        ("attending: [\n", "Minutes of 26 October"),
    ],
)
def test_a_meeting_that_is_none_yet_says_so(met: Notes, head: str, message: str) -> None:
    met.write("meetings/team/2020-10-26.yaml", f"date: 2020-10-26\n{head}")
    met.git("add", ".")
    assert proposed(met).split("\n")[0] == message


def test_a_meeting_that_is_deleted_is_removed(met: Notes) -> None:
    met.git("reset", "--quiet", "--hard")
    met.git("rm", "--quiet", "meetings/team/2020-10-19.yaml")
    assert proposed(met).startswith("Minutes of 19 October removed\n")


def test_where_there_are_more_the_series_is_named_and_another_year(met: Notes) -> None:
    met.write("meetings/web/series.yaml", "title: Web\n")
    met.git("commit", "--quiet", "--all", "--message", "Notes")
    met.meeting("2019-12-30", Open=1)
    met.git("add", ".")
    assert proposed(met).startswith("Minutes of team, 30 December 2019")


def test_git_itself_takes_it_where_nobody_gives_a_message(
    met: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "import sys; from minutebook.cli import main; sys.exit(main(['commit-message', *sys.argv[1:]]))"
    python = subprocess.list2cmdline([__import__("sys").executable])
    met.write(".git/hooks/prepare-commit-msg", f'#!/bin/sh\nexec {python} -c "{program}" "$@"\n')
    (met.top / ".git/hooks/prepare-commit-msg").chmod(0o755)
    monkeypatch.setenv("GIT_EDITOR", "true")
    met.git("commit", "--quiet")
    newest = met.git("log", "-1", "--format=%B").stdout
    assert newest == "Minutes of 26 October: 1 item opened; Tickets Open 154 (-15)\n\n"
    met.meeting("2020-10-26", Open=153)
    met.git("commit", "--quiet", "--all", "--amend", "--message", "Typed")
    met.git("commit", "--quiet", "--amend")
    assert met.git("log", "-1", "--format=%B").stdout == "Typed\n\n"
