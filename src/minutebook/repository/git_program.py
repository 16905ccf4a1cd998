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
    """Import `git.cmd` without running `git/__init__.py`.

    That imports twice as much, for readers of git's files that are never called here, and starts `git version` twice:
    35 ms of each command.
    """
    found = PathFinder.find_spec("git")
    if found is None or found.submodule_search_locations is None:
        return
    package = ModuleType("git")
    package.__path__ = list(found.submodule_search_locations)
    sys.modules["git"] = package
    try:
        import_module("git.cmd")
    finally:
        del sys.modules["git"]  # whoever needs all of it gets it
