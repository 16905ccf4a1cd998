"""Boxes that are ticked for who was there, which are no action items."""

import re
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.handwritten.action_titles import is_action_list
from minutebook.oldminutes.handwritten.attendance_labels import pattern_of_labels
from minutebook.oldminutes.handwritten.blocks import PlacedBlock, ProseLine

_LABEL = f"(?:{pattern_of_labels('attending', 'absent', 'guests')})"
_TITLE = re.compile(
    rf"(?P<prefix>(?:[\w/&.'\u2019-]+[ \t]+){{0,3}}){_LABEL}(?:(?:[ \t]+(?:and|&)[ \t]+|,[ \t]+|/){_LABEL})*"
    r"[ \t]*(?:\([^()]*\))?(?P<colon>:?)[ \t]*(?:\([^()]*\))?",
    re.IGNORECASE,
)
_START = re.compile(r"(?P<indent>[ \t]*)(?P<bullet>(?:[-*+]|[0-9]{1,3}[.)])[ \t]+)?")
_BOX = re.compile(r"\[[ xX]\](?:[ \t]|\Z)")


def find_boxes(blocks: Sequence[PlacedBlock]) -> frozenset[int]:
    """Return the lines with a box that stand below a line or a heading that says who was there."""
    return frozenset(_boxes(blocks))


def is_attendance_title(title: str) -> bool:
    """Whether what stands below a title, or some words, can be a list of who was there and who was not."""
    return _TITLE.fullmatch(_without_emphasis(title)) is not None


def _boxes(blocks: Sequence[PlacedBlock]) -> Iterator[int]:
    label_indent: int | None = None
    in_list = False
    for line, section in blocks:
        if not isinstance(line, ProseLine):
            label_indent, in_list = None, False
            continue
        start = _START.match(line.text)
        if not start or not line.text.strip():
            in_list = False
            continue
        indent, text = len(start["indent"].expandtabs(4)), line.text[start.end() :]
        if start["bullet"] and label_indent is not None and indent <= label_indent:
            label_indent = None
        if _BOX.match(text) and (label_indent is not None or _is_attendance_section(section)):
            yield line.line
        elif _is_label(text):
            # Below a paragraph a list may begin where the paragraph does.
            label_indent = indent if start["bullet"] else -1
        elif not (start["bullet"] or indent or in_list):
            label_indent = None
        in_list = bool(start["bullet"]) or in_list


def _is_attendance_section(section: Sequence[str]) -> bool:
    """Whether the nearest heading that says what stands below it speaks of people, and not of what they do."""
    for title in reversed(section):
        if is_attendance_title(title):
            return True
        if is_action_list(title):
            return False
    return False


def _is_label(text: str) -> bool:
    title = _TITLE.fullmatch(_without_emphasis(text))
    is_emphasized = text.strip()[:1] in {"*", "_"}
    return title is not None and bool(title["colon"] or is_emphasized or not title["prefix"])


def _without_emphasis(text: str) -> str:
    return re.sub(r"\*+|__+|(?<!\w)_|_(?!\w)", "", text).strip()
