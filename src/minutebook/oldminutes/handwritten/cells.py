"""What the cells and headings of a hand-written table say: counts, deltas, and which of them are sums."""

import re
from datetime import date

from minutebook.counts import delta_notation
from minutebook.oldminutes.handwritten.plain_text import fold_label, strip_markup

# [0-9] and not \d, which also has the digits of all other scripts.
_COUNT = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")
# As they are folded: a capital sigma becomes a small one.
_TOTALS = frozenset({"total", "totals", "sum", "grand total", "overall total", "\u03c3"})


def parse_count(text: str) -> int | None:
    """Return the count in a cell, or None where it holds none."""
    shown = strip_markup(text)
    return int(shown.replace(",", "")) if _COUNT.fullmatch(shown) else None


def parse_delta(text: str) -> int | None:
    """Return the delta in a cell, or None where it holds none."""
    return delta_notation.parse_delta(strip_markup(text))


def is_delta_heading(text: str) -> bool:
    """Whether a heading says that deltas stand below it."""
    return delta_notation.is_delta_heading(strip_markup(text))


def parse_heading_since(text: str) -> date | None:
    """Return the day since which a heading of deltas counts, or None where it names no day."""
    return delta_notation.parse_heading_since(strip_markup(text))


def is_total(text: str) -> bool:
    """Whether a label or heading is a usual name for a sum."""
    return fold_label(text) in _TOTALS
