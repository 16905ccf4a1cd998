"""What all tests share: no setting of the user's, and a real notes repository in a temporary folder."""

import contextlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest
from published import Published, Unreachable, publish

import minutebook
from minutebook.cli import main

Done = subprocess.CompletedProcess[str]

SOURCES = Path(minutebook.__file__).resolve().parents[1]
FOREIGN = (
    "GIT_",
    "GITHUB_",
    "PRE_COMMIT",
    "XDG_",
    "PYTEST_ADDOPTS",
    "SKIP",
    "NO_COLOR",
    "FORCE_COLOR",
    "PYTHONPATH",
)
KEPT = ("GIT_SSL_CAINFO", "GIT_EXEC_PATH")
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


@pytest.fixture(scope="session", autouse=True)
def isolation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let git, pre-commit and every program that a test starts see none of the user's settings."""
    home = tmp_path_factory.mktemp("home")
    (home / "gitconfig").touch()
    own = {
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": str(SOURCES),
        "PYTHONUTF8": "1",
        "TZ": "UTC",
    }
    for who in ("AUTHOR", "COMMITTER"):
        own |= {f"GIT_{who}_NAME": "Tester", f"GIT_{who}_EMAIL": "tester@example.org"}
        own[f"GIT_{who}_DATE"] = "2020-11-02T10:00:00+00:00"
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith(FOREIGN) and name not in KEPT]:
            environment.delenv(name)
        for name, value in own.items():
            environment.setenv(name, value)
        yield


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

    def git(self, *words: str, code: int = 0, folder: str = ".", **options: Any) -> Done:
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
    top.mkdir()
    notes.git("init", "--quiet", "--initial-branch=main")
    notes.write(f"{notes.series}/series.yaml", SERIES)
    return notes


@pytest.fixture(scope="session", name="make_notes")
def _make_notes() -> Callable[[Path], Notes]:
    """Return what makes a notes repository, for those who need several or one for a whole session."""
    return make_notes


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """Return a repository with a series that has not met yet; nothing is staged."""
    return make_notes(tmp_path / "notes")


class Tools:
    """What a test needs besides Python, git and the package: where it lacks, the test is skipped, but not in CI."""

    def module(self, name: str) -> None:
        """Insist on an importable module."""
        if importlib.util.find_spec(name) is None:
            self.lack(f"the Python package {name} is not installed")

    def program(self, name: str) -> str:
        """Insist on a program, on the PATH or beside this Python, and return where it is."""
        beside = str(Path(sys.executable).parent)
        return (
            shutil.which(name) or shutil.which(name, path=beside) or self.lack(f"{name} is not on the PATH")
        )

    def lack(self, reason: str) -> NoReturn:
        """Skip the test for a reason, but fail it in CI, where everything must be there."""
        if os.environ.get("MINUTEBOOK_CI") == "1":
            pytest.fail(f"this would be skipped outside of CI: {reason}")
        pytest.skip(reason)


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Return the check for what a test needs besides Python, git and the package."""
    return Tools()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Published:
    """Return this checkout as others get it, and a Python that has it from there."""
    try:
        return publish(tmp_path_factory.mktemp("published"))
    except Unreachable:
        tools.lack("no index of Python packages can be reached")
