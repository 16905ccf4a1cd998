"""Days as people say them, seen from the day that it is: friday, in two weeks, +14d, 4 December."""

import re
from datetime import date, timedelta

from minutebook.records.filenames import YEARS, day_of
from minutebook.records.foreign_days import WEEKDAYS, in_english
from minutebook.records.iso_days import coming_day, parse_day
from minutebook.records.named_days import named_days

_WEEKDAY = re.compile(
    r"(?:(?P<which>this|next|last) )?(?P<name>mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    rf"{'|'.join(WEEKDAYS)})"
)
_NEAR_DAYS = {"today": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1}
# fmt: off
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)
# fmt: on
"""The words of small numbers, each at its own place."""
_UNIT = r"(?P<unit>days?|weeks?|months?|years?|[dwmy])"
_SPAN = re.compile(
    rf"(?:in |\+ ?)?(?P<number>[0-9]{{1,4}}|an|a|{'|'.join(NUMBERS[1:])}) ?{_UNIT}(?P<ago> ago)?"
)
_NUMBERS_ALONE = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sign>[./]|-(?=.+-))(?P<second>[0-9]{1,2})(?:(?P=sign)(?P<year>[0-9]{4})|\.?)"
)
_OF_MONTH = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)")
_NEXT = re.compile(rf"(?P<which>next|last) {_UNIT}")
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SPANS = tuple(timedelta(days=days) for days in (6, 30, 61, 365))
"""From when a weekday, a number such as the 9th or the 31st, and a day of a month is seen as the last one."""
_SMALL = re.compile(r"\b(?!of\b)[a-z]")
_LEAD = re.compile(r"(?:(?:due|by|until|till|deadline|on|the):? )+")


def spoken_day(text: str, today: date) -> date | None:
    """Return the day that a text names, seen from another one, or None where it names none.

    A weekday is the next one, which today can be; `next friday` is never today. In other languages than English the words of Babel do.
    """
    words = " ".join(text.casefold().split())
    day = _spoken(words, today)
    if day is None and any(map(str.isalpha, words)):
        english = in_english(words)
        day = _spoken(english, today) if english != words else None
    return day if day and day.year in YEARS else None


def past_day(text: str, today: date) -> date | None:
    """Return the same of what is over: a weekday, or a day of a month without its year, is the last one."""
    day = spoken_day(text, today)
    # What is counted from today, such as tomorrow, is another day tomorrow.
    is_named = day and day > today and day == spoken_day(text, today + _DAY) and "next" not in text.casefold()
    earlier_days = (spoken_day(text, today - span) for span in _SPANS) if is_named else ()
    return next((earlier for earlier in earlier_days if earlier and earlier <= today), day)


def near_day(text: str, today: date) -> date | None:
    """Return the same of a meeting, which somebody may write down late: a day of a month without its year is the nearest."""
    day = spoken_day(text, today)
    return past_day(text, today) if day and day - today > _SPANS[-1] / 2 else day


def deadline(text: str, today: date) -> date | None:
    """Return the same of what is to be done by then: a weekday is never today, on which it is agreed."""
    day = spoken_day(text, today)
    following = spoken_day(text, today + _DAY) if day == today else None
    return following if following == today + _WEEK else day


def due_day(text: str, today: date, meeting_day: date) -> date | None:
    """Return the same of what is agreed in a meeting, whose notes may be late: never a day before it, if one can be meant."""
    day = near_day(text, today)
    return day if day and day >= meeting_day and day != today else deadline(text, today)


def _spoken(words: str, today: date) -> date | None:
    words = words[lead.end() :] if (lead := _LEAD.match(words)) else words
    day = day_of(words)
    if day is None and words in _NEAR_DAYS:
        day = today + timedelta(days=_NEAR_DAYS[words])
    day = day or _weekday(words, today) or _span(words, today) or _named(words, today)
    return day or _numbered(words, today) or _weekday_and_day(words, today)


def _weekday(words: str, today: date) -> date | None:
    match = _WEEKDAY.fullmatch(words)
    if match is None:
        return None
    number = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match["name"][:3]))
    if match["which"] == "last":
        return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    first = today + timedelta(days=match["which"] == "next")
    return first + timedelta(days=(number - first.weekday()) % 7)


def _weekday_and_day(words: str, today: date) -> date | None:
    """Return the day of a month that stands behind its weekday, if it is on that one."""
    weekday, _, day_words = words.replace(",", "").replace(".", "", 1).partition(" ")
    day = _named(day_words, today) if _WEEKDAY.fullmatch(weekday) else None
    return day if day and _weekday(weekday, day) == day else None


def _numbered(words: str, today: date) -> date | None:
    """Return the next day that numbers name, if they have but one order: 3.12., 13/11 or the 15th."""
    if of_month := _OF_MONTH.fullmatch(words):
        months = (today.month, today.month % 12 + 1, (today.month + 1) % 12 + 1)
        return min(
            filter(None, (coming_day(month, int(of_month["day"]), today) for month in months)), default=None
        )
    match = _NUMBERS_ALONE.fullmatch(words)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    # Who writes dots has the day first.
    orders = ((second, first),) if match["sign"] == "." else ((first, second), (second, first))
    days = {day for month, number in orders if (day := _in_year(match["year"], month, number, today))}
    return days.pop() if len(days) == 1 else None


def _in_year(year: str | None, month: int, number: int, today: date) -> date | None:
    return parse_day(f"{year}-{month:02}-{number:02}") if year else coming_day(month, number, today)


def _span(words: str, today: date) -> date | None:
    """Return the day that is so many days, weeks, months or years away."""
    match = _SPAN.fullmatch(words) or _NEXT.fullmatch(words)
    if match is None:
        return None
    from dateutil.relativedelta import relativedelta

    groups = match.groupdict()
    number = _number(groups.get("number") or "one")
    number = -number if groups.get("ago") or groups.get("which") == "last" else number
    try:
        return today + relativedelta(**{_UNITS[groups["unit"][0]]: number})  # type: ignore[arg-type]
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return NUMBERS.index(word) if word in NUMBERS else 1  # a, an


def _named(words: str, today: date) -> date | None:
    """Return the day of a month, in this year if it isn't over yet where no year is named."""
    text = _SMALL.sub(lambda letter: letter.group().upper(), words)
    mentions = named_days(text)
    if len(mentions) != 1 or (mentions[0].start, mentions[0].end) != (0, len(text)):
        return None
    mention = mentions[0]
    if mention.day is None or mention.month is None:
        return None
    if mention.year:
        return day_of(f"{mention.year}-{mention.month:02}-{mention.day:02}")
    return coming_day(mention.month, mention.day, today)
