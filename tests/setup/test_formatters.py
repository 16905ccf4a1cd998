"""Formatters leave the minutes alone after `init`, and would not without."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support import nodepackages

if TYPE_CHECKING:
    from support.notes import Notes
    from support.tools import Tools

CONFIG = f"""\
repos:
  - repo: local
    hooks:
      - id: trailing-whitespace
        name: trailing-whitespace
        entry: {shlex.quote(sys.executable)} -m pre_commit_hooks.trailing_whitespace_fixer
        language: unsupported
        types: [text]
      - id: mdformat
        name: mdformat
        entry: {shlex.quote(sys.executable)} -m mdformat
        language: unsupported
        types: [markdown]
"""
HOOK = '- {id: minutebook, name: minutebook, entry: "true", language: unsupported}\n'
MEETING = "date: 2020-10-19\nattending: [Mat]\nnotes: |\n  *   a list as people write it\n"
OWN = "# Ours  \n\n*   a\n"
PRETTIER = "3.10.1"


@pytest.fixture
def written(notes: Notes) -> Notes:
    """Return a repository with minutes, and a page that the team has written by hand."""
    notes.write(f"{notes.series}/2020-10-19.yaml", MEETING)
    notes.run("sync")
    notes.write("OWN.md", OWN)
    notes.write(".pre-commit-config.yaml", CONFIG)
    notes.commit()
    return notes


def move_in(notes: Notes) -> None:
    """Set up the repository; the hook comes from a repository that needs no time to install."""
    empty = type(notes)(notes.top.parent / "empty")
    empty.write(".pre-commit-hooks.yaml", HOOK)
    empty.git("init", "--quiet")
    empty.commit()
    source = ("--source", str(empty.top), "--source-rev", empty.git("rev-parse", "HEAD").stdout.strip())
    assert notes.run("init", *source).returncode == 0
    notes.commit("Move in")


def changed(notes: Notes) -> set[str]:
    """Return the files that were changed since the last commit."""
    return set(notes.git("diff", "--name-only").stdout.split())


@pytest.mark.parametrize(
    ("hook", "module"), [("trailing-whitespace", "pre_commit_hooks"), ("mdformat", "mdformat")]
)
@pytest.mark.parametrize("moved_in", [True, False])
def test_the_hooks_of_a_team_leave_the_minutes_alone(
    hook: str, module: str, moved_in: bool, written: Notes, tools: Tools
) -> None:
    tools.module(module)
    if moved_in:
        move_in(written)
    written.call([sys.executable, "-m", "pre_commit", "run", hook, "--all-files"], code=1)
    assert "OWN.md" in changed(written)
    assert (written.minutes("2020-10-19") not in changed(written)) == moved_in


@pytest.mark.parametrize("moved_in", [True, False])
def test_prettier_leaves_the_minutes_alone(
    moved_in: bool, written: Notes, tools: Tools, tmp_path_factory: pytest.TempPathFactory
) -> None:
    prettier = nodepackages.install(tools, tmp_path_factory, "prettier", PRETTIER)
    if moved_in:
        move_in(written)
    program = [tools.program("node"), str(prettier / "bin/prettier.cjs"), "--write", "**/*.md"]
    subprocess.run(program, cwd=written.top, check=True, capture_output=True)
    assert "OWN.md" in changed(written)
    assert (written.minutes("2020-10-19") not in changed(written)) == moved_in
