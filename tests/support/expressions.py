"""Every regular expression of the program, and texts that a backtracking one takes long to refuse."""

import ast
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from inspect import getfile
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import minutebook
from minutebook.records.late_patterns import LatePattern

SOURCE = Path(getfile(minutebook)).parent
SIGNS = (
    *" \t\naA1-_`'\"([)<>|:./#@\\{=~\u00a0\u2013",
    *("- ", "* ", "](", ": ", ", ", "a ", "Ab ", "1,", "a.", "to "),
)
SUBSTITUTIONS = {"sub", "subn"}
SEARCHES = {"search", "split", "finditer", "findall"}
_MANY = 50
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


@dataclass(frozen=True)
class Expression:
    """A regular expression, where it stands, and whether it is sought anywhere in a text of any length, or must be all of it."""

    place: str
    compiled: re.Pattern[str]
    is_sought: bool = False
    is_whole: bool = False

    def apply(self, text: str) -> None:
        """Use it on a text as the program does."""
        if self.is_sought:
            self.compiled.sub("", text)
        else:
            (self.compiled.fullmatch if self.is_whole else self.compiled.match)(text)


def expressions() -> list[Expression]:
    """Return the expressions that modules hold or that are written out in a call."""
    known: dict[tuple[str, int], Expression] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        if file.stem.startswith("__"):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        name = ".".join(("minutebook", *file.relative_to(SOURCE).with_suffix("").parts))
        sought, whole = set(_sought(tree)), set(_whole(tree))
        held = [
            (variable, compiled, variable in sought, variable in whole)
            for variable, value in vars(importlib.import_module(name)).items()
            for compiled in _held(value)
        ]
        for place, compiled, is_sought, is_whole in (*held, *_written(tree)):
            key = compiled.pattern, compiled.flags
            if key not in known or is_sought:
                known[key] = Expression(f"{name}: {place}", compiled, is_sought, is_whole)
    return list(known.values())


def hostile_runs(expression: re.Pattern[str]) -> set[tuple[str, str]]:
    """Return beginnings, each with what is to be repeated behind it: signs of any sort, and what the expression repeats."""
    tree = list(parser.parse(expression.pattern, expression.flags))
    return {("", sign) for sign in SIGNS} | {(_sample(tree), " "), ("a", " ")} | set(_repeated(tree, ""))


def _held(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, LatePattern):
        yield re.compile(value.pattern, value.flags)
        return
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    members: Iterable[object] = ()
    if isinstance(value, Mapping):
        members = value.values()
    elif isinstance(value, (list, tuple, set, frozenset)):
        members = value
    elif is_dataclass(value) and not isinstance(value, type):
        members = [getattr(value, field.name) for field in fields(value)]
    for member in members if depth else ():
        yield from _held(member, depth - 1)


def _sought(tree: ast.Module) -> Iterator[str]:
    """Yield the names of expressions that a module seeks in texts that it doesn't cut first."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method), args=texts):
                if (method in SUBSTITUTIONS and _is_whole(texts[1:])) or (
                    method in SEARCHES and _is_whole(texts)
                ):
                    yield name


def _whole(tree: ast.Module) -> Iterator[str]:
    """Yield the names of expressions that must fit all of a text."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr="fullmatch"):
                yield name


def _written(tree: ast.Module) -> Iterator[tuple[str, re.Pattern[str], bool, bool]]:
    """Yield the expressions that stand in calls such as `re.search`, each with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                args=[ast.Constant(value=str(text)), *texts],
                keywords=options,
            ) if method != "escape" and not any(option.arg == "flags" for option in options):
                is_sought = method in {*SEARCHES, *SUBSTITUTIONS} and _is_whole(texts[-1:])
                yield f"line {node.lineno}", re.compile(text), is_sought, method == "fullmatch"


def _is_whole(texts: Sequence[ast.expr]) -> bool:
    """Whether the arguments of a search are one text, without a slice of it or a place where to begin."""
    return len(texts) == 1 and not isinstance(texts[0], ast.Subscript)


def _repeated(tree: list[Any], before: str) -> Iterator[tuple[str, str]]:
    for kind, details in tree:
        if kind in _REPEATS and details[1] > _MANY:
            yield before, _sample(details[2]) or "a"
            yield from ((before, sign) for sign in " 1-" if len(details[2]) == 1)
        for inner in _branches(kind, details):
            yield from _repeated(list(inner), before)
        before += _sample([(kind, details)])


def _branches(kind: Any, details: Any) -> Iterable[Any]:
    if kind is kinds.BRANCH:
        return list(details[1])
    if kind in _REPEATS:
        return [details[2]]
    if kind is kinds.SUBPATTERN:
        return [details[-1]]
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return [details[1]]
    return [details] if kind is kinds.ATOMIC_GROUP else []


def _sample(tree: Iterable[tuple[Any, Any]]) -> str:
    """Return a short text that a part of an expression takes, near enough."""
    text = ""
    for kind, details in tree:
        if kind is kinds.LITERAL:
            text += chr(details)
        elif kind in (kinds.ANY, kinds.NOT_LITERAL):
            text += "a"
        elif kind is kinds.IN:
            text += _member(details)
        elif kind in _REPEATS:
            text += _sample(details[2]) * details[0]
        elif kind in (kinds.BRANCH, kinds.SUBPATTERN, kinds.ATOMIC_GROUP):
            text += _sample(next(iter(_branches(kind, details))))
    return text


def _member(members: Any) -> str:
    """Return a sign that a set such as `[^a-z]` has."""
    expression = compiler.compile(parser.SubPattern(parser.State(), [(kinds.IN, members)]))
    signs = map(chr, (*b"a 1.-,:(*A", *range(33, 127), 9, 10, *range(0x80, 0x3000)))
    return next(filter(expression.match, signs), "a")
