"""People who commit their notes through the hooks of pre-commit."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from support.notes import Notes

PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
FIRST, SECOND, THIRD = "2020-10-19", "2020-10-26", "2020-11-02"
COUNTERS = {FIRST: "      guests: 2\n"}
"""A counter that is missing in the second meeting is a warning, so that what is found is not always nothing."""


def meet(notes: Notes, day: str, opened: int, done: int = 3) -> str:
    """Write the meeting of a day, and return its path."""
    extra = f"    counters:\n{COUNTERS.get(day, '')}      calls: 4\n"
    return notes.meeting(day, Open=opened, Held=1, Old=2, Odd=1, Done=done, extra=extra)


class Committers:
    """People who commit to a repository through the hooks, and do what the hooks say."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    def commit(self, *words: str, stops: bool = False, folder: str = ".", **options: Any) -> str:
        """Commit, insist that it lands or does not, and return what was said."""
        message = [] if "--no-edit" in words else ["--message", "Notes"]
        done = self.notes.git("commit", *message, *words, code=int(stops), folder=folder, **options)
        if not stops:
            self.insist_on_what_landed()
        return done.stdout + done.stderr

    def commit_twice(self, *words: str) -> str:
        """Commit, type what the hook says, commit again, and return what was said at first."""
        said = self.commit(*words, stops=True)
        self.type(said)
        self.commit(*words)
        return said

    def type(self, said: str, *, folder: str = ".") -> list[str]:
        """Type the lines that a hook tells to type, exactly as they stand there, and return them."""
        told = said[said.index("Type:") :].split("\n")[1:]
        lines = [line.strip() for line in told if line.startswith("    ")]
        for line in lines:
            program, *words = shlex.split(line)
            python = [sys.executable, "-m"] if program == "minutebook" else []
            self.notes.call([*python, program, *words], folder=folder)
        return lines

    def insist_on_what_landed(self) -> None:
        """Insist on minutes that are those of the tree that landed, and on the law of snapshots."""
        landed = self.notes.problems("--rev", "HEAD")
        assert not [problem for problem in landed if problem["severity"] == "error"]
        for path in self.minutes():
            rendered = self.notes.run("render", "--rev", "HEAD", path.replace(".md", ".yaml"))
            assert rendered.stdout == self.notes.git("show", f"HEAD:{path}").stdout
        witness = Path(os.environ["WITNESS"]).read_text(encoding="utf-8")
        assert json.loads(witness) == landed
        assert self.in_a_shallow_clone() == landed

    def insist_on_rest(self) -> None:
        """Insist that nothing is left over, and that another run has nothing to do."""
        assert self.notes.git("status", "--porcelain").stdout == ""
        for words in (["sync", "--exit-code"], ["sync", "--staged", "--exit-code"]):
            assert self.notes.run(*words).returncode == 0
        assert self.notes.git("status", "--porcelain").stdout == ""

    def minutes(self) -> list[str]:
        """Return the paths of all minutes in the last commit."""
        tree = self.notes.git("ls-tree", "-r", "-z", "--name-only", "HEAD").stdout.split("\0")
        return [path for path in tree if path.endswith(".md") and "/20" in path]

    def landed(self, path: str) -> str:
        """Return a file of the last commit."""
        return self.notes.git("show", f"HEAD:{path}").stdout

    def in_a_shallow_clone(self) -> Any:
        """Return what `check` says in a clone that has the last commit only."""
        clone = self.clone("shallow")
        return json.loads(self.notes.run("-C", str(clone), "check", "--format", "json").stdout)

    def clone(self, name: str) -> Path:
        """Clone the last commit, without what was before it."""
        clone = self.notes.top.parent / name
        shutil.rmtree(clone, ignore_errors=True)
        origin = self.notes.top.as_uri()
        self.notes.git("clone", "--quiet", "--depth", "1", origin, str(clone), folder="..")
        return clone
