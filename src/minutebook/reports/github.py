"""Problems as the workflow commands by which GitHub marks them in the files."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.records.problem import Problem
from minutebook.reports import Presentation, Reporter
from minutebook.reports.characters import harmless, printable
from minutebook.reports.text import problem_text

SHOWN = 10
"""How many errors, and how many warnings, GitHub shows of a step."""
# Where the runner finds a command (`ActionCommand.cs` of actions/runner): `::` at the start of a line, whatever
# spaces precede it, and `##[` anywhere. It compares as people read, to whom some characters are nothing, so any
# that is not ASCII may stand between.
_START = re.compile(r"^([^!-~]*):(?=[^!-~]*:)")
_ANYWHERE = re.compile(r"#(?=[^ -~]*#[^ -~]*\[)")


def report(problems: Sequence[Problem], presentation: Presentation) -> str:
    """Return commands for as many problems as GitHub shows, errors first, and the remaining ones as text."""
    counts = {"error": 0, "warning": 0}
    marked: list[Problem] = []
    unmarked: list[Problem] = []
    for problem in problems:
        counts[problem.severity] += 1
        (marked if counts[problem.severity] <= SHOWN else unmarked).append(problem)
    lines = [_command(problem) for problem in sorted(marked, key=lambda problem: problem.severity != "error")]
    if unmarked:
        lines += _group(unmarked, presentation)
    return "\n".join(lines)


def inert(text: str) -> str:
    """Return a text in whose lines GitHub finds no command."""
    return "\n".join(_inert_line(line) for line in text.splitlines())


def _inert_line(line: str) -> str:
    return _ANYWHERE.sub(r"\\x23", _START.sub(r"\1\\x3a", line))


def _group(problems: Sequence[Problem], presentation: Presentation) -> Iterator[str]:
    subject = "1 problem is" if len(problems) == 1 else f"{len(problems)} problems are"
    whereabouts = "the summary of the job has them all" if presentation.summarized else "they are listed here"
    yield f"::group::{subject} not marked in the files, because GitHub shows only {SHOWN} errors and {SHOWN} warnings; {whereabouts}"
    plain = replace(presentation, colored=False, source_line=None)
    for problem in problems:
        yield inert(problem_text(problem, plain))
    yield "::endgroup::"


def _command(problem: Problem) -> str:
    position = (
        f"file={_property(_shown(problem.path))},line={problem.location.line},col={problem.location.column}"
    )
    text = "\n".join(filter(None, (problem.sentence, problem.remedy)))
    # Each line on its own: the runner copies them into the log, where pages look for commands, too.
    message = "\n".join(_inert_line(printable(line)) for line in text.split("\n"))
    return f"::{problem.severity} {position},title={_property(problem.rule)}::{_data(_apart(message))}"


def _shown(path: str) -> str:
    return harmless(path).replace("\t", "\\t")


def _apart(message: str) -> str:
    """Keep a message apart from the colons before it: a mark for a letter would change the second one."""
    return message if message[:1].isascii() else f" {message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter(report, remark=inert, job_summary="GITHUB_STEP_SUMMARY")
