"""Who was there, from the lists that minutes begin with."""

import re
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.handwritten.attendance_labels import pattern_of_labels
from minutebook.oldminutes.handwritten.blocks import Heading, PlacedBlock, ProseLine
from minutebook.oldminutes.handwritten.contents import WrittenName
from minutebook.oldminutes.handwritten.plain_text import strip_markup

_LABELS = f"(?:{pattern_of_labels('attending')})"
_LIST = re.compile(
    rf"[ \t]*(?:[-*+][ \t]+)?[*_]{{0,3}}{_LABELS}(?::[*_]{{0,3}}|[*_]{{0,3}}:)[ \t]*(?P<names>.*)",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"[*_]{{0,3}}{_LABELS}[*_:]{{0,4}}", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
_EMPTY_BOX = re.compile(_BULLET.pattern + r"\[[ \t]*\]")
_NEXT_LABEL = re.compile(r"[ \t]*(?:[*_]{2}|[A-Z][\w ]{0,30}:)")
_SEPARATOR = re.compile(r"[,;]|[ \t](?:and|&)[ \t]")
_REMARK = re.compile(r"\([^()]{0,80}\)?|\[[^\[\]]{0,80}\]")
_NAME = re.compile(r"[^\W\d_][\w.'\u2019-]{0,29}(?: [^\W\d_][\w.'\u2019-]{0,29}){0,3}")


def read_attendees(blocks: Sequence[PlacedBlock]) -> Iterator[WrittenName]:
    """Yield the names of those who attended, as they are written."""
    for position, (block, _section) in enumerate(blocks):
        following = blocks[position + 1 :]
        if isinstance(block, ProseLine) and (label := _LIST.fullmatch(block.text)):
            yield from _split_names(label["names"], block.line)
            lines = _lines_below_label(following, expects_list=not label["names"].strip())
        elif isinstance(block, Heading) and _HEADING.fullmatch(block.title):
            lines = _lines_below_heading(following)
        else:
            continue
        for line in lines:
            yield from _split_names(line.text, line.line)


def _lines_below_label(blocks: Sequence[PlacedBlock], *, expects_list: bool) -> Iterator[ProseLine]:
    """Yield the lines that a list goes on in: until an empty line, another label, or a bullet of another list."""
    begun, behind_empty_line = False, False
    for block, _section in blocks:
        if not isinstance(block, ProseLine):
            return
        if expects_list and not begun and not block.text.strip():
            behind_empty_line = True
            continue
        if not block.text.strip() or _NEXT_LABEL.match(block.text):
            return
        bullet = _BULLET.match(block.text) is not None
        # Behind an empty line only a list goes on with what was begun above it.
        if (bullet and not expects_list) or (behind_empty_line and not bullet):
            return
        begun = True
        yield block


def _lines_below_heading(blocks: Sequence[PlacedBlock]) -> Iterator[ProseLine]:
    for block, _section in blocks:
        if not isinstance(block, ProseLine):
            return
        yield block


def _split_names(text: str, line: int) -> Iterator[WrittenName]:
    if _EMPTY_BOX.match(text):
        return
    for name_with_markup in _SEPARATOR.split(_REMARK.sub(" ", _BULLET.sub("", text, count=1))):
        name = strip_markup(name_with_markup).strip(" .*_?:")
        if name[:1].isupper() and _NAME.fullmatch(name):
            yield WrittenName(name, line)
