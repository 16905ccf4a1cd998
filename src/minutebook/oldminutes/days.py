"""Dates as people write them, in titles and in lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutebook.oldminutes import languages
from minutebook.records.filenames import YEARS

_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er)?\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[^\W\d_]{3,20})(?![^\W\d_])\.?"
"""A word; one that is no month is passed over."""
_FRONT = r"(?<![0-9A-Za-z])(?<![0-9]\.)"
"""No part of a number such as 1.2026 stands right before a date, but the rest of a name may: mill.2026-01-08-14.00."""
_FORMS = (
    rf"{_FRONT}{_YEAR}(?P<sign>[-/._ ])(?P<number>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})(?![0-9])",
    rf"{_FRONT}(?:the\s+)?{_DAY}(?:\s+(?:of|de|di|d'|do)\s+|[\s_/-]*){_MONTH},?[\s_/-]+(?:de[l]?\s+)?{_YEAR}(?![0-9])",
    rf"{_FRONT}{_MONTH}[\s_-]+{_DAY},?[\s_-]+{_YEAR}(?![0-9])",
    rf"{_FRONT}{_YEAR}[\s_-]*{_MONTH}[\s_-]*{_DAY}(?![0-9])",
    rf"{_FRONT}(?P<day>[0-9]{{1,2}})[ ]?(?P<sign>[./_-])[ ]?(?P<number>[0-9]{{1,2}})[ ]?(?P=sign)[ ]?{_YEAR}(?![0-9])",
    r"(?<![0-9A-Za-z])(?P<day>[0-9]{1,2})[-_.]?(?P<month>[^\W\d_]{3,9})[-_.'\u2019 ]?(?P<year>[0-9]{2})(?![0-9A-Za-z])",
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])",
    r"(?<![0-9])(?P<day>0[1-9]|[12][0-9]|3[01])(?P<sign>)(?P<number>0[1-9]|[12][0-9]|3[01])(?P<year>20[0-9]{2})(?![0-9])",
    r"(?<![0-9A-Za-z./-])(?P<day>[0-9]{2})(?P<sign>[./])(?P<number>[0-9]{2})(?P=sign)(?P<year>[0-9]{2})(?![0-9./-])",
    r"(?<![0-9A-Za-z./-])(?P<day>[0-9]|[0-9]{2}(?=/[0-9]/))(?P<sign>/)(?P<number>[0-9]{1,2})/(?P<year>[0-9]{2})(?![0-9./-])",
    rf"{_YEAR}\s?[年년]\s?(?P<number>[0-9]{{1,2}})\s?[月월]\s?(?P<day>[0-9]{{1,2}})\s?[日일号號]",
)
# Without a year, what follows may be the rest of a range or of another date.
_END = r"(?![^\W_]|[ \t]{0,2}[-\u2013/&][ \t]{0,2}[0-9]|,?[ \t]+[0-9]{4})"
_WITH_YEAR = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_WITHOUT_YEAR = tuple(
    re.compile(rf"(?<![^\W_]){form}", re.IGNORECASE)
    for form in (
        rf"(?:the\s+)?{_DAY}(?:\s+(?:of|de|di|d'|do)\s+|[\s_-]*){_MONTH}{_END}",
        rf"{_MONTH}[\s_-]*{_DAY}{_END}",
    )
)
_RANGE_START = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?\s{0,2}(?:[-\u2013\u2014/&]|to|and)\s{0,2}\Z")
_COUNT = re.compile(r"(?<!\w)([^\W\d_a-z][^\W\d_]*) #?[0-9]{1,2} ?[-\u2013] \Z")
"""What names a meeting by its number before its date, such as Meeting 5 - 12/10/2026."""
_RANGE_WITHIN = 12
"""In how many characters before a date the start of a range of days is looked for."""
BESIDE = 24
"""In how many characters beside a date its weekday is looked for, and what says that a meeting was held."""
_HALF_A_YEAR = 182
_TIME = re.compile(
    r"[ \t*_,@():#\u2013-]*(?:(?:(?:at|um|à)[ \t])?(?:[0-9]{1,2}(?:[:.h ]|[ap]m)|[0-9]{4}[\u2013-][0-9]{4}).*|(?:week|sprint|kw)[ \t]*[0-9]{1,2}\)?|\([^()]*\)\.?)?",
    re.IGNORECASE,
)
"""What may stand behind the date that is all that a line says, such as (14:00)."""
_TWO_NUMBERS = re.compile(r"(?<![0-9/.-])([0-9]{1,2})[/.]([0-9]{1,2})\.?(?![0-9/-])")
_MONTH_OF_YEAR = re.compile(
    r"(?:(?P<before>[^\W\d_]{3,20}),?[\s_-])?(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?![0-9])(?:[\s_-](?P<behind>[^\W\d_]{3,20}))?"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_HOLDS_YEAR = re.compile(
    r"[0-9]{4}|(?:[0-9]{1,2}[./]){2}[0-9]{2}|[0-9][-_.]?[^\W\d_]{3,9}[-_.'\u2019 ]?[0-9]{2}"
)


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands before and behind a date, without the weekday beside it, which is also told as a number."""

    front: str
    back: str
    weekday_name: str = ""
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it is written in a text, its `context`, with the days that it can mean: none, where there is none."""

    text: str
    days: tuple[date, ...]
    context: str
    line: int = 1

    @property
    def day(self) -> date | None:
        """The day that it means, if that is but one."""
        return self.days[0] if len(self.days) == 1 else None

    @property
    def sides(self) -> Sides:
        """What stands around it."""
        front, _, back = self.context.partition(self.text)
        numbers = languages.weekdays()
        for name in _LETTERS.findall(front[-BESIDE:])[-1:]:
            if (number := numbers.get(name.casefold())) is not None:
                return Sides("".join(front.rsplit(name, 1)), back, name, number)
        for name in _LETTERS.findall(back[:BESIDE])[:1]:
            if (number := numbers.get(name.casefold())) is not None:
                return Sides(front, back.replace(name, "", 1), name, number)
        return Sides(front, back)

    def led(self, *, by_day: bool) -> "WrittenDate":
        """The same with the day alone whose number comes first, or that whose month does, if it could be either."""
        days = (day for day in self.days if leads(self.text, day) == by_day)
        return replace(self, days=tuple(days)) if len(self.days) > 1 else self

    def on(self, weekday: int | None) -> "WrittenDate":
        """The same with the days alone that are on a weekday, if one is told."""
        days = (day for day in self.days if weekday is None or day.weekday() == weekday)
        return replace(self, days=tuple(days))


def find_dates(text: str, line: int = 1) -> Iterator[WrittenDate]:
    """Yield what is written as a date in a text, but for the last day of a range of days."""
    if not _HOLDS_YEAR.search(text):
        return
    plain = text.replace("\u2013", "-")
    for form in _WITH_YEAR:
        for match in form.finditer(plain):
            if not month_number(match.groupdict().get("month", "may")):
                continue
            begins_with_day = match.start("day") == match.start()
            if not (begins_with_day and _ends_range(match)):
                written_days = tuple(dict.fromkeys(_days(match)))
                yield WrittenDate(text[match.start() : match.end()], written_days, text, line)


def leads(text: str, day: date) -> bool:
    """Whether a date as it is written begins with the number of the day."""
    return int(text[: 1 + text[1:2].isdigit()]) == day.day


def first_day(text: str) -> date | None:
    """Return the first day that a text names without doubt."""
    return next((written.day for written in find_dates(text) if written.day), None)


def begins_with_date(text: str) -> bool:
    """Whether a text begins with a date, or with a weekday before it, and goes on with nothing but a time."""
    sides = next((written.sides for written in find_dates(text)), None)
    return sides is not None and not any(map(str.isalnum, sides.front)) and bool(_TIME.fullmatch(sides.back))


def named_month(text: str) -> date | None:
    """Return the first day of the month that a text names with its year, such as 2026-Oct or October 2026."""
    named = _MONTH_OF_YEAR.search(text)
    month = month_number(named["before"] or named["behind"] or "") if named else 0
    return make_day(int(named["year"]), month, 1) if named else None


def named_days(text: str, year: int) -> Iterator[date]:
    """Yield the days that a text names by their month's name and their number, in a year that stands elsewhere."""
    return filter(None, (make_day(year, month, number) for _, month, number in _yearless(text)))


