"""GitPython's way to call git, without the rest of GitPython."""

import os
import sys
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any


def load_git() -> Any:
    """Return the class by which GitPython calls git."""
    if "git.cmd" not in sys.modules and "git" not in sys.modules:
        _import_calls()
    from git.cmd import Git

    # Else set by `refresh`, which asks for git's version first.
    Git.GIT_PYTHON_GIT_EXECUTABLE = os.environ.get("GIT_PYTHON_GIT_EXECUTABLE", "git")
    return Git


def _import_calls() -> None:
    """Import `git.cmd` without running `git/__init__.py` and `gitdb/__init__.py`.

    These import twice as much, for readers of git's files that are never called here, and start `git version` twice:
    40 ms of each command.
    """
    packages = {name: _bare_package(name) for name in ("git", "gitdb") if name not in sys.modules}
    sys.modules.update(packages)
    try:
        import_module("git.cmd")
    finally:
        for name in packages:
            del sys.modules[name]  # whoever needs all of it gets it


def _bare_package(name: str) -> ModuleType:
    """Return a package of which only what is asked for is imported."""
    spec = PathFinder.find_spec(name)
    package = ModuleType(name)
    package.__path__ = list((spec and spec.submodule_search_locations) or ())
    return package
