"""Notes are compared paragraph by paragraph, as they are merged."""

import pytest

from minutebook.merge.difference import Heading
from minutebook.merge.notes_diff import compare_notes


@pytest.mark.parametrize(
    ("former", "current", "sentences"),
    [
        ("-   first\n", "-   first\n-   second\n", ['News: "second" added']),
        ("one line\n\ntwo\n", "two\n", ['News: "one line" removed']),
        ("we met on Friday\n", "we met on Monday\n", ['News: "we met on Friday" -> "we met on Monday"']),
        ("-   long ago\n", "long ago\n", ['News: "- long ago" -> "long ago"']),
        ("first\n\nsecond\n", "second\n\nfirst\n", ['News: "second" moved']),
        ("-   a\n-   b\n", "-   a\n\n-   b\n", ["News: only empty lines of the notes differ"]),
        (None, "-   first\n-   second\n", ['News: notes "first" and 1 more']),
        ("first\n", None, ['News: notes removed: "first"']),
        (None, "", ['News: notes ""']),
        ("first\n", "first\n\n", []),
    ],
)
def test_each_paragraph_that_differs_is_told(former: str, current: str, sentences: list[str]) -> None:
    differences = compare_notes(Heading(("News",), "News"), former, current)
    assert [difference.sentence for difference in differences] == sentences
