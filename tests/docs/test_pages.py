"""The tutorial and the how-to pages are what happens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from machines import Host
from pages import Terminal, matches, play

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from published import Published

ADDRESS = "https://example.org/minutebook"
"""What the pages say in the place of minutebook's own address."""
GITCONFIG = """\
[user]
name = Ada
email = ada@example.org
[init]
defaultBranch = main
[url "{real}"]
insteadOf = {address}
"""


@pytest.fixture
def terminal(tmp_path: Path, published: Published) -> Iterator[Terminal]:
    """Return the terminal of somebody who has a system with git and Python, and nothing of minutebook."""
    host = Host(tmp_path, programs={"python3": f'#!/bin/sh\nexec {sys.executable} "$@"\n'})
    folder, settings = host.machine()
    config = GITCONFIG.format(real=published.url, address=ADDRESS)
    (folder.parent / ".gitconfig").write_text(config, encoding="utf-8")
    made = Terminal(folder, settings)
    yield made
    made.close()


def test_the_tutorial_is_what_happens(terminal: Terminal) -> None:
    play("tutorial.md", terminal)
    assert terminal.type("minutebook check; git status --short") == ""


@pytest.mark.parametrize(
    ("shown", "said", "same"),
    [
        ("a\nb\n", "a  \nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("[main …] x\n", "[main 1a2b] x\n", True),
        ("[main …] x\n", "[main ] y\n", False),
        ("a\n", "a\nb\n", False),
        ("", "a\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_a_page_shows_what_was_said(shown: str, said: str, same: bool) -> None:
    assert matches(shown, said) == same