def near_dates(text: str, day: date) -> Iterator[WrittenDate]:
    """Yield what names days by their months and their numbers alone, each with what it can mean within half a year."""
    for match, month, number in _yearless(text):
        yield WrittenDate(match[0], _near(day, (month, number)), text)
    for match in _TWO_NUMBERS.finditer(text):
        first, second = int(match[1]), int(match[2])
        yield WrittenDate(match[0], _near(day, (first, second), (second, first)), text)


def _yearless(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    for form in _WITHOUT_YEAR:
        for match in form.finditer(text):
            if month := month_number(match["month"]):
                yield match, month, int(match["day"])


def _near(day: date, *months_and_days: tuple[int, int]) -> tuple[date, ...]:
    years = (day.year - 1, day.year, day.year + 1)
    named = (make_day(year, *numbers) for numbers in dict.fromkeys(months_and_days) for year in years)
    return tuple(near for near in named if near and abs((near - day).days) <= _HALF_A_YEAR)


def likelier_day(year: int, *numbers: int, day_first: bool = False) -> date | None:
    """Return the day that two numbers mean in a year, in the likelier order if they can be read in both."""
    month, number = reversed(numbers) if day_first else numbers
    return make_day(year, month, number) or make_day(year, number, month)


def _ends_range(match: re.Match[str]) -> bool:
    """Whether a date is the last day of a range of days, such as 5 to 7 May."""
    text_before = match.string[max(0, match.start() - BESIDE) : match.start()]
    count = _COUNT.search(text_before)
    is_counted = count is not None and count[1].casefold() not in {*languages.months(), *languages.weekdays()}
    return not is_counted and _RANGE_START.search(text_before[-_RANGE_WITHIN:]) is not None


def _days(match: re.Match[str]) -> Iterator[date]:
    """Yield the days that a date can mean: two, where the month may stand before the day or behind it."""
    groups = match.groupdict()
    day, year = int(groups["day"]), int(groups["year"])
    year += 2000 if year < 100 else 0  # noqa: PLR2004  # as people shorten it
    if groups.get("month"):
        months_and_days = [(month_number(groups["month"]), day)]
    else:
        number = int(groups["number"])
        # Only between dots do people never write the month first.
        months_and_days = [(number, day)]
        if groups.get("sign") in {"", "/", "-", "_"} and match.start("day") < match.start("year"):
            months_and_days.append((day, number))
    for month, day_of_month in months_and_days:
        if possible_day := make_day(year, month, day_of_month):
            yield possible_day


def month_number(name: str) -> int:
    """Return the number of a month, or 0 for a word that is the name of none."""
    return languages.months().get(name.casefold(), 0)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day that a meeting can have, or None where there is no such day."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
