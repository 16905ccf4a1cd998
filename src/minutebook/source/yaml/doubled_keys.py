"""Keys that stand twice: what has several members may be one with both, and what has nothing behind it goes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.draft_comments import OF_DRAFT
from minutebook.source.yaml.typed_line import indent_of, next_line

_JOINABLE = frozenset(
    {
        *("absent", "actions", "aliases", "attending", "counters", "duty", "guests", "header", "notes"),
        *("quick", "roster", "rows", "schedule", "sections"),
    }
)
"""Keys of what has several members, or several lines."""
_KEY = re.compile(r" *[^\s:#-][^:#]*:(?: \|[+-]?)?")
"""A key, with the mark of a block behind it."""
_NOTE = re.compile(r"(?P<lead> *(?:- +)?)note: +(?P<text>[^\s|>\[{#].*)")


def doubled_key(path: str, lines: Sequence[str], key: str, location: Location, first_line: int) -> Problem:
    """Return the problem of a key that was on an earlier line already."""
    message = f"'{key}' must be there only once, but line {first_line} has it already"
    for number in (first_line, location.line):
        if _has_nothing(lines, number - 1):
            stretch = Location(number, 1, len(lines[number - 1]) + 1)
            hint = f"Delete line {number}, which has nothing behind it."
            return Problem(path, location, "duplicate-key", message, hint, mend="", mend_at=stretch)
    if key == "note" and (problem := _two_notes(path, lines, location, first_line)):
        return replace(problem, message=message)
    return Problem(path, location, "duplicate-key", message, _joining(lines, key, location, first_line))


def _two_notes(path: str, lines: Sequence[str], location: Location, first_line: int) -> Problem | None:
    """Return the problem of two notes of an action item, one line below the other: they become a list of both."""
    first, second = (_NOTE.fullmatch(lines[number - 1]) for number in (first_line, location.line))
    if not (first and second) or location.line != first_line + 1:
        return None
    indent = " " * len(first["lead"])
    texts = dict.fromkeys(note["text"] for note in (first, second))
    entries = "".join(f"\n{indent}  - {text}" for text in texts)
    mend = f"{first['lead']}note:{entries}" if len(texts) > 1 else lines[first_line - 1]
    stretch = Location(first_line, 1, len(lines[first_line - 1]) + 1 + len(lines[first_line]))
    hint = f"Write: {mend.strip()}"
    return Problem(path, location, "duplicate-key", "", hint, mend=mend, mend_at=stretch)


def _has_nothing(lines: Sequence[str], number: int) -> bool:
    """Whether a line, from 0, is a key with nothing behind it or below it."""
    line, line_below = lines[number].rstrip(), next_line(lines, number)
    key, indent = _KEY.match(line), indent_of(line)
    is_alone = key and (key.end() == len(line) or OF_DRAFT.match(line, key.end()))
    is_below = indent_of(line_below) > indent or line_below[indent:].startswith("- ")
    return bool(is_alone) and not (line_below and is_below)


def _joining(lines: Sequence[str], key: str, location: Location, first_line: int) -> str:
    """Return what to do with a key that stands twice, with something behind both."""
    if key == "note":
        return f"Write both below the `note:` of line {first_line}, each on a line that begins with `- `."
    if key not in _JOINABLE:
        return "Delete one of the two, or give it another name."
    text_behind = lines[location.line - 1][location.column + len(key) :].strip()
    second = "what stands behind it" if text_behind and text_behind != "|" else "the lines below it"
    return (
        f"Join the two: move {second} to the end of what line {first_line} begins, and delete this `{key}:`."
    )
