"""Inline Markdown that shows nothing but plain text."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_PLAIN_TOKENS = {"text", "text_special"}


@cache
def parser() -> "MarkdownIt":
    """Return the parser of Markdown: CommonMark with the tables of GitHub."""
    # The import costs 60 ms, which only some commands need.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def plain_text(markdown: str) -> str | None:
    """Return the text that some inline Markdown shows, or None if markup would be lost."""
    stripped = markdown.strip()
    if not stripped:
        return ""
    tokens = parser().parseInline(stripped)[0].children or []
    if any(token.type not in _PLAIN_TOKENS for token in tokens):
        return None
    text = "".join(token.content for token in tokens)
    # Control characters can't stand in YAML, nor spaces at the ends of a label.
    return text if text == text.strip() and text.isprintable() else None
