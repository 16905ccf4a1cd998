"""What a push is answered by a server, and when the gate answers."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from typing import TYPE_CHECKING

import pytest
from support.server import SECOND, STALE, write_badly, write_well

if TYPE_CHECKING:
    from support.server import Server

pytestmark = pytest.mark.long
NONE = "0" * 40
WARNED = "  - title: Talk\n    notes: |\n      # A heading\n"


def test_whoever_pushes_reads_what_check_says_and_what_to_type(server: Server) -> None:
    write_badly(server.notes)
    assert server.push("main", refused=True) == STALE
    assert server.notes.run("check", "--rev", "HEAD").stdout in STALE


def test_what_sync_does_not_mend_is_to_be_mended_first(server: Server) -> None:
    server.notes.write(f"{server.notes.series}/{SECOND}.yaml", f"date: {SECOND}\ntitel: Typo\n")
    server.notes.commit()
    told = server.push("main", refused=True)
    assert "unknown-key: a meeting has no key `titel`\n    Did you mean `title`?\n1 error\n" in told
    assert "In your clone, on main, fix what is named above, then type:\n" in told


def test_what_only_fix_mends_is_to_be_fixed_first(server: Server) -> None:
    series = server.notes.read(f"{server.notes.series}/series.yaml")
    server.notes.write(f"{server.notes.series}/series.yaml", f"{series}roster: {{Gloria: {{}}}}\n")
    server.notes.meeting(SECOND, Open=12, extra="attending: [Glroia]\n")
    server.notes.run("sync")
    server.notes.commit()
    told = server.push("main", refused=True)
    assert "Type: minutebook sync --fix\n" in told
    assert "In your clone, on main, fix what is named above, then type:\n" in told


def test_what_is_missing_in_an_old_meeting_is_written_as_the_gate_says(server: Server) -> None:
    for day in (SECOND, "2020-11-02"):
        write_well(server.notes, day, Open=12)
    server.push("main")
    server.notes.meeting("2020-10-19", Open=11, extra="  - title: Talk\n    actions:\n      - order parts\n")
    server.notes.commit()
    told = server.push("main", refused=True)
    assert (
        "id-missing: action: 'order parts' has no id yet, so it can't be followed\n    Type: minutebook sync --all\n"
        in told
    )
    for words in re.findall(r"^    minutebook (.*)$", told, re.MULTILINE):
        server.notes.run(*shlex.split(words))
    server.notes.git("commit", "--quiet", "--message", "Notes")
    assert "error" not in server.push("main")


def test_warnings_are_shown_and_stop_only_the_strict(server: Server) -> None:
    server.notes.meeting(SECOND, Open=12, extra=WARNED)
    server.notes.run("sync")
    server.notes.commit()
    server.guard("--strict")
    told = server.push("main", refused=True)
    assert "heading-in-notes: warning: " in told
    assert "fix what is named above" in told
    server.guard()
    assert re.fullmatch(
        r"Branch main:\n.*heading-in-notes: warning: .*\n1 warning\n", server.push("main"), re.DOTALL
    )


def test_there_are_colours_only_where_they_are_asked_for(server: Server) -> None:
    write_badly(server.notes)
    assert "\x1b[" not in server.push("main", refused=True)
    server.guard("--color", "always")
    assert "\x1b[31mminutes-missing\x1b[0m" in server.push("main", refused=True)


def test_all_of_a_push_is_refused_for_one_branch(server: Server) -> None:
    server.notes.git("branch", "good")
    write_badly(server.notes)
    before = server.refs()
    told = server.push("main", "good", refused=True)
    assert "The whole push was refused because of main: git takes all of a push or nothing.\n" in told
    assert server.refs() == before


def test_branches_with_the_same_commit_are_checked_once(server: Server) -> None:
    write_badly(server.notes)
    told = server.push("main:one", "main:two", refused=True)
    assert told.startswith("Branches one and two:\n")
    assert told.count("minutes-missing") == 1


def test_each_branch_has_its_own_problems(server: Server) -> None:
    server.notes.git("checkout", "--quiet", "-b", "side")
    write_badly(server.notes)
    server.notes.git("checkout", "--quiet", "main")
    write_badly(server.notes, "2020-11-02")
    parts = re.split(r"^Branch (\w+):\n", server.push("main", "side", refused=True), flags=re.MULTILINE)
    assert dict(zip(parts[1::2], (SECOND in part for part in parts[2::2]), strict=True)) == {
        "main": False,
        "side": True,
    }


def test_the_gate_writes_nothing_into_the_repository(server: Server) -> None:
    write_badly(server.notes)
    before = server.files()
    server.push("main", "main:side", refused=True)
    assert server.files() == before


@pytest.mark.parametrize(
    ("refs", "started"),
    [
        (["main:refs/tags/x"], []),
        (["--delete", "side"], []),
        (["main~1:refs/heads/new"], ["rev-list"]),
        (["code:side"], ["diff-tree"]),
        (["main"], ["diff-tree", "ls-tree", "cat-file"]),
        (["main:new"], ["rev-list", "diff-tree", "ls-tree", "cat-file"]),
        (["main", "main:new", "main:side"], ["rev-list", "diff-tree", "ls-tree", "cat-file"]),
    ],
    ids=["a tag", "a deletion", "a known commit", "no notes", "a meeting", "a new branch", "several"],
)
def test_few_processes_are_started(refs: list[str], started: list[str], server: Server) -> None:
    server.push("main:side")
    server.notes.git("checkout", "--quiet", "-b", "code")
    server.notes.write("code.py", "")
    server.notes.commit()
    server.notes.git("checkout", "--quiet", "main")
    write_well(server.notes, SECOND, Open=12)
    trace = server.notes.top.parent / "trace"
    server.python = sys.executable
    server.guard(before=f"export GIT_TRACE2_EVENT={shlex.quote(str(trace))}")
    server.push(*refs)
    events = map(json.loads, trace.read_text(encoding="utf-8").splitlines() if trace.exists() else ())
    named = [event["name"] for event in events if event["event"] == "cmd_name"]
    assert named == (["rev-parse", *started] if started else [])


@pytest.mark.parametrize("lines", ["", f"{NONE} -x refs/heads/x\n"])
def test_what_git_would_not_say_is_answered_with_what_this_is_for(lines: str, server: Server) -> None:
    done = server.notes.minutebook("gate", folder="../server.git", code=2, input=lines)
    assert done.stdout == ""
    assert "put `exec minutebook gate` into hooks/pre-receive of the bare repository" in done.stderr


def test_whoever_calls_it_by_hand_is_told_what_this_is_for(server: Server) -> None:
    pty = pytest.importorskip("pty", reason="there are no such terminals on this system")
    ours, theirs = pty.openpty()
    try:
        done = server.notes.minutebook("gate", code=2, stdin=theirs, timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert "`minutebook gate` is called by git when somebody pushes" in done.stderr
