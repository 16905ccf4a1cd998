"""Problems that have one right answer, answered in the text."""

from collections.abc import Iterable

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
