"""Names say what they hold, and every file is small enough to be read in one sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import minutebook

SOURCE = Path(minutebook.__file__).parent
# fmt: off
EMPTY = (
    "above", "after", "again", "ahead", "alike", "all", "another", "any", "around", "asked", "at",
    "bad", "before", "begun", "behind", "below", "beside", "between", "beyond", "both", "claimed",
    "decided", "done", "each", "entries", "entry", "every", "first", "found", "given", "gone", "good",
    "held", "here", "how", "info", "inner", "it", "item", "items", "its", "kept", "kind", "known",
    "last", "left", "listed", "made", "meant", "named", "near", "new", "next", "now", "obj", "old",
    "one", "other", "others", "own", "part", "parts", "piece", "pieces", "place", "placed", "places",
    "res", "rest", "result", "ret", "right", "said", "same", "second", "seen", "shown", "some",
    "stated", "such", "taken", "temp", "that", "them", "then", "there", "these", "thing", "things",
    "this", "those", "tmp", "told", "typed", "wanted", "way", "what", "when", "where", "which", "who",
    "whole", "why", "written", "wrong",
)
# fmt: on
"""Words that could stand for anything.

A reader who lands in the middle of a function must know from its names whether a value is a meeting, a row or a
line, which none of these says. In pre-commit, check-jsonschema, fava, scriv and beangulp they are 0.3 to 3 % of all
names that are bound.
"""
MOST_EMPTY, MOST_EMPTY_IN = 0.04, {"oldminutes": 0.06}
"""What part of the names of a folder they may be; those of the readers of old minutes are still to be gone through."""
TWICE = {
    "actions": "the command, the rules about action items, and edits of them",
    "audit": "the command, and what it asks for",
    "deltas": "the command, and how they are computed",
    "duty": "the command, and the rule about it",
    "report": "what an audit and what an import say",
    "tables": "drawn in the minutes, and the rules about them",
}
"""Basenames that stand in several folders, and why the folder makes plain which is meant."""
NO_GERUNDS = ("meeting",)
LONGEST_MODULE, LONGEST_FUNCTION = 250, 50
MODULES = sorted(SOURCE.rglob("*.py"))
FOLDERS = sorted({path.parent for path in MODULES})


def name_of(path: Path) -> str:
    """Return where a module or folder stands in the package."""
    return path.relative_to(SOURCE).as_posix()


def parsed(path: Path) -> ast.Module:
    """Return what a module consists of."""
    return ast.parse(path.read_text(encoding="utf-8"))


def bound_names(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each name that a module gives to something, with its line."""
    for node in ast.walk(parsed(path)):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name, node.lineno
            case (
                ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
            ):
                yield name, node.lineno
            case ast.Import() | ast.ImportFrom():
                yield from ((alias.asname, node.lineno) for alias in node.names if alias.asname)


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_few_names_could_stand_for_anything(folder: Path) -> None:
    names = [
        (f"{path}:{line}: {name}", name)
        for path in sorted(folder.glob("*.py"))
        for name, line in bound_names(path)
    ]
    empty = [place for place, name in names if name.strip("_") in EMPTY]
    most = MOST_EMPTY_IN.get(name_of(folder), MOST_EMPTY)
    assert len(empty) <= most * len(names), "\n".join(
        [*empty, f"{len(empty)} of {len(names)} names are empty words; at most {most:.0%} may be"]
    )


def test_a_basename_stands_once_unless_the_folder_makes_it_plain() -> None:
    stems = [path.stem for path in MODULES if path.stem != "__init__"]
    assert sorted({stem for stem in stems if stems.count(stem) > 1} - TWICE.keys()) == []


def test_modules_are_nouns() -> None:
    gerunds = [path for path in MODULES if path.stem.endswith("ing")]
    assert [name_of(path) for path in gerunds if path.stem not in NO_GERUNDS] == []


def test_a_module_is_read_in_one_sitting() -> None:
    lines = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: n for name, n in lines.items() if n > LONGEST_MODULE} == {}


def test_a_function_fits_on_a_screen() -> None:
    functions = [
        (path, node)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
    ]
    lines = {
        f"{path}:{node.lineno}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, node in functions
    }
    assert {place: n for place, n in lines.items() if n > LONGEST_FUNCTION} == {}
