"""Inline Markdown that shows nothing but plain text."""

import pytest

from minutebook.oldminutes.importer.inline_markdown import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"), [(" R&amp;D ", "R&D"), (r"a \* b", "a * b"), ("a_b", "a_b"), ("", "")]
)
def test_entities_and_backslashes_are_plain_text(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


@pytest.mark.parametrize("markdown", ["*a*", "`a`", "[a](b)", "<b>a</b>", "a\x01b", "&nbsp;a"])
def test_markup_and_what_can_not_be_seen_would_be_lost(markdown: str) -> None:
    assert plain_text(markdown) is None
