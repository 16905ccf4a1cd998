"""Problems that have one right answer, answered in the text."""

from collections.abc import Iterable, Iterator
from typing import Any

from minutebook.records.problem import Problem

_OPENING = frozenset({"|", ">", '"', "'"})


def mend(text: str, problems: Iterable[Problem]) -> str:
    """Return a text with the mends of its problems written where the problems are."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    mends = {
        problem.mend_at or problem.location: (problem.mend, problem.mend_at is not None)
        for problem in problems
        if problem.mend is not None
    }
    limit = len(text) + 1
    for location in sorted(mends, key=lambda location: (location.line, location.column), reverse=True):
        start = starts[location.line - 1] + location.column - 1
        end = start + location.length
        replacement, is_whole = mends[location]
        # Of two that overlap, only the later is mended this time. A value on several lines has the place of its
        # first character; only the mark of a block is mended there.
        is_whole = is_whole or text[start:end] not in _OPENING or replacement.startswith(text[start:end])
        if end <= limit and is_whole:
            text = text[:start] + replacement + text[end:]
            limit = start
    return text


def is_faithful(before: Any, after: Any, problems: Iterable[Problem]) -> bool:
    """Whether data differ from those before only in as many keys and values as were mended, if none was deleted or split."""
    problems = tuple(problems)
    mends = [problem.mend for problem in problems if problem.mend is not None]
    if "" in mends or any(problem.splits for problem in problems):
        return True
    earlier, later = list(_parts(before)), list(_parts(after))
    if len(earlier) != len(later):
        return False
    changed = [pair for pair in zip(earlier, later, strict=True) if pair[0] != pair[1]]
    return len(changed) <= len(mends) and all(old[:2] == new[:2] for old, new in changed)


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
