"""Notes of two people: what both wrote is there, ours first."""

import pytest

from minutebook.merge.conflicts import Conflict, MergedLine
from minutebook.merge.lines import lines_of
from minutebook.merge.notes_merge import merge_notes
from minutebook.merge.tree import tree_of
from minutebook.merge.versions import Versions
from minutebook.merge.word_merge import merge_words
from minutebook.source.yaml.loader import read


def merge(*notes: str) -> list[MergedLine]:
    """Return the merged lines of notes, without their indent."""
    files = [
        "notes: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n")) for text in notes
    ]
    trees = [tree_of(read("m.yaml", text.encode())) for text in files]
    assert [lines_of(tree) for tree in trees] == [text.splitlines() for text in files]
    merged_lines = merge_notes(Versions(*(tree.records[0] for tree in trees)), "notes", merge_words)
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
        pytest.param("- a", "- a\n  - b", "- a\n  - c", ["- a", "  - b", "  - c"], id="bullets within one"),
        pytest.param(
            "- ab cd\n  - b",
            "- ab cd ef\n  - b",
            "- ab cd\n  - b c",
            ["- ab cd ef", "  - b c"],
            id="a bullet and one within it",
        ),
        pytest.param(
            "- a",
            "- a\n\n  text",
            "- a\n\n  words",
            ["- a", "", "  text", "", "  words"],
            id="texts within one",
        ),
        pytest.param(
            "| a |\n|---|\n| b |",
            "| a |\n|---|\n| b |\n| c |",
            "| a   |\n| --- |\n| b   |\n| d   |",
            ["| a |", "|---|", "| b |", "| c |", "| d   |"],
            id="rows of a table that one has drawn anew",
        ),
        pytest.param(
            "name | sum\n-|-",
            "name | sum\n-|-\npump | 3",
            "thing | cost\n-|-",
            ["thing | cost", "-|-", "pump | 3"],
            id="another head of a table, and a row",
        ),
        pytest.param(
            "a\n```\nb\n```",
            "a\n```\nb\n```\n```\nc\n```",
            "a\n```\nb\n```\n```\nd\n```",
            ["a", "```", "b", "```", "```", "c", "```", "", "```", "d", "```"],
            id="code blocks",
        ),
        pytest.param(
            "- a\n- b",
            "a\nb",
            "- - a\n  - b\n  - c",
            ["- - a", "  - b", "  - c"],
            id="bullets that one has drawn as a text",
        ),
        pytest.param("a\nb", "a\nb\nc", "a\nb\nd", ["a", "b", "c", "d"], id="lines of a text"),
        pytest.param(
            "1. a a\n2. b b",
            "1. new\n2. a a\n3. b b",
            "1. a a\n2. b b c",
            ["1. new", "2. a a", "2. b b c"],
            id="a list that one has numbered anew",
        ),
        pytest.param(
            "- ab\n- bc\n- cd",
            "- cd\n- ab\n- bc",
            "- ab\n- bc\n- cd e",
            ["- cd e", "- ab", "- bc"],
            id="a bullet that one has moved",
        ),
        pytest.param(
            "x:\n- a", "x:\n- a\n- b", "x:\n- a\n- c", ["x:", "- a", "- b", "- c"], id="no gap is new"
        ),
        pytest.param(
            "x\n\n\ny", "x\n\n\ny\n- b", "x\n\n\ny\n- c", ["x", "", "", "y", "- b", "- c"], id="gaps are kept"
        ),
    ],
)
def test_what_both_wrote_is_there(base: str, ours: str, theirs: str, lines: list[str]) -> None:
    assert merge(base, ours, theirs) == lines


def test_within_a_paragraph_lines_are_merged() -> None:
    base = "-   a\n    b\n    c\n    d"
    assert merge(base, base.replace("a", "A"), base.replace("d", "D")) == ["-   A", "    b", "    c", "    D"]


def test_one_line_in_two_ways_is_a_conflict() -> None:
    conflict = Conflict(("  the pump is old",), ("  the pump is new",), ("  the pump is blue",), "notes")
    assert merge("the pump is new", "the pump is old", "the pump is blue") == [conflict]


def test_a_line_that_one_corrected_has_what_the_other_changed_in_it() -> None:
    assert merge("-   reciever is new", "-   Receiver is new", "-   reciever is old") == [
        "-   Receiver is old"
    ]


def test_what_one_changed_and_the_other_took_away_is_a_conflict() -> None:
    conflict = Conflict((), ("  the pump is new",), ("  the pump is old",), "notes")
    assert merge("the pump is new\n\na", "a", "the pump is old\n\na") == [conflict, "", "a"]


def test_code_is_merged_by_git() -> None:
    base = "```\na\nb\nc\n```"
    merged_lines = merge(base, base.replace("a", "x"), base.replace("c", "y"))
    assert merged_lines == ["```", "x", "b", "y", "```"]
