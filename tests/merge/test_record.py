"""What two records say is compared, and not how they are written."""

from minutebook.merge.record import Record
from minutebook.merge.tree import tree_of
from minutebook.source.yaml.loader import read


def tree(text: str) -> Record:
    """Return the records of a text."""
    return tree_of(read("m.yaml", text.encode()))


def test_indents_and_empty_lines_say_nothing() -> None:
    assert tree("a:\n  - b: 1\n\nc: 2\n").meaning == tree("a:\n- b: 1\nc: 2\n").meaning
    assert tree("a: 1\n").meaning != tree("a: 1  # one\n").meaning
