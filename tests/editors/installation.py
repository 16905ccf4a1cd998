"""The YAML language server that the editors run: installed once, for all workers of all runs."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pytest
    from conftest import Tools

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import environment  # noqa: E402  it lies beside the package, and locks files on every system

SERVER = "yaml-language-server"
VERSION = "2.0.0"
OFFLINE = Path(__file__).with_name("offline.cjs")
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--fetch-retries=2")


def command(tools: Tools, factory: pytest.TempPathFactory) -> Sequence[str]:
    """Return the command of the server, which ends where it would fetch anything."""
    npm, node = tools.program("npm"), tools.program("node")
    folder = _cache(factory) / f"minutebook-{SERVER}-{VERSION}"
    with _locked(folder.with_name(f"{folder.name}.lock")):
        if not folder.is_dir():
            _install(npm, folder, tools)
    program = folder / "node_modules" / SERVER / "bin" / SERVER
    return node, "--require", str(OFFLINE), str(program), "--stdio"


def _cache(factory: pytest.TempPathFactory) -> Path:
    """Return `.venv`, where all that the tests of a checkout need is installed, or else this run's own folder."""
    if (environment.VENV / "pyvenv.cfg").is_file():
        return environment.VENV
    own = factory.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let only one worker at a time install."""
    with path.open("ab") as file:
        while not environment.try_lock(file):
            time.sleep(0.1)
        yield


def _install(npm: str, folder: Path, tools: Tools) -> None:
    """Fetch the server beside the folder first, so that a folder that is there is complete."""
    half = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir()
    words = [npm, "install", "--prefix", str(half), "--loglevel=error", *OPTIONS, f"{SERVER}@{VERSION}"]
    done = subprocess.run(words, cwd=half, capture_output=True, encoding="utf-8", check=False, timeout=300)
    if done.returncode:
        tools.lack(f"npm could not install {SERVER} {VERSION}:\n{done.stdout}{done.stderr}")
    half.rename(folder)
