"""The signs before the items of a list, so that what minutebook lists goes on with the list of whoever wrote the notes."""

import re

from minutebook.minutes.commonmark import ends_in_html
from minutebook.minutes.fences import fenced
from minutebook.minutes.markdown import escape_start

SIGNS = "-*+"
"""The signs of bulleted lists (CommonMark 5.2); in minutes the first stands where nobody wrote another."""
_ITEM = re.compile(r" {0,9}(?P<sign>[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)(?!(?:[-*_][ \t]*){2,}$)", re.MULTILINE)
_DRAWN = re.compile(r"^-(?= )", re.MULTILINE)
_DEEPEST = 4
"""With so many spaces before it a line is code, and begins no list."""


def first_sign(text: str) -> str:
    """Return the sign of the bulleted list with which Markdown begins; empty where it begins with something else."""
    item = _ITEM.match(text)
    return _bullet(item["sign"]) if item and item.start("sign") < _DEEPEST else ""


def last_sign(text: str) -> str:
    """Return the sign of the bulleted list with which Markdown ends; empty where it ends with something else."""
    sign, depth, is_apart, open_fence = "", _DEEPEST, False, ""
    # An empty line more shows whether the last fence is closed.
    for line, open_fence in fenced([*text.split("\n"), ""]):
        if not line.strip():
            is_apart = True
            continue
        item = None if open_fence else _ITEM.match(line)
        if item and item.start("sign") < depth:
            sign, depth = item["sign"], item.end()
        elif not (sign and (line.startswith("  ") or (not (is_apart or open_fence) and _is_lazy(line)))):
            sign, depth = "", _DEEPEST
        is_apart = False
    return "" if open_fence or not sign or ends_in_html(text) else _bullet(sign)


def _is_lazy(line: str) -> bool:
    """Whether a line goes on with the paragraph above it (CommonMark 5.1, laziness)."""
    return escape_start(line) == line


def with_sign(text: str, sign: str) -> str:
    """Return a list that minutebook has drawn with another sign before its items."""
    return _DRAWN.sub(sign, text) if sign else text


def _bullet(sign: str) -> str:
    return sign if sign in SIGNS else ""
