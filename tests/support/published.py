"""A checkout as others get it: a repository with a tag, and a Python into which it was installed from there."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from support.machines import Host, run, set_up_python

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", ".coverage*")
TAG = "v0.1.0"
WHO = {f"GIT_{who}_{what}": "publisher" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


class Unreachable(Exception):
    """No index of Python packages can be reached."""


@dataclass(frozen=True)
class Published:
    """The repository, and a Python that has minutebook from there, and pre-commit."""

    top: Path
    python: Path

    @property
    def url(self) -> str:
        """Where it is cloned from."""
        return self.top.as_uri()


def publish(folder: Path) -> Published:
    """Publish this checkout as it is, and install it; raises Unreachable where packages can't be fetched."""
    made = Published(folder / "minutebook", folder / "python")
    shutil.copytree(ROOT, made.top, ignore=LEFT_OUT)
    host = Host(folder / "first", python=made.python)
    work, settings = host.machine()
    for words in (
        ["init", "--quiet"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "Publish"],
        ["tag", TAG],
    ):
        run(["git", *words], made.top, settings | WHO)
    set_up_python(host, work, settings)
    install = ["python", "-m", "pip", "install", f"git+{made.url}@{TAG}", "pre-commit"]
    code, said = run(install, work, settings, check=False)
    if re.search("connection broken by|ConnectionError|ConnectTimeout", said):
        raise Unreachable
    assert code == 0, said
    return made
