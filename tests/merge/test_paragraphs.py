"""Notes as paragraphs and bullets, and which of them are versions of one."""

import pytest

from minutebook.merge.paragraphs import Paragraph, align, is_alike, paragraphs

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
        ("-   two", "", "    still two", "```", "code", "", "-   no bullet", "```"),
    ]


def test_it_says_whether_an_empty_line_is_below_it() -> None:
    assert [paragraph.spaced for paragraph in paragraphs(["a", "", "b"])] == [True, False]


@pytest.mark.parametrize("line", ["None this week", "- none.", "N/A", "tbc", "No updates this month", "---"])
def test_some_words_only_keep_a_place(line: str) -> None:
    assert Paragraph((line,)).is_placeholder


def test_other_words_say_something() -> None:
    assert not Paragraph(("None of us was there",)).is_placeholder
    assert not Paragraph(("none", "of us")).is_placeholder


def test_a_changed_paragraph_is_that_of_the_base() -> None:
    base = paragraphs(["the pump was mended", "", "we meet at noon", "", "gone"])
    version = paragraphs(["new words", "", "the pump was mended again", "", "we meet at noon"])
    assert align(base, version) == [None, 0, 1]


@pytest.mark.parametrize(("text", "expected"), [("the old pump", True), ("a bank holiday", False)])
def test_likeness_is_a_matter_of_characters(text: str, expected: bool) -> None:
    assert is_alike("the pump", text) == expected
