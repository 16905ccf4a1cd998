"""Proof that a merge has lost nothing: every value and comment that one version added is there."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from minutebook.merge.paragraphs import paragraphs
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.typed_line import before_comment, lines_outside_blocks

Leaf = tuple[str, str]
"""A key and one value below it, or a line of it."""


def is_complete(
    base: Document | None, ours: Document | None, theirs: Document | None, merged: Document | None
) -> bool:
    """Whether a merged file has all values and comments that ours or theirs added to the base."""
    former, present = leaves(base), leaves(merged)
    return all(not (leaves(version) - former) - present for version in (ours, theirs))


def leaves(document: Document | None) -> Counter[Leaf]:
    """Count the keys, values and comments of a file, None for an empty one."""
    return Counter([*_leaves("", document.data), *_comments(document.text)]) if document else Counter()


def _leaves(key: str, value: Any) -> Iterator[Leaf]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield ("key", str(name))
            yield from _leaves(str(name), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(key, inner)
    elif isinstance(value, str) and "\n" in value:
        placeholders = {
            line for item in paragraphs(value.split("\n")) if item.is_placeholder for line in item.lines
        }
        for line in value.split("\n"):
            if line.strip() and line not in placeholders:
                yield (key, line.strip())
    elif value is not None:
        yield (key, str(value))


def _comments(text: str) -> Iterator[Leaf]:
    lines = text.replace("\r\n", "\n").split("\n")
    for number in lines_outside_blocks(lines):
        line = lines[number]
        if comment := line[len(before_comment(line)) :].strip():
            yield ("#", comment)
