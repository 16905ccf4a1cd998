"""Problems in the formats that the commands offer; each is a pure function."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from minutebook.records.problem import Problem, Severity
from minutebook.reports.characters import printable

Sources = Callable[[str, int], str]
"""Returns a line (from 1) of a file, without its newline; empty where there is none."""
FORMATS = ("text", "json", "github", "gitlab")
_RED, _YELLOW, _CYAN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Style:
    """How problems are shown: with colours, with the source line, relative to which repository, beside a summary."""

    colored: bool
    excerpt: bool
    top: Path | None
    summarized: bool = False


def problems(form: str, found: Sequence[Problem], sources: Sources, style: Style) -> str:
    """Return problems in a format of FORMATS."""
    if form == "json":
        return json.dumps([_record(problem) for problem in found], indent=2, ensure_ascii=False)
    if form == "gitlab":
        from minutebook.reports import gitlab

        return gitlab.report(found)
    if form == "github":
        from minutebook.reports import github

        def plain(problem: Problem) -> str:
            return _text(problem, sources, replace(style, colored=False, excerpt=False))

        return github.report(found, plain, summarized=style.summarized)
    return "\n".join(_text(problem, sources, style) for problem in found)


def message(form: str, text: str) -> str:
    """Return what is told beside problems of a format: GitHub looks for commands there, too."""
    if form != "github":
        return text
    from minutebook.reports import github

    return github.inert(text)


def count(found: Sequence[Problem]) -> str:
    """Return how many problems there are, in words."""
    errors = sum(problem.severity == "error" for problem in found)
    parts = [(errors, "error"), (len(found) - errors, "warning")]
    return ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in parts if number)


def shown_path(path: str, top: Path | None) -> str:
    """Return a path of the repository as it is typed where the user stands; git tells its hooks where.

    Where there are no files to stand among, it is shown as the commits have it.
    """
    if top is None:
        return path
    try:
        here = Path.cwd() / os.environ.get("GIT_PREFIX", "")
        return os.path.relpath(top / path, here) if here.is_relative_to(top) else str(top / path)
    except (OSError, ValueError):
        return path


def heading(location: str, rule: str, severity: Severity, *, colored: bool) -> str:
    """Return how a line begins that tells something of a place."""
    if not colored:
        return f"{location}: {rule}"
    return f"{_BOLD}{location}{_PLAIN}: {_RED if severity == 'error' else _YELLOW}{rule}{_PLAIN}"


def _text(problem: Problem, sources: Sources, style: Style) -> str:
    location = (
        f"{printable(shown_path(problem.path, style.top))}:{problem.location.line}:{problem.location.column}"
    )
    warning = "warning: " if problem.severity == "warning" else ""
    told = heading(location, problem.rule, problem.severity, colored=style.colored)
    lines = [f"{told}: {warning}{printable(problem.sentence)}"]
    source = sources(problem.path, problem.location.line) if style.excerpt and problem.location.length else ""
    if source:
        lines += _excerpt(source, problem, style)
    lines += [f"    {printable(line)}" for line in problem.hint.split("\n") if line]
    return "\n".join(lines)


def _excerpt(source: str, problem: Problem, style: Style) -> list[str]:
    number = str(problem.location.line).rjust(5)
    color, plain = (_CYAN, _PLAIN) if style.colored else ("", "")
    start = problem.location.column - 1
    before = " " * len(printable(source[:start]))
    length = max(1, len(printable(source[start : start + problem.location.length])))
    return [f"{number} | {printable(source)}", f"      | {before}{color}{'^' * length}{plain}"]


def _record(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "rule": problem.rule,
        "record": problem.record,
        "message": problem.message,
        "hint": problem.hint,
        "severity": problem.severity,
    }
