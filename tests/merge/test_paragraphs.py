"""Notes as paragraphs and bullets, and what they say."""

import pytest

from minutebook.merge.paragraphs import Paragraph, paragraphs, wording

NOTES = """\
Text
goes on

-   one
    -   within
-   two

    still two
```
code

-   no bullet
```
"""


def test_a_paragraph_has_all_that_is_indented_below_it() -> None:
    assert [paragraph.lines for paragraph in paragraphs(NOTES.splitlines())] == [
        ("Text", "goes on"),
        ("-   one", "    -   within"),
        ("-   two", "", "    still two"),
        ("```", "code", "", "-   no bullet", "```"),
    ]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["text:", "```", "a", "```", "```", "b", "```", "text"], [1, 3, 3, 1]),
        (["- a", "  ```", "  b", "  ```", "- c"], [4, 1]),
        (["```", "a"], [2]),
    ],
)
def test_each_code_block_is_a_paragraph(lines: list[str], numbers: list[int]) -> None:
    assert [len(paragraph.lines) for paragraph in paragraphs(lines)] == numbers


def test_it_says_how_many_empty_lines_are_below_it() -> None:
    assert [paragraph.gap for paragraph in paragraphs(["a", "", "", "b"])] == [2, 0]


def test_a_bullet_has_paragraphs_within_it() -> None:
    (bullet,) = paragraphs(["- a", "  goes on", "", "    - b", "    - c", "      - d"])
    assert (bullet.head, bullet.head_gap, bullet.offset) == (("- a", "  goes on"), 1, 4)
    assert [inner.lines for inner in bullet.inside] == [("- b",), ("- c", "  - d")]


def test_a_bullet_may_have_code_within_it() -> None:
    (bullet,) = paragraphs(["- a", "  ```", "  b", "  ```"])
    assert (bullet.kind, bullet.head) == ("bullet", ("- a",))
    assert [inner.kind for inner in bullet.inside] == ["code"]


@pytest.mark.parametrize(
    ("lines", "same"),
    [
        (["1. a b"], ["2.  a", "    b"]),
        (["a b", "c"], ["a", "b c"]),
        (["| a | b |", "|---|:-:|"], ["| a   | b   |", "| --- | :-: |"]),
        (["- a", "  - b"], ["-   a", "    -   b"]),
    ],
)
def test_how_it_is_drawn_says_nothing(lines: list[str], same: list[str]) -> None:
    (paragraph,), (counterpart,) = paragraphs(lines), paragraphs(same)
    assert paragraph.meaning == counterpart.meaning


@pytest.mark.parametrize(
    ("lines", "different"),
    [
        (["page 3. a"], ["page 4. a"]),
        (["- a", "  - b"], ["- a b"]),
        (["```", "a  b", "```"], ["```", "a b", "```"]),
    ],
)
def test_structure_and_code_say_something(lines: list[str], different: list[str]) -> None:
    (paragraph,), (counterpart,) = paragraphs(lines), paragraphs(different)
    assert paragraph.meaning != counterpart.meaning


def test_a_line_of_dashes_is_one_in_any_length() -> None:
    assert wording("|:----|") == wording("| --- |") == "---"


@pytest.mark.parametrize("line", ["None this week", "- none.", "N/A", "tbc", "No updates this month", "---"])
def test_some_words_only_keep_a_place(line: str) -> None:
    assert Paragraph((line,)).is_placeholder


def test_other_words_say_something() -> None:
    assert not Paragraph(("None of us was there",)).is_placeholder
    assert not Paragraph(("none", "of us")).is_placeholder
