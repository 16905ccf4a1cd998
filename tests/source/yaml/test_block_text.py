"""Text that is not indented as its block must be is answered with what to write."""

from pathlib import Path

import pytest
from support.effort import at_most
from support.notes import make_notes
from support.refusals import mended, refusals

from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import mend
from minutebook.source.yaml.block_text import deeper_first_line, meant_for_blocks, without_spaces_above
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
    assert refusals("notes: |\n    deep\n  less: more\n")[0].mend is None


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


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("spaces", [1, 2, 4, 5, 6])
@pytest.mark.parametrize("below", ["      text\n", "\n      text\n", "    quick: |\n      text\n"])
def test_lines_of_spaces_on_top_of_a_block_are_read_as_empty_ones(
    below: str, spaces: int, newline: str, pure: bool
) -> None:
    header = "sections:\n  - title: A\n    notes: |\n"
    texts = (f"{header}{blank}\n{below}".replace("\n", newline) for blank in ("", " " * spaces))
    empty, typed = (read("a.yaml", text.encode(), pure=pure) for text in texts)
    assert typed.data == empty.data
    assert typed.keys == empty.keys


def test_what_is_emptied_leaves_all_else_in_its_place() -> None:
    text = "notes: |  # x\n \n      \n  one |\n    \n   three\n"
    assert without_spaces_above(text) == "notes: |  # x       \n\n\n  one |\n    \n   three\n"
    numbered = "notes: |2\n     \n    one\n"
    assert without_spaces_above(numbered) == numbered


@pytest.mark.parametrize("pure", [False, True])
def test_a_line_of_spaces_longer_than_the_indentation_below_it_is_to_be_emptied(pure: bool) -> None:
    text = "notes: |\n \n    \n  one\n"
    with pytest.raises(Refused) as refused:
        read("a.yaml", text.encode(), pure=pure)
    (problem,) = refused.value.problems
    assert (problem.location.line, problem.hint) == (3, "Empty this line.")
    assert mend(text, [problem]) == "notes: |\n \n\n  one\n"


@pytest.mark.parametrize(
    ("blank", "becomes"),
    [("      ", "      "), ("  ", "  "), ("          ", ""), ("\t", ""), ("  \t", ""), ("      \t ", "")],
)
def test_a_blank_line_moves_no_other_line(blank: str, becomes: str, tmp_path: Path) -> None:
    notes = make_notes(tmp_path)
    text = "date: 2020-10-05\nsections:\n  - title: A\n    notes: |\n{}\n      text\n\n  - title: B\n"
    path = notes.write(f"{notes.series}/2020-10-05.yaml", text.format(blank))
    notes.run("sync", "--fix")
    assert notes.read(path) == text.format(becomes)
    assert notes.problems() == []


def test_of_many_blocks_each_is_looked_at_alone() -> None:
    text = "".join(f"x{number}: |\n  y\n" for number in range(40_000))
    with at_most(40):
        assert len(read("a.yaml", text.encode()).data) == 40_000
