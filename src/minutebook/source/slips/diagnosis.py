"""The slip that was most likely made, as a problem."""

from collections.abc import Sequence
from dataclasses import replace

from minutebook.records.problem import Location, Problem
from minutebook.source.slips.slip import Slip
from minutebook.source.slips.trial import Trial
from minutebook.source.yaml.typed_line import indent_of


def diagnose(
    path: str, unexplained: Sequence[Problem], trials: Sequence[Trial], lines: Sequence[str]
) -> tuple[Problem, ...]:
    """Return the problem of the smallest slip that would do; it is certain if no other one is as small."""
    best = min(trials, key=lambda trial: _order(trial.slip, lines))
    slip = best.slip
    problem_here = next(
        (problem for problem in unexplained if problem.location.line == slip.location.line), None
    )
    cause = problem_here or unexplained[0]
    # Where several problems go at once, the line stood at the wrong place, and is no key of its own.
    is_lone = len(unexplained) == 1
    is_key = (best.stands_open and cause.rule == "unknown-key") or cause.rule == "duplicate-key"
    if problem_here and is_lone and is_key:
        hint = f"{problem_here.hint}\nIf it belongs to what stands above it: {slip.hint[0].lower()}{slip.hint[1:]}"
        return tuple(
            replace(problem, hint=hint) if problem is problem_here else problem for problem in unexplained
        )
    nearest = (trial for trial in trials if trial.slip.distance == slip.distance)
    certain = (best.would_do or not best.fits) and all(_data(trial) == _data(best) for trial in nearest)
    certain = certain and not (is_lone and cause.rule == "duplicate-key")
    certain = certain and not slip.is_doubtful
    stretch = Location(slip.start + 1, 1, len("\n".join(lines[slip.start : slip.end])))
    mend = "\n".join(slip.lines)
    if problem_here and problem_here.hint and slip.hint.startswith(problem_here.hint) and not slip.rule:
        return (replace(problem_here, hint=slip.hint, mend=mend, mend_at=stretch, is_certain=certain),)
    problem = Problem(path, slip.location, slip.rule or cause.rule, slip.message, slip.hint, cause.record)
    return (replace(problem, mend=mend, mend_at=stretch, is_certain=certain),)


def _data(trial: Trial) -> object:
    return trial.document.data if trial.document else trial.slip.lines


def _order(slip: Slip, lines: Sequence[str]) -> tuple[int, int, int]:
    """Order slips by how little is changed, and by how usual the indentation is that the line would have."""
    indent = indent_of(slip.lines[0])
    return slip.distance, -sum(indent_of(line) == indent for line in lines), len(slip.lines)
