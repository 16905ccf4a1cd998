"""Lines that are longer than a terminal is wide: they go on below, further to the right than what stands around them."""

import os
import re
import shutil
from collections.abc import Iterator

from minutebook.reports.characters import COLOR, width

_STEP = 4
"""By how many columns a line goes on further to the right, unless lines that belong to it stand there."""
_LEAST = 2
"""How often what stands before a row would fit the narrowest terminal where lines are folded."""
_LEAD = re.compile(r"( *)((?:[-*] +|\d+\. +)?)")
_COMMAND = r"(?:minutebook|git|pre-commit) "
# What somebody copies stays in one row: code, a link, a command, and what a sentence that says what to write or to
# type ends with.
_TYPED = re.compile(
    rf"`[^`]*`|\[[^]]*\]\([^)]*\)|(?<=: ){_COMMAND}.+?(?=   |$)|{_COMMAND}[a-z-]+(?: --[a-z-]+)*"
    r"|(?:(?<![\w-])(?:Write|Type)|(?:[,;]|\band|\bthen|\bor) (?:write|type))\b(?:[^:`]|`[^`]*`)*: (?P<typed>.+?)(?=   |$)"
)
# Chinese and Japanese are broken anywhere, but a row begins with no sign that closes, and ends with none that opens.
_WIDE = "[\u2e80-\u2fff\u3003-\u3007\u3012-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff10-\uff5a]"
_OPENING = "['\"(\\[\u2018\u201c\u3008\u300a\u300c\u300e\u3010\uff08]"
_CLOSING = "['\")\\]:;,.!?\u2019\u201d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]"
_SYLLABLES = re.compile(rf"{_OPENING}{{,3}}{_WIDE}{_CLOSING}*|(?:(?!{_OPENING}{{,3}}{_WIDE}).)+")
_JOINT = "\0"
"""Stands for a space at which no row ends."""


def unpainted(text: str) -> str:
    """Return a text without its colours."""
    return COLOR.sub("", text)


def fitted(text: str) -> str:
    """Return a text as it fits the terminal; one that knows no more than a typewriter folds lines itself."""
    if os.environ.get("TERM") == "dumb":
        return text
    return fold(text, shutil.get_terminal_size().columns)


def fold(text: str, columns: int, step: int = _STEP) -> str:
    """Return a text whose lines fit a terminal, unless a word or what is to be typed is longer than it is wide."""
    lines = text.split("\n")
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return "\n".join(row for line, follower in pairs for row in _rows(line, follower, columns, step))


def _rows(line: str, follower: str, columns: int, step: int) -> Iterator[str]:
    """Yield a line as rows of a terminal, which lines below it that are indented are not taken for."""
    spaces, bullet = _LEAD.match(line).groups()  # type: ignore[union-attr]  # it matches nothing, too
    indent = len(spaces) + (len(bullet) or step)
    if follower.startswith(" " * indent) and not follower[indent].isspace():
        indent += _STEP
    is_fitting = width(unpainted(line)) <= columns or columns < indent * _LEAST
    if is_fitting or re.match(rf"(?: +|[$] ){_COMMAND}", line):
        yield line
        return
    row = ""
    for gap, word in _words(line):
        is_begun = row.strip() not in ("", bullet.strip())
        if is_begun and width(unpainted(row + gap + word)) > columns:
            yield row
            row = " " * indent + word
        else:
            row += gap + word
    yield row


def _words(line: str) -> Iterator[tuple[str, str]]:
    """Yield what stays in one row, each with the spaces before it."""
    for match in re.finditer(r"( *)([^ ]+)", _TYPED.sub(_joined, line)):
        gap, word = match[1], match[2].replace(_JOINT, " ")
        is_copied = _JOINT in match[2] or "/" in word or "\\" in word
        for syllable in (word,) if is_copied else _SYLLABLES.findall(word):
            yield gap, syllable
            gap = ""


def _joined(match: re.Match[str]) -> str:
    start = match.start("typed") - match.start() if match["typed"] else 0
    return match[0][:start] + match[0][start:].replace(" ", _JOINT)
