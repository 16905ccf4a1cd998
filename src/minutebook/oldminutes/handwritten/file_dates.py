"""The day of a file whose name or folders have the parts of a date."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.contents import WrittenDate

_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH_FOLDER = re.compile(rf"(?P<year>{_YEAR})(?:[-_.](?P<month>[0-9]{{2}}))?")
_MONTH_DAY = re.compile(r"(?P<month>[0-9]{1,2})(?P<sign>[-_.])(?P<day>[0-9]{1,2})(?![0-9]|(?P=sign)[0-9])")
_ONLY_DAY = re.compile(r"(?P<day>[0-9]{2})(?:[ _-][^0-9]*)?")
_NAMED_MONTH = (
    re.compile(rf"(?<![^\W_])(?P<month>{dates.MONTHS})[\s_-]*{dates.DAY}(?![0-9]|[-_ ][0-9])", re.IGNORECASE),
    re.compile(rf"(?<![^\W_]|-){dates.DAY}[\s_-]*(?P<month>{dates.MONTHS})(?![^\W_])", re.IGNORECASE),
)


def day_of_path(path: str) -> date | None:
    """Return the date in a file's name; else the date that its folder's name is, or that both make together."""
    *folders, name = _parts(path)
    stem = _stem(name)
    if day := dates.date_in_name(stem):
        return day
    # Whoever wrote a date into the name meant that one, though it can't be told which day it is.
    if any(dates.doubtful_dates_in_name(stem)) or not folders:
        return None
    if day_of_folder := dates.parse_lone_date(folders[-1]):
        return day_of_folder
    days = set(_joined_days(folders, stem))
    return days.pop() if len(days) == 1 else None


def doubtful_dates_of_path(path: str) -> Iterator[WrittenDate]:
    """Yield what is written as a date in a file's name and is none, or can be two."""
    return dates.doubtful_dates_in_name(_stem(_parts(path)[-1]))


def _parts(path: str) -> list[str]:
    return path.replace("\\", "/").split("/")


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0]


def _joined_days(folders: list[str], stem: str) -> Iterator[date]:
    """Yield the days that a file's name makes with the year, or the year and the month, of its folders."""
    is_month_below_year = re.fullmatch(r"[0-9]{2}", folders[-1]) and re.fullmatch(
        _YEAR, "".join(folders[-2:-1])
    )
    folder = _MONTH_FOLDER.fullmatch("-".join(folders[-2:]) if is_month_below_year else folders[-1])
    if not folder:
        return
    year, month = folder["year"], folder["month"]
    texts = []
    if numbers := _MONTH_DAY.match(stem):
        texts.append(f"{year}-{numbers['month']}-{numbers['day']}")
    if month and (number := _ONLY_DAY.fullmatch(stem)):
        texts.append(f"{year}-{month}-{number['day']}")
    named = (match for pattern in _NAMED_MONTH for match in pattern.finditer(stem))
    texts += [f"{match['day']} {match['month']} {year}" for match in named]
    for day in filter(None, map(dates.date_in_name, texts)):
        if not month or day.month == int(month):
            yield day
