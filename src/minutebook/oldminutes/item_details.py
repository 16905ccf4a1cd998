"""What lists of actions say of an action below it, in lines or items of their own: whose it is, until when, how it stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.languages import DATE_LABELS, STATUSES, Column, column_of
from minutebook.oldminutes.markdown_blocks import Document, strip_markup, without_bullet
from minutebook.oldminutes.names import read_entry, split_entries

_DETAIL = re.compile(
    r"\W*(?P<label>[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2})(?:[*_ ]*[:\uff1a]\W*?| (?=\d))(?P<value>[^\s*_].*)"
)
"""What an item says of the action above it: Responsible: Ann, due 2020-11-09."""


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
