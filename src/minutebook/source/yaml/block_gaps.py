"""The empty line between a block of text and what follows it.

Without it the last line of a text touches the next key, and what two people add there conflicts in a merge.
"""

from collections.abc import Iterator, Sequence

from minutebook.records.refusal import Refused
from minutebook.source.yaml.typed_line import lines_outside_blocks, parse_line, return_of


def missing_gaps(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of the lines that follow a block of text without an empty line between."""
    opening: int | None = None
    for number in lines_outside_blocks(lines):
        if opening is not None and lines[number].strip() and lines[number - 1].strip():
            yield number
        line = parse_line(lines[number])
        # Of a text that keeps the newlines at its end an empty line would be a part (YAML 1.2.2, section 8.1.1.2).
        opening = number if line and line.opens_block and "+" not in line.value.split("#")[0] else None


def with_gaps(path: str, text: str) -> str:
    """Return the text of a file with the empty lines that are missing in it, if its data stay the same."""
    lines = text.split("\n")
    missing = list(missing_gaps(lines))
    for number in reversed(missing):
        lines.insert(number, return_of(lines[number - 1]))
    spaced = "\n".join(lines)
    return spaced if not missing or _data(path, spaced) == _data(path, text) else text


def _data(path: str, text: str) -> object:
    from minutebook.source.yaml.loader import read

    try:
        return read(path, text.encode()).data
    except Refused as refused:
        return refused.problems
