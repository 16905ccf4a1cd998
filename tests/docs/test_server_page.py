"""What the page about the server's gate shows is what happens, from top to bottom."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.pages import fences

if TYPE_CHECKING:
    from support.notes import Notes

PAGE = "how-to/server-gate.md"
PROGRAM = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m minutebook "$@"\n'


class Player:
    """Somebody's clone, and a server whose folder `/srv` is elsewhere."""

    def __init__(self, notes: Notes) -> None:
        self.notes, self.srv = notes, notes.top.parent / "srv"
        self.program = self.srv / "minutebook/bin/minutebook"
        self.program.parent.mkdir(parents=True)
        self.program.write_text(PROGRAM, encoding="utf-8")
        self.program.chmod(0o755)

    def write(self, path: str, text: str) -> None:
        """Write a file that the page shows."""
        file = self.notes.top / self.there(path)
        file.write_text(self.there(text), encoding="utf-8", newline="")

    def run(self, line: str) -> str:
        """Run a command, and return all that a terminal would show, with the folders of the page."""
        path = f"{self.program.parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            shlex.split(self.there(line)),
            cwd=self.notes.top,
            env=os.environ | {"PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        shown = done.stdout.replace(str(self.srv), "/srv")
        return re.sub(r" +$", "", shown, flags=re.MULTILINE)

    def there(self, text: str) -> str:
        """Return a text of the page with the folders of this test."""
        return text.replace("/srv", str(self.srv))


@pytest.fixture
def player(notes: Notes) -> Player:
    """Return what plays the page: a clone of a repository with a meeting in order."""
    made = Player(notes)
    notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\n")
    notes.run("sync")
    notes.commit()
    notes.git("clone", "--quiet", "--bare", ".", str(made.srv / "git/notes.git"))
    notes.git("remote", "add", "origin", str(made.srv / "git/notes.git"))
    return made


def test_the_page_is_what_happens(player: Player) -> None:
    for fence in fences(PAGE):
        if fence.path:
            player.write(fence.path, fence.body)
        for line, output in fence.commands():
            assert player.run(line) == output, line
    assert player.run("git status --porcelain --branch").startswith("## main")
    assert (
        player.run("git log --format=%s origin/main -2") == "Minutes of 26 October\nMeeting of 26 October\n"
    )


def test_the_page_shows_the_hook_and_the_commands_that_are_played() -> None:
    found = fences(PAGE)
    assert [fence.path for fence in found if fence.path] == [
        "/srv/git/notes.git/hooks/pre-receive",
        "meetings/team/2020-10-26.yaml",
    ]
    commands = [line for fence in found for line, _output in fence.commands()]
    assert sum(line.startswith("git push") for line in commands) == 2
