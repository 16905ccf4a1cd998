"""The floors of the house: a module imports only from its own folder and from those below it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import minutebook

SOURCE = Path(minutebook.__file__).parent
FLOORS = (
    "records",
    "records/languages",
    "disk",
    "repository",
    "counts",
    "actions",
    "source/yaml",
    "source/edits",
    "source/schema",
    "source/slips",
    "source",
    "minutes",
    "rules/explanations",
    "rules",
    "reports",
    "setup",
    "notebook",
    "merge",
    "oldminutes",
    "commands",
    ".",
)
"""Every folder of the package, from the ground up."""
CORE = ("records", "counts", "actions", "minutes", "rules")
"""Folders that know no clock, no files and no git."""


def name_of(path: Path) -> str:
    """Return a module's name below the package."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in SOURCE.rglob("*.py")}


def folder_of(name: str) -> str:
    """Return the folder of a module, from the package."""
    return MODULES[name].parent.relative_to(SOURCE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the package that a file imports, early or late, but not for its types alone."""
    tree = tree_of(path)
    typing = [
        node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
    ]
    skipped = {id(inner) for node in typing for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or id(node) in skipped or node.module is None:
            continue
        if node.module == "minutebook" or node.module.startswith("minutebook."):
            base = node.module.removeprefix("minutebook").lstrip(".")
            for alias in node.names:
                full = f"{base}.{alias.name}".lstrip(".")
                yield full if full in MODULES else base


@cache
def graph() -> dict[str, set[str]]:
    """Return what each module imports."""
    return {name: set(imported(path)) - {name, ""} for name, path in MODULES.items()}


def known_to(name: str) -> set[str]:
    """Return all that a module imports, and what these import."""
    known: set[str] = set()
    waiting = [name]
    while waiting:
        ahead = graph()[waiting.pop()] - known
        known |= ahead
        waiting += ahead
    return known


def test_every_folder_has_its_floor() -> None:
    assert {folder_of(name) for name in MODULES} - set(FLOORS) == set()


def test_a_module_imports_from_its_own_floor_and_those_below() -> None:
    upward = [
        f"{name} -> {other}"
        for name, others in graph().items()
        for other in others
        if FLOORS.index(folder_of(other)) > FLOORS.index(folder_of(name))
    ]
    assert upward == []


def test_no_module_knows_itself_by_a_detour() -> None:
    assert [name for name in graph() if name in known_to(name)] == []


def test_the_pure_core_knows_no_edge() -> None:
    core = [name for name in graph() if folder_of(name).split("/")[0] in CORE]
    edges = {
        name: sorted(o for o in known_to(name) if folder_of(o) in {"disk", "repository"}) for name in core
    }
    assert {name: others for name, others in edges.items() if others} == {}


def test_only_one_folder_knows_git() -> None:
    foreign = [
        name
        for name, path in MODULES.items()
        if folder_of(name) != "repository"
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "git")
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "git" for alias in node.names))
    ]
    assert foreign == []


def test_only_the_console_prints() -> None:
    printing = [
        name
        for name, path in MODULES.items()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert set(printing) <= {"console", "program"}
