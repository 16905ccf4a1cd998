"""The day of a file whose name or folders have the parts of a date."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.oldminutes.handwritten import dates

_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH_FOLDER = re.compile(rf"(?P<year>{_YEAR})(?:[-_.](?P<month>[0-9]{{2}}))?")
_MONTH_DAY = re.compile(r"(?P<month>[0-9]{1,2})(?P<sign>[-_.])(?P<day>[0-9]{1,2})(?![0-9]|(?P=sign)[0-9])")
_ONLY_DAY = re.compile(r"(?P<day>[0-9]{2})(?:[ _-][^0-9]*)?")
_NAMED = (
    re.compile(rf"(?<![^\W_])(?P<month>{dates.MONTHS})[\s_-]*{dates.DAY}(?![0-9]|[-_ ][0-9])", re.IGNORECASE),
    re.compile(rf"(?<![^\W_]|-){dates.DAY}[\s_-]*(?P<month>{dates.MONTHS})(?![^\W_])", re.IGNORECASE),
)


def day_of_path(path: str) -> date | None:
    """Return the date in a file's name; else that which is the name of its folder, or which both have together."""
    *folders, name = path.replace("\\", "/").split("/")
    stem = name.rsplit(".", 1)[0]
    if day := dates.of_name(stem):
        return day
    if any(dates.doubts_of_name(stem)) or not folders:
        return None
    if whole := dates.only(folders[-1]):
        return whole
    days = set(_joined(folders, stem))
    return days.pop() if len(days) == 1 else None


def _joined(folders: list[str], stem: str) -> Iterator[date]:
    """Yield the days that a file's name tells with the year, or the year and the month, of its folders."""
    deep = re.fullmatch(r"[0-9]{2}", folders[-1]) and re.fullmatch(_YEAR, "".join(folders[-2:-1]))
    above = _MONTH_FOLDER.fullmatch("-".join(folders[-2:]) if deep else folders[-1])
    if not above:
        return
    year, month = above["year"], above["month"]
    whole = [f"{year}-{found['month']}-{found['day']}" for found in (_MONTH_DAY.match(stem),) if found]
    if month and (found := _ONLY_DAY.fullmatch(stem)):
        whole.append(f"{year}-{month}-{found['day']}")
    named = (found for form in _NAMED for found in form.finditer(stem))
    whole += [f"{found['day']} {found['month']} {year}" for found in named]
    for day in filter(None, map(dates.of_name, whole)):
        if not month or day.month == int(month):
            yield day
