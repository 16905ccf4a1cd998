"""Which module may know which: no circle, and the pure core knows no edge."""

import ast
from collections.abc import Iterator
from pathlib import Path

import minutebook

SOURCE = Path(minutebook.__file__).parent
EDGES = (
    "repository",
    "files",
    "console",
    "memory",
    "commands",
    "cli",
    "arguments",
    "completion",
    "setup.source",
)
PURE = (
    *(
        "problem",
        "model",
        "history",
        "schedule",
        "deltas",
        "carry",
        "ids",
        "rules",
        "minutes",
        "register",
        "people",
    ),
    *(
        "markdown",
        "tables",
        "contents",
        "handedits",
        "promises",
        "drafting",
        "quoting",
        "likeness",
        "mending",
    ),
    *("yamlfile", "schema", "pushes", "setup.answers", "setup.notes", "setup.splicing"),
    *("setup.setting", "setup.placing", "setup.hooks", "setup.hosts", "setup.inventory"),
    *("shorthand", "handwritten", "audit", "importer"),
)


def name_of(path: Path) -> str:
    """Return a module's name below the package."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in SOURCE.rglob("*.py")}


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the package that a file imports, early or late, but not for its types alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
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


GRAPH = {name: set(imported(path)) - {name, ""} for name, path in MODULES.items()}


def known_to(name: str) -> set[str]:
    """Return all that a module imports, and what these import."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        ahead = GRAPH[waiting.pop()] - found
        found |= ahead
        waiting += ahead
    return found


def test_no_module_knows_itself_by_a_detour() -> None:
    assert [name for name in GRAPH if name in known_to(name)] == []


def test_the_pure_core_knows_no_edge() -> None:
    pure = [name for name in GRAPH if name.startswith(PURE) and name != "setup.source"]
    assert len(pure) > 40
    found = {name: sorted(other for other in known_to(name) if other.startswith(EDGES)) for name in pure}
    assert {name: others for name, others in found.items() if others} == {}


def test_only_one_package_knows_git() -> None:
    foreign = [
        name
        for name, path in MODULES.items()
        if not name.startswith("repository")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "git")
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "git" for alias in node.names))
    ]
    assert foreign == []


def test_only_the_console_prints() -> None:
    printing = [
        name
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert set(printing) <= {"console", "cli"}
