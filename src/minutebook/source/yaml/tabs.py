"""Tabs, which parsers disagree about wherever they are not part of a text."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from minutebook.records.problem import Location, Problem

_INDENTED = re.compile(r"[|>][+-]?[1-9][+-]?\s*\Z")


def stray(
    path: str, lines: Sequence[str], locations: Iterable[Location], outside: Mapping[int, bool]
) -> Iterator[Problem]:
    """Yield the tabs outside text (at `places`) and comments.

    `outside` are the lines, from 0, that are no text of a block, and whether they open one.
    """
    by_line: dict[int, list[Location]] = {}
    for location in locations:
        by_line.setdefault(location.line, []).append(location)
    for number, opens_block in outside.items():
        if column := _outside_text(lines[number].rstrip("\r"), by_line.get(number + 1, ())):
            yield tab(path, Location(number + 1, column))
        # Where the block says itself by how much it is indented, a tab behind that is text.
        if opens_block and not _INDENTED.search(before_comment(lines[number])):
            yield from _before_block(path, lines, number + 1)


def _outside_text(line: str, locations: Collection[Location]) -> int:
    """Return the column, from 1, of the first tab outside text and comments; 0 where there is none."""
    for location in locations:
        start, end = location.column - 1, location.column - 1 + location.length
        if line[start:end].strip(" \t#"):  # where nothing is written, the place is that of what comes next
            line = line[:start] + re.sub(r"[\t#]", "x", line[start:end]) + line[end:]
    return before_comment(line).find("\t") + 1


def before_comment(line: str) -> str:
    """Return a line up to the # of its comment, if it has one."""
    return re.split(r"(?:\A|(?<=\s))#", line, maxsplit=1)[0]


def _before_block(path: str, lines: Sequence[str], number: int) -> Iterator[Problem]:
    """Yield the tab that stands where a block's first line would tell its indentation."""
    while number < len(lines):
        if found := re.match(r" *\t", lines[number]):
            yield tab(path, Location(number + 1, found.end()))
            return
        if lines[number].strip():
            return
        number += 1


def tab(path: str, location: Location) -> Problem:
    """Return the problem of a tab that is not part of a text."""
    hint = "Indent with blanks, and put one after a colon."
    return Problem(path, location, "tab", "a tab can't stand here", hint)
