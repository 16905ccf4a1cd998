"""What one version added must be in the merged file."""

import pytest

from minutebook.merge.proof import is_complete
from minutebook.merge.word_edits import words_of
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read

BASE = "a: 1\nnotes: |\n  None this week\n"


def document(text: str) -> Document:
    """Return a text that was read."""
    return read("m.yaml", text.encode())


@pytest.mark.parametrize(
    ("ours", "merged", "expected"),
    [
        ("a: 2\n", "a: 2\n", True),
        ("a: 2\n", "a: 1\n", False),
        ("a: 1\nb: 3\n", "a: 1\nc: 3\n", False),
        ("a: 1  # why\n", "a: 1\n", False),
        ("a: 1\nnotes: |\n  new\n  line\n", "a: 1\nnotes: |\n  new\n", False),
        ("a: 1\nx-list: [1, 2]\n", "a: 1\nx-list: [2, 1]\n", True),
    ],
)
def test_nothing_is_lost(ours: str, merged: str, expected: bool) -> None:
    assert is_complete(document(BASE), document(ours), document(BASE), [document(merged)], {}) == expected


def test_a_line_may_be_in_another_that_it_was_merged_with() -> None:
    base, ours, merged = (
        document(f"task: {line}\n")
        for line in ("ergnomic pumps", "ergnomic pumps, all", "ergonomic pumps, all")
    )
    joined = {words_of("ergnomic pumps, all"): {(words_of("ergonomic pumps, all"),)}}
    assert is_complete(base, ours, merged, [merged], joined)
    assert not is_complete(base, ours, merged, [merged], {})
    assert not is_complete(base, ours, merged, [base], joined)


def test_a_text_that_one_only_wrapped_anew_may_be_gone() -> None:
    base, ours, theirs = (
        document(f"notes: |\n  - {text}\n") for text in ("new\n    pump", "new pump", "new\n    car")
    )
    assert is_complete(base, ours, theirs, [theirs], {})
    assert not is_complete(base, theirs, ours, [ours], {})


def test_a_placeholder_may_give_way() -> None:
    ours, theirs = document("notes: |\n  None this week\n"), document("notes: |\n  news\n")
    assert is_complete(None, ours, theirs, [theirs], {})


def test_what_both_have_kept_is_there() -> None:
    base = document("a: 1\nb: 2\n")
    assert not is_complete(base, base, base, [document("a: 1\n")], {})


def test_each_decision_may_have_a_part_of_it() -> None:
    base, ours, theirs = (document(f"a: {number}\n") for number in range(3))
    assert is_complete(base, ours, theirs, [ours, theirs], {})
    assert not is_complete(base, ours, theirs, [ours], {})
