"""The shape of a line: its indent, its bullet and its spaces; and how lines are quoted in a report."""

import re

_START = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|\Z))?")
# A setext heading (CommonMark 0.31, section 4.3).
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")

# A hard line break (CommonMark 0.31, section 6.7), or one in HTML, read from the end of a line: as it begins where
# the line ends, a long row of spaces is looked at once.
_BREAK_FROM_END = re.compile(r"(?:[ \t\\]|>/? ?rb<)*")


def without_line_break(line: str) -> str:
    """Return a line without the hard line breaks at its end."""
    match = _BREAK_FROM_END.match(line[::-1])
    return line[: len(line) - (match.end() if match else 0)]


def indent_and_bullet(line: str) -> str:
    """Return the indent and the bullet of a line."""
    match = _START.match(line)
    return match[0] if match else ""


def words_of(line: str) -> str:
    """Return a line without its indent and its bullet, and with single spaces."""
    return " ".join(line[len(indent_and_bullet(line)) :].split())


def describe_indent(line: str) -> str:
    """Say how far a line is indented."""
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return "a tab" if "\t" in indent else f"{len(indent)} space{'' if len(indent) == 1 else 's'}"


def is_underlined(line: str, line_below: str) -> bool:
    """Whether a line is a heading because of the `===` or `---` below it."""
    return not line.lstrip(" ").startswith("#") and _UNDERLINE.fullmatch(line_below) is not None


def quote_first(count: int, first_line: str) -> str:
    """Return the first of some lines, with how many they are if there is more than one."""
    return f"{count} lines: {first_line.strip()}" if count > 1 else first_line.strip()


def without_common_ends(old_line: str, new_line: str) -> tuple[str, str]:
    """Return two lines without the words that they begin and end with alike.

    If nothing would remain of either, both keep one word before, or all their words.
    """
    old_words, new_words = old_line.split(), new_line.split()
    shorter = min(len(old_words), len(new_words))
    prefix, suffix = 0, 0
    while prefix < shorter and old_words[prefix] == new_words[prefix]:
        prefix += 1
    while suffix < shorter - prefix and old_words[-1 - suffix] == new_words[-1 - suffix]:
        suffix += 1
    if prefix + suffix == shorter:
        prefix, suffix = (prefix - 1, suffix) if prefix else (0, 0)
    return (
        " ".join(old_words[prefix : len(old_words) - suffix]),
        " ".join(new_words[prefix : len(new_words) - suffix]),
    )
