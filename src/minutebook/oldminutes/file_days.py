"""The day of each file: from its name, its folders, its title or its first lines, all files of a folder together."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import PurePosixPath

from minutebook.oldminutes import days, head_dates
from minutebook.oldminutes.date_orders import (
    by_number,
    day_of_six_digits,
    fitting_day,
    in_one_order,
    orders_of,
)
from minutebook.oldminutes.days import WrittenDate
from minutebook.oldminutes.markdown_blocks import Document
from minutebook.oldminutes.several_meetings import dates_of_meetings
from minutebook.oldminutes.sheet import Decision

_YEAR = r"(?:19|20)[0-9]{2}"
_YEAR_FOLDER = re.compile(rf"(?P<year>{_YEAR})(?:[-_.](?P<month>[0-9]{{1,2}}))?")
_MONTH_FOLDER = re.compile(r"(?P<month>0[1-9]|1[0-2])?(?:(?:\A|[ ._-]+)(?P<name>[^\W\d_]{3,20}))?")
_DAY_FOLDERS = re.compile(rf"{_YEAR}/[0-9]{{1,2}}/[0-9]{{1,2}}")
_TWO_NUMBERS = re.compile(
    r"(?<![0-9])(?<![0-9][-_.])(?P<first>[0-9]{1,2})(?P<sign>[-_.])(?P<second>[0-9]{1,2})(?![0-9]|(?P=sign)[0-9])"
)
_JOINED_NUMBERS = re.compile(r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_ONE_NUMBER = re.compile(r"(?P<day>[0-9]{1,2})(?:[ _-][^0-9]*)?")
_LETTER_BEFORE_DATE = re.compile(r"(?<=[A-Za-z])(?=[0-9])")
_NAMED = "Name the file after its day, such as 2020-10-26.md"
_TWELVE = 12


@dataclass(frozen=True, slots=True)
class FileDay:
    """The day of a file, or why it has none: the line, what is wrong, and what to do."""

    day: date | None
    line: int = 1
    message: str = ""
    hint: str = ""
    wrong_date: Decision | None = None  # a date of its title that was on another weekday than it says
    written: WrittenDate | None = None  # which was read, or which could be one of two days
    parts: tuple[tuple[range, date], ...] = ()  # the lines of each meeting of several, with its day


def days_of_files(paths: Sequence[str], read: Callable[[str], Document]) -> dict[str, FileDay]:
    """Return the day of each file; one that could be two days is read in the order of day and month of the others."""
    days_by_path = {path: day_of_file(path, read(path), paths) for path in paths}
    orders = orders_of(file_day.written for file_day in days_by_path.values() if file_day.day)
    undecided = {path: day.written for path, day in days_by_path.items() if not day.day and day.written}
    off_weekday = {path: written for path, written in undecided.items() if days_by_path[path].wrong_date}
    doubtful = {path: written for path, written in undecided.items() if path not in off_weekday}
    for path, day in in_one_order(doubtful, orders).items():
        days_by_path[path] = FileDay(day)
    dated = {path: file_day.day for path, file_day in days_by_path.items() if file_day.day}
    for path in sorted(off_weekday, key=by_number):
        if fitting := fitting_day(path, off_weekday[path].days, dated):
            dated[path] = fitting
            days_by_path[path] = FileDay(fitting)
    near_years = {file_day.day.year for file_day in days_by_path.values() if file_day.day}
    for path in [path for path, file_day in days_by_path.items() if not (file_day.day or file_day.written)]:
        year = _year_and_month(PurePosixPath(path).parts[:-1])[0]
        if named_day := head_dates.day_without_year(read(path), {year} if year else near_years):
            days_by_path[path] = FileDay(named_day)
    # A name that has a day is that of one meeting.
    for path in [path for path in days_by_path if not day_of_path(path, paths)]:
        if parts := _parts(path, read(path), is_dated=bool(days_by_path[path].day)):
            days_by_path[path] = FileDay(parts[0][1], parts=parts)
    return days_by_path


def _parts(path: str, document: Document, *, is_dated: bool) -> tuple[tuple[range, date], ...]:
    """Return the lines and the day of each meeting of a file of several, if all of them can be told."""
    dates = dates_of_meetings(path, document, is_dated=is_dated)
    doubtful = {lines: written for lines, written in dates.items() if not written.day and written.days}
    likely_days = in_one_order(doubtful, orders_of(dates.values()))
    by_lines = {lines: written.day or likely_days.get(lines) for lines, written in dates.items()}
    parts = tuple((lines, day) for lines, day in by_lines.items() if day)
    return parts if len({day for _, day in parts}) == len(dates) else ()


def day_of_file(path: str, document: Document, siblings: Sequence[str] = ()) -> FileDay:
    """Return the day of a file; `siblings` are the paths of all files."""
    day = day_of_path(path, siblings)
    day = (day and _titled_day(document, day, siblings)) or day
    doubtful = next(days.find_dates(stem := _stem(path)), None)
    namesakes = [sibling for sibling in siblings if str(day) in sibling and sibling != path]
    # A day that all names share is that of an upload.
    if day and not 1 < len(namesakes) == len(siblings) - 1:
        return FileDay(day, written=doubtful)
    doubt = _doubt(doubtful, "in its name") if doubtful else None
    for head_date in head_dates.dates_in_head(document):
        on_weekday = head_date.on(head_date.sides.weekday)
        written = on_weekday if on_weekday.days else head_date
        if written.day is None:
            doubt = doubt or _doubt(written, f"in line {written.line}")
            continue
        # Of two that name one day it is the weekday that is wrong.
        if not on_weekday.days and not _names_day(stem, written.day):
            return _wrong_weekday(path, written, written.day)
        return FileDay(written.day, written=written)
    if not day and doubtful and (titled := head_dates.in_titled_month(doubtful, document)).day:
        return FileDay(titled.day, written=titled)
    if day := day or head_dates.day_in_month(days.named_month(stem), document):
        return FileDay(day)
    hint = f"{_NAMED}, or write the date into its title."
    return doubt or FileDay(None, 1, "there is no date in its name or title", hint)


def _names_day(stem: str, day: date) -> bool:
    """Whether a name without a year has the month and the number of a day, such as talk-02-21 or May 5."""
    numbers = _TWO_NUMBERS.search(stem)
    pair = {*map(int, numbers.group("first", "second"))} if numbers else set()
    return pair == {day.month, day.day} or day in days.named_days(stem, day.year)


def _titled_day(document: Document, day: date, siblings: Sequence[str]) -> date | None:
    """Return the day of the title, if the one in the name is that on which a program published the page later."""
    titled = {titled_day for written in head_dates.title_dates(document) for titled_day in written.days}
    # A title that names the day of another file was copied from there.
    earlier = [
        titled_day
        for titled_day in titled
        if titled_day < day and not any(str(titled_day) in name for name in siblings)
    ]
    return earlier[0] if len(earlier) == 1 and head_dates.stamped_day(document) == day else None


def day_of_path(path: str, siblings: Sequence[str] = ()) -> date | None:
    """Return the date in a file's name; else the date that its folders and its name make together."""
    stem = _stem(path)
    written = tuple(days.find_dates(stem))
    if written:
        # Whoever wrote a date into the name meant that one, though it can't be told which day it is.
        return next((candidate.day for candidate in written if candidate.day), None)
    folders = PurePosixPath(path.replace("\\", "/")).parts[:-1]
    year, month = _year_and_month(folders)
    day = day_of_six_digits(stem, [_stem(sibling) for sibling in siblings])
    if day and year in {0, day.year}:
        return day
    if folders and days.begins_with_date(folders[-1]):
        return days.first_day(folders[-1])
    if _DAY_FOLDERS.fullmatch("/".join(folders[-3:])):
        return days.likelier_day(*map(int, folders[-3:]))
    if not year:
        return None
    # The day may be that of the folder: 2022/02/09-telecon/README.md.
    is_dated = _YEAR_FOLDER.fullmatch(folders[-1]) or _month_of(folders[-1])
    for name in (stem,) if is_dated else (stem, folders[-1]):
        possible_days = {*_joined_days(year, month, name, siblings, path)} - {None}
        if len(possible_days) == 1:
            return possible_days.pop()
    return None


