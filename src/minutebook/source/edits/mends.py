"""Problems that have one right answer, answered in the text."""

from collections.abc import Iterable

from minutebook.records.problem import Problem

_OPENING = frozenset({"|", ">", '"', "'"})


def mend(text: str, problems: Iterable[Problem]) -> str:
    """Return a text with the mends of its problems written at their places."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    mends = {problem.location: problem.mend for problem in problems if problem.mend is not None}
    behind = len(text) + 1
    for location in sorted(mends, key=lambda location: (location.line, location.column), reverse=True):
        start = starts[location.line - 1] + location.column - 1
        end, new = start + location.length, str(mends[location])
        # Of two that overlap, the later is mended first. A value on several lines has its first character as
        # its place; only the mark of a block is mended there.
        if end <= behind and (text[start:end] not in _OPENING or new.startswith(text[start:end])):
            text = text[:start] + new + text[end:]
            behind = start
    return text
