"""A key that is missing above what stands below it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from minutebook.source.slips.slip import Slip, content_place, line_to_write
from minutebook.source.yaml.typed_line import indent_of

_FIRST_KEY = re.compile(r" *(?:- +)*(?=[^\s#-][^:]*: +\S)")
"""What stands before a key that has its value on its line."""
_KEYS = ("rows", "table", "counters", "sections")
"""Those below which no prose can stand, so that what fits there was meant to."""
_DISTANCE = 4
"""More than any line that is moved, or that gets a dash."""


def missing_keys(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Slip]:
    """Yield some lines (from 0) with a key above them, in the column of the line from which they are indented."""
    for number in numbers:
        match = _FIRST_KEY.match(lines[number - 1]) if number else None
        if match and match.end() < indent_of(lines[number]):
            for key in _KEYS:
                key_line = f"{' ' * match.end()}{key}:"
                yield Slip(
                    content_place(lines, number),
                    f"the line `{key}:` is missing above this one",
                    line_to_write(key_line).replace("Write", "Write above it", 1),
                    number,
                    (key_line, lines[number]),
                    _DISTANCE,
                    adds=True,
                    count=1,
                    is_doubtful=True,  # the line may have another key, or be indented too far
                )
