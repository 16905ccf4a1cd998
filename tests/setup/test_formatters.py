"""Formatters leave the minutes alone after `init`, and would not without."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support import nodepackages
from support.setups import TOLD

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


def run_prettier(notes: Notes, tools: Tools, factory: pytest.TempPathFactory, *words: str) -> None:
    """Let Prettier rewrite files, as a team's editors do at each save."""
    prettier = nodepackages.install(tools, factory, "prettier", PRETTIER)
    program = [tools.program("node"), str(prettier / "bin/prettier.cjs"), "--write", *words]
    subprocess.run(program, cwd=notes.top, check=True, capture_output=True)


@pytest.mark.parametrize("moved_in", [True, False])
def test_prettier_leaves_the_minutes_and_notes_alone(
    moved_in: bool, written: Notes, tools: Tools, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if moved_in:
        move_in(written)
    written.write(f"{written.series}/2020-10-19.yaml", MEETING.replace(": [Mat]", ":   [Mat]"))
    written.run("sync")
    written.commit()
    run_prettier(written, tools, tmp_path_factory, "**/*.md", "**/*.yaml")
    assert "OWN.md" in changed(written)
    assert (written.minutes("2020-10-19") not in changed(written)) == moved_in
    assert (f"{written.series}/2020-10-19.yaml" not in changed(written)) == moved_in


def test_what_init_wrote_is_right_after_prettier_has_rewritten_it(
    notes: Notes, tools: Tools, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert notes.run("init", "meetings/web", *TOLD).returncode == 0
    assert notes.run("sync").returncode == 0
    before = notes.read("meetings/web/series.yaml")
    run_prettier(notes, tools, tmp_path_factory, "--ignore-path", "no-such-file", "meetings/web/*.yaml")
    assert notes.read("meetings/web/series.yaml") != before
    assert notes.problems() == []
    assert notes.run("sync", "--exit-code").returncode == 0
