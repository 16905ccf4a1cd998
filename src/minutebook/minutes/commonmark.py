"""Markdown as its readers parse it: where a text would go on into what stands after it."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# What can go on past an empty line (CommonMark 4.5, and the first five kinds of 4.6): only where it stands anything
# is parsed, because the parser takes longer to import than most texts to check.
_ENDURING = late_pattern(r"`{3}|~{3}|<(?:[!?]|pre|script|style|textarea)", re.IGNORECASE)
_ENDURING_SIGNS = ("```", "~~~", "<")
_HTML_LINE = late_pattern(r"^[ \t>*+0-9.)-]*<[a-z/!?]", re.IGNORECASE | re.MULTILINE)
_HTML_START = late_pattern(
    r"<!--|<\?|<!\[CDATA\[|<![a-z]|<(pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE
)
_HTML_ENDS = {"<!--": "-->", "<?": "?>", "<![cdata[": "]]>"}


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block that never ends: the number of its line, counted from 0, what begins it and what would end it."""

    line: int
    opening: str
    closing: str


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # What stands within a paragraph ends with it, and takes most of the time.
    return MarkdownIt("commonmark").enable("table").disable("inline")


def open_block(text: str) -> OpenBlock | None:
    """Return the block of a text that would swallow the sections after it, if there is one."""
    if not any(sign in text for sign in _ENDURING_SIGNS) or not _ENDURING.search(text):
        return None
    tokens = _parser().parse(f"{text}\n\n\n# End\n")
    if tokens[-1].type == "fence":
        return OpenBlock(_line(tokens[-1]), tokens[-1].markup, tokens[-1].markup)
    return _open_html([token for token in tokens if token.type == "html_block"])


def ends_in_html(text: str) -> bool:
    """Whether a line right below a text would be part of HTML at its end."""
    last_paragraph = text[text.rfind("\n\n") + 1 :]
    if "<" not in last_paragraph or not _HTML_LINE.search(last_paragraph):
        return False
    tokens = _parser().parse(f"{text}\n-   End\n")
    return tokens[-1].type == "html_block"


def _line(token: "Token") -> int:
    return token.map[0] if token.map else 0


def _open_html(tokens: Sequence["Token"]) -> OpenBlock | None:
    """Return what is still open in the HTML of a text; to a browser also what ends with its list for Markdown."""
    html, end = "".join(token.content for token in tokens), 0
    while start := _HTML_START.search(html, end):
        opening = f"{start[0]}>" if start[1] else start[0]
        closing = f"</{start[1]}>" if start[1] else _HTML_ENDS.get(opening.casefold(), ">")
        closed = re.compile(re.escape(closing), re.IGNORECASE).search(html, start.end())
        if not closed:
            ends = accumulate(len(token.content) for token in tokens)
            token = next(token for token, end in zip(tokens, ends, strict=True) if start.start() < end)
            return OpenBlock(_line(token), opening, closing)
        end = closed.end()
    return None
