"""The hook where nothing is committed: on all files, past commits, and in another repository."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.committers import FIRST, PRE_COMMIT, SECOND, Committers, meet

if TYPE_CHECKING:
    from support.tools import Tools

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
HOME = str(Path.home())
"""The user's own: while tests run it is another, but this one may say where packages come from."""


def test_a_run_on_all_files_finds_nothing_where_all_is_current(met_twice: Committers) -> None:
    met_twice.notes.call([*PRE_COMMIT, "run", "--all-files"])
    met_twice.insist_on_rest()


def test_a_run_on_all_files_stops_for_what_was_committed_past_the_hooks(met_twice: Committers) -> None:
    meet(met_twice.notes, FIRST, 4)
    met_twice.notes.commit()
    done = met_twice.notes.call([*PRE_COMMIT, "run", "--all-files", "minutebook"], code=1)
    assert "wrote meetings/team/2020-10-26.md" in done.stdout
    met_twice.type(done.stdout)
    met_twice.notes.call([*PRE_COMMIT, "run", "--all-files"])
    met_twice.commit()


def test_what_was_committed_past_the_hooks_is_found_by_check(team: Committers) -> None:
    team.notes.git("add", ".")
    team.notes.git("commit", "--quiet", "--no-verify", "--message", "Notes")
    found = [(problem["path"], problem["rule"]) for problem in team.notes.problems("--rev", "HEAD")]
    assert ("meetings/team/2020-10-26.yaml", "minutes-missing") in found
    assert team.in_a_shallow_clone() == team.notes.problems("--rev", "HEAD")


def test_the_published_hook_installs_and_runs_in_another_repository(
    team: Committers, tmp_path: Path, tools: Tools
) -> None:
    published = type(team.notes)(tmp_path / "published")
    for name in ("src", "schema"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, published.top / name, ignore=ignored)
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, published.top)
    published.git("init", "--quiet")
    published.commit()
    team.notes.git("add", ".")
    # The environment that is built must find the program in itself.
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    settings["HOME"] = HOME
    try_repo = [*PRE_COMMIT, "try-repo", str(published.top), "minutebook", "--all-files"]
    done = team.notes.call(try_repo, code=None, env=settings, timeout=600)
    if re.search("connection broken by|ConnectionError|ConnectTimeout", done.stdout + done.stderr):
        tools.lack("no package index can be reached")
    assert done.returncode == 1
    assert "\nwrote meetings/team/2020-10-26.md\n" in done.stdout, done.stdout
    assert team.notes.read(team.notes.minutes(SECOND)) == team.notes.run("render", SECOND).stdout
