"""Tries what may have been meant by lines that can't be read, and says so if the file can be read then."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from math import inf

from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import mend
from minutebook.source.schema import schemas
from minutebook.source.slips.diagnosis import diagnose
from minutebook.source.slips.indentation import indentation
from minutebook.source.slips.lookalikes import everywhere
from minutebook.source.slips.missing_keys import missing_keys
from minutebook.source.slips.pasted_rows import pasted_rows, without_unknown_counts
from minutebook.source.slips.short_actions import short_actions
from minutebook.source.slips.signs import breaks, signs, texts
from minutebook.source.slips.slip import WRONG_KEYS, Slip, touches
from minutebook.source.slips.trial import Trial, is_key, keeps_keys, stop_line, try_slip
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.typed_line import lines_outside_blocks

_UNREADABLE = frozenset({"yaml-syntax", "plain-text", "tab", "duplicate-key", "yaml-feature"})
_SHAPES = WRONG_KEYS | {"wrong-type", "wrong-value", "not-a-count"}
_READ = 600_000
"""Characters that are read in trials at most, so that a large file takes not much longer."""
_LEAST, _MOST = 4, 240
"""How many slips are tried, of a large file and of a small one."""
_ABOVE = 12
"""Lines above the one where the parser stops among which the slip is sought; the schema is nearer to it."""
_NEAR = 3
"""The same where only the schema is broken."""
_BELOW = 4
"""Lines below it that are keys, among which the slip is sought, too."""
_MOST_PROBLEMS, _LONGEST = 3, 400  # to seek a slip takes the square of the length of a line
"""How many problems, the first ones, are looked around."""
_MOST_TRIALS = 8
"""How many slips are compared by what is wrong once each is undone."""
_FAR = 4
"""Spaces by which a line is out of its place at most, if it is not the only slip."""
_YAML = re.compile(r" *(?:-+ +)*(?:[^\s:#\"'\[{-](?:(?!  )[^:#])*:(?: |\Z)|(?<=- )\w)")
"""A line that is a key, or an entry of a list, whatever else may be wrong."""
_STOPS = frozenset({"yaml-syntax", "tab"})
"""Rules at which a parser stops, so that nothing below can be read."""


def explain(
    path: str, text: str, problems: tuple[Problem, ...], file_type: schemas.FileType
) -> tuple[Problem, ...]:
    """Return the problems of a file that can't be read, or the one slip that is behind them."""
    rows, actions = tuple(pasted_rows(path, text)), tuple(short_actions(path, text))
    told_rows = (without_unknown_counts(text, row) for row in rows)
    reworded = (*told_rows, *(action.problem for action in actions))
    if not reworded:
        return _explain(path, text, problems, file_type)
    lines = mend(text, rows).split("\n")
    numbers = {row.location.line for row in rows}
    for action in actions:
        lines[action.start : action.end] = action.stand_in
        numbers.update(range(action.start + 1, action.end + 1))
    other_problems = _explain_others(path, "\n".join(lines), file_type, numbers)
    return tuple(sorted((*reworded, *other_problems), key=Problem.order))


def _explain_others(
    path: str, text: str, file_type: schemas.FileType, numbers: Container[int]
) -> Iterator[Problem]:
    """Yield what is wrong in a text, but on some lines, in whose place there stands something that can be read."""
    try:
        problems = schemas.problems(file_type, read(path, text.encode()))
    except Refused as refused:
        problems = refused.problems
    for problem in _explain(path, text, problems, file_type):
        if problem.location.line not in numbers and not touches(text, problem, numbers):
            yield problem


