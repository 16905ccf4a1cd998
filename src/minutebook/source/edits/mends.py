"""Problems that have one right answer, answered in the text."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from minutebook.records.phrases import excerpt
from minutebook.records.problem import Problem

_LONGEST = 120
_OPENING = frozenset({"|", ">", '"', "'"})


class Mend(NamedTuple):
    """What is written in the place of a stretch of a text, and the problem that it answers."""

    start: int
    end: int
    written: str
    problem: Problem


def _mends_of(text: str, problems: Iterable[Problem]) -> list[Mend]:
    """Return what is written into a text to answer its problems, from the first to the last."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    answered = {
        problem.mend_at or problem.location: (problem, problem.mend)
        for problem in problems
        if problem.mend is not None
    }
    limit, mends = len(text) + 1, []
    for location in sorted(answered, key=lambda location: (location.line, location.column), reverse=True):
        start = starts[location.line - 1] + location.column - 1
        end = start + location.length
        problem, mended = answered[location]
        # Of two that overlap, only the later is mended this time. A value on several lines has the place of its
        # first character; only the mark of a block is mended there.
        is_whole = problem.mend_at or text[start:end] not in _OPENING or mended.startswith(text[start:end])
        if end <= limit and is_whole:
            mends.append(Mend(start, end, mended, problem))
            limit = start
    return mends[::-1]


def mend(text: str, problems: Iterable[Problem]) -> str:
    """Return a text with the mends of its problems written where the problems are."""
    for start, end, mended, _problem in reversed(_mends_of(text, problems)):
        text = text[:start] + mended + text[end:]
    return text


def describe_mends(text: str, problems: Iterable[Problem]) -> Iterator[str]:
    """Yield in words what is written into a text to answer its problems."""
    for start, end, mended, problem in _mends_of(text, problems):
        former, present = (" ".join(text_span.split()) for text_span in (text[start:end], mended))
        is_visible = former != present and former.isprintable() and len(former) <= _LONGEST
        if not is_visible:
            yield f"mended: {problem.sentence}"
            continue
        change = (
            f"{excerpt(former)} becomes {excerpt(present)}" if present else f"{excerpt(former)} is deleted"
        )
        yield f"{problem.record}: {change}" if problem.record else change


def is_faithful(former_data: Any, mended_data: Any, problems: Iterable[Problem]) -> bool:
    """Whether data differ from those before only in as many keys and values as were mended, if none was deleted or split."""
    problems = tuple(problems)
    replacements = [problem.mend for problem in problems if problem.mend is not None]
    if "" in replacements or any(problem.splits for problem in problems):
        return True
    earlier, later = list(_parts(former_data)), list(_parts(mended_data))
    if len(earlier) != len(later):
        return False
    changed = [pair for pair in zip(earlier, later, strict=True) if pair[0] != pair[1]]
    return len(changed) <= len(replacements) and all(former[:2] == mended[:2] for former, mended in changed)


def _parts(data: Any, depth: int = 0) -> Iterator[tuple[int, str, Any]]:
    """Yield the keys and values of data in their order, each with its depth and what it is."""
    if isinstance(data, dict):
        yield depth, "mapping", len(data)
        for key, value in data.items():
            yield depth, "key", key
            yield from _parts(value, depth + 1)
    elif isinstance(data, list):
        yield depth, "list", len(data)
        for value in data:
            yield from _parts(value, depth + 1)
    else:
        yield depth, "value", data
