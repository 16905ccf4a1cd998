"""Lines of HTML as lines of Markdown, in minutes of which even the headings are HTML, as some tools export them."""

import re

_HEADING = re.compile(r"[ \t]*<h(?P<level>[1-6])\b[^<>]*>(?P<text>[^\n]*?)</h[1-6]>[ \t]*", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*<li\b[^<>]*>(?P<text>[^\n]*)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[ \t]*<p\b[^<>]*>(?P<text>[^\n]*?)</p>[ \t]*", re.IGNORECASE)
_EDGE = re.compile(r"[ \t]*(?:</?(?:ul|ol|div|section|body|html)\b[^<>]*>|</li>)[ \t]*", re.IGNORECASE)
"""What begins or ends a list or a part, alone in its line."""
_BOLD = re.compile(r"</?(?:strong|b)>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#|[ \t]*(?:```|~~~))", re.MULTILINE)


def with_markdown_signs(text: str) -> str:
    """Return a text with each line of HTML as one of Markdown, if its headings are HTML; each line keeps its number."""
    if "</h" not in text.lower() or _MARKDOWN.search(text):
        return text
    lines = text.split("\n")
    is_page = sum(_HEADING.fullmatch(line) is not None for line in lines) > 1
    return "\n".join(map(_as_markdown, lines)) if is_page else text


def _as_markdown(line: str) -> str:
    if heading := _HEADING.fullmatch(line):
        return f"{'#' * int(heading['level'])} {heading['text']}"
    if _EDGE.fullmatch(line):
        return ""
    if item := _ITEM.fullmatch(line):
        line = f"- {item['text'].rstrip().removesuffix('</li>')}"
    elif paragraph := _PARAGRAPH.fullmatch(line):
        line = paragraph["text"]
    return _BOLD.sub("**", line)
