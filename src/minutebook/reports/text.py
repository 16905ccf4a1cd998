"""Problems as text: one line each that editors can follow, the source line on a terminal, and the remedy."""

from collections.abc import Iterator, Sequence

from minutebook.records.phrases import counted
from minutebook.records.problem import Problem, Severity
from minutebook.reports import Presentation, Reporter
from minutebook.reports.characters import beginning, ending, printable, width
from minutebook.reports.paths import shown_path, with_shown_paths

_MARGIN, _NARROWEST = 8, 12
"""How many columns stand before a source line, and how few it must have."""
_RED, _YELLOW, _CYAN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"


def report(problems: Sequence[Problem], presentation: Presentation) -> str:
    """Return all problems in their order."""
    return "\n".join(problem_text(problem, presentation) for problem in problems)


def problem_text(problem: Problem, presentation: Presentation) -> str:
    """Return the lines of one problem."""
    location = problem.location
    position = f"{printable(shown_path(problem.path, presentation.top))}:{location.line}:{location.column}"
    start = heading(position, problem.rule, problem.severity, colored=presentation.colored)
    warning = "warning: " if problem.severity == "warning" else ""
    remedy = with_shown_paths(problem.hint, problem.path, presentation.top)
    hint = [f"    {printable(line)}" for line in remedy.split("\n") if line]
    return "\n".join(
        [f"{start}: {warning}{printable(problem.sentence)}", *_excerpt(problem, presentation), *hint]
    )


def heading(position: str, rule: str, severity: Severity, *, colored: bool) -> str:
    """Return how a line begins that says something of a position in a file."""
    if not colored:
        return f"{position}: {rule}"
    return f"{_BOLD}{position}{_PLAIN}: {_RED if severity == 'error' else _YELLOW}{rule}{_PLAIN}"


def count_problems(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, in words; empty where there are none."""
    errors = sum(problem.severity == "error" for problem in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(counted(number, noun) for number, noun in counts if number)


def _excerpt(problem: Problem, presentation: Presentation) -> Iterator[str]:
    """Yield the source line of a problem and a line of carets, where both can be shown."""
    location = problem.location
    if presentation.source_line is None or not location.length:
        return
    source = presentation.source_line(problem.path, location.line)
    if not source:
        return
    color, plain = (_CYAN, _PLAIN) if presentation.colored else ("", "")
    start, end = location.column - 1, location.column - 1 + location.length
    parts = (printable(source[:start]), printable(source[start:end]), printable(source[end:]))
    before, marked, after = (
        parts if presentation.width is None else _fitting(*parts, presentation.width - _MARGIN)
    )
    yield f"{str(location.line).rjust(5)} | {before}{marked}{after}"
    yield f"      | {' ' * width(before)}{color}{'^' * max(1, width(marked))}{plain}"


def _fitting(before: str, marked: str, after: str, columns: int) -> tuple[str, str, str]:
    """Return what stands before, at and behind a place as it fits into a line, or the caret would stand elsewhere."""
    shown = beginning(marked, columns // 2)
    room = columns - max(1, width(shown))  # a caret stands behind the end of a line as well
    if columns < _NARROWEST or (shown == marked and width(before) + width(after) <= room):
        return before, marked, after
    after = beginning(after, max(room - width(before), columns // 4))
    return ending(before, room - width(after)), shown, after


REPORTER = Reporter(report, for_people=True)
