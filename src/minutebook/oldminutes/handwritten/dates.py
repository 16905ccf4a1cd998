"""Dates as people write them, in titles and in the names of files."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.oldminutes.handwritten.contents import WrittenDate
from minutebook.records.filenames import YEARS

_MONTH_NAMES = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?"),
    *("sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
_MONTH_STARTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = "|".join(_MONTH_NAMES)
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
# Without a year, what follows may be the rest of a range or of another date.
_END = r"(?![^\W_]|[ \t]{0,2}[-\u2013/&][ \t]{0,2}[0-9]|,?[ \t]+[0-9]{4})"
_FORMS_WITHOUT_YEAR = tuple(
    re.compile(rf"(?<![0-9A-Za-z.]){form}{_END}", re.IGNORECASE)
    for form in (rf"(?:the\s+)?{DAY}(?:\s+of\s+|[\s_-]*){_MONTH}", rf"{_MONTH}[\s_-]+{DAY}")
)
_COMPACT = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])")
_RANGE_START = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?\s{0,2}(?:[-\u2013\u2014/&]|to|and)\s{0,2}\Z")
_RANGE_WITHIN = 12
"""In how many characters before a date the start of a range of days is looked for."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){_WEEKDAY}(?=[ \t,(-]{{1,3}}\Z)", re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(
    rf"[ \t,(-]{{1,3}}(?P<name>{_WEEKDAY})(?=[ \t]*(?:[),:;|\u2013\u2014-]|\Z))", re.IGNORECASE
)


def weekday_beside(text: str, date_text: str, day: date) -> str:
    """Return the name of a day's weekday as it stands right beside the date in a text, or nothing."""
    text_before, _, text_behind = text.partition(date_text)
    weekday_before, weekday_behind = _WEEKDAY_BEFORE.search(text_before), _WEEKDAY_BEHIND.match(text_behind)
    name = weekday_before[0] if weekday_before else weekday_behind["name"] if weekday_behind else ""
    return name if name and _WEEKDAYS[day.weekday()].startswith(name.casefold().rstrip(".")) else ""


def find_dates_without_year(text: str, day: date) -> Iterator[str]:
    """Yield what names a day in a text by its month and its number alone."""
    for form in _FORMS_WITHOUT_YEAR:
        for match in form.finditer(text):
            month_and_day = (_month_number(match["month"]), int(match["day"]))
            if not _ends_range(match) and month_and_day == (day.month, day.day):
                yield match[0]


def find_dates(text: str, line: int = 1) -> Iterator[WrittenDate]:
    """Yield the dates of a text; the last day of a range of days is none."""
    yield from (written for written in _written_dates(text, line) if written.days)


def find_doubtful_dates(text: str, line: int = 1) -> Iterator[WrittenDate]:
    """Yield what is written as a date and is none, or can be two."""
    yield from (written for written in _written_dates(text, line) if len(written.days) != 1)


def parse_lone_date(text: str) -> date | None:
    """Return the day that a text names, if it has no other words than its weekday."""
    stripped = text.strip(" \t*_#:,")
    written = next((written for written in _written_dates(stripped) if len(written.days) == 1), None)
    if not written:
        return None
    day = written.days[0]
    other_words = stripped.replace(written.text, "", 1)
    other_words = other_words.replace(weekday_beside(stripped, written.text, day), "")
    return None if other_words.strip(" \t*_,()-") else day


def date_in_name(stem: str) -> date | None:
    """Return the date in the name of a file, or None where there is none or it can mean two days."""
    dates = _written_dates(_split_words(stem))
    return next((written.days[0] for written in dates if len(written.days) == 1), None)


def doubtful_dates_in_name(stem: str) -> Iterator[WrittenDate]:
    """Yield what is written as a date in the name of a file and is none, or can be two."""
    yield from find_doubtful_dates(_split_words(stem))


def _split_words(stem: str) -> str:
    # Letters may stand right before a date, as in TechArea20201026.
    return re.sub(r"(?<=[A-Za-z])(?=[0-9])", " ", stem)


def _written_dates(text: str, line: int = 1) -> Iterator[WrittenDate]:
    for form in (*_FORMS, _COMPACT):
        for match in form.finditer(text):
            begins_with_day = match.start("day") == match.start()
            if not (begins_with_day and _ends_range(match)):
                yield WrittenDate(match[0], tuple(dict.fromkeys(_days(match))), line)


def _ends_range(match: re.Match[str]) -> bool:
    """Whether a date is the last day of a range of days, such as 5 to 7 May."""
    text_before = match.string[max(0, match.start() - _RANGE_WITHIN) : match.start()]
    return _RANGE_START.search(text_before) is not None


def _days(match: re.Match[str]) -> Iterator[date]:
    """Yield the days that a date can mean: two, where the month may stand before the day or behind it."""
    groups = match.groupdict()
    day, year = int(groups["day"]), int(groups["year"])
    if groups.get("month"):
        months_and_days = [(_month_number(groups["month"]), day)]
    else:
        number = int(groups["number"])
        # Only with slashes and hyphens do people write the month first.
        months_and_days = [(number, day)]
        if groups.get("sign") in {"/", "-"} and match.start("day") < match.start("year"):
            months_and_days.append((day, number))
    for month, day_of_month in months_and_days:
        try:
            written_day = date(year, month, day_of_month)
        except ValueError:
            continue
        if year in YEARS:
            yield written_day


def _month_number(name: str) -> int:
    return _MONTH_STARTS.index(name[:3].lower()) + 1
