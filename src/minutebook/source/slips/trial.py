"""One slip that is tried: whether a file can be read once it is undone."""

import re
from collections.abc import Container, Sequence
from typing import Any

from minutebook.records.frozen_class import dataclass
from minutebook.records.likeness import meant_keys
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import mend
from minutebook.source.schema import schemas
from minutebook.source.slips.slip import Slip
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.parser import events
from minutebook.source.yaml.scalars import is_own_key
from minutebook.source.yaml.traps import trap_at
from minutebook.source.yaml.typed_actions import quote_typed_actions
from minutebook.source.yaml.typed_line import lines_outside_blocks

_MOST_MENDS = 3
_OPEN = frozenset({"header", "duty", "roster"})
"""Keys below which any key can stand, with any text: that a line fits there says little."""
_HEAD = re.compile(r" *(?:- +)*([A-Za-z]+):\s*(?:[|\[{].*)?")
"""A key that has no text on its line: `Note: Ann is away` is prose."""
_LABELS = _OPEN | {"counters", "rows"}
"""Keys below which labels stand, and none of the format."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A slip that was tried, what the file says then and how many problems are left, or the line of the first."""

    slip: Slip
    document: Document | None = None
    fits: bool = False
    reach: int = 0

    @property
    def would_do(self) -> bool:
        """Whether the file can be read then, and no sign was added that makes a key of any text."""
        return self.fits and not (self.slip.adds and self.stands_open)

    @property
    def stands_open(self) -> bool:
        """Whether the line would be a key that fits anywhere, because any can stand there."""
        return self.document is not None and any(
            _OPEN.intersection(map(str, path[-2:-1])) or is_own_key(str(path[0]))
            for path, location in self.document.keys.items()
            if location.line == self.slip.location.line
        )


def try_slip(path: str, lines: Sequence[str], slip: Slip, file_type: schemas.FileType) -> Trial | None:
    """Return what becomes of a file; nothing if it would say something else than was written."""
    text = "\n".join(slip.applied(lines))
    former = "\n".join(lines[slip.start : slip.end])
    # A sign that is added is not what was meant if there must be quotes around it.
    lines_of_slip = (
        ()
        if "".join(former.split()) == "".join("".join(slip.lines).split())
        else range(slip.start + 1, slip.end + 1)
    )
    document, reach = _read_mended(path, text, lines_of_slip)
    if not document:
        return Trial(slip, reach=reach)
    trial = Trial(slip, document, schemas.fits(file_type, document.data))
    keeps_sense = not trial.fits or (_keeps_order(document.data) and keeps_keys(lines, trial))
    return trial if keeps_sense else None


def _read_mended(path: str, text: str, untouched: Container[int]) -> tuple[Document | None, int]:
    """Return what a text says once what keeps it from being read is mended, or the line where that can't be."""
    reach, problems = 0, tuple[Problem, ...]()
    for _ in range(_MOST_MENDS):
        # What keeps a parser from reading a file takes longer to explain than to notice.
        if stop := stop_line(text):
            trap = trap_at(path, text.split("\n"), stop - 1)
            reach, problems = stop, (trap,) if trap else ()
        else:
            try:
                return read(path, text.encode()), 0
            except Refused as refused:
                reach, problems = min(problem.location.line for problem in refused.problems), refused.problems
        mended = mend(
            text,
            (
                problem
                for problem in problems
                if problem.is_certain and problem.location.line not in untouched
            ),
        )
        if mended == text:
            break
        text = mended
    return None, reach


def stop_line(text: str) -> int:
    """Return the line at which a parser stops, 0 if it comes to the end."""
    try:
        for _ in events(quote_typed_actions(text).text):
            pass
    except Exception as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is None and hasattr(error, "position"):  # of a control character
            return text.count("\n", 0, error.position) + 1
        if mark is None:
            raise
        return min(int(mark.line), text.count("\n")) + 1  # a last line without a newline ends on the next
    return 0


def is_key(line: str) -> bool:
    """Whether a line begins with a key of the format."""
    match = re.match(r" *(?:- +)*([a-z]+):(?:\s|\Z)", line)
    return match is not None and match[1] in schemas.format_keys()


def _may_be_key(line: str) -> bool:
    """Whether a line begins with a key of the format, or with a misspelt one of what stands below it."""
    match = _HEAD.fullmatch(line)
    return is_key(line) or (match is not None and bool(meant_keys(match[1], tuple(schemas.format_keys()))))


def _keeps_order(section: Any) -> bool:
    """Whether `sections` stand last wherever there are some, and untitled ones first: all else was meant otherwise."""
    keys = [key for key in section if key != "quick" and not is_own_key(key)]
    if "sections" not in keys:
        return True
    subsections = section["sections"] or ()
    titled = ["title" in subsection for subsection in subsections]
    return keys[-1] == "sections" and titled == sorted(titled) and all(map(_keeps_order, subsections))


def keeps_keys(lines: Sequence[str], trial: Trial) -> bool:
    """Whether no line with a key of the format has become a part of a text, or a label such as that of a duty."""
    slip = trial.slip
    labels = {
        location.line - 1
        for path, location in (trial.document.keys.items() if trial.document else ())
        if _LABELS.intersection(map(str, path[-2:-1]))
    }
    if any(number in labels and is_key(line) for number, line in enumerate(slip.lines, slip.start)):
        return False
    outside = set(lines_outside_blocks(slip.applied(lines)))
    more = len(slip.lines) - (slip.end - slip.start)
    moved = range(slip.start, slip.start if more else slip.end)
    numbers = (
        number
        for number in {*lines_outside_blocks(lines), *moved}
        if number + more * (number >= slip.end) not in outside
    )
    return not any(_may_be_key(lines[number]) for number in numbers)
