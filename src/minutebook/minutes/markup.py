"""HTML and links in Markdown, as a browser would get them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Anything else is no tag, or a link in angle brackets: only where it stands anything is parsed.
_TAG = late_pattern(r"</?([a-z][a-z0-9-]*)(?=[\s/>])[^>]*>?|<[!?][^>]*>?", re.IGNORECASE)
_LINK = late_pattern(r"\]\s*[(:]|<")
_SCHEME = late_pattern(r"(?:java|vb)script|data:|&(?:#|colon;|tab;|newline;)", re.IGNORECASE)
# Browsers leave these out of an address (https://url.spec.whatwg.org/#concept-basic-url-parser).
_LEFT_OUT = late_pattern("%(?:09|0a|0d)", re.IGNORECASE)
_PLAIN = late_pattern(
    r"</?(?:b|br|code|del|details|em|hr|i|ins|kbd|mark|p|q|s|small|strong|sub|summary|sup|u)\s*/?>",
    re.IGNORECASE,
)
"""Marks of text without attributes."""
_COMMENT = late_pattern("<!--.*?-->", re.DOTALL)
_RUN = ("data:", "javascript:", "vbscript:")


@dataclass(frozen=True, slots=True)
class Markup:
    """A tag or the address of a link, and the number of its line, counted from 0."""

    line: int
    text: str


def html_tags(text: str) -> Iterator[Markup]:
    """Yield the tags that are more than plain marks of text."""
    if "<" not in text or all(not _without_plain(tag[0]) for tag in _TAG.finditer(text)):
        return
    for line, token in _pieces(text):
        if token.type.startswith("html_"):
            yield from (Markup(line, tag[0]) for tag in _TAG.finditer(_without_plain(token.content)))


def _without_plain(html: str) -> str:
    """Return HTML without marks of text, and without comments, which nobody runs."""
    # Each that is never closed would be sought to the end of a text.
    head, closing, tail = html.rpartition("-->")
    return _PLAIN.sub("", f"{_COMMENT.sub('', f'{head}{closing}')}{tail}")


def program_links(text: str) -> Iterator[Markup]:
    """Yield the addresses of links that are a program or a page in themselves."""
    if not (_LINK.search(text) and _SCHEME.search(text)):
        return
    for line, token in _pieces(text):
        address = str(token.attrs.get("href") or token.attrs.get("src") or "")
        if _LEFT_OUT.sub("", address).casefold().startswith(_RUN):
            yield Markup(line, address)


def _pieces(text: str) -> "Iterator[tuple[int, Token]]":
    """Yield what the text is made of, each with its line."""
    for token in _parser().parse(text):
        line = token.map[0] if token.map else 0
        yield line, token
        for child in token.children or ():
            yield line, child
            line += child.type in {"softbreak", "hardbreak"}


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
            return True  # also of links that are programs, which the parser would take for text

    return Reader("commonmark").enable("table")
