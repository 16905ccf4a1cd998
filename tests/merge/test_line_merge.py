"""A line is merged by its value and by its comment."""

import pytest

from minutebook.merge.conflicts import Conflict
from minutebook.merge.line_merge import merge_line
from minutebook.merge.record import Record
from minutebook.merge.tree import tree_of
from minutebook.merge.versions import Versions
from minutebook.merge.word_merge import merge_words
from minutebook.source.yaml.loader import read


def record(line: str) -> Record | None:
    """Return the record of a line."""
    return tree_of(read("m.yaml", line.encode())).records[0] if line else None


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a: 1", "a: 2", "a: 1  # why", "a: 2  # why"),
        ("a: 1  # why", "a: 1", "a: 3  # why", "a: 3"),
        ("a: b", 'a: "b"', "a: c", "a: c"),
        ("a: [b]", "a: [b, c]  # ours", "a: [b, d]", "a: [b, c, d]  # ours"),
        ("a: order prats", "a: order parts", 'a: "order prats: two"', 'a: "order parts: two"'),
        ("", "a: 1  # ours", "a: 1  # theirs", None),
        ("", "a: 1", "a: 1  # theirs", "a: 1  # theirs"),
        ("a: 1", "a: 2", "a: 3", None),
        # For Python 1 is True.
        ("", "a: 1", "a: true", None),
        ("a: 1", "a: true", "a: 1", "a: true"),
    ],
)
def test_what_both_changed_is_there(base: str, ours: str, theirs: str, merged: str | None) -> None:
    line = merge_line(Versions(record(base), record(ours), record(theirs)), None, "a", merge_words)
    former = (base,) if base else ()
    assert line == (Conflict((ours,), former, (theirs,), "a") if merged is None else merged)


def test_a_conflict_has_all_else_that_both_changed() -> None:
    texts = ("x: {a: 1, b: 1}", "x: {a: 2, b: 2}", "x: {a: 3, b: 1}")
    line = merge_line(Versions(*map(record, texts)), None, "x", merge_words)
    assert line == Conflict(("x: {a: 2, b: 2}",), ("x: {a: 1, b: 1}",), ("x: {a: 3, b: 2}",), "x")
