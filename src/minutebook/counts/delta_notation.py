"""How a delta is written: as the minutes write it, and in all the notations in which people write it by hand."""

import re
from datetime import date

from minutebook.records.iso_days import DAY, parse_day
from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import without_accents
from minutebook.records.pasted_signs import DASHES

# Word processors and `&minus;` write U+2212, which int() refuses, as it does all dashes.
_SIGN = rf"(?:\+/?-|[+\-\u00b1{DASHES}\ufe63\uff0d\uff0b\u25b2\u25bc\u2191\u2193])"
"""A pattern of the signs before a delta: hyphens, dashes, minus and plus of any width, triangles, arrows."""
_PLUS_SIGNS = frozenset("+\uff0b\u25b2\u2191")
_PLUS_MINUS = frozenset({"+-", "+/-", "\u00b1"})
_SINCE = rf"since\s+(?P<since>{DAY})"
_HEADINGS = (
    "delta change diff difference \u0394 \u2206 \u03b4 differenz veranderung anderung ecart evolution variation "
    "cambio diferencia variacion diferenca mudanca variacao differenza variazione verandering verschil wijziging "
    "roznica zmiana \u53d8\u5316 \u589e\u51cf \u5897\u6e1b"
)
HEADING_WORDS = tuple(_HEADINGS.split())
"""What a column of deltas is called in the languages of minutes, without accents."""

_LATELY = (
    r"(?P<lately>(?:since|compared|vs\.?|versus|than|this|last|seit|gegen\u00fcber|depuis|par rapport|cette|desde|"
    r"respecto|esta|sinds|deze|dalla?|rispetto|questa|sedan|siden|od)[ \t][^()0-9\n]{1,40})"
)
"""A pattern of since when a delta counts, in words: since last week, gegenüber der Vorwoche."""

BRACKETED = (
    rf"\((?P<delta>\\?(?:{_SIGN}|&[#a-zA-Z0-9]{{2,8}};)[ \t]{{0,2}}[0-9]{{1,9}})"
    rf"(?:[ \t](?:since[ \t](?P<since>{DAY})|{_LATELY}))?\)"
)
"""A pattern of a delta behind the count of a sentence, perhaps escaped: `(+3)`, `(&minus;3)`, `(+3 since last week)`."""

CELL_DELTA = late_pattern(rf"\(\s*(?:{_SIGN}\s*)?[0-9]+\s*\)")
"""A delta in brackets behind the count of a cell, perhaps without its sign."""

_DELTA = late_pattern(rf"\(?\s{{0,3}}(?P<sign>{_SIGN})?\s{{0,3}}(?P<number>[0-9]{{1,9}})\s{{0,3}}\)?")
_HEADING = late_pattern(
    rf"(?:\$?\\?(?:{'|'.join(HEADING_WORDS)})\$?|\+\s?/?\s?[-\u2212\u2013]|\u00b1)[\s;:.]{{0,3}}(?:{_SINCE})?",
    re.IGNORECASE,
)


def format_delta(delta: int, since: str = "") -> str:
    """Write a delta as `+3`, `-1` or `+0`, with the phrase about its baseline where that must be said."""
    return f"{delta:+d} {since}" if since else f"{delta:+d}"


def parse_delta(text: str) -> int | None:
    """Return a delta, or None where the text is none, as where a minus stands alone or a `±` before a number."""
    match = _DELTA.fullmatch(text)
    if not match:
        return None
    number, sign = int(match["number"]), match["sign"] or "+"
    if sign in _PLUS_MINUS:
        return 0 if number == 0 else None
    return number if sign in _PLUS_SIGNS else -number


def is_delta_heading(text: str) -> bool:
    """Whether a heading says that deltas stand below it."""
    return _HEADING.fullmatch(without_accents(text)) is not None


def parse_heading_since(text: str) -> date | None:
    """Return the day since which a heading of deltas counts, or None where it names no day."""
    match = _HEADING.fullmatch(without_accents(text))
    return parse_day(match["since"]) if match and match["since"] else None
