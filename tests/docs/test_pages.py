"""The tutorial and the how-to pages are what happens."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from support.hostschemas import check_schema
from support.machines import VENV, Host, run
from support.pages import DOCS, Terminal, fences, play, play_commands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.published import Published

ADDRESS = "https://example.org/minutebook"
"""Where the clone comes from that a reader has; the real repository takes its place."""
PYTHON = """\
#!/bin/sh
[ "$1 $2" = "-m venv" ] && shift 2 && exec {venv} "$@"
exec {python} "$@"
"""
GITCONFIG = """\
[user]
name = Ada
email = ada@example.org
[init]
defaultBranch = main
[url "{real}"]
insteadOf = {address}
"""


pytestmark = pytest.mark.long
START = re.compile(r"^<!-- Played from (.+?)\. -->$", re.MULTILINE)
"""What a page says of the place where it is played."""
PLAYED = {
    f"how-to/{path.name}": found[1]
    for path in sorted((DOCS / "how-to").glob("*.md"))
    if (found := START.search(path.read_text(encoding="utf-8")))
}


@dataclass(frozen=True)
class Machine:
    """A machine with git, Python and an index of packages: its work folder, and its variables."""

    work: Path
    settings: dict[str, str]

    @contextmanager
    def terminal(self, folder: Path) -> Iterator[Terminal]:
        """Open a terminal in a folder."""
        made = Terminal(folder, self.settings)
        try:
            yield made
        finally:
            made.close()


@pytest.fixture(scope="session")
def tutored(tmp_path_factory: pytest.TempPathFactory, published: Published) -> Machine:
    """Return the machine of somebody who had a clone of minutebook, and has installed it and played the tutorial."""
    python = PYTHON.format(venv=shlex.join(VENV), python=shlex.quote(sys.executable))
    folder, settings = Host(tmp_path_factory.mktemp("tutorial"), programs={"python3": python}).machine()
    config = GITCONFIG.format(real=published.url, address=ADDRESS)
    (folder.parent / ".gitconfig").write_text(config, encoding="utf-8")
    made = Machine(folder, settings)
    # No version is tagged yet, and `init` names the commit.
    run(["git", "clone", "--quiet", "--no-tags", ADDRESS, "minutebook"], folder, settings)
    with made.terminal(folder) as terminal:
        play_commands("../README.md", terminal)
        play("tutorial.md", terminal)
        assert terminal.type("minutebook check; git status --short") == ""
    settings["PATH"] = settings["PATH"].replace(":", f":{folder}/venv/bin:", 1)
    settings["MINUTEBOOK_TODAY"] = "2026-11-30"  # the pages are told on that day for ever
    return made


def after_the_tutorial(folder: Path, machine: Machine) -> Path:
    """Return a copy of the notes that the tutorial leaves; the program and what pre-commit installed are shared."""
    shutil.copytree(machine.work / "notes", folder / "notes", symlinks=True)
    return folder / "notes"


def after_the_audit(folder: Path, machine: Machine) -> Path:
    """Return the notes that the tutorial leaves, with the old minutes that the page about the audit shows."""
    notes = after_the_tutorial(folder, machine)
    for fence in fences("how-to/audit.md"):
        if fence.path:
            (notes / fence.path).parent.mkdir(exist_ok=True)
            (notes / fence.path).write_text(fence.body, encoding="utf-8")
    return notes


def a_shop(folder: Path, machine: Machine) -> Path:
    """Return a repository of a team that has formatters, and minutes that were written by hand."""
    files = {
        ".pre-commit-config.yaml": FORMATTERS.format(python=shlex.quote(sys.executable)),
        ".gitattributes": "*.png binary\n",
        "README.md": "# Shop\n\nThe code of the shop.\n",
        "meetings/2026-11-23.md": "# 23 November\n\n- Ben renews the certificate.\n",
    }
    shop = folder / "shop"
    for name, text in files.items():
        (shop / name).parent.mkdir(parents=True, exist_ok=True)
        (shop / name).write_text(text, encoding="utf-8")
    with machine.terminal(shop) as terminal:
        done = "git init -q && git add . && git commit -qm Shop && pre-commit install >/dev/null"
        assert terminal.type(done) == ""
    return shop


STATES = {
    "the end of the tutorial": after_the_tutorial,
    "the end of the audit": after_the_audit,
    "a repository of a shop": a_shop,
}
FORMATTERS = """\
repos:
  - repo: local
    hooks:
      - id: trailing-whitespace
        name: trailing whitespace
        entry: {python} -m pre_commit_hooks.trailing_whitespace_fixer
        language: unsupported
        types: [text]
      - id: mdformat
        name: mdformat
        entry: {python} -m mdformat
        language: unsupported
        types: [markdown]
"""


def test_the_tutorial_is_what_happens(tutored: Machine) -> None:
    config = (tutored.work / "notes/.pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.search(rf'repo: {ADDRESS}\n +rev: "?[0-9a-f]{{40}}"?\n', config)
    log = run(["git", "log", "--format=%s"], tutored.work / "notes", tutored.settings)[1]
    assert log.split("\n")[0] == "Minutes of 14 December"


@pytest.mark.parametrize("page", PLAYED)
def test_a_page_is_what_happens(page: str, tmp_path: Path, tutored: Machine) -> None:
    folder = STATES[PLAYED[page]](tmp_path, tutored)
    with tutored.terminal(folder) as terminal:
        play(page, terminal)
    for workflow in (folder / ".github/workflows").glob("*.yml"):
        check_schema("github-workflows", workflow)


def test_every_page_with_a_console_is_played() -> None:
    # The gate has a test of its own.
    played = {*PLAYED, "tutorial.md", "how-to/server-gate.md"}
    pages = (path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    assert {page for page in pages if any(fence.language == "console" for fence in fences(page))} == played
