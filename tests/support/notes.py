"""A git repository with notes, as somebody sees it who types commands there."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from minutebook.cli import main

Done = subprocess.CompletedProcess[str]

SERIES = """\
format: 1
title: Team
schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}]
"""
MEETING = """\
date: {day}
sections:
  - title: Tickets
    table:
      id: tickets
      labels: State
      columns: [Count]
      totals: row
      rows:
"""


class Notes:
    """A git repository with one small series, as somebody sees it who types commands there."""

    series = "meetings/team"

    def __init__(self, top: Path) -> None:
        self.top = top

    def write(self, path: str, text: str) -> str:
        """Write a file as an editor would, and return its path."""
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
        return path

    def read(self, path: str) -> str:
        """Return a file's text with the newlines that it has."""
        return (self.top / path).read_bytes().decode()

    def meeting(self, day: str, *, extra: str = "", **counts: int) -> str:
        """Write the meeting of a day with its counts, and return its path."""
        rows = "".join(f"        {label}: {count}\n" for label, count in counts.items())
        return self.write(f"{self.series}/{day}.yaml", MEETING.format(day=day) + rows + extra)

    def minutes(self, day: str) -> str:
        """Return the path of a day's minutes."""
        return f"{self.series}/{day}.md"

    def git(self, *words: str, code: int | None = 0, folder: str = ".", **options: Any) -> Done:
        """Run git in the repository, and insist on its exit code."""
        return self.call(["git", *words], code=code, folder=folder, **options)

    def minutebook(self, *words: str, folder: str = ".", code: int = 0, **options: Any) -> Done:
        """Run the program as a process of its own, and insist on its exit code."""
        command = [sys.executable, "-m", "minutebook", *words]
        return self.call(command, code=code, folder=folder, **options)

    def run(self, *words: str, folder: str = ".") -> Done:
        """Run the program within this process, which takes a tenth of the time."""
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with (
            contextlib.chdir(self.top / folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main(words)
        said = []
        for stream in (out, err):
            stream.flush()
            said.append(stream.detach().getvalue().decode())
        return subprocess.CompletedProcess(words, code, *said)

    def problems(self, *words: str) -> list[dict[str, Any]]:
        """Return what `check` finds, in the form that scripts read."""
        done = self.run("check", "--format", "json", *words)
        assert done.returncode in (0, 1), done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    def rules(self, *words: str) -> list[str]:
        """Return the rules of what `check` finds."""
        return [problem["rule"] for problem in self.problems(*words)]

    def refusal(self, *words: str) -> str:
        """Return the one sentence with which the program ends before it reports anything."""
        done = self.run(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
        return done.stderr

    def commit(self, message: str = "Notes") -> None:
        """Commit all files as they are, past any hook."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", message)

    def call(
        self, command: Sequence[str], *, code: int | None = 0, folder: str = ".", **options: Any
    ) -> Done:
        """Run a command in the repository, and insist on its exit code unless that is None."""
        done = subprocess.run(
            command, cwd=self.top / folder, capture_output=True, encoding="utf-8", check=False, **options
        )
        told = f"{' '.join(command)}\n{done.stdout}{done.stderr}"
        assert code in (None, done.returncode), f"exit code {done.returncode}, not {code}: {told}"
        return done


def make_notes(top: Path) -> Notes:
    """Make a repository with a series that has not met yet; nothing is staged."""
    notes = Notes(top)
    # Written without git, which takes ten times as long, for more than a thousand tests.
    for path, data in _new_repository():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).mkdir() if data is None else (top / path).write_bytes(data)
    notes.write(f"{notes.series}/series.yaml", SERIES)
    return notes


@cache
def _new_repository() -> list[tuple[Path, bytes | None]]:
    """Return the files of a repository that git has just made, and its folders without a file."""
    with TemporaryDirectory() as folder:
        notes = Notes(Path(folder))
        # Without git's samples of hooks, which nobody reads here.
        notes.git("init", "--quiet", "--initial-branch=main", "--template=")
        return [
            (path.relative_to(folder), path.read_bytes() if path.is_file() else None)
            for path in sorted(notes.top.rglob("*"))
            if path.is_file() or not any(path.iterdir())
        ]
