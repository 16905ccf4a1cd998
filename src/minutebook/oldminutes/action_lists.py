"""Lists of actions as most people write them, made of others: lines without bullets as items, what is said of an action below it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.oldminutes.blocks import BOLD_LINE, Block
from minutebook.oldminutes.languages import DATE_LABELS, STATUSES
from minutebook.oldminutes.markdown_blocks import Document, strip_markup, without_bullet
from minutebook.oldminutes.names import read_entry, split_entries
from minutebook.oldminutes.people_labels import label_of
from minutebook.oldminutes.task_columns import Column, column_of

_HARD_BREAK = re.compile(r"(?:\\|[ ]{2}|<br[ \t]*/?>)\Z", re.IGNORECASE)
_OPEN_END = re.compile(r"[^.!?:;)\]]\Z")
_NO_ITEM = re.compile(r".*[.!?\u3002\uff1f]|\[.*\](?:\(.*\))?|https?://\S+")
"""A sentence, or what leads to other pages."""
_NARROW, _LONGEST = 45, 240
"""How long lines are at least that an editor wraps, and how long at most those of a list."""
_DETAIL = re.compile(
    r"\W*(?P<label>[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2})(?:[*_ ]*[:\uff1a]\W*?| (?=\d))(?P<value>[^\s*_].*)"
)
"""What an item says of the action above it: Responsible: Ann, due 2020-11-09."""


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


def with_details_below(block: Block, document: Document) -> Block:
    """Return a list in which the details of an action are items below it, as most write them."""
    items: list[Block] = []
    for list_item in block.children:
        head, *nested = list_item.children or [list_item]
        nested = [with_details_below(child, document) if child.kind == "list" else child for child in nested]
        first = _first_detail(head, document) if head.kind == "paragraph" else None
        if first is None or (first == head.first_line and nested):
            items.append(replace(list_item, children=(head, *nested)) if list_item.children else list_item)
            continue
        if first > head.first_line:
            items.append(replace(list_item, children=(head.part(range(head.first_line, first)), *nested)))
        details = [
            replace(list_item, first_line=line, last_line=line, children=(head.part(range(line, line + 1)),))
            for line in range(first, head.last_line + 1)
        ]
        items += [_with_items(items.pop(), details)] if items else details
    return replace(block, children=tuple(items))


def _first_detail(paragraph: Block, document: Document) -> int | None:
    """Return the line from which on a paragraph has nothing but details."""
    first = None
    for number in reversed(paragraph.lines):
        if not _is_detail(without_bullet(document.said(number))):
            break
        first = number
    return first


def read_detail(text: str) -> tuple[Column | None, str, str]:
    """Return in which column of a table a text with a label would stand, such as Owner: Ann, its label, and what it says."""
    detail = _DETAIL.fullmatch(text)
    label, value = (detail["label"], detail["value"]) if detail else ("", "")
    return None if label.casefold() in DATE_LABELS else column_of(label), label, value


def _is_detail(text: str) -> bool:
    """Whether a line names an owner, a day or a status behind a label for it."""
    column, _, value = read_detail(text)
    visible = strip_markup(value)
    if column == "owner":
        first_name, *_ = split_entries(visible) or [""]
        return read_entry(first_name) is not None or first_name.casefold() in EVERYBODY_WORDS
    is_day = column == "due" and any(map(str.isdigit, visible))
    return is_day or (column == "status" and visible.casefold().strip(" .!") in STATUSES)


def _with_items(above: Block, details: Sequence[Block]) -> Block:
    """Return an item with details in a list below it."""
    below = Block("list", details[0].first_line, details[-1].last_line, children=(*details,))
    last_line = max(above.last_line, below.last_line)
    return replace(above, last_line=last_line, children=(*above.children, below))
