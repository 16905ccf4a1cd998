"""Lists without bullets: lines of a paragraph that are items each, as some write them below a title of actions."""

import re
from dataclasses import replace
from itertools import pairwise

from minutebook.oldminutes.blocks import BOLD_LINE, Block
from minutebook.oldminutes.languages import DATE_LABELS
from minutebook.oldminutes.markdown_blocks import Document
from minutebook.oldminutes.people_labels import label_of

_HARD_BREAK = re.compile(r"(?:\\|[ ]{2}|<br[ \t]*/?>)\Z", re.IGNORECASE)
_OPEN_END = re.compile(r"[^.!?:;)\]]\Z")
_NO_ITEM = re.compile(r".*[.!?\u3002\uff1f]|\[.*\](?:\(.*\))?|https?://\S+")
"""A sentence, or what leads to other pages."""
_NARROW, _LONGEST = 45, 240
"""How long lines are at least that an editor wraps, and how long at most those of a list."""


def labeled_list(paragraph: Block, document: Document) -> tuple[Block | None, Block | None]:
    """Return the label that the first line of a paragraph is, and the list that its other lines are, if they are such."""
    items = lines_as_list(paragraph, document)
    label_line, *item_lines = paragraph.lines
    line = document.said(label_line).rstrip("\\ ")
    if not items or not (line.endswith(":") or BOLD_LINE.fullmatch(line)):
        return None, items
    return paragraph.part(range(label_line, label_line + 1)), replace(
        items, first_line=item_lines[0], children=items.children[1:]
    )


def lines_as_list(paragraph: Block, document: Document) -> Block | None:
    """Return a paragraph as a list with an item for each line, unless its lines are those of a text that goes on."""
    texts = paragraph.visible.split("\n")
    if len(texts) < 2 or len(texts) != len(paragraph.lines):  # noqa: PLR2004
        return None
    labels = [text.partition(":")[0].casefold().strip() for text in texts]
    is_broken = all(_HARD_BREAK.search(document.line(number)) for number in paragraph.lines[:-1])
    is_text = any(map(_NO_ITEM.fullmatch, map(document.said, paragraph.lines)))
    is_head = any(label in DATE_LABELS or label_of(label) for label in labels)
    goes_on = any(_goes_on(*pair) for pair in pairwise(texts)) and not is_broken
    if is_text or is_head or goes_on or max(map(len, texts)) > _LONGEST:
        return None
    lines = [range(number, number + 1) for number in paragraph.lines]
    items = [Block("item", line[0], line[0], children=(paragraph.part(line),)) for line in lines]
    return Block("list", paragraph.first_line, paragraph.last_line, children=tuple(items))


def _goes_on(text: str, next_text: str) -> bool:
    """Whether a line ends where an editor wrapped it."""
    return len(text) > _NARROW and next_text[:1].islower() and _OPEN_END.search(text) is not None
