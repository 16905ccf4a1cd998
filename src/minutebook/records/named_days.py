"""The days, months and years that a title names, in English or in digits."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from minutebook.records.frozen_class import dataclass
from minutebook.records.iso_days import MONTHS
from minutebook.records.late_patterns import late_pattern

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_DAY = r"(?P<day>[0-3]?[0-9])(?P<ending>st|nd|rd|th)?"
_DATED = (
    late_pattern(rf"(?<![\w-]){_YEAR}-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])"),
    late_pattern(rf"(?<![\w.])(?P<day>[0-3]?[0-9])\. ?(?P<number>[01]?[0-9])\. ?{_YEAR}(?!\w)"),
    late_pattern(rf"(?<!\w){_DAY}\.? (?:of )?{_MONTH}(?:,? {_YEAR})?(?!\w)"),
    late_pattern(rf"(?<!\w){_MONTH} {_DAY}(?:,? {_YEAR})?(?!\w)"),
    late_pattern(rf"(?<!\w){_MONTH},? {_YEAR}(?!\w)"),
)
# May is a word, too.
_MONTH_ALONE = late_pattern(
    rf"(?<![\w-])(?P<month>{'|'.join(month for month in MONTHS if month != 'May')})(?![\w-])"
)
_YEAR_ALONE = late_pattern(rf"(?<![\w.-]){_YEAR}(?![\w-]|\.[0-9])")
_WEEKDAY = late_pattern(
    r"\A(?:on )?(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day,? ?|\A(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? "
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A part of a text that names a day, a month or a year; what it doesn't say is None."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    write: Callable[[date], str]

    def fits(self, day: date) -> bool:
        """Whether a day is one of those that it names."""
        numbers = ((self.day, day.day), (self.month, day.month), (self.year, day.year))
        return all(number in (None, day_number) for number, day_number in numbers)


def named_days(text: str) -> tuple[NamedDay, ...]:
    """Return what a text names, in its order; a part of one is no other."""
    days: list[NamedDay] = []
    # Most titles have no digit, and then a month is all that can be named.
    patterns = (*_DATED, _MONTH_ALONE, _YEAR_ALONE) if any(map(str.isdigit, text)) else (_MONTH_ALONE,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not any(match.start() < mention.end and mention.start < match.end() for mention in days):
                days += _mentions(match)
    return tuple(sorted(days, key=lambda mention: mention.start))


def is_only_a_day(text: str) -> bool:
    """Whether a text is a day and nothing else, such as Monday, 19 October."""
    plain = _WEEKDAY.sub("", text.strip(" :"))
    return any(
        (mention.start, mention.end) == (0, len(plain)) and mention.day is not None
        for mention in named_days(plain)
    )


def names_another_day(text: str, day: date) -> bool:
    """Whether a text names days, months or years, and none of them has a day in it."""
    mentions = named_days(text)
    return bool(mentions) and not any(mention.fits(day) for mention in mentions)


def redated(text: str, day: date) -> str:
    """Return a text in which what it names of a day is that of another one."""
    for mention in reversed(named_days(text)):
        text = f"{text[: mention.start]}{mention.write(day)}{text[mention.end :]}"
    return text


def _mentions(match: re.Match[str]) -> Iterator[NamedDay]:
    groups = match.groupdict()
    month = groups.get("number") or groups.get("month")
    number = int(month) if month and month.isdigit() else _month_number(month) if month else None
    day, year = (int(digits) if digits else None for digits in (groups.get("day"), groups.get("year")))
    if day is not None and not _exists(year, number, day):
        return

    def write(new_day: date) -> str:
        return _written(match, new_day)

    yield NamedDay(match.start(), match.end(), day, number, year, write)


def _written(match: re.Match[str], day: date) -> str:
    """Return what a match says of another day, in its own way."""
    groups = {name: match.span(name) for name, text in match.groupdict().items() if text}
    texts = {
        "day": f"{day.day:02}"
        if ("number" in groups and match["day"].startswith("0")) or "-" in match[0]
        else str(day.day),
        "ending": "",
        "number": f"{day.month:02}",
        "month": MONTHS[day.month - 1],
        "year": str(day.year),
    }
    text = match[0]
    for name, (start, end) in sorted(groups.items(), key=lambda group: group[1], reverse=True):
        text = f"{text[: start - match.start()]}{texts[name]}{text[end - match.start() :]}"
    return text


def _month_number(name: str) -> int:
    return 1 + next(index for index, month in enumerate(MONTHS) if month.startswith(name.rstrip(".")[:3]))


def _exists(year: int | None, month: int | None, day: int) -> bool:
    try:
        date(year or 2020, month or 1, day)
    except ValueError:
        return False
    return True
