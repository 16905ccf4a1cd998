"""Text that is not indented as its block must be is answered with what to write."""

import pytest
from support.refusals import mended, refusals

from minutebook.source.yaml.block_text import deeper_first_line, meant_for_blocks, spaces_above
from minutebook.source.yaml.loader import read


@pytest.mark.parametrize(
    ("text", "hint", "meaning"),
    [
        ("notes: |\n      deep\n  less\n", "Write: notes: |2", "    deep\nless\n"),
        ("x:\n  - notes: |\n        deep\n\n      less\nend: y\n", "Write: - notes: |2", "  deep\n\nless\n"),
    ],
)
def test_a_block_whose_first_line_is_deepest_is_told_how_far(text: str, hint: str, meaning: str) -> None:
    problem = refusals(text)[0]
    assert problem.hint.startswith(f"{hint}\n")
    data = read("a.yaml", mended(text, problem).encode()).data
    assert (data.get("notes") or data["x"][0]["notes"]) == meaning


def test_a_step_that_is_a_slip_of_the_hand_is_not_mended() -> None:
    assert refusals("notes: |\n    deep\n  less\n")[0].mend == "|2"
    assert refusals("notes: |\n    deep\n   less\n")[0].mend is None


def test_lines_of_one_indentation_are_no_problem() -> None:
    assert deeper_first_line("a.yaml", "notes: |\n  one\n  two\nend: x\n", 2) is None
    assert deeper_first_line("a.yaml", "title: x\n  y\n", 1) is None


@pytest.mark.parametrize("text", ["notes: |\ntext\n", "sections:\n  - title: A\n    notes: |\n    text\n"])
def test_text_that_was_meant_for_the_empty_block_above_it_is_told_how_far_to_go(text: str) -> None:
    (problem,) = refusals(text)
    indent = 2 * text.count("\n    notes") * 2 + 2
    assert problem.hint == f"Write, with {indent} spaces in front: text"
    assert problem.location.line == text.count("\n")


def test_a_key_below_an_empty_block_is_not_meant_for_it() -> None:
    problems = refusals("notes: |\nx: [\n")
    assert meant_for_blocks("a.yaml", "notes: |\nx: [\n", problems) == problems


def test_a_line_of_spaces_above_a_text_must_be_as_long_as_its_indentation() -> None:
    lines = ["notes: |", " ", "   one"]
    (problem,) = spaces_above("a.yaml", lines, 0, "|")
    assert (problem.location.line, problem.location.length, problem.hint) == (2, 1, "Delete the line.")
    assert list(spaces_above("a.yaml", ["notes: |", "   ", "   one"], 0, "|")) == []
    assert list(spaces_above("a.yaml", lines, 0, "|2")) == []
