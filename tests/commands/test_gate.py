"""Real pushes to real bare repositories: what a server takes, and what it answers."""

from __future__ import annotations

import copy
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from minutebook.repository.commits import Commits
from minutebook.repository.objects import MOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.notes import Done, Notes
    from support.tools import Tools

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
FIRST, SECOND = "2020-10-19", "2020-10-26"
NONE = "0" * 40
PADDING = " " * 8
"""What git writes after a line of a server where it can't tell a terminal to clear the rest of its own."""
HOOK = """\
#!/bin/sh
{before}
exec {command}
"""
UNGUARDED = "git -c core.hooksPath=/nowhere receive-pack"
WARNED = "  - title: Talk\n    notes: |\n      # A heading\n"


class Server:
    """A bare repository with the gate, and somebody's notes that are pushed to it."""

    def __init__(self, notes: Notes, *options: str, python: str = sys.executable) -> None:
        self.python = python
        self.place(notes)
        notes.git("init", "--quiet", "--bare", "--initial-branch=main", *options, str(self.folder))

    def place(self, notes: Notes) -> None:
        """Be the server that stands beside some notes."""
        self.notes = notes
        self.folder = notes.top.parent / "server.git"
        self.url = self.folder.as_uri()

    def guard(self, *options: str, before: str = "", program: str = "-m minutebook gate") -> None:
        """Put the gate before the repository."""
        command = f"{shlex.quote(self.python)} {program} {shlex.join(options)}"
        hook = self.folder / "hooks/pre-receive"
        hook.write_text(HOOK.format(before=before, command=command), encoding="utf-8")
        hook.chmod(0o755)

    def push(self, *refs: str, refused: bool = False, **variables: str) -> str:
        """Push, insist that it is taken or not, and return what the server said."""
        done = self.notes.git("push", self.url, *refs, code=int(refused), env=os.environ | variables)
        assert ("(pre-receive hook declined)" in done.stderr) == refused, done.stderr
        return said(done)

    def refs(self) -> dict[str, str]:
        """Return what each ref of the server leads to."""
        listed = self.notes.git("-C", str(self.folder), "for-each-ref", "--format=%(refname) %(objectname)")
        return dict(line.split(" ") for line in listed.stdout.splitlines())

    def files(self) -> dict[Path, bytes]:
        """Return all that the repository consists of."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def insist_on_health(self) -> None:
        """Insist that git finds nothing wrong with the repository, and nothing left over."""
        checked = self.notes.git("-C", str(self.folder), "fsck", "--strict", "--no-dangling")
        assert (checked.stdout, checked.stderr) == ("", "")
        assert not list((self.folder / "objects").glob("tmp_objdir*"))


def said(done: Done) -> str:
    """Return the lines that a server sent to the one who pushed."""
    lines = [line.removeprefix("remote: ") for line in done.stderr.split("\n") if line.startswith("remote: ")]
    return "".join(f"{line.removesuffix(PADDING)}\n" for line in lines)


def write_well(notes: Notes, day: str, **counts: int) -> None:
    """Commit a meeting as one does whose hooks run."""
    notes.meeting(day, extra="", **counts)
    notes.run("sync")
    notes.commit()


def write_badly(notes: Notes, day: str = SECOND) -> str:
    """Commit a meeting whose minutes nobody wrote, past any hook, and return its path."""
    path = notes.meeting(day, Open=12)
    notes.commit()
    return path


@pytest.fixture(scope="session")
def served(
    tmp_path_factory: pytest.TempPathFactory, make_notes: Callable[[Path], Notes], warm: str
) -> Server:
    """Return a server that has a meeting in order on its only branch; only to be copied."""
    made = Server(make_notes(tmp_path_factory.mktemp("served") / "notes"), python=warm)
    made.guard()
    write_well(made.notes, FIRST, Open=10)
    made.push("main")
    return made


@pytest.fixture
def server(served: Server, tmp_path: Path) -> Server:
    """Return a server of the test's own that has a meeting in order on its only branch."""
    shutil.copytree(served.folder.parent, tmp_path / "server")
    made = copy.copy(served)
    made.place(type(served.notes)(tmp_path / "server/notes"))
    return made


