"""A checkout as others get it: a repository with a tag, and a Python into which it is installed from there."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from support.machines import Host, run, set_up_python

if TYPE_CHECKING:
    from support.tools import Tools

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", ".coverage*")
TAG = "v0.1.0"
WHO = {f"GIT_{who}_{what}": "publisher" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@dataclass(frozen=True)
class Published:
    """The repository of minutebook as others clone it."""

    top: Path
    tools: Tools

    @property
    def url(self) -> str:
        """Where it is cloned from."""
        return self.top.as_uri()

    @property
    def requirement(self) -> str:
        """What pip is told to install, here and by each job that `init` writes."""
        return f"git+{self.url}@{TAG}"

    @cached_property
    def python(self) -> Path:
        """A Python that has minutebook from there."""
        host = Host(self.top.parent / "first", python=self.top.parent / "python")
        work, settings = host.machine()
        set_up_python(host, work, settings)
        install = ["python", "-m", "pip", "install", self.requirement]
        code, output = run(install, work, settings, check=False)
        if re.search("connection broken by|ConnectionError|ConnectTimeout", output):
            self.tools.lack("no index of Python packages can be reached")
        assert code == 0, output
        return self.top.parent / "python"


def publish(folder: Path, tools: Tools) -> Published:
    """Publish this checkout as it is."""
    made = Published(folder / "minutebook", tools)
    shutil.copytree(ROOT, made.top, ignore=LEFT_OUT)
    _, settings = Host(folder / "host").machine()
    for words in (
        ["init", "--quiet"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "Publish"],
        ["tag", TAG],
        # Each clone would compress all of it anew.
        ["repack", "-a", "-d", "--quiet"],
    ):
        run(["git", *words], made.top, settings | WHO)
    return made
