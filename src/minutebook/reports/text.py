"""Problems as text: one line each that editors can follow, the source line on a terminal, and the remedy."""

from collections.abc import Iterator, Sequence

from minutebook.records.phrases import counted
from minutebook.records.problem import Problem, Severity
from minutebook.reports import Presentation, Reporter
from minutebook.reports.characters import beginning, ending, printable, width
from minutebook.reports.looks import paint
from minutebook.reports.paths import shown_path, with_shown_paths

_MARGIN, _NARROWEST = 8, 12
"""How many columns stand before a source line, and how few it must have."""


def report(problems: Sequence[Problem], presentation: Presentation) -> str:
    """Return all problems in their order."""
    return "\n".join(problem_text(problem, presentation) for problem in problems)


def problem_text(problem: Problem, presentation: Presentation) -> str:
    """Return the lines of one problem."""
    location = problem.location
    position = f"{printable(shown_path(problem.path, presentation.top))}:{location.line}:{location.column}"
    start = heading(position, problem.rule, problem.severity, colored=presentation.colored)
    warning = "warning: " if problem.severity == "warning" else ""
    remedy = with_shown_paths(problem.remedy, problem.path, presentation.top)
    hint = [f"    {printable(line)}" for line in remedy.split("\n") if line]
    sentence = f"{start}: {warning}{printable(problem.sentence)}"
    if presentation.width:
        from minutebook.reports.long_lines import fold  # a hook has no terminal

        # What is further to the right is to be copied.
        hint = [line if line.startswith("     ") else fold(line, presentation.width) for line in hint]
        sentence = fold(sentence, presentation.width, _MARGIN)
    return "\n".join([sentence, *_excerpt(problem, presentation), *hint])


def heading(position: str, rule: str, severity: Severity, *, colored: bool) -> str:
    """Return how a line begins that says something of a position in a file."""
    return f"{paint(position, 'strong', colored=colored)}: {paint(rule, severity, colored=colored)}"


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
    text_before, marked, text_after = map(printable, location.cut(source))
    if presentation.width is not None:
        columns = presentation.width - _MARGIN
        text_before, marked, text_after = _fitting(text_before, marked, text_after, columns)
    yield f"{str(location.line).rjust(5)} | {text_before}{marked}{text_after}"
    carets = paint("^" * max(1, width(marked)), "caret", colored=presentation.colored)
    yield f"      | {' ' * width(text_before)}{carets}"


def _fitting(text_before: str, marked: str, text_after: str, columns: int) -> tuple[str, str, str]:
    """Return what stands before, at and behind a place as it fits into a line, or the caret would stand elsewhere."""
    shown_mark = beginning(marked, columns // 2)
    room = columns - max(1, width(shown_mark))  # a caret stands behind the end of a line as well
    if columns < _NARROWEST or (shown_mark == marked and width(text_before) + width(text_after) <= room):
        return text_before, marked, text_after
    text_after = beginning(text_after, max(room - width(text_before), columns // 4))
    return ending(text_before, room - width(text_after)), shown_mark, text_after


REPORTER = Reporter(report, for_people=True)
