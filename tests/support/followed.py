"""What happens to a file if somebody does what a message says, to the letter."""

import re

from minutebook.records.problem import Problem
from minutebook.source.edits.mends import mend

_WRITE = re.compile(r"Write: (?P<line>.*?)(?:   \S.*)?\Z")
_INDENTED = re.compile(r"Write, (?:with (?P<spaces>[0-9]+) spaces?|without a space) in front: (?P<line>.*)\Z")
_BLOCK = "and the text on the lines below it, indented."


def followed(text: str, problem: Problem) -> str | None:
    """Return a text with what a problem says is to be written; None if it shows no line to write."""
    if problem.mend is not None:
        return mend(text, [problem])
    first, *more = problem.hint.split("\n")
    lines = text.split("\n")
    number = problem.location.line - 1
    written = _line(first, lines[number] if number < len(lines) else "")
    if written is None:
        return None
    if more == [_BLOCK]:
        lines[number : number + 1] = _block(written, lines[number], problem.location.column - 1)
    else:
        lines[number] = written
    return "\n".join(lines)


def _line(hint: str, line: str) -> str | None:
    """Return the line that a hint shows, as it stands in the file."""
    ending = "\r" if line.endswith("\r") else ""
    if match := _INDENTED.match(hint):
        return " " * int(match["spaces"] or 0) + match["line"] + ending
    if match := _WRITE.match(hint):
        return line[: len(line) - len(line.lstrip(" "))] + match["line"] + ending
    return None


def _block(header: str, line: str, column: int) -> list[str]:
    indent = len(header) - len(header.lstrip(" -"))
    return [header, f"{' ' * (indent + 2)}{line[column:].strip()}"]