def _stem(path: str) -> str:
    return _LETTER_BEFORE_DATE.sub(" ", PurePosixPath(path.replace("\\", "/")).stem)


def _year_and_month(folders: Sequence[str]) -> tuple[int, int | None]:
    """Return the year, and perhaps the month, that the nearest folder named so says."""
    month = None
    for folder in reversed(folders):
        if match := _YEAR_FOLDER.fullmatch(folder):
            return int(match["year"]), int(match["month"]) if match["month"] else month
        month = _month_of(folder) or month
    return 0, None


def _month_of(folder: str) -> int:
    """Return the month that a folder is named after, such as 10, October or 10-October, or 0."""
    match = _MONTH_FOLDER.fullmatch(folder)
    if not match:
        return 0
    return days.month_number(match["name"]) if match["name"] else int(match["month"] or 0)


def _joined_days(
    year: int, month: int | None, stem: str, siblings: Sequence[str], path: str
) -> Iterator[date | None]:
    if numbers := _TWO_NUMBERS.search(stem):
        day_first = any(
            int(sibling_numbers["first"]) > _TWELVE
            for sibling in siblings
            if PurePosixPath(sibling).parent == PurePosixPath(path).parent
            and (sibling_numbers := _TWO_NUMBERS.search(_stem(sibling)))
        )
        pair = int(numbers["first"]), int(numbers["second"])
        yield days.likelier_day(year, *pair, day_first=day_first)
    if month and (number := _ONE_NUMBER.fullmatch(stem)):
        yield days.make_day(year, month, int(number["day"]))
    if joined := _JOINED_NUMBERS.fullmatch(stem):
        yield days.make_day(year, int(joined["month"]), int(joined["day"]))
    yield from (day for day in days.named_days(stem, year) if not month or day.month == month)


