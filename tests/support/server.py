"""A bare repository with the gate, and notes that are pushed to it."""

from __future__ import annotations

import os
import re
import shlex
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from support.notes import Done, Notes
FIRST, SECOND = "2020-10-19", "2020-10-26"
PADDING = " " * 8
"""What git writes after a line of a server where it can't tell a terminal to clear the rest of its own."""
HOOK = """\
#!/bin/sh
{before}
exec {command}
"""
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
