"""Tabs, which parsers disagree about wherever they are not part of a text (yaml/pyyaml#594)."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from minutebook.actions.words import CLOSING_WORDS
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.typed_line import (
    before_comment,
    lines_outside_blocks,
    parse_line,
    states_indentation,
)


def stray_tabs(path: str, lines: Sequence[str], texts: Iterable[Location]) -> Iterator[Problem]:
    """Yield the tabs that are in no text (keys and values, by their locations) and in no comment."""
    by_line: dict[int, list[Location]] = {}
    for location in texts:
        by_line.setdefault(location.line, []).append(location)
    for number in lines_outside_blocks(lines):
        if column := _column_outside_text(lines[number].rstrip("\r"), by_line.get(number + 1, ())):
            yield tab(path, Location(number + 1, column), lines[number])
        line = parse_line(lines[number])
        # If a block says by a number how far it is indented, a tab behind that is text.
        if line and line.opens_block and not states_indentation(line.value):
            yield from _tab_as_indentation(path, lines, number + 1)


def _column_outside_text(line: str, texts: Collection[Location]) -> int:
    """Return the column, from 1, of the first tab outside text and comments; 0 if there is none."""
    for location in texts:
        text_before, text, text_behind = location.cut(line)
        if text.strip(" \t#"):  # where nothing is written, the place is that of what comes next
            line = text_before + re.sub(r"[\t#]", "x", text) + text_behind
    return before_comment(line).find("\t") + 1


def _tab_as_indentation(path: str, lines: Sequence[str], number: int) -> Iterator[Problem]:
    """Yield the tab in what would be the indentation of a block's first line."""
    while number < len(lines):
        if match := re.match(r" *\t", lines[number]):
            yield tab(path, Location(number + 1, match.end()), lines[number])
            return
        if lines[number].strip():
            return
        number += 1


def tab(path: str, location: Location, line: str) -> Problem:
    """Return the problem of a tab that is not part of a text."""
    message = "there must be no tab here"
    if not line.strip():
        stretch = Location(location.line, 1, len(line.rstrip("\r")))
        return Problem(path, location, "tab", message, "Empty this line.", mend="", mend_at=stretch)
    start, tab_end = location.column - 1, len(line) - len(line[location.column - 1 :].lstrip(" \t"))
    # How many spaces are meant by one at the beginning of a line is not known here.
    if not line[:start].strip():
        return Problem(path, location, "tab", message, "Indent with spaces.")
    text = line[tab_end:].strip()
    mend = " " if text else ""
    if line.lstrip().startswith("- ") and CLOSING_WORDS.get(text.lower()) == "done":  # a cell of a sheet
        tab_end, mend = len(line.rstrip("\r")), " [DONE]"
    mended = f"{line[:start]}{mend}{line[tab_end:]}".strip()
    stretch = Location(location.line, location.column, len(line.rstrip("\r")[start:tab_end]))
    return Problem(path, location, "tab", message, f"Write: {mended}", mend=mend, mend_at=stretch)