def _doubt(written: WrittenDate, place: str) -> FileDay:
    if written.days:
        could_be = " or ".join(map(str, written.days))
        hint = f"Name the file after the right one, such as {written.days[0]}.md."
        message = f"the date {written.text} {place} could be {could_be}"
        return FileDay(None, written.line, message, hint, written=written)
    message = f"the date {written.text} {place} is not a day that a meeting can have"
    return FileDay(None, written.line, message, f"{_NAMED}.")


def _wrong_weekday(path: str, written: WrittenDate, day: date) -> FileDay:
    """Say which day was probably meant by a date that was on another weekday: of another year, or some days off."""
    name, weekday = written.sides.weekday_name, written.sides.weekday
    years = [*filter(None, (days.make_day(day.year + step, day.month, day.day) for step in (1, -1)))]
    steps = [timedelta(days=sign * step) for step in (1, 2, 3) for sign in (1, -1)]
    near_days = [*years, *(anniversary + step for anniversary in (day, *years) for step in steps)]
    fitting = [near for near in near_days if near.weekday() == weekday]
    likely = {*years, *(day + step for step in steps[:2])}
    likeliest = next((near for near in fitting if near in likely), day)
    message = f"{written.text} was no {name}, and nothing else tells the day"
    names = " or ".join(dict.fromkeys((f"{likeliest}.md", f"{day}.md")))
    hint = f"Name the file after the right day, such as {names}."
    stated, right = f"{name}, {written.text}", str(likeliest)
    wrong = Decision(path, written.line, "corrected title date", stated, right, "title-date", "title")
    return FileDay(None, written.line, message, hint, wrong, replace(written, days=tuple(fitting)))
