"""Days in words behind a task, which are no due date: only a day such as 2020-11-09 says the same to everybody."""

import re
from datetime import date, timedelta

from minutebook.actions.foreign_words import (
    FOREIGN_BEFORE,
    FOREIGN_DAYS,
    FOREIGN_DUE,
    FOREIGN_MONTHS,
    FOREIGN_WEEKDAYS,
)
from minutebook.records.iso_days import DAY
from minutebook.records.late_patterns import late_pattern
from minutebook.records.pasted_signs import DASHES

_MONTH = rf"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|{FOREIGN_MONTHS})\.?"
_WEEKDAY = rf"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|{FOREIGN_WEEKDAYS})"
_COMING = r"(?:next|this|diese[nr]?|(?:nächste|kommende)[nr]?|le|el|il|op|w)"
_HOUR = r"(?:(?:EOD|COB|noon|midnight|end[ \t]+of[ \t]+(?:the[ \t]+)?(?:business[ \t]+)?day|close[ \t]+of[ \t]+business)(?:[ \t]+on)?[ \t,]*)"
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
_PERIOD = rf"(?:the[ \t]+|this[ \t]+|next[ \t]+)?(?:week|month|year|{_MONTH})"
_DAY = "|".join(
    (
        rf"(?:the[ \t]+)?{_NUMBER}[ \t]*(?:(?:of|de)[ \t]+)?{_MONTH}",
        rf"{_MONTH}[ \t]*{_NUMBER}",
        r"[0-9]{1,2}[./-][0-9]{1,2}(?:[./-][0-9]{2,4})?\.?",
        r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}",
        rf"(?:{_COMING}[ \t]+)?{_WEEKDAY}",
        r"[0-9]{1,2}月[0-9]{1,2}[日号]",
        r"(?:the[ \t]+)?[0-9]{1,2}(?:st|nd|rd|th)",
        r"today|tonight|tomorrow|EOD|COB|next[ \t]+(?:week|month|meeting)",
        FOREIGN_DAYS,
        rf"(?:the[ \t]+)?end[ \t]+of[ \t]+{_PERIOD}",
    )
)
_BEFORE = ("due", "until", "till", "by", "deadline", *FOREIGN_BEFORE)
# Before stands before much else, and to compile the pattern below for nothing takes a hook 7 ms.
_BEFORE_DAY = late_pattern(
    r"before[ \t]+(?:the[ \t]+)?(?:[0-9]|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|to|next|end|eod|cob)"
)
# Behind a day that everybody reads alike may stand anything, such as: by 2020-11-09 at noon.
_UNREAD = late_pattern(
    rf"(?<![^\s(,;{DASHES}-])(?:(?:due|until|till|by|(?:(?:by|on)[ \t]+or[ \t]+)?before|deadline)(?:[ \t]+(?:on|by))?|{FOREIGN_DUE})[ \t]*+:?[ \t]*+"
    rf"{_HOUR}?(?P<day>(?:{_WEEKDAY}[ \t,]*)?(?:{DAY}(?![\w-])|(?:{_DAY})(?:[ \t,]*[0-9]{{4}})?"
    rf"(?=[)\],;.!?]|[ \t]+[{DASHES}-]{{1,2}}[ \t]|[ \t]+(?:(?:at|um|à|alle|om)[ \t]|[0-9]{{1,2}}(?::[0-9]{{2}}|[ \t]?(?:am|pm|uhr|h)\b))|[ \t]*\Z)))",
    re.IGNORECASE,
)
_FROM = late_pattern(
    rf"(?:\b(?:from|von|vom|van|od)[ \t]+(?:[0-9]{{1,2}}(?::[0-9]{{2}})?(?:[ \t]*(?:am|pm|uhr|h))?|now|(?:{_WEEKDAY}[ \t,]*)?"
    rf"(?:{DAY}|{_DAY})(?:[ \t,]*[0-9]{{4}})?)[ \t]+|{_WEEKDAY}[ \t]+)\Z",
    re.IGNORECASE,
)
"""What makes the end of a span of the day behind it, such as: from Monday until Friday."""
_LONGEST = 120
"""A day stands so near to the end of a task."""
_SOON = timedelta(days=183)
"""Within which time a day is meant that is named without its year."""


def find_unread_day(task: str) -> str | None:
    """Return the words behind a task that name a day by which it is to be done, or None where there are none."""
    words = _search(task)
    return words.group() if words else None


def split_spoken_day(task: str, today: date) -> tuple[str, date] | None:
    """Return a task without the words at its end that name a day, and that day, seen from another one.

    None where there are none, or where they don't tell which day it is.
    """
    words = _search(task)
    if words is None:
        return None
    from minutebook.records.spoken_days import deadline  # few tasks need it

    day = deadline(words["day"], today)
    bare_task = task[: words.start()].rstrip(f" \t([,;{DASHES}-")
    is_within = task[: words.start()].rstrip(" \t").endswith((",", ";")) and task[words.end() :] == ")"
    if is_within and bare_task.count("(") > bare_task.count(")"):
        bare_task += ")"  # order parts (owner: Mat, by Friday)
    is_all = (
        bool(bare_task)
        and bare_task.count("(") == bare_task.count(")")
        and not task[words.end() :].strip(")].!")
    )
    return (bare_task, day) if day and is_all and today <= day <= today + _SOON else None


def _search(task: str) -> re.Match[str] | None:
    small = task.lower()
    # Few tasks have such a word, and most meetings have none with it.
    if not any(word in small for word in _BEFORE) and not ("before" in small and _BEFORE_DAY.search(small)):
        return None
    for words in _UNREAD.finditer(task, max(len(task) - _LONGEST, 0)):
        if not _FROM.search(task, 0, words.start()):
            return words
    return None
