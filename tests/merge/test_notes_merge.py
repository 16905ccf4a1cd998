"""Notes of two people: what both wrote is there, ours first."""

import pytest

from minutebook.merge.conflicts import Conflict, MergedLine
from minutebook.merge.lines import lines_of
from minutebook.merge.notes_merge import merge_notes
from minutebook.merge.text_merge import merge_text
from minutebook.merge.tree import tree_of
from minutebook.merge.versions import Versions
from minutebook.source.yaml.loader import read


def merge(*notes: str) -> list[MergedLine]:
    """Return the merged lines of notes, without their indent."""
    files = [
        "notes: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n")) for text in notes
    ]
    trees = [tree_of(read("m.yaml", text.encode())) for text in files]
    assert [lines_of(tree) for tree in trees] == [text.splitlines() for text in files]
    merged_lines = merge_notes(Versions(*(tree.records[0] for tree in trees)), "notes", merge_text)
    return [line[2:] if isinstance(line, str) else line for line in merged_lines]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "lines"),
    [
        pytest.param("-   a", "-   a\n-   b", "-   a\n-   c", ["-   a", "-   b", "-   c"], id="bullets"),
        pytest.param("a", "a\n\nb", "a\n\nc", ["a", "", "b", "", "c"], id="paragraphs"),
        pytest.param(
            "None this week", "-   b", "-   c", ["-   b", "-   c"], id="a placeholder gives way to both"
        ),
        pytest.param("x\n\ny", "x\n\ny\n\nNone", "x\n\ny\n\nc", ["x", "", "y", "", "c"], id="and to one"),
        pytest.param(
            "the pump is new\n\nend",
            "the pump is old\n\nend",
            "the pump is new\n\nthe end",
            ["the pump is old", "", "the end"],
            id="two paragraphs",
        ),
        pytest.param(
            "-   a\n-   b", "-   b", "-   a\n-   b\n-   c", ["-   b", "-   c"], id="one is taken away"
        ),
        pytest.param("-   a", "-   a\n-   b", "-   a\n-   b", ["-   a", "-   b"], id="both say the same"),
    ],
)
def test_what_both_wrote_is_there(base: str, ours: str, theirs: str, lines: list[str]) -> None:
    assert merge(base, ours, theirs) == lines


def test_within_a_paragraph_git_merges_lines() -> None:
    base = "-   a\n    b\n    c\n    d"
    assert merge(base, base.replace("a", "A"), base.replace("d", "D")) == ["-   A", "    b", "    c", "    D"]


def test_one_line_in_two_ways_is_a_conflict() -> None:
    conflict = Conflict(("  the pump is old",), ("  the pump is new",), ("  the pump is blue",), "text")
    assert merge("the pump is new", "the pump is old", "the pump is blue") == [conflict]


def test_what_one_changed_and_the_other_took_away_is_a_conflict() -> None:
    conflict = Conflict((), ("  the pump is new",), ("  the pump is old",), "notes")
    assert merge("the pump is new\n\na", "a", "the pump is old\n\na") == [conflict, "", "a"]
