"""Inline Markdown that stands for plain text."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_PLAIN = {"text", "text_special"}


@cache
def parser() -> "MarkdownIt":
    """Return the parser of Markdown: CommonMark with the tables of GitHub."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def plain(text: str) -> str | None:
    """Return the text that a piece of inline Markdown shows, or None where it has markup that would be lost."""
    stripped = text.strip()
    if not stripped:
        return ""
    children = parser().parseInline(stripped)[0].children or []
    if any(child.type not in _PLAIN for child in children):
        return None
    shown = "".join(child.content for child in children)
    return shown if shown == shown.strip() and shown.isprintable() else None
