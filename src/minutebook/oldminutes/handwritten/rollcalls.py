"""Boxes that are ticked for who was there: nothing that anybody has promised."""

import re
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.handwritten.blocks import Block, Prose
from minutebook.oldminutes.handwritten.promises import lists_items

_WORD = (
    r"(?:attending|attendees?|attended|attendance|present|participants?|absent|absentees|regrets|apologies|guests?"
    r"|roll[ \t-]?call)"
)
_ROLL = re.compile(
    rf"(?P<before>(?:[\w/&.'\u2019-]+[ \t]+){{0,3}}){_WORD}(?:(?:[ \t]+(?:and|&)[ \t]+|,[ \t]+|/){_WORD})*"
    r"[ \t]*(?:\([^()]*\))?(?P<colon>:?)[ \t]*(?:\([^()]*\))?",
    re.IGNORECASE,
)
_START = re.compile(r"(?P<indent>[ \t]*)(?P<bullet>(?:[-*+]|[0-9]{1,3}[.)])[ \t]+)?")
_BOX = re.compile(r"\[[ xX]\](?:[ \t]|\Z)")


def boxed(placed: Sequence[tuple[Block, tuple[str, ...]]]) -> frozenset[int]:
    """Return the lines with a box that stand below a line or a heading that tells who was there."""
    return frozenset(_boxed(placed))


def is_roll(title: str) -> bool:
    """Whether what stands below a title, or some words, can be a list of who was there and who was not."""
    return _ROLL.fullmatch(_plain(title)) is not None


def _boxed(placed: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[int]:
    depth: int | None = None
    listed = False
    for block, section in placed:
        text = block.text if isinstance(block, Prose) else ""
        begin = _START.match(text)
        if not isinstance(block, Prose) or not begin or not text.strip():
            depth, listed = depth if isinstance(block, Prose) else None, False
            continue
        indent, rest = len(begin["indent"].expandtabs(4)), text[begin.end() :]
        if begin["bullet"] and depth is not None and indent <= depth:
            depth = None
        if _BOX.match(rest) and (depth is not None or _is_below_roll(section)):
            yield block.line
        elif _is_label(rest):
            # Below a paragraph a list may begin where the paragraph does.
            depth = indent if begin["bullet"] else -1
        elif not (begin["bullet"] or indent or listed):
            depth = None
        listed = bool(begin["bullet"]) or listed


def _is_below_roll(section: Sequence[str]) -> bool:
    """Whether the nearest heading that says what stands below it speaks of people, and not of what they do."""
    return next((is_roll(one) for one in reversed(section) if is_roll(one) or lists_items(one)), False)


def _is_label(text: str) -> bool:
    found = _ROLL.fullmatch(_plain(text))
    emphasized = text.strip()[:1] in {"*", "_"}
    return found is not None and bool(found["colon"] or emphasized or not found["before"])


def _plain(text: str) -> str:
    return re.sub(r"\*+|__+|(?<!\w)_|_(?!\w)", "", text).strip()
