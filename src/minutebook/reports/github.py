"""Problems as the workflow commands by which GitHub marks them in the files."""

import re
from collections.abc import Callable, Iterator, Sequence

from minutebook.records.problem import Problem
from minutebook.reports.characters import printable

SHOWN = 10
"""How many errors, and how many warnings, GitHub shows of a step."""
# Where the runner finds a command: `::` at the start of a line, whatever blanks stand before it, and `##[`
# anywhere. It compares as people read, to whom some characters are nothing, so any that is not ASCII may
# stand between.
_START = re.compile(r"^([^!-~]*):(?=[^!-~]*:)")
_ANYWHERE = re.compile(r"#(?=[^ -~]*#[^ -~]*\[)")


def report(found: Sequence[Problem], plain: Callable[[Problem], str], *, summarized: bool) -> str:
    """Return commands for as many problems as GitHub shows, errors first, and the others as they are in text."""
    counts = {"error": 0, "warning": 0}
    marked: list[Problem] = []
    others: list[Problem] = []
    for problem in found:
        counts[problem.severity] += 1
        (marked if counts[problem.severity] <= SHOWN else others).append(problem)
    lines = [_command(problem) for problem in sorted(marked, key=lambda one: one.severity != "error")]
    if others:
        lines += _group([plain(one) for one in others], summarized=summarized)
    return "\n".join(lines)


def inert(text: str) -> str:
    """Return a text in whose lines GitHub finds no command."""
    return "\n".join(_inert_line(line) for line in text.splitlines())


def _inert_line(line: str) -> str:
    return _ANYWHERE.sub(r"\\x23", _START.sub(r"\1\\x3a", line))


def _group(texts: Sequence[str], *, summarized: bool) -> Iterator[str]:
    what = "1 problem is" if len(texts) == 1 else f"{len(texts)} problems are"
    where = "the summary of the job has them all" if summarized else "they are listed here"
    yield f"::group::{what} not marked in the files, because GitHub shows {SHOWN} errors and {SHOWN} warnings; {where}"
    yield from map(inert, texts)
    yield "::endgroup::"


def _command(problem: Problem) -> str:
    location = f"file={_property(problem.path)},line={problem.location.line},col={problem.location.column}"
    told = "\n".join(part for part in (problem.sentence, problem.hint) if part)
    # Each line on its own: the runner copies them into the log, where pages look for commands, too.
    message = "\n".join(_inert_line(printable(line)) for line in told.split("\n"))
    return f"::{problem.severity} {location},title={_property(problem.rule)}::{_data(_apart(message))}"


def _apart(message: str) -> str:
    """Keep a message apart from the colons before it: a mark for a letter would change the second one."""
    return message if message[:1].isascii() else f" {message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
