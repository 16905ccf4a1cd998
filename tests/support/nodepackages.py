"""Programs from npm that tests run: installed once, for all workers of all runs."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

from checkout import environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pytest

    from support.tools import Tools

OPTIONS = (
    "--loglevel=error",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-package-lock",
    "--fetch-retries=2",
)


def install(tools: Tools, factory: pytest.TempPathFactory, name: str, version: str) -> Path:
    """Return the folder of a package, with all that it needs beside it."""
    npm = tools.program("npm")
    folder = _cache(factory) / f"minutebook-{name}-{version}"
    with _locked(folder.with_name(f"{folder.name}.lock")):
        if not folder.is_dir():
            _install([npm, "install", *OPTIONS, f"{name}@{version}"], folder, tools)
    return folder / "node_modules" / name


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


def _install(command: Sequence[str], folder: Path, tools: Tools) -> None:
    """Fetch the package beside the folder first, so that a folder that is there is complete."""
    half = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir()
    words = [*command, "--prefix", str(half)]
    done = subprocess.run(words, cwd=half, capture_output=True, encoding="utf-8", check=False, timeout=300)
    if done.returncode:
        tools.lack(f"npm could not install {command[-1]}:\n{done.stdout}{done.stderr}")
    half.rename(folder)
