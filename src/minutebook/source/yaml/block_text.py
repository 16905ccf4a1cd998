"""Text below a `key: |` that is not indented as a block must be, answered with what to write."""

import re
from collections.abc import Iterable, Iterator, Sequence

from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.typed_line import (
    indent_of,
    lines_outside_blocks,
    parse_line,
    return_of,
    states_indentation,
)

_KEY = re.compile(r"(?:- +)?[\w-]+:(?:\s|$)")
_LINE_OF_SPACES = re.compile(r"^ +\r?$", re.MULTILINE)


def meant_for_blocks(path: str, text: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems once each; one of a line that was meant for the empty block above it says that instead."""
    lines = text.split("\n")
    explained = (
        (problem.rule != "tab" and _below_empty_block(path, lines, problem.location.line - 1)) or problem
        for problem in problems
    )
    return tuple(dict.fromkeys(explained))


def deeper_first_line(path: str, text: str, number: int) -> Problem | None:
    """Return the problem of a block whose first line is indented deeper than line `number` (from 0)."""
    lines = text.split("\n")
    opening = _line_above(lines, number)
    header = parse_line(lines[opening]) if opening is not None else None
    if opening is None or not header or not header.opens_block or number >= len(lines):
        return None
    inside = [index for index in range(opening + 1, number + 1) if lines[index].strip()]
    indents = [indent_of(lines[index]) for index in inside]
    if not indents or not header.indent < indents[-1] < indents[0]:
        return None
    step = min(indents) - header.indent
    message = (
        f"line {number + 1} is indented by {min(indents)} spaces,"
        f" but line {inside[0] + 1}, the first of this text, by {indents[0]}"
    )
    header_line = f"{header.lead.lstrip()}|{step}"
    hint = f"Write: {header_line}\nif the first line is meant to be deeper; else indent both alike."
    # A step of one or three is a slip of the hand and not a style; what ends at a key may begin at the wrong place.
    mend = f"|{step}" if step % 2 == 0 and not _KEY.match(lines[number].strip()) else None
    location = Location(opening + 1, len(header.lead) + 1, 1)
    return Problem(path, location, "plain-text", message, hint, mend=mend)


def without_spaces_above(text: str) -> str:
    """Return a text whose blocks have only empty lines on top where they had lines of spaces, and all else in its place.

    The pure parser refuses shorter ones than the indentation, which are right (YAML 1.2.2, section 8.1.1.1).
    """
    if not _LINE_OF_SPACES.search(text):
        return text
    lines = text.split("\n")
    for number in lines_outside_blocks(lines):
        header = parse_line(lines[number])
        if header and header.opens_block and not states_indentation(header.value):
            spaces = ""
            for blank in _spaces_above(lines, number):
                spaces += lines[blank].rstrip("\r")
                lines[blank] = lines[blank].lstrip(" ")
            # Behind the header they mean nothing.
            lines[number] = lines[number].removesuffix("\r") + spaces + return_of(lines[number])
    return "\n".join(lines)


def long_spaces_above(path: str, lines: Sequence[str], number: int, header: str) -> Iterator[Problem]:
    """Yield the lines of spaces on top of a block that are longer than its indentation, which YAML has not.

    `number` is the line of the block's header, from 0.
    """
    if states_indentation(header):
        return
    blanks = list(_spaces_above(lines, number))
    text_number = number + 1 + len(blanks)
    first = lines[text_number] if text_number < len(lines) else ""
    for blank in blanks:
        spaces = lines[blank].rstrip("\r")
        if len(spaces) > indent_of(first):
            message = "this line of spaces is longer than the indentation of the text below it"
            stretch = Location(blank + 1, 1, len(spaces))
            yield Problem(path, stretch, "plain-text", message, "Empty this line.", mend="", mend_at=stretch)


def _spaces_above(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield the lines below the header of a block, from 0, that are empty or hold only spaces."""
    for blank in range(number + 1, len(lines)):
        if lines[blank].rstrip("\r").strip(" "):
            return
        yield blank


def _line_above(lines: Sequence[str], number: int) -> int | None:
    """Return the nearest line above another that is not in a block of text."""
    return max((outside for outside in lines_outside_blocks(lines) if outside < number), default=None)


def _below_empty_block(path: str, lines: Sequence[str], number: int) -> Problem | None:
    """Return the problem of text on line `number` (from 0) that was meant for the empty block above it."""
    numbers_above = range(min(number, len(lines)) - 1, -1, -1)
    line_above = next((lines[index] for index in numbers_above if lines[index].strip()), "")
    header = parse_line(line_above)
    content = lines[number].strip() if number < len(lines) else ""
    if not content or not header or not header.key or not header.opens_block:
        return None
    if _KEY.match(content):
        return None
    message = (
        f"this line must be indented deeper than the `{header.key}: |` above it, whose text it seems to be"
    )
    location = Location(number + 1, len(lines[number]) - len(lines[number].lstrip()) + 1, len(content))
    hint = f"Write, with {header.indent + 2} spaces in front: {content}"
    return Problem(path, location, "plain-text", message, hint)
