"""A pattern does what one of the standard library does, and is compiled no sooner than it is asked."""

import re

import pytest

from minutebook.records.late_patterns import late_pattern


def test_it_matches_as_its_text_and_flags_say() -> None:
    pattern = late_pattern(r"(?P<word>done)\b", re.IGNORECASE)
    match = pattern.search("It is Done.")
    assert match
    assert (match["word"], pattern.sub("x", "DONE"), pattern.groups) == ("Done", "x", 1)


def test_it_is_compiled_when_it_is_asked_and_not_before() -> None:
    broken = late_pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.match("")
