"""Repositories with the hooks of pre-commit, and the people who commit to them."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from support.committers import FIRST, PRE_COMMIT, SECOND, Committers, meet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.notes import Notes

CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: minutebook
        name: minutebook
        entry: {entry}
        language: unsupported
        always_run: true
        pass_filenames: false
        require_serial: true
        verbose: true
        stages: [pre-commit, pre-merge-commit, manual]
"""
HOOK = """\
import contextlib, os, sys
from minutebook.cli import main
code = main(["sync", "--staged", "--exit-code"])
with open(os.environ["WITNESS"], "w") as file, contextlib.redirect_stdout(file):
    main(["check", "--staged", "--format", "json"])
sys.exit(code)
"""
"""Is the published hook, and keeps what `check --staged` says at the very moment of a commit."""


@pytest.fixture(scope="session")
def installed(
    tmp_path_factory: pytest.TempPathFactory, make_notes: Callable[[Path], Notes], warm: str
) -> Path:
    """Return a repository without commits, where the hooks are installed and a meeting was written."""
    folder = tmp_path_factory.mktemp("installed")
    notes = make_notes(folder / "notes")
    notes.write("../hook.py", HOOK)
    entry = shlex.join([warm, str(folder / "hook.py")])
    notes.write(".pre-commit-config.yaml", CONFIG.format(entry=json.dumps(entry)))
    notes.call([*PRE_COMMIT, "install", "-t", "pre-commit", "-t", "pre-merge-commit"])
    for name in ("pre-commit", "pre-merge-commit"):
        hook = f".git/hooks/{name}"
        assert f"INSTALL_PYTHON={shlex.quote(sys.executable)}" in notes.read(hook)
        notes.write(hook, notes.read(hook).replace(shlex.quote(sys.executable), shlex.quote(warm)))
    meet(notes, FIRST, 10)
    return notes.top


@pytest.fixture(scope="session")
def started(installed: Path, make_notes: Callable[[Path], Notes]) -> Path:
    """Return a repository where the first meeting is committed."""
    notes = make_notes(installed.parent / "started")
    shutil.copytree(installed, notes.top, dirs_exist_ok=True)
    notes.run("sync")
    notes.commit()
    return notes.top


@pytest.fixture
def unborn(notes: Notes, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Committers:
    """Return a team that has not committed anything yet."""
    shutil.copytree(installed, notes.top, dirs_exist_ok=True)
    monkeypatch.setenv("WITNESS", str(tmp_path / "witness.json"))
    return Committers(notes)


@pytest.fixture
def team(notes: Notes, started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Committers:
    """Return a team that has committed its first meeting and written the second."""
    shutil.copytree(started, notes.top, dirs_exist_ok=True)
    monkeypatch.setenv("WITNESS", str(tmp_path / "witness.json"))
    meet(notes, SECOND, 12)
    return Committers(notes)


@pytest.fixture
def met_twice(team: Committers) -> Committers:
    """Return a team that has committed two meetings."""
    team.notes.run("sync")
    team.notes.commit()
    return team
