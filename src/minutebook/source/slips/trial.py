"""Tries what may have been meant by lines that can't be read, and says so if the file can be read then."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import mend
from minutebook.source.schema import schemas
from minutebook.source.slips.indentation import indentation
from minutebook.source.slips.lookalikes import lookalikes, tabs
from minutebook.source.slips.signs import signs, texts
from minutebook.source.slips.slip import Slip
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.typed_line import lines_outside_blocks

_UNREADABLE = frozenset({"yaml-syntax", "plain-text", "tab", "duplicate-key", "yaml-feature"})
_SHAPES = frozenset({"unknown-key", "missing-key", "wrong-type", "wrong-value", "not-a-count"})
_READ = 600_000
"""Characters that are read in trials at most, so that a large file takes not much longer."""
_LEAST, _MOST = 4, 240
_ABOVE = 12
"""Lines above the one where the parser stops among which the slip is sought; the schema is nearer to it."""
_NEAR = 3
_BELOW = 4
_PLACES = 3
_PLACES_LEFT = 8
_FAR = 4
"""Spaces by which a line is out of its place at most, if it is not the only slip."""
_YAML = re.compile(r" *(?:-+ +)*(?:[^\s:#\"'\[{-][^:#]*:(?: |\Z)|(?<=- )\w)")
"""A line that is a key, or an entry of a list, whatever else may be wrong."""
_STOPS = frozenset({"yaml-syntax", "tab"})
"""Rules at which a parser stops, so that nothing below can be read."""
_OPEN = frozenset({"header", "duty", "roster"})
"""Keys below which any key can stand, with any text: that a line fits there says little."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """A slip that was tried, what the file says then and how many problems are left, or the line of the first."""

    slip: Slip
    document: Document | None = None
    fits: bool = False
    reach: int = 0

    @property
    def stands_open(self) -> bool:
        """Whether the line would be a key that fits anywhere, because any can stand there."""
        return self.document is not None and any(
            _OPEN.intersection(map(str, path[-2:-1])) or str(path[0]).startswith("x-")
            for path, location in self.document.keys.items()
            if location.line == self.slip.location.line
        )


def explain(
    path: str, text: str, problems: tuple[Problem, ...], file_type: schemas.FileType
) -> tuple[Problem, ...]:
    """Return the problems of a file that can't be read, or the one slip that is behind them."""
    unexplained = [problem for problem in problems if problem.mend is None]
    is_unreadable = any(problem.rule in _UNREADABLE for problem in unexplained)
    if not is_unreadable and not any(problem.rule in _SHAPES for problem in unexplained):
        return problems
    mended = mend(text, problems)
    lines = mended.split("\n")
    if len(lines) != text.count("\n") + 1:
        return problems
    numbers = _suspects(lines, unexplained, above=_ABOVE if is_unreadable else _NEAR)
    tries = min(_MOST, max(_LEAST, _READ // len(text)))
    slips = islice(_slips(lines, numbers), tries)
    tried = [trial for slip in slips if (trial := _try(path, lines, slip, file_type))]
    trials = [trial for trial in tried if trial.fits and not (trial.slip.adds and trial.stands_open)]
    if not trials and any(problem.rule in _STOPS for problem in unexplained):
        trials = _farthest(tried, unexplained, file_type)
    if not trials:
        return problems
    explained = (problem for problem in problems if problem.mend is not None)
    answer = _answer(path, unexplained, trials, lines)
    return tuple(sorted((*explained, *answer), key=Problem.order))


def _suspects(lines: Sequence[str], problems: Iterable[Problem], above: int) -> list[int]:
    """Return the lines, from 0, among which the slip is sought, the nearest to the first problems first."""
    outside = [number for number in lines_outside_blocks(lines) if lines[number].strip()]
    suspects: dict[int, None] = {}
    for problem in islice(problems, _PLACES):
        nearest = [number for number in outside if number <= problem.location.line][-above:]
        suspects.update(dict.fromkeys(reversed(nearest)))
        below = range(problem.location.line, min(problem.location.line + _BELOW, len(lines)))
        suspects.update(dict.fromkeys(number for number in below if _is_key(lines[number])))
    return list(suspects)


def _slips(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[Slip]:
    yield from lookalikes(lines)
    yield from tabs(lines)
    yield from signs(lines, numbers)
    yield from texts(lines, numbers)
    yield from indentation(lines, numbers)


def _try(path: str, lines: Sequence[str], slip: Slip, file_type: schemas.FileType) -> _Trial | None:
    try:
        document = read(path, "\n".join(slip.applied(lines)).encode())
    except Refused as refused:
        return _Trial(slip, reach=min(problem.location.line for problem in refused.problems))
    if not _keeps_keys(lines, slip, document):
        return None
    fits = schemas.fits(file_type, document.data)
    return None if fits and not _keeps_order(document.data) else _Trial(slip, document, fits)


def _farthest(
    tried: Sequence[_Trial], unexplained: Sequence[Problem], file_type: schemas.FileType
) -> list[_Trial]:
    """Return the slips with which more of a file can be read, if there are others below.

    What looks like a space or a colon and is none is wrong in any case.
    """
    stop = min(problem.location.line for problem in unexplained)
    if signs_of_others := [trial for trial in tried if trial.slip.rule == "character"]:
        return signs_of_others[:1]
    near = [
        trial
        for trial in tried
        if not trial.slip.adds and trial.slip.distance <= _FAR and _YAML.match(trial.slip.lines[0])
    ]
    if readable := sorted((trial for trial in near if trial.document), key=lambda trial: trial.slip.distance)[
        :_PLACES_LEFT
    ]:
        left = [(trial, _left(trial, file_type)) for trial in readable]
        fewest = min(len(lines) for _, lines in left)
        return [
            trial
            for trial, lines in left
            if len(lines) == fewest and lines.isdisjoint(range(trial.slip.start + 1, trial.slip.end + 1))
        ]
    most = max((trial.reach for trial in near), default=0)
    return [trial for trial in near if trial.reach == most and most > max(stop, trial.slip.end)]


def _left(trial: _Trial, file_type: schemas.FileType) -> frozenset[int]:
    """Return the lines of the problems that a file has, if it can be read with a slip undone."""
    problems = schemas.problems(file_type, trial.document) if trial.document else ()
    return frozenset(problem.location.line for problem in problems)


def _keeps_order(section: Any) -> bool:
    """Whether `sections` stand last wherever there are some: what would stand behind them was meant otherwise."""
    keys = [key for key in section if not key.startswith("x-")]
    return "sections" not in keys or (
        keys[-1] == "sections" and all(map(_keeps_order, section["sections"] or ()))
    )


def _keeps_keys(lines: Sequence[str], slip: Slip, document: Document) -> bool:
    """Whether no line with a key of the format has become a part of a text."""
    outside = set(lines_outside_blocks(document.text.split("\n")))
    more = len(slip.lines) - (slip.end - slip.start)
    moved = range(slip.start, slip.start if more else slip.end)
    numbers = (
        number
        for number in {*lines_outside_blocks(lines), *moved}
        if number + more * (number >= slip.end) not in outside
    )
    return not any(_is_key(lines[number]) for number in numbers)


def _is_key(line: str) -> bool:
    """Whether a line begins with a key of the format."""
    match = re.match(r" *(?:- +)*([a-z]+):(?:\s|\Z)", line)
    return match is not None and match[1] in schemas.format_keys()


def _answer(
    path: str, unexplained: Sequence[Problem], trials: Sequence[_Trial], lines: Sequence[str]
) -> tuple[Problem, ...]:
    """Return the problem of the smallest slip that would do; it is mended if no other one is as small."""
    best = min(trials, key=lambda trial: _order(trial.slip, lines))
    alike = [trial for trial in trials if trial.slip.distance == best.slip.distance]
    slip = best.slip
    shown = next((problem for problem in unexplained if problem.location.line == slip.location.line), None)
    first = shown or unexplained[0]
    if shown and ((best.stands_open and shown.rule == "unknown-key") or shown.rule == "duplicate-key"):
        hint = f"{shown.hint}\nIf it belongs to what stands above it: {slip.hint[0].lower()}{slip.hint[1:]}"
        return tuple(replace(problem, hint=hint) if problem is shown else problem for problem in unexplained)
    certain = all(_data(trial) == _data(best) for trial in alike) and first.rule != "duplicate-key"
    stretch = Location(slip.start + 1, 1, len("\n".join(lines[slip.start : slip.end])))
    mended = ("\n".join(slip.lines), stretch) if certain else (None, None)
    if shown and shown.hint.startswith("Write, with") and not slip.rule:
        return (replace(shown, mend=mended[0], mend_at=mended[1]),)
    rule = slip.rule or first.rule
    return (
        Problem(
            path,
            slip.location,
            rule,
            slip.message,
            slip.hint,
            first.record,
            mend=mended[0],
            mend_at=mended[1],
        ),
    )


def _data(trial: _Trial) -> object:
    return trial.document.data if trial.document else trial.slip.lines


def _order(slip: Slip, lines: Sequence[str]) -> tuple[int, int, int]:
    """Order slips by how little is changed, and by how usual the indentation is that the line would have."""
    indent = _indent(slip.lines[0])
    return slip.distance, -sum(_indent(line) == indent for line in lines), len(slip.lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
