"""Values that are typed on the command line: days, texts of one line, and names that may be misspelt."""

import re
from datetime import date

from minutebook.records.problem import UsageError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(1900, 3000)  # those that a meeting's file can be named after


def is_day(text: str) -> bool:
    """Whether a text is written as a day, even one that is in no calendar."""
    return _DAY.fullmatch(text) is not None


def parse_day(option: str, text: str) -> date:
    """Return the day that an option names; raises UsageError if there is no such day."""
    try:
        day = date.fromisoformat(text) if is_day(text) else None
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise UsageError(
            f"{option} must be a day such as 2020-10-26, from {_YEARS[0]} to {_YEARS[-1]}, not '{text}'"
        )
    return day


def one_line(subject: str, text: str) -> str:
    """Return a text without spaces around it; raises UsageError if it is not one line that can be seen."""
    line = text.strip()
    if not line or not line.isprintable():
        raise UsageError(f"{subject} must be one line of text")
    return line


def suggestion(near: str | None, otherwise: str = "") -> str:
    """Return what ends a message about a name that nothing has."""
    return f"; did you mean {near}?" if near else otherwise
