"""Plain text as Markdown that shows exactly that text, and what begins a list."""

import re
from datetime import date
from functools import lru_cache

from minutebook.records.iso_days import MONTHS
from minutebook.records.late_patterns import late_pattern

# The bar and the tilde are signs of GFM alone: tables (4.10) and strikethrough (6.5).
_INLINE = re.compile(r"([\\`*_\[\]<>|~&])")
# What would begin a heading, a quotation, a list, a rule, a fence or a block of HTML (CommonMark 4.1 to 4.6, 5.1, 5.2).
_BLOCK_START = re.compile(
    r"""(?: \#{1,6}(?=\s|$) | > | [-+*=](?=\s|$) | [-=_*]{3,}\s*$ | `{3,}(?=[^`]*$) | ~{3,}
        |   <(?! [A-Za-z][A-Za-z0-9+.-]{1,31}: | [^\s<>@]+@  # a link
              |  (?:a|abbr|b|br|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>.*\S)
        |   (?P<number>[0-9]{1,9})[.)](?=\s|$) )""",
    re.VERBOSE,
)
LIST_MARKER = "(?:[-*+]|[0-9]{1,9}[.)])"
"""A pattern of what begins an item of a list (CommonMark 5.2)."""
_LINK = late_pattern(r"\][(\[]|\[\^")
_HEADING_SIGNS = frozenset("\\`*<&_[]~#\n")
# What is no entity, no tag and no emphasis: in a heading nothing else is meant by these signs.
_BARE = r"&(?!#?[a-zA-Z0-9]{1,32};)|<(?![a-zA-Z/!?])|(?<=[^\W_])_(?=[^\W_])|(?<=[ \t])\*(?=[ \t])"
# A heading may end in as many # as it likes, which are no part of it (CommonMark 4.2).
_CLOSING_HASHES = late_pattern(r"(^|(?<=[ \t]))#(#*)$")


# The same labels, names and titles stand in one meeting after another.
@lru_cache(1024)
def escape(text: str) -> str:
    """Escape plain text for the middle of a line; newlines become breaks."""
    return _INLINE.sub(r"\\\1", text).replace("\n", "<br>")


def unescape(text: str) -> str:
    """Return the plain text of what was escaped for the middle of a line."""
    return re.sub(r"\\([\\`*_\[\]<>|~&])", r"\1", text)


def escape_start(text: str) -> str:
    """Escape what would begin another kind of block; for text that begins a list item or paragraph."""
    block_start = _BLOCK_START.match(text)
    if not block_start:
        return text
    digits = max(block_start.end("number"), 0)  # -1 where there is no number
    return f"{text[:digits]}\\{text[digits:]}"


@lru_cache(1024)
def escape_heading(text: str) -> str:
    """Escape in plain text what means something in a heading, whose closing # would be dropped."""
    if _HEADING_SIGNS.isdisjoint(text):
        return text
    signs = r"\\`*<&_"
    signs += r"\[\]" if _LINK.search(text) else ""
    signs += "~" if text.count("~") > 1 else ""
    escaped = re.sub(rf"(?!{_BARE})([{signs}])", r"\\\1", text).replace("\n", "<br>")
    return _CLOSING_HASHES.sub(r"\1\\#\2", escaped)


def long_date(day: date) -> str:
    """Write a date as 2 November 2020, in English on every machine."""
    # %B of strftime follows the locale.
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_long_date(text: str) -> date | None:
    """Return a date that is written as 2 November 2020, or None."""
    match = re.fullmatch(rf"([1-9][0-9]?) ({'|'.join(MONTHS)}) ([0-9]{{4}})", text)
    try:
        return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])) if match else None
    except ValueError:  # 31 November
        return None
