"""What the page about the server's gate shows is what happens, from top to bottom."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Notes

PAGE = Path(__file__).resolve().parents[1] / "docs/how-to/server-gate.md"
FENCE = re.compile(r"(?:^`([^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
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
    page = PAGE.read_text(encoding="utf-8")
    for path, language, body in FENCE.findall(page):
        if path:
            player.write(path, body)
        elif language == "console":
            for line, output in COMMAND.findall(body):
                assert player.run(line) == output, line
    assert player.run("git status --porcelain --branch").startswith("## main")
    assert (
        player.run("git log --format=%s origin/main -2") == "Minutes of 26 October\nMeeting of 26 October\n"
    )


def test_the_page_shows_the_hook_and_the_commands_that_are_played() -> None:
    found = FENCE.findall(PAGE.read_text(encoding="utf-8"))
    assert [path for path, _language, _body in found if path] == [
        "/srv/git/notes.git/hooks/pre-receive",
        "meetings/team/2020-10-26.yaml",
    ]
    commands = [
        line for _path, kind, body in found if kind == "console" for line, _output in COMMAND.findall(body)
    ]
    assert sum(line.startswith("git push") for line in commands) == 2
