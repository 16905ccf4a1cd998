"""Days in words behind a task, which are no due date: only a day such as 2020-11-09 says the same to everybody."""

import re

from minutebook.records.pasted_signs import DASHES

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
_DAY = (
    rf"(?:{_NUMBER}[ \t]*(?:of[ \t]+)?{_MONTH}|{_MONTH}[ \t]*{_NUMBER}|[0-9]{{1,2}}[./-][0-9]{{1,2}}(?:[./-][0-9]{{2,4}})?\.?"
    rf"|(?:next[ \t]+)?{_WEEKDAY}|tomorrow|next[ \t]+(?:week|month|meeting)|(?:the[ \t]+)?end[ \t]+of[ \t]+(?:the[ \t]+|this[ \t]+|next[ \t]+)?(?:week|month|year|{_MONTH})"
    rf"|[0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}})"
)
_UNREAD = re.compile(
    rf"(?<![^\s(,;{DASHES}-])(?:due|until|till|by|deadline)(?:[ \t]+(?:on|by))?[ \t]*:?[ \t]*"
    rf"(?:{_WEEKDAY}[ \t,]*)?{_DAY}(?:[ \t,]*[0-9]{{4}})?(?=[)\],;]|[ \t]*\Z)",
    re.IGNORECASE,
)
_LONGEST = 120
"""A day stands so near to the end of a task."""


def find_unread_day(task: str) -> str | None:
    """Return the words behind a task that name a day by which it is to be done, or None where there are none."""
    words = _UNREAD.search(task, max(len(task) - _LONGEST, 0))
    return words.group() if words else None
