"""Days in words behind a task, which are no due date: only a day such as 2020-11-09 says the same to everybody."""

import re
from datetime import date, timedelta

from minutebook.records.late_patterns import late_pattern
from minutebook.records.pasted_signs import DASHES

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
_PERIOD = rf"(?:the[ \t]+|this[ \t]+|next[ \t]+)?(?:week|month|year|{_MONTH})"
_DAY = "|".join(
    (
        rf"(?:the[ \t]+)?{_NUMBER}[ \t]*(?:of[ \t]+)?{_MONTH}",
        rf"{_MONTH}[ \t]*{_NUMBER}",
        r"[0-9]{1,2}[./-][0-9]{1,2}(?:[./-][0-9]{2,4})?\.?",
        r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}",
        rf"(?:next[ \t]+)?{_WEEKDAY}",
        r"(?:the[ \t]+)?[0-9]{1,2}(?:st|nd|rd|th)",
        r"tomorrow|next[ \t]+(?:week|month|meeting)",
        rf"(?:the[ \t]+)?end[ \t]+of[ \t]+{_PERIOD}",
    )
)
_BEFORE = ("due", "until", "till", "by", "deadline")
_UNREAD = late_pattern(
    rf"(?<![^\s(,;{DASHES}-])(?:{'|'.join(_BEFORE)})(?:[ \t]+(?:on|by))?[ \t]*+:?[ \t]*+"
    rf"(?:{_WEEKDAY}[ \t,]*)?(?:{_DAY})(?:[ \t,]*[0-9]{{4}})?(?=[)\],;]|[ \t]*\Z)",
    re.IGNORECASE,
)
_LONGEST = 120
"""A day stands so near to the end of a task."""
_SOON = timedelta(days=183)
"""Within which time a day is meant that is named without its year."""


def find_unread_day(task: str) -> str | None:
    """Return the words behind a task that name a day by which it is to be done, or None where there are none."""
    # Few tasks have such a word, and most meetings have none with it.
    if not any(word in task.lower() for word in _BEFORE):
        return None
    words = _UNREAD.search(task, max(len(task) - _LONGEST, 0))
    return words.group() if words else None


def split_spoken_day(task: str, today: date) -> tuple[str, date] | None:
    """Return a task without the words at its end that name a day, and that day, seen from another one.

    None where there are none, or where they don't tell which day it is.
    """
    words = find_unread_day(task)
    if words is None:
        return None
    from minutebook.records.spoken_days import spoken_day  # few tasks need it

    head, _, tail = task.rpartition(words)
    day = spoken_day(words, today)
    bare_task = head.rstrip(" \t(,;-")
    is_all = bool(bare_task) and not tail.strip(")")
    return (bare_task, day) if day and is_all and today <= day <= today + _SOON else None
