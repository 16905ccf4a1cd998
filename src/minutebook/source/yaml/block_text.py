"""Text below a `key: |` that is not indented as a block must be, answered with what to write."""

import re
from collections.abc import Iterable, Iterator, Sequence

from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks, parse_line


def meant_for_blocks(path: str, text: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems once each; one of a line that was meant for the empty block above it says that instead."""
    explained = (
        (problem.rule != "tab" and _below_empty_block(path, text, problem.location.line - 1)) or problem
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
    # A step of one or three is a slip of the hand and not a style.
    mend = f"|{step}" if step % 2 == 0 else None
    location = Location(opening + 1, len(header.lead) + 1, 1)
    return Problem(path, location, "plain-text", message, hint, mend=mend)


def spaces_above(path: str, lines: Sequence[str], number: int, header: str) -> Iterator[Problem]:
    """Yield the line of spaces on top of a block that is shorter than the text's indentation.

    Only libyaml takes it; `number` is the line of the block's header, from 0.
    """
    if re.match(r"[|>][+-]?[0-9]", header):
        return
    top = lines[number + 1].rstrip("\r") if number + 1 < len(lines) else ""
    deepest = 0
    for line in lines[number + 1 :]:
        deepest = max(deepest, indent_of(line))
        if line.strip():
            break
    if top and not top.strip(" ") and deepest > len(top):
        message = "this line of spaces is shorter than the indentation of the text below it"
        yield Problem(path, Location(number + 2, 1, len(top)), "plain-text", message, "Delete the line.")


def _line_above(lines: Sequence[str], number: int) -> int | None:
    """Return the nearest line above another that is not in a block of text."""
    return max((outside for outside in lines_outside_blocks(lines) if outside < number), default=None)


def _below_empty_block(path: str, text: str, number: int) -> Problem | None:
    """Return the problem of text on line `number` (from 0) that was meant for the empty block above it."""
    lines = text.split("\n")
    numbers_above = range(min(number, len(lines)) - 1, -1, -1)
    line_above = next((lines[index] for index in numbers_above if lines[index].strip()), "")
    header = parse_line(line_above)
    typed = lines[number].strip() if number < len(lines) else ""
    if not header or not header.key or not header.opens_block:
        return None
    if re.match(r"(?:- +)?[\w-]+:(?:\s|$)", typed):
        return None
    message = (
        f"this line must be indented deeper than the `{header.key}: |` above it, whose text it seems to be"
    )
    location = Location(number + 1, len(lines[number]) - len(lines[number].lstrip()) + 1, len(typed))
    hint = f"Write, with {header.indent + 2} spaces in front: {typed}"
    return Problem(path, location, "plain-text", message, hint)
