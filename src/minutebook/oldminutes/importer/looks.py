"""How a line looks: its indent, its bullet and its blanks, and what minutes add to the line of an action item."""

import re

_START = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|\Z))?")
_ADDED = re.compile(
    r"[ \t]+\((?=\d|due|lapses)(?:\d+(?:st|nd|rd|th) meeting)?(?:(?:, )?(?P<due>due \d{4}-\d\d-\d\d))?"
    r"(?:(?:, )?lapses next time)?\)(?=[ \t]*(?:[\[(*]+\w+[.!]?[\])*]+)?[ \t]*\Z)"
)
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")


def start(line: str) -> str:
    """Return the indent and the bullet of a line."""
    found = _START.match(line)
    return found[0] if found else ""


def bare(line: str) -> str:
    """Return a line without its indent and its bullet, and with single blanks."""
    return " ".join(line[len(start(line)) :].split())


def ageless(line: str) -> str:
    """Return the line of an action item without what is computed for it; the day it is due stays."""
    return _ADDED.sub(lambda found: f" ({found['due']})" if found["due"] else "", line)


def indent_of(line: str) -> str:
    """Say how far a line is indented."""
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    return "a tab" if "\t" in blanks else f"{len(blanks)} blank{'' if len(blanks) == 1 else 's'}"


def is_underlined(line: str, below: str) -> bool:
    """Whether a line is a heading by the line of signs below it."""
    return not line.lstrip(" ").startswith("#") and _UNDERLINE.fullmatch(below) is not None


def counted(number: int, line: str) -> str:
    """Return a line, with the number of those that it is the first of."""
    return f"{number} lines: {line.strip()}" if number > 1 else line.strip()


def unlike(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two lines without the words that they begin and end with alike.

    Where nothing would be left of one, a word before it stays, or else all.
    """
    mine, theirs = one.split(), other.split()
    first, last = 0, 0
    while first < min(len(mine), len(theirs)) and mine[first] == theirs[first]:
        first += 1
    while last < min(len(mine), len(theirs)) - first and mine[-1 - last] == theirs[-1 - last]:
        last += 1
    if first + last == min(len(mine), len(theirs)):
        first, last = (first - 1, last) if first else (0, 0)
    return " ".join(mine[first : len(mine) - last]), " ".join(theirs[first : len(theirs) - last])
