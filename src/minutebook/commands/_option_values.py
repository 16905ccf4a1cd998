"""Values that are typed on the command line: days, and texts of one line."""

from collections.abc import Callable
from datetime import date
from functools import partial

from minutebook.commands._call import Call
from minutebook.records.filenames import YEARS
from minutebook.records.iso_days import month_length
from minutebook.records.pasted_signs import with_plain_spaces
from minutebook.records.problem import UsageError
from minutebook.records.spoken_days import due_day, near_day, spoken_day
from minutebook.source.yaml.decoder import HIDDEN, name_character

_JOINERS = "\u200c\u200d"


def parse_day(
    option: str, text: str, today: date, read: Callable[[str, date], date | None] = spoken_day
) -> date:
    """Return the day that an option names, seen from today; raises UsageError if there is no such day."""
    day = read(text, today)
    if day is None:
        gap = month_length(text).rstrip(".")
        raise UsageError(
            f"{option} must be a day such as 2020-10-26, friday or 'in two weeks', "
            f"from {YEARS[0]} to {YEARS[-1]}, not '{text}'{f'; {gap}' if gap else ''}"
        )
    return day


def parse_due(option: str, text: str, today: date, meeting_day: date) -> date:
    """Return the same of what was agreed in a meeting."""
    return parse_day(option, text, today, partial(due_day, meeting_day=meeting_day))


def named_day(call: Call) -> date | None:
    """Return the day that --date names, near today where its year is left out; None without it."""
    text = call.options.date
    return None if text is None else parse_day("--date", text, call.today, near_day)


def one_line(subject: str, text: str) -> str:
    """Return a text without spaces around it; raises UsageError if it is not one line that can be seen."""
    line = text.strip()
    hidden = HIDDEN.search(line)
    # Python calls no space but the usual one printable, nor the joiners within emoji and names.
    odd = (char for char in with_plain_spaces(line) if not (char.isprintable() or char in _JOINERS))
    sign = hidden.group() if hidden else next(odd, "")
    if not line or sign:
        without = f", without {name_character(sign)}" if sign and sign != "\n" else ""
        raise UsageError(f"{subject} must be one line of text{without}")
    return line
