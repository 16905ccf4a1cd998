"""Dates as people write them, in titles and in the names of files."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.oldminutes.handwritten.contents import WrittenDate

_NAMES = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?"),
    *("sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = "|".join(_NAMES)
"""A pattern of the names of months."""
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|<sup>(?:st|nd|rd|th)</sup>)?\.?"
"""A pattern of the day of a month."""
_MONTH = rf"(?P<month>{MONTHS})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(rf"(?<![0-9A-Za-z.]){form}(?![0-9])", re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<sign>[-/._])(?P<number>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})",
        rf"(?:the\s+)?{DAY}(?:\s+of\s+|[\s_-]*){_MONTH},?[\s_-]+{_YEAR}",
        rf"{_MONTH}[\s_-]+{DAY},?[\s_-]+{_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})(?P<sign>[./-])(?P<number>[0-9]{{1,2}})(?P=sign){_YEAR}",
    )
)
_END = r"(?![^\W_]|[ \t]{0,2}[-\u2013/&][ \t]{0,2}[0-9]|,?[ \t]+[0-9]{4})"
_YEARLESS = tuple(
    re.compile(rf"(?<![0-9A-Za-z.]){form}{_END}", re.IGNORECASE)
    for form in (rf"(?:the\s+)?{DAY}(?:\s+of\s+|[\s_-]*){_MONTH}", rf"{_MONTH}[\s_-]+{DAY}")
)
_COMPACT = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])")
_RANGE = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?\s{0,2}(?:[-\u2013\u2014/&]|to|and)\s{0,2}\Z")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_BEFORE = re.compile(rf"(?<!\w){_WEEKDAY}(?=[ \t,(-]{{1,3}}\Z)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"[ \t,(-]{{1,3}}(?P<name>{_WEEKDAY})(?=[ \t]*(?:[),:;|\u2013\u2014-]|\Z))", re.IGNORECASE
)


def weekday_beside(text: str, date_text: str, day: date) -> str:
    """Return the name of a day's weekday as it stands right beside the date in a text, or nothing."""
    before, _, after = text.partition(date_text)
    found, behind = _BEFORE.search(before), _BEHIND.match(after)
    name = found[0] if found else behind["name"] if behind else ""
    return name if name and _WEEKDAYS[day.weekday()].startswith(name.casefold().rstrip(".")) else ""


def find_yearless(text: str, day: date) -> Iterator[str]:
    """Yield what names a day in a text by its month and its number alone."""
    for form in _YEARLESS:
        for found in form.finditer(text):
            span = _RANGE.search(text[max(0, found.start() - 12) : found.start()])
            number = _MONTHS.index(found["month"][:3].lower()) + 1
            if not span and (number, int(found["day"])) == (day.month, day.day):
                yield found[0]


# A series has no meetings in other years.
_YEARS = range(1900, 3000)


def find_dates(text: str, line: int = 1) -> Iterator[WrittenDate]:
    """Yield the dates of a text; the last day of a span of days is none."""
    yield from (one for one in _all(text, line) if one.days)


def find_doubtful_dates(text: str, line: int = 1) -> Iterator[WrittenDate]:
    """Yield what is written as a date and is none, or can be two."""
    yield from (one for one in _all(text, line) if len(one.days) != 1)


def parse_lone_date(text: str) -> date | None:
    """Return the day that a text names, if it has no other words than its weekday."""
    stripped = text.strip(" \t*_#:,")
    found = next((one for one in _all(stripped) if len(one.days) == 1), None)
    if not found:
        return None
    rest = stripped.replace(found.text, "", 1).replace(
        weekday_beside(stripped, found.text, found.days[0]), ""
    )
    return None if rest.strip(" \t*_,()-") else found.days[0]


def date_in_name(stem: str) -> date | None:
    """Return the date in the name of a file, or None where there is none or it can mean two days."""
    return next((one.days[0] for one in _all(_apart(stem)) if len(one.days) == 1), None)


def doubtful_dates_in_name(stem: str) -> Iterator[WrittenDate]:
    """Yield what is written as a date in the name of a file and is none, or can be two."""
    yield from find_doubtful_dates(_apart(stem))


def _apart(stem: str) -> str:
    # Letters may stand right before it, as in TechArea20201026.
    return re.sub(r"(?<=[A-Za-z])(?=[0-9])", " ", stem)


def _all(text: str, line: int = 1) -> Iterator[WrittenDate]:
    for form in (*_FORMS, _COMPACT):
        for found in form.finditer(text):
            before = text[max(0, found.start() - 12) : found.start()]
            if not (found.start("day") == found.start() and _RANGE.search(before)):
                yield WrittenDate(found[0], tuple(_days(found)), line)


def _days(found: re.Match[str]) -> Iterator[date]:
    parts = found.groupdict()
    first, year = int(parts["day"]), int(parts["year"])
    if parts.get("month"):
        pairs = [(_MONTHS.index(parts["month"][:3].lower()) + 1, first)]
    elif parts.get("sign") in {"/", "-"} and found.start("day") < found.start("year"):
        pairs = [(int(parts["number"]), first), (first, int(parts["number"]))]
    else:
        pairs = [(int(parts["number"]), first)]
    seen = set()
    for month, day in pairs:
        try:
            made = date(year, month, day)
        except ValueError:
            continue
        if made not in seen and year in _YEARS:
            seen.add(made)
            yield made