@pytest.fixture
def daemon(server: Server, tools: Tools) -> Iterator[Server]:
    """Return the server, reached by way of the network."""
    program = Path(server.notes.git("--exec-path").stdout.strip()) / "git-daemon"
    if not program.exists():
        tools.lack("git has no daemon here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = str(server.folder.parent)
    words = [str(program), "--export-all", "--enable=receive-pack", "--reuseaddr", "--listen=127.0.0.1"]
    with subprocess.Popen([*words, f"--port={port}", f"--base-path={base}", base]) as running:
        try:
            wait_for(port)
            server.url = f"git://127.0.0.1:{port}/server.git"
            yield server
        finally:
            running.terminate()


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(1200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("git's daemon does not answer")


STALE = f"""\
Branch main:
meetings/team/{SECOND}.yaml:1:1: minutes-missing: {SECOND}.md is missing; it is written from this file
    Type: minutebook sync
meetings/team/README.md:4:1: minutes-stale: this line is not what the meetings say; it must be: \
**Next by the schedule:** 2 November 2020{"  "}
    Type: minutebook sync
2 errors
main was refused.
In your clone, on main, type:
    minutebook sync --stage
    git commit
and push again.
"""


def insist_on_the_gate(server: Server) -> None:
    """Insist that a push past the hooks is refused, and is taken when what the gate says was typed."""
    path = write_badly(server.notes)
    before = server.refs()
    told = server.push("main", refused=True)
    assert f"{path}:1:1: minutes-missing: " in told
    assert server.refs() == before
    typed = re.findall(r"^    (minutebook|git) (.*)$", told, re.MULTILINE)
    assert typed == [("minutebook", "sync --stage"), ("git", "commit")]
    server.notes.run("sync", "--stage")
    server.notes.git("commit", "--quiet", "--message", "Notes")
    assert server.push("main") == ""
    assert server.refs()["refs/heads/main"] == server.notes.git("rev-parse", "HEAD").stdout.strip()
    server.insist_on_health()


def test_a_push_to_a_folder_passes_the_gate(server: Server) -> None:
    insist_on_the_gate(server)


def test_a_push_through_the_network_passes_the_gate(daemon: Server) -> None:
    insist_on_the_gate(daemon)


def test_the_file_in_hooks_is_the_same_gate(server: Server) -> None:
    server.python = sys.executable
    server.guard(program=shlex.quote(str(ROOT / "hooks/pre_receive.py")), before="unset PYTHONPATH")
    insist_on_the_gate(server)


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


def test_a_tag_passes(server: Server) -> None:
    write_badly(server.notes)
    server.notes.git("tag", "--annotate", "--message", "Said", "said")
    assert server.push("said", "main:refs/notes/x") == ""
    assert {"refs/tags/said", "refs/notes/x"} < server.refs().keys()


def test_a_branch_that_is_made_from_a_tag_is_checked(server: Server) -> None:
    write_badly(server.notes)
    server.push("main:refs/tags/loophole")
    assert "Branch side:" in server.push("main:side", refused=True)


def test_a_branch_holds_commits(server: Server) -> None:
    server.notes.git("tag", "--annotate", "--message", "Said", "said")
    before = server.refs()
    assert "is a tag, not a commit" in server.push("--force", "said:refs/heads/main", refused=True)
    assert "non-commit object" in said(server.notes.git("push", server.url, "said:refs/heads/x", code=1))
    assert server.refs() == before


def test_a_branch_goes(server: Server) -> None:
    server.push("main:side")
    assert server.push("--delete", "side") == ""
    assert server.refs().keys() == {"refs/heads/main"}


@pytest.fixture
def broken(notes: Notes, warm: str) -> Server:
    """Return a server whose branch was broken before it had a gate."""
    made = Server(notes, python=warm)
    write_badly(notes)
    notes.git("push", "--quiet", made.url, "main")
    made.guard()
    return made


def test_work_beside_notes_that_were_broken_before_passes(broken: Server) -> None:
    broken.notes.write("code.py", "")
    broken.notes.write("README.md", "Text\n")
    broken.notes.commit()
    assert broken.push("main") == ""
    broken.notes.write("code.py", "\n")
    broken.notes.commit()
    assert broken.push("main:side") == ""


def test_a_change_of_notes_that_were_broken_before_is_checked(broken: Server) -> None:
    write_badly(broken.notes, FIRST)
    assert "minutes-missing" in broken.push("main", refused=True)


def test_another_series_than_the_one_that_was_broken_before_can_change(broken: Server) -> None:
    other = broken.notes.write("meetings/other/series.yaml", "title: Other\n")
    broken.notes.run("sync", str(Path(other).parent))
    broken.notes.commit()
    assert broken.push("main") == ""


def test_a_branch_at_a_commit_that_is_there_passes(broken: Server) -> None:
    broken.push("main:side")
    assert broken.refs().keys() == {"refs/heads/main", "refs/heads/side"}


def test_a_new_branch_with_new_commits_is_checked(server: Server) -> None:
    server.notes.git("checkout", "--quiet", "-b", "side")
    write_badly(server.notes)
    server.notes.write("code.py", "")
    server.notes.commit()
    assert "Branch side:" in server.push("side", refused=True)


def test_a_branch_without_a_past_is_checked_whole(server: Server) -> None:
    write_badly(server.notes)
    server.notes.git("checkout", "--quiet", "--orphan", "side")
    server.notes.commit()
    assert "Branch side:" in server.push("side", refused=True)


def test_the_first_push_of_all_is_checked_whole(notes: Notes) -> None:
    server = Server(notes)
    server.guard()
    write_badly(notes)
    assert "minutes-missing" in server.push("main", refused=True)


def test_a_merge_that_breaks_what_both_lines_had_right_is_refused(server: Server) -> None:
    notes = server.notes
    for branch, day in (("one", SECOND), ("two", "2020-11-02")):
        notes.git("checkout", "--quiet", "-b", branch, "main")
        write_well(notes, day, Open=12)
        server.push(branch)
    notes.git("merge", "--quiet", "--strategy=ours", "--no-edit", "one")
    notes.git("checkout", "one", "--", f"{notes.series}/{SECOND}.yaml", notes.minutes(SECOND))
    notes.git("commit", "--quiet", "--amend", "--no-edit", "--no-verify")
    assert "minutes-stale" in server.push("two:merged", refused=True)


def test_a_merge_that_leaves_the_notes_of_one_line_as_they_were_passes(broken: Server) -> None:
    notes = broken.notes
    notes.git("checkout", "--quiet", "-b", "code")
    write_badly(notes, FIRST)
    notes.git("push", "--quiet", str(broken.folder), "code:refs/heads/unguarded", "--receive-pack", UNGUARDED)
    notes.git("checkout", "--quiet", "main")
    notes.write("code.py", "")
    notes.commit()
    notes.git("merge", "--quiet", "--strategy=ours", "--no-edit", "code")
    assert broken.push("main:merged") == ""


def test_a_forced_push_is_compared_with_what_the_branch_had(server: Server) -> None:
    write_well(server.notes, SECOND, Open=12)
    server.push("main")
    server.notes.git("reset", "--quiet", "--hard", "HEAD~1")
    write_badly(server.notes)
    assert "minutes-missing" in server.push("--force", "main", refused=True)
    server.notes.git("reset", "--quiet", "--hard", "HEAD~1")
    assert server.push("--force", "main") == ""


def test_meetings_in_another_spelling_are_meetings_that_were_left(server: Server) -> None:
    notes = server.notes
    notes.git("rm", "--quiet", f"{notes.series}/series.yaml")
    notes.git("mv", f"{notes.series}/{FIRST}.yaml", f"{notes.series}/{FIRST}.YAML")
    notes.git(
        "rm", "--quiet", "--ignore-unmatch", "--force", notes.minutes(FIRST), f"{notes.series}/README.md"
    )
    notes.commit()
    assert "series-missing: meetings/team/series.yaml is missing" in server.push("main", refused=True)


def test_a_series_that_moves_above_its_meetings_takes_them_along(server: Server) -> None:
    notes = server.notes
    notes.git("mv", f"{notes.series}/series.yaml", "meetings/series.yaml")
    notes.git("rm", "--quiet", f"{notes.series}/README.md")
    notes.run("sync")
    notes.commit()
    assert notes.problems() == []
    assert server.push("main") == ""


def test_a_file_that_is_far_too_large_for_minutes_is_not_read_whole(server: Server) -> None:
    notes = server.notes
    notes.write(f"{notes.series}/README.md", "\n" * (40 * MOST // 8))
    notes.commit()
    commits = Commits(notes.top)
    assert len(commits.commit("HEAD").read(f"{notes.series}/README.md")) == MOST
    assert (
        commits.commit("HEAD").read(f"{notes.series}/{FIRST}.yaml")
        == notes.read(f"{notes.series}/{FIRST}.yaml").encode()
    )
    commits.close()
    assert "minutes-stale" in server.push("main", refused=True)


def test_a_series_that_goes_without_its_meetings_is_refused(server: Server) -> None:
    server.notes.git("rm", "--quiet", f"{server.notes.series}/series.yaml")
    server.notes.commit()
    told = server.push("main", refused=True)
    assert "series-missing: meetings/team/series.yaml is missing" in told
    assert told.endswith("and push again.\n")
    server.notes.git("rm", "-r", "--quiet", server.notes.series)
    server.notes.commit()
    assert server.push("main") == ""


def test_a_later_format_is_refused_by_an_earlier_server(server: Server) -> None:
    server.notes.write(f"{server.notes.series}/series.yaml", "format: 2\n")
    server.notes.commit()
    assert "this minutebook reads format 1: update minutebook" in server.push("main", refused=True)


def test_a_repository_with_longer_object_names_has_a_gate(tmp_path: Path, notes: Notes) -> None:
    longer = type(notes)(tmp_path / "longer")
    longer.top.mkdir()
    longer.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    longer.write(f"{notes.series}/series.yaml", notes.read(f"{notes.series}/series.yaml"))
    server = Server(longer, "--object-format=sha256")
    server.guard()
    write_well(longer, FIRST, Open=10)
    server.push("main", "main:side")
    server.push("--delete", "side")
    insist_on_the_gate(server)


def test_a_repository_with_files_to_work_on_has_a_gate(server: Server) -> None:
    server.notes.git("clone", "--quiet", str(server.folder), "../desk")
    server.notes.git("-C", "../desk", "config", "receive.denyCurrentBranch", "updateInstead")
    (server.folder / "hooks/pre-receive").rename(server.notes.top.parent / "desk/.git/hooks/pre-receive")
    server.url = (server.notes.top.parent / "desk").as_uri()
    write_badly(server.notes)
    assert server.push("main", refused=True) == STALE


@pytest.mark.parametrize(
    "before",
    [
        "export GIT_WORK_TREE=/ GIT_INDEX_FILE=/nowhere GIT_PREFIX=../../",
        "export GIT_EXTERNAL_DIFF=/nowhere GIT_LITERAL_PATHSPECS=1 GIT_ICASE_PATHSPECS=1",
        "export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.bare GIT_CONFIG_VALUE_0=false GIT_DEFAULT_HASH=sha256",
        "export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=diff.renames GIT_CONFIG_VALUE_0=copies LC_ALL=C",
        "unset GIT_DIR",
        'export GIT_DIR="{other}/.git" GIT_WORK_TREE="{other}" GIT_COMMON_DIR="{other}/.git"',
    ],
    ids=["files", "paths", "settings", "renames", "no folder", "another's folder"],
)
def test_what_else_is_told_of_git_does_not_open_the_gate(
    before: str, server: Server, make_notes: Callable[[Path], Notes], tmp_path: Path
) -> None:
    other = make_notes(tmp_path / "other")
    other.commit()
    untouched = {path: path.read_bytes() for path in other.top.rglob("*") if path.is_file()}
    server.guard(before=before.format(other=other.top))
    insist_on_the_gate(server)
    assert {path: path.read_bytes() for path in other.top.rglob("*") if path.is_file()} == untouched


def test_the_pushers_settings_do_not_open_the_gate(server: Server, tmp_path: Path) -> None:
    write_badly(server.notes)
    settings = {"GIT_EXTERNAL_DIFF": "/nowhere", "GIT_NO_REPLACE_OBJECTS": "", "GIT_PREFIX": "../../x"}
    assert server.push("main", refused=True, **settings) == STALE


def test_a_replacement_that_is_pushed_does_not_open_the_gate(server: Server) -> None:
    good = server.notes.git("rev-parse", "HEAD").stdout.strip()
    write_badly(server.notes)
    bad = server.notes.git("rev-parse", "HEAD").stdout.strip()
    server.push(f"{good}:refs/replace/{bad}", "main:refs/tags/carrier")
    assert server.push("main", refused=True) == STALE


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


CROWD = range(5)
BAD = {0, 3}


@pytest.fixture
def crowd(server: Server) -> Server:
    """Return a server, and five branches beside it, each with a series of its own; some are not in order."""
    for number in CROWD:
        server.notes.git("checkout", "--quiet", "-b", f"b{number}", "main")
        server.notes.series = f"meetings/s{number}"
        server.notes.write(f"{server.notes.series}/series.yaml", "title: One of many\n")
        if number in BAD:
            write_badly(server.notes, FIRST)
        else:
            write_well(server.notes, FIRST, Open=10)
    return server


def push_at_once(server: Server, refs: list[str]) -> tuple[set[int], list[str]]:
    """Push each ref by a process of its own, all at once; return which were taken, and what git said to each."""
    command = ["git", "push", server.url]
    running = [
        subprocess.Popen([*command, ref], cwd=server.notes.top, stderr=subprocess.PIPE, encoding="utf-8")
        for ref in refs
    ]
    told = [one.communicate(timeout=300)[1] for one in running]
    return {number for number in CROWD if running[number].returncode == 0}, told


def commit_of(server: Server, number: int) -> str:
    """Return what one of the five wants to push."""
    return server.notes.git("rev-parse", f"b{number}").stdout.strip()


def test_five_who_push_five_branches_at_once_do_not_disturb_each_other(crowd: Server) -> None:
    before = crowd.refs()
    taken, told = push_at_once(crowd, [f"b{number}" for number in CROWD])
    assert taken == {*CROWD} - BAD
    assert {number for number in CROWD if f"Branch b{number}:" in told[number]} == BAD
    assert crowd.refs() == before | {f"refs/heads/b{number}": commit_of(crowd, number) for number in taken}
    crowd.insist_on_health()


def test_of_five_who_push_one_branch_at_once_nobody_loses_what_was_taken(crowd: Server) -> None:
    taken, told = push_at_once(crowd, [f"b{number}:main" for number in CROWD])
    assert len(taken) == 1  # the other four do not know of that commit, and git lets nobody lose it
    assert not taken & BAD
    assert {number for number in CROWD if "Branch main:" in told[number]} <= BAD
    assert crowd.refs() == {"refs/heads/main": commit_of(crowd, *taken)}
    crowd.insist_on_health()


def test_of_five_who_force_one_branch_at_once_the_last_that_was_taken_stays(crowd: Server) -> None:
    taken, told = push_at_once(crowd, [f"+b{number}:main" for number in CROWD])
    assert taken
    assert not taken & BAD
    assert {number for number in CROWD if "Branch main:" in told[number]} == BAD
    assert crowd.refs()["refs/heads/main"] in {commit_of(crowd, number) for number in taken}
    crowd.insist_on_health()


OPEN = "    actions:\n      - id: k7q2m4\n        owner: Ann\n        task: call the bank\n"


def open_action(server: Server) -> str:
    """Push a meeting with an open action item, and return its path."""
    path = server.notes.meeting(SECOND, extra=OPEN, Open=12)
    server.notes.run("sync")
    server.notes.commit()
    server.push("main")
    return path


def delete_action(server: Server) -> None:
    """Commit the deletion of the action item as one does whose hooks do not run."""
    server.notes.meeting(SECOND, Open=12)
    server.notes.run("sync")
    server.notes.commit()


def vanished(notes: Notes, *words: str) -> list[str]:
    return [problem["message"] for problem in notes.problems(*words) if problem["rule"] == "action-lost"]


def test_a_push_without_an_action_item_that_the_branch_has_is_refused(server: Server) -> None:
    open_action(server)
    delete_action(server)
    answer = server.push("main", refused=True)
    assert "action-lost: action k7q2m4: Ann: 'call the bank' is open on 2020-10-26" in answer
    assert "fix what is named above, then type:" in answer
    assert len(vanished(server.notes, "--base", "HEAD~1")) == 1


def test_a_forced_push_of_a_history_without_it_is_refused(server: Server) -> None:
    open_action(server)
    server.notes.git("reset", "--quiet", "--hard", "HEAD~1")
    write_well(server.notes, SECOND, Open=13)
    assert "action-lost: action k7q2m4" in server.push("--force", "main", refused=True)


def test_a_new_branch_without_it_is_refused(server: Server) -> None:
    open_action(server)
    server.notes.git("checkout", "--quiet", "-b", "side")
    delete_action(server)
    assert "Branch side:" in server.push("side", refused=True)


def test_a_branch_that_never_had_it_needs_not_have_it(server: Server) -> None:
    server.notes.git("branch", "side")
    open_action(server)
    server.notes.git("checkout", "--quiet", "side")
    write_well(server.notes, SECOND, Open=13)
    server.push("side")


def test_a_push_that_closes_it_is_taken(server: Server) -> None:
    open_action(server)
    server.notes.meeting(SECOND, extra=f"{OPEN}        status: done\n", Open=12)
    server.notes.run("sync")
    server.notes.commit()
    server.push("main")
