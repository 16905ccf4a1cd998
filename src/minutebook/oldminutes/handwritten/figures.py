"""Counts, deltas and headings, in the notations that people use."""

import re
from datetime import date
from html import unescape

_EMPHASIS = re.compile(r"\A(?:\*{1,3}|_{1,3}|`|~~)(.*?)(?:\*{1,3}|_{1,3}|`|~~)\Z")
_COUNT = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")
SIGNS = r"\+/?-|[+\-\u00b1\u2010-\u2015\u2212\ufe63\uff0d\uff0b\u25b2\u25bc\u2191\u2193]"
_DELTA = re.compile(rf"\(?\s{{0,3}}(?P<sign>{SIGNS})?\s{{0,3}}(?P<number>[0-9]{{1,9}})\s{{0,3}}\)?")
_PLUS = "+\uff0b\u25b2\u2191"
_HEADING = re.compile(
    r"(?:\$?\\?(?P<word>\u0394|\u2206|\u03b4|delta|change|diff|difference)\$?|\+\s?/?\s?[-\u2212\u2013]|\u00b1)"
    r"[\s;:.]{0,3}(?:since\s+(?P<since>[0-9]{4}-[0-9]{2}-[0-9]{2}))?",
    re.IGNORECASE,
)
_TOTALS = {"total", "totals", "sum", "grand total", "overall total", "\u03a3"}


def plain(text: str) -> str:
    """Return what a reader sees of a cell: no entities, emphasis or backslashes, single blanks."""
    seen = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)).strip()
    while (inner := _EMPHASIS.match(seen)) and inner[1] != seen:
        seen = inner[1].strip()
    return " ".join(seen.split())


def folded(text: str) -> str:
    """Return a name for comparison: plain, in small letters, without marks at its end."""
    return plain(text).casefold().rstrip(" :;.")


def numberless(title: str) -> str:
    """Return a title for comparison without its numbers, which may be a date or a release."""
    return folded(re.sub(r"[0-9][\w.-]*", "", title))


def count(text: str) -> int | None:
    """Return a count, or None where it is none."""
    seen = plain(text)
    return int(seen.replace(",", "")) if _COUNT.fullmatch(seen) else None


def delta(text: str) -> int | None:
    """Return a delta, or None where it is none, as where a minus stands alone."""
    found = _DELTA.fullmatch(plain(text))
    if not found:
        return None
    number, sign = int(found["number"]), found["sign"] or "+"
    if sign in {"+-", "+/-", "\u00b1"}:
        return 0 if number == 0 else None
    return number if sign in _PLUS else -number


def is_delta_heading(text: str) -> bool:
    """Whether a heading says that deltas stand below it."""
    return _HEADING.fullmatch(plain(text)) is not None


def since(text: str) -> date | None:
    """Return the day that a heading of deltas names."""
    found = _HEADING.fullmatch(plain(text))
    return day(found["since"]) if found and found["since"] else None


def day(text: str) -> date | None:
    """Return a day written as 2020-10-26, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_total(text: str) -> bool:
    """Whether a label or heading is a usual name for a sum."""
    return folded(text) in _TOTALS
