"""Who was there, from the lists that minutes begin with."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from minutebook.oldminutes.handwritten.blocks import Block, Heading, Prose
from minutebook.oldminutes.handwritten.figures import plain
from minutebook.oldminutes.handwritten.values import Name

_WORDS = (
    r"(?:attending|attendees|attended|attendance|in attendance|present|participants|roll call"
    r"|members (?:present|attending))"
)
_LIST = re.compile(
    rf"[ \t]*(?:[-*+][ \t]+)?[*_]{{0,3}}{_WORDS}(?::[*_]{{0,3}}|[*_]{{0,3}}:)[ \t]*(?P<names>.*)",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"[*_]{{0,3}}{_WORDS}[*_:]{{0,4}}", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
_UNTICKED = re.compile(_BULLET.pattern + r"\[[ \t]*\]")
_LABEL = re.compile(r"[ \t]*(?:[*_]{2}|[A-Z][\w ]{0,30}:)")
_BETWEEN = re.compile(r"[,;]|[ \t](?:and|&)[ \t]")
_ASIDE = re.compile(r"\([^()]{0,80}\)?|\[[^\[\]]{0,80}\]")
_NAME = re.compile(r"[^\W\d_][\w.'\u2019-]{0,29}(?: [^\W\d_][\w.'\u2019-]{0,29}){0,3}")


def names(placed: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[Name]:
    """Yield the names of those who attended, as they are written."""
    for at, (block, _section) in enumerate(placed):
        if isinstance(block, Prose) and (found := _LIST.fullmatch(block.text)):
            yield from _split(found["names"], block.line)
            for line in _wrapped(placed[at + 1 :], listed=not found["names"].strip()):
                yield from _split(line.text, line.line)
        elif isinstance(block, Heading) and _HEADING.fullmatch(block.title):
            for line in _under(placed[at + 1 :]):
                yield from _split(line.text, line.line)


def _wrapped(placed: Sequence[tuple[Block, tuple[str, ...]]], *, listed: bool) -> Iterator[Prose]:
    """Yield the lines that a list goes on in: until a blank line, another label, or an item of another list."""
    begun, apart = False, False
    for block, _section in placed:
        if listed and not begun and isinstance(block, Prose) and not block.text.strip():
            apart = True
            continue
        if not isinstance(block, Prose) or not block.text.strip() or _LABEL.match(block.text):
            return
        bullet = _BULLET.match(block.text) is not None
        # Behind a blank line only a list goes on with what was begun above it.
        if (bullet and not listed) or (apart and not bullet):
            return
        begun = True
        yield block


def _under(placed: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[Prose]:
    for block, _section in takewhile(lambda one: isinstance(one[0], Prose), placed):
        if isinstance(block, Prose):
            yield block


def _split(text: str, line: int) -> Iterator[Name]:
    if _UNTICKED.match(text):
        return
    for part in _BETWEEN.split(_ASIDE.sub(" ", _BULLET.sub("", text, count=1))):
        name = plain(part).strip(" .*_?:")
        if name[:1].isupper() and _NAME.fullmatch(name):
            yield Name(name, line)