def _explain(
    path: str, text: str, problems: tuple[Problem, ...], file_type: schemas.FileType
) -> tuple[Problem, ...]:
    problems = _fitting(path, text, problems, file_type)
    unexplained = [problem for problem in problems if problem.mend is None]
    is_unreadable = any(problem.rule in _UNREADABLE for problem in unexplained)
    if not is_unreadable and not any(problem.rule in _SHAPES for problem in unexplained):
        return problems
    mended = mend(text, problems)
    lines = mended.split("\n")
    if len(lines) != text.count("\n") + 1:
        return problems
    numbers = _suspects(lines, unexplained, reach_up=_ABOVE if is_unreadable else _NEAR)
    tries = min(_MOST, max(_LEAST, _READ // len(text)))
    slips = islice(_slips(lines, numbers), tries)
    tried = list(_tried(path, lines, slips, file_type))
    stop = min((problem.location.line for problem in unexplained), default=0)
    trials = [trial for trial in tried if trial.would_do] or [
        trial for trial in tried if trial.fits and trial.slip.location.line == stop
    ]
    if not trials and any(problem.rule in _STOPS for problem in unexplained):
        trials = _farthest(lines, tried, file_type)
    if not trials:
        return problems
    diagnosed = diagnose(path, unexplained, trials, text.split("\n"))
    explained = (problem for problem in problems if problem.mend is not None)
    # A line to write was tried with what else is wrong in it mended.
    written = [problem for problem in diagnosed if problem.mend is not None]
    others = (
        problem
        for problem in explained
        if not any(touches(text, line, {problem.location.line}) for line in written)
    )
    return tuple(sorted((*others, *diagnosed), key=Problem.order))


def _fitting(
    path: str, text: str, problems: tuple[Problem, ...], file_type: schemas.FileType
) -> tuple[Problem, ...]:
    """Return problems, but what would be wrong once one of them is mended in the place of that one.

    That text must be in quotes is no answer where no text can stand; a line that can't be read then has two.
    """
    lines = {problem.location.line for problem in problems if problem.mend is not None}
    mended = mend(text, problems) if lines else text
    if mended == text or mended.count("\n") != text.count("\n"):
        return problems
    try:
        remaining = schemas.problems(file_type, read(path, mended.encode()))
    except Refused as refused:
        return (*problems, *_two_on_a_line(problems, refused.problems, lines))
    problems = tuple(
        problem for problem in problems if problem.mend is not None or problem.rule not in _UNREADABLE
    )
    reported = {(problem.rule, problem.message) for problem in problems}
    new_problems = (problem for problem in remaining if (problem.rule, problem.message) not in reported)
    later = {problem.location.line: problem for problem in new_problems if problem.location.line in lines}
    return tuple(
        _followed(problem, later[problem.location.line], text, mended)
        if problem.mend is not None and problem.location.line in later
        else problem
        for problem in problems
    )


def _two_on_a_line(
    problems: Iterable[Problem], remaining: Iterable[Problem], lines: Container[int]
) -> Iterator[Problem]:
    """Yield what keeps lines from being read that were mended for another problem."""
    reported = {(problem.rule, problem.message) for problem in problems}
    for problem in remaining:
        if problem.location.line in lines and (problem.rule, problem.message) not in reported:
            yield replace(problem, mend=None, mend_at=None)


def _followed(problem: Problem, later: Problem, text: str, mended: str) -> Problem:
    """Return what is wrong once a problem is mended, at its place, with the line as both would have it."""
    next_problem = replace(later, location=problem.location, mend=None, mend_at=None)
    lines, mended_lines = text.split("\n"), mend(mended, [later]).split("\n")
    if later.mend is None or len(mended_lines) != len(lines):
        return next_problem
    number = problem.location.line - 1
    stretch = Location(number + 1, 1, len(lines[number]))
    certain = problem.is_certain and later.is_certain
    return replace(next_problem, mend=mended_lines[number], mend_at=stretch, is_certain=certain)


def _tried(
    path: str, lines: Sequence[str], slips: Iterable[Slip], file_type: schemas.FileType
) -> Iterator[Trial]:
    """Yield what becomes of slips, the smallest first; where one would do, no larger one was meant."""
    most: float = inf
    for slip in sorted(slips, key=lambda slip: slip.distance):
        if slip.distance > most:
            return
        if trial := try_slip(path, lines, slip, file_type):
            yield trial
            most = slip.distance if trial.would_do else most


def _suspects(lines: Sequence[str], problems: Iterable[Problem], reach_up: int) -> list[int]:
    """Return the lines, from 0, among which the slip is sought, the nearest to the first problems first."""
    outside = [number for number in lines_outside_blocks(lines) if lines[number].strip()]
    suspects: dict[int, None] = {}
    for problem in islice(problems, _MOST_PROBLEMS):
        nearest = [number for number in outside if number <= problem.location.line][-reach_up:]
        suspects.update(dict.fromkeys(reversed(nearest)))
        lower_numbers = range(problem.location.line, min(problem.location.line + _BELOW, len(lines)))
        suspects.update(dict.fromkeys(number for number in lower_numbers if is_key(lines[number])))
    return list(suspects)


def _slips(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[Slip]:
    numbers = [number for number in numbers if len(lines[number]) <= _LONGEST]
    yield from everywhere(lines)
    yield from signs(lines, numbers)
    yield from breaks(lines, numbers)
    yield from texts(lines, numbers)
    yield from indentation(lines, numbers)
    yield from missing_keys(lines, numbers)


def _farthest(lines: Sequence[str], tried: Sequence[Trial], file_type: schemas.FileType) -> list[Trial]:
    """Return the slips with which more of a file can be read, if there are others below.

    What looks like a space or a colon and is none is wrong in any case.
    """
    if signs_of_others := [trial for trial in tried if trial.slip.rule == "character"]:
        return signs_of_others[:1]
    nearby_trials = [
        trial
        for trial in tried
        if not (trial.slip.adds or trial.slip.rule == "tab")
        and trial.slip.distance <= _FAR
        and _YAML.match(trial.slip.lines[0])
    ]
    if readable := sorted(
        (trial for trial in nearby_trials if trial.document and keeps_keys(lines, trial)),
        key=lambda trial: trial.slip.distance,
    )[:_MOST_TRIALS]:
        remaining = [
            (trial, schemas.problems(file_type, trial.document)) for trial in readable if trial.document
        ]
        fewest = min(len(problems) for _, problems in remaining)
        return [
            trial
            for trial, problems in remaining
            if len(problems) == fewest
            and sum(problem.rule in WRONG_KEYS and problem.mend is None for problem in problems) <= 1
            and not any(trial.slip.misplaces(problem, is_open=trial.stands_open) for problem in problems)
        ]
    stop = stop_line("\n".join(lines))
    most = max((trial.reach for trial in nearby_trials), default=0)
    farthest = [trial for trial in nearby_trials if trial.reach == most and most > max(stop, trial.slip.end)]
    return [trial for trial in farthest[:_MOST_TRIALS] if not _is_circle(lines, trial, file_type)]


def _is_circle(lines: Sequence[str], trial: Trial, file_type: schemas.FileType) -> bool:
    """Whether lines would be wrong again once a slip is undone, as far as the file can be read then."""
    applied = trial.slip.applied(lines)
    for readable_lines in (applied, applied[: trial.reach - 1]):
        try:
            problems = schemas.problems(file_type, read("", "\n".join(readable_lines).encode()))
        except Refused as refused:
            problems = refused.problems
        else:
            problems = tuple(problem for problem in problems if problem.rule == "unknown-key")
        if any(trial.slip.start < problem.location.line <= trial.slip.end for problem in problems):
            return True
    return False
