"""Proof that a merge has lost nothing: every value and comment that one version added, or both have kept, is there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import reduce
from operator import or_
from typing import Any

from minutebook.merge.paragraphs import is_placeholder, nested, paragraphs, wording
from minutebook.merge.record import COUNT_KEYS
from minutebook.merge.word_edits import Words, words_of
from minutebook.records.attendance import LISTS
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.typed_line import before_comment, lines_outside_blocks

Leaf = tuple[str, str]
"""A key and one value below it, or a line of it."""


def is_complete(
    base: Document | None,
    ours: Document | None,
    theirs: Document | None,
    merged: Sequence[Document | None],
    joined: Mapping[Words, Set[tuple[Words, ...]]],
) -> bool:
    """Whether all values and comments are there that ours or theirs added to the base, and all that both have kept.

    Where people must decide, the merged file is given once with each of the decisions. `joined` says which lines the
    words of a line became where two people changed it.
    """
    former, our_leaves, their_leaves = leaves(base), leaves(ours), leaves(theirs)
    present = reduce(or_, map(leaves, merged))
    kept = former - (former - our_leaves) - (former - their_leaves)
    words = {(key, words_of(text)) for key, text in present} if joined else set()

    def is_joined(leaf: Leaf) -> bool:
        key, text = leaf
        return any(all((key, line) in words for line in lines) for lines in joined.get(words_of(text), ()))

    return not kept - present and all(
        lost <= _wrapped_anew(version, (base, *merged)) - former.keys()
        for version, added in ((ours, our_leaves - former), (theirs, their_leaves - former))
        if (lost := {leaf for leaf in added - present if not is_joined(leaf)})
    )


def _wrapped_anew(version: Document | None, documents: Iterable[Document | None]) -> Set[Leaf]:
    """Return the lines of texts that stand in other files, whatever their lines are there."""
    texts = {(key, wording(*lines)) for document in documents for key, lines in _texts(document)}
    return {
        (key, wording(line))
        for key, lines in _texts(version)
        if (key, wording(*lines)) in texts
        for line in lines
    }


def _texts(document: Document | None) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the texts of a file with their keys, of a bullet without what is within it."""
    for key, value in _values("", document.data) if document else ():
        if isinstance(value, str) and "\n" in value:
            for paragraph in nested(paragraphs(value.split("\n"))):
                yield key, paragraph.head


def leaves(document: Document | None) -> Counter[Leaf]:
    """Count the keys, values and comments of a file, None for an empty one."""
    return Counter([*_leaves(document.data), *_comments(document.text)]) if document else Counter()


def _leaves(data: Any) -> Iterator[Leaf]:
    for key, value in _values("", data):
        if isinstance(value, str) and "\n" in value:
            for line in value.split("\n"):
                if (words := wording(line)) and not is_placeholder(line):
                    yield (key, words)
        elif value not in (None, ""):
            yield (key, str(value))


def _values(key: str, data: Any) -> Iterator[tuple[str, Any]]:
    """Yield each value with its key, and each of these keys as a value."""
    if isinstance(data, dict):
        for name, value in data.items():
            # Lists go with the last that is in them, and a note may become one of a list.
            is_unknown = value is None and name in LISTS  # a draft that doesn't know yet who was there
            if not isinstance(value, dict | list) and name != "note" and not is_unknown:
                yield ("key", str(name))
            yield from _values(key if name in COUNT_KEYS else str(name), value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(key, value)
    else:
        yield (key, data)


def _comments(text: str) -> Iterator[Leaf]:
    lines = text.replace("\r\n", "\n").split("\n")
    for number in lines_outside_blocks(lines):
        line = lines[number]
        if comment := line[len(before_comment(line)) :].strip():
            yield ("#", comment)
