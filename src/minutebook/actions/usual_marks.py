"""Lines of actions whose mark has a number, emphasis or the word of a series, with the usual mark in its place."""

import re

from minutebook.actions.forms import MARK
from minutebook.records.defaults import ACTION_WORD
from minutebook.records.late_patterns import late_pattern
from minutebook.records.pasted_signs import DASHES

_NUMBERED = late_pattern(
    # Such as Action 3: or, where nothing else has two numbers, Action 3.1; TODO 1.5 may begin a task.
    rf"([*_]{{0,3}}(?!(?i:ai|to-?do)){MARK})[ \t]+(?:#?[0-9]+(?:\.[0-9]+)*[ \t]*[:\uff1a]|[0-9]+(?:\.[0-9]+)+(?=[\s*_]))"
)
_EMPHASIS = late_pattern(
    rf"(?P<sign>[*_]{{1,3}})(?P<mark>{MARK})[ ]?(?P<inside>[:\uff1a]?)[ ]?(?P=sign)[ ]?(?P<behind>[:\uff1a]?)"
)


def with_usual_mark(line: str, mark: str) -> str:
    """Return a line that begins with the mark of a series, or with a number behind a mark, with the usual one instead."""
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}:{line[numbered.end() :]}"
    text_behind = line.removeprefix(mark)
    if not mark or text_behind == line or not re.match(r"[ \t]*[(:]", text_behind):
        return line
    return f"{ACTION_WORD}{text_behind}"


def without_emphasis(line: str) -> str:
    """Return a line whose mark stands without the emphasis around it."""
    mark = _EMPHASIS.match(line)
    if not mark:
        return line
    # What is bold is a label, with or without a colon; Action Items may begin the name of something.
    rest = line[mark.end() :].lstrip()
    is_label = "**" in mark["sign"] and mark["mark"][-1] not in "sS" and rest[:1] not in {*DASHES, "-", "("}
    colon = mark["inside"] or mark["behind"] or (":" if is_label else "")
    return f"{mark['mark']}{colon} {rest}"
