"""Tags of HTML within Markdown: those that say nothing by themselves, and those that stand for its signs."""

import re

BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
"""What ends a line of text within a line of Markdown."""
TAG = re.compile(
    r"</?(?:b|big|blockquote|body|br|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|html|i|li|ol|p|section|small|span"
    r"|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag that says nothing by itself, as a picture does."""
_BOLD = re.compile(r"</?(?:b|strong|u|summary|h[1-6])\b[^<>]*>", re.IGNORECASE)
_ITALIC = re.compile(r"</?(?:i|em)\b[^<>]*>", re.IGNORECASE)


def without_tags(line: str) -> str:
    """Return a line with signs of Markdown in the place of its tags."""
    return TAG.sub(" ", _ITALIC.sub("*", _BOLD.sub("**", line)))
