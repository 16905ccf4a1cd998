"""A real server has its gate, however it is reached and whatever it is told of git."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.server import FIRST, STALE, Server, insist_on_the_gate, write_badly, write_well

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.notes import Notes
    from support.tools import Tools

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def daemon(server: Server, tools: Tools) -> Iterator[Server]:
    """Return the server, reached by way of the network."""
    program = Path(server.notes.git("--exec-path").stdout.strip()) / "git-daemon"
    if not program.exists():
        tools.lack("git has no daemon here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = str(server.folder.parent)
    words = [str(program), "--export-all", "--enable=receive-pack", "--reuseaddr", "--listen=127.0.0.1"]
    with subprocess.Popen([*words, f"--port={port}", f"--base-path={base}", base]) as running:
        try:
            wait_for(port)
            server.url = f"git://127.0.0.1:{port}/server.git"
            yield server
        finally:
            running.terminate()


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(1200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("git's daemon does not answer")


def test_a_push_to_a_folder_passes_the_gate(server: Server) -> None:
    insist_on_the_gate(server)


def test_a_push_through_the_network_passes_the_gate(daemon: Server) -> None:
    insist_on_the_gate(daemon)


def test_the_file_in_hooks_is_the_same_gate(server: Server) -> None:
    server.python = sys.executable
    server.guard(program=shlex.quote(str(ROOT / "hooks/pre_receive.py")), before="unset PYTHONPATH")
    insist_on_the_gate(server)


def test_a_repository_with_longer_object_names_has_a_gate(tmp_path: Path, notes: Notes) -> None:
    longer = type(notes)(tmp_path / "longer")
    longer.top.mkdir()
    longer.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    longer.write(f"{notes.series}/series.yaml", notes.read(f"{notes.series}/series.yaml"))
    server = Server(longer, "--object-format=sha256")
    server.guard()
    write_well(longer, FIRST, Open=10)
    server.push("main", "main:side")
    server.push("--delete", "side")
    insist_on_the_gate(server)


def test_a_repository_with_files_to_work_on_has_a_gate(server: Server) -> None:
    server.notes.git("clone", "--quiet", str(server.folder), "../desk")
    server.notes.git("-C", "../desk", "config", "receive.denyCurrentBranch", "updateInstead")
    (server.folder / "hooks/pre-receive").rename(server.notes.top.parent / "desk/.git/hooks/pre-receive")
    server.url = (server.notes.top.parent / "desk").as_uri()
    write_badly(server.notes)
    assert server.push("main", refused=True) == STALE


@pytest.mark.parametrize(
    "before",
    [
        "export GIT_WORK_TREE=/ GIT_INDEX_FILE=/nowhere GIT_PREFIX=../../",
        "export GIT_EXTERNAL_DIFF=/nowhere GIT_LITERAL_PATHSPECS=1 GIT_ICASE_PATHSPECS=1",
        "export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.bare GIT_CONFIG_VALUE_0=false GIT_DEFAULT_HASH=sha256",
        "export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=diff.renames GIT_CONFIG_VALUE_0=copies LC_ALL=C",
        "unset GIT_DIR",
        'export GIT_DIR="{other}/.git" GIT_WORK_TREE="{other}" GIT_COMMON_DIR="{other}/.git"',
    ],
    ids=["files", "paths", "settings", "renames", "no folder", "another's folder"],
)
def test_what_else_is_told_of_git_does_not_open_the_gate(
    before: str, server: Server, make_notes: Callable[[Path], Notes], tmp_path: Path
) -> None:
    other = make_notes(tmp_path / "other")
    other.commit()
    untouched = {path: path.read_bytes() for path in other.top.rglob("*") if path.is_file()}
    server.guard(before=before.format(other=other.top))
    insist_on_the_gate(server)
    assert {path: path.read_bytes() for path in other.top.rglob("*") if path.is_file()} == untouched


def test_the_pushers_settings_do_not_open_the_gate(server: Server, tmp_path: Path) -> None:
    write_badly(server.notes)
    settings = {"GIT_EXTERNAL_DIFF": "/nowhere", "GIT_NO_REPLACE_OBJECTS": "", "GIT_PREFIX": "../../x"}
    assert server.push("main", refused=True, **settings) == STALE


def test_a_replacement_that_is_pushed_does_not_open_the_gate(server: Server) -> None:
    good = server.notes.git("rev-parse", "HEAD").stdout.strip()
    write_badly(server.notes)
    bad = server.notes.git("rev-parse", "HEAD").stdout.strip()
    server.push(f"{good}:refs/replace/{bad}", "main:refs/tags/carrier")
    assert server.push("main", refused=True) == STALE


def test_a_later_format_is_refused_by_an_earlier_server(server: Server) -> None:
    server.notes.write(f"{server.notes.series}/series.yaml", "format: 2\n")
    server.notes.commit()
    assert "this minutebook reads format 1: update minutebook" in server.push("main", refused=True)
