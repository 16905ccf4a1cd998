"""Days as notes and minutes write them, such as 2020-10-26."""

import re
from datetime import date

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""A pattern of a day, even of one that is in no calendar."""
_DAY, _LENGTH = re.compile(DAY), 10
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The names of the months in English, on every machine: %B of strftime follows the locale."""


def is_day(text: str) -> bool:
    """Whether a text is written as a day, even one that is in no calendar."""
    return _DAY.fullmatch(text) is not None


def parse_day(text: str) -> date | None:
    """Return the day that a text is, or None where there is no such day."""
    try:
        # Since Python 3.11 fromisoformat takes 20201026 and 2020-W44-1, too (python/cpython#80010).
        return date.fromisoformat(text) if len(text) == _LENGTH and text[4] == text[7] == "-" else None
    except ValueError:
        return None


def coming_day(month: int, number: int, day: date) -> date | None:
    """Return the first day with a number in a month that is not before another day; 29 February may be years away."""
    candidates = (parse_day(f"{year}-{month:02}-{number:02}") for year in range(day.year, day.year + 9))
    return next((candidate for candidate in candidates if candidate and candidate >= day), None)


def month_length(text: str) -> str:
    """Return the sentence that a month has not so many days, if that is what is wrong with a day; else nothing."""
    year, month = (int(number) for number in text.split("-")[:2]) if is_day(text) else (0, 0)
    if parse_day(text) or month not in range(1, len(MONTHS) + 1) or not year:
        return ""
    from calendar import monthrange

    return f"{MONTHS[month - 1]} {year} has {monthrange(year, month)[1]} days."
