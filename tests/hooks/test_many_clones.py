"""People who write one meeting at the same time, each in a clone, until the server has what all of them wrote.

`MINUTEBOOK_CLONES=20` lets twenty people do so.
"""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.source.yaml.loader import read

CLONES, ROUNDS = int(os.environ.get("MINUTEBOOK_CLONES", "2")), 2
FILE = "meetings/team/2020-10-26.yaml"
MEETING = """\
title: Weekly
date: 2020-10-26
attending: [Mat]
sections:
  - title: Talk
    notes: |
      -   first
          -   in detail

    counters:
      tickets: 1
    actions:
      - id: k7q2m4
        owner: Mat
        task: order parts
"""


class Clone:
    """The clone of somebody who has a number, and writes something of their own in each round."""

    def __init__(self, notes: Notes, number: int) -> None:
        self.notes, self.number, self.rounds, self.pushed = notes, number, 0, True
        notes.run("setup-git")

    def write(self) -> None:
        """Add a bullet, one below another, a count, and an action item; come in the first round; commit."""
        name = f"Person {self.number}"
        mark = f"{self.number} in round {self.rounds}"
        text = self.notes.read(FILE)
        if not self.rounds:
            text = text.replace("attending: [", f"attending: [{name}, ")
        text = text.replace(
            "          -   in detail\n", f"          -   in detail\n          -   below by {mark}\n"
        )
        text = text.replace(
            "\n    counters:\n",
            f"      -   said by {mark}\n\n    counters:\n      of {mark}: {self.number}\n",
        )
        self.notes.write(FILE, f"{text}      - {name}: task of {mark}\n")
        self.commit()
        self.rounds, self.pushed = self.rounds + 1, False

    def push(self) -> None:
        """Push; if somebody was faster, merge what they pushed, as a hook would let it."""
        if self.notes.git("push", "--quiet", "origin", "main", code=None).returncode == 0:
            self.pushed = True
            return
        self.notes.git("pull", "--quiet", "--no-rebase", "--no-commit", "origin", "main")
        self.commit("--no-edit")

    def commit(self, *words: str) -> None:
        """Do what the hook does, and what it tells to type."""
        done = self.notes.run("sync", "--stage")
        assert done.returncode == 0, done
        assert self.notes.problems() == []
        self.notes.git("commit", "--quiet", "--no-verify", *(words or ("--message", "Notes")))


@pytest.fixture
def clones(tmp_path: Path, make_notes: Callable[[Path], Notes]) -> list[Clone]:
    """Return clones of a repository before which the gate stands."""
    notes = make_notes(tmp_path / "notes")
    people = "".join(f"  Person {number}: {{}}\n" for number in range(CLONES))
    notes.write("meetings/team/series.yaml", f"format: 1\ntitle: Weekly\nroster:\n  Mat: {{}}\n{people}")
    notes.write(FILE, MEETING)
    notes.write(".gitattributes", "*.yaml merge=minutebook\n*.md merge=union\n")
    notes.run("sync")
    notes.commit()
    notes.git("clone", "--quiet", "--bare", ".", "../server")
    hook = tmp_path / "server/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -m minutebook gate\n", encoding="utf-8")
    hook.chmod(0o755)
    for number in range(CLONES):
        notes.git("clone", "--quiet", "../server", f"../clone{number}")
    return [Clone(Notes(tmp_path / f"clone{number}"), number) for number in range(CLONES)]


def test_nothing_is_lost(clones: list[Clone]) -> None:
    steps = 0
    while unfinished := [clone for clone in clones if clone.rounds < ROUNDS or not clone.pushed]:
        clone = unfinished[steps * 7 % len(unfinished)]
        if clone.pushed:
            clone.write()
        else:
            clone.push()
        steps += 1
        assert steps < 10 * CLONES * CLONES * ROUNDS
    last = clones[0].notes
    last.git("pull", "--quiet", "--ff-only", "origin", "main")
    assert last.problems() == []
    meeting = read(FILE, last.read(FILE).encode()).data
    (section,) = meeting["sections"]
    marks = [f"{number} in round {turn}" for number in range(CLONES) for turn in range(ROUNDS)]
    assert sorted(meeting["attending"]) == sorted(["Mat", *(f"Person {number}" for number in range(CLONES))])
    assert section["counters"] == {"tickets": 1} | {f"of {mark}": int(mark.split()[0]) for mark in marks}
    bullets = [f"-   said by {mark}" for mark in marks] + [f"    -   below by {mark}" for mark in marks]
    assert sorted(section["notes"].splitlines()) == sorted(["-   first", "    -   in detail", *bullets])
    tasks = [action["task"] for action in section["actions"]]
    assert sorted(tasks) == sorted(["order parts", *(f"task of {mark}" for mark in marks)])
    assert len({action["id"] for action in section["actions"]}) == len(tasks)
