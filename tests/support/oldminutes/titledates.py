"""The date of a title, taken apart from its other words."""

import re
from datetime import date

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTH_NAMES)})[a-z]*\.?"
_DATES = tuple(
    re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
    )
)


def apart(text: str) -> tuple[str, str | None]:
    """Return a title without its date and the weekday beside it, and the date."""
    for form in _DATES:
        if found := form.search(text):
            parts = found.groupdict()
            name = parts.get("name")
            month = _MONTH_NAMES.index(name.lower()) + 1 if name else int(parts["month"])
            day = f"{parts['year']}-{month:02}-{int(parts['day']):02}"
            return _without_weekday(text[: found.start()], text[found.end() :], day), day
    return text, None


def _without_weekday(before: str, after: str, day: str) -> str:
    try:
        name = date.fromisoformat(day).strftime("%A")
    except ValueError:
        return f"{before} {after}"
    spelt = rf"{name[:3]}(?:{name[3:]}|[a-z]{{0,2}}\.?)"
    before = re.sub(rf"\b{spelt}[\s,(]+\Z", "", before, flags=re.IGNORECASE)
    after = re.sub(rf"\A[\s,(]+{spelt}(?=\W|\Z)", "", after, flags=re.IGNORECASE)
    return f"{before} {after}"
