"""The dates that the head of old minutes names: their title, and lines at the top that say when the meeting was."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from minutebook.oldminutes import days
from minutebook.oldminutes.blocks import Block, unquoted
from minutebook.oldminutes.days import WrittenDate
from minutebook.oldminutes.labeled_lines import split_labels
from minutebook.oldminutes.languages import DATE_LABELS, date_label_of, is_of_meeting, months, words
from minutebook.oldminutes.markdown_blocks import Document, strip_markup, words_of_line

_LABELED = re.compile(
    r"[\s*_-]*+(?P<label>[^\n:\uff1a|]{2,40}?)[\s*_]*(?:[:\uff1a]|[ \t][\u2013\u2014-][ \t])[\s*_]*(?P<text>.{4,80})"
)
_GOES_ON = re.compile(r"[ \t]*[\u2013\u2014&/-]|[ \t]+(?:to|and|bis|und)\b")
"""What stands between the first day of several and the last one."""
_STAMP = re.compile(
    r"date:[ \t]*['\"]?(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}:(?!00)[0-9]{2}"
)
"""A date in front matter with seconds, which nobody types."""
_HELD = words("date", "held")
"""Words of a sentence that says when the meeting was: Held on 5 October 2026."""
_PLACE = re.compile(r"(?:,|[ \t][|@\u2013\u2014-])[ \t][^\W\d_a-z][^.:;?!]{1,40}")
"""What says behind a date where the meeting was."""
_WITHIN = 120
_HEAD_LINES = 16
"""How many lines of text at the top may tell the day."""


def title_dates(document: Document) -> tuple[WrittenDate, ...]:
    """Return the dates of the first heading, or of the front matter's title."""
    return tuple(written for written in _dates_in_title(document, ("title",)) if written.days)


def in_titled_month(written: WrittenDate, document: Document) -> WrittenDate:
    """Return a date with the days alone that lie in a month whose name the first heading has."""
    heading = next((block.visible for block in document.blocks if block.kind == "heading"), "")
    named = {months().get(word) for word in re.findall(r"[^\W\d_]+", heading.casefold())}
    return replace(written, days=tuple(day for day in written.days if day.month in named))


def day_in_month(month: date | None, document: Document) -> date | None:
    """Return the one day of a month that the first lines name, else the one that their addresses do."""
    head = list(islice(_lines(document.blocks), _HEAD_LINES)) if month else []
    texts_alone = (text for _, text in head if "://" not in text)
    for texts in (texts_alone, (document.line(number) for number, _ in head)):
        dates = chain.from_iterable(map(days.find_dates, texts))
        named = {day for written in dates for day in written.days if day.replace(day=1) == month}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def stamped_day(document: Document) -> date | None:
    """Return the day of the front matter's date if it is told to the second, as programs do when a page is published."""
    fronts = (block for block in document.blocks if block.kind == "front")
    stamps = (_STAMP.match(document.line(number)) for block in fronts for number in block.lines)
    return next((days.first_day(stamp["day"]) for stamp in stamps if stamp), None)


def dates_in_head(document: Document) -> Iterator[WrittenDate]:
    """Yield the dates of the title, then the one date of the lines at the top that may say when it was."""
    yield from _dates_in_title(document)
    headings = [block for block in document.blocks if block.kind == "heading"]
    # Headings with other days are those of other meetings.
    other_dates = _dates_in_headings(block for block in headings if days.begins_with_date(block.visible))
    yield from only_one(chain(_highest(dates_below(document.blocks), headings), other_dates))
    # The day may stand below the name of the team.
    named_dates = _dates_in_headings(block for block in headings if is_of_meeting(block.visible))
    yield from only_one(written for written in named_dates if written.days)
    yield from _date_below_title(document.blocks)


def _date_below_title(blocks: Sequence[Block]) -> Iterator[WrittenDate]:
    """Yield the date with which the line right below the title begins, if no more than a place stands behind it."""
    title, text = [*blocks, *(Block("rule", 1, 1),) * 2][:2]
    # A paragraph may have nothing but a picture.
    texts = text.texts[:1] if title.kind == "heading" and text.kind == "paragraph" else []
    for number, line in texts:
        dates = (written for written in days.find_dates(line, number) if line.startswith(written.text))
        yield from (written for written in dates if _PLACE.fullmatch(written.sides.back))


def _highest(dates: Iterable[WrittenDate], headings: Sequence[Block]) -> Iterator[WrittenDate]:
    """Yield the dates below the highest headings: what stands deeper, such as the next meeting's, is not the file's."""
    levels = {
        written: next((block.level for block in reversed(headings) if block.first_line <= written.line), 0)
        for written in dates
    }
    yield from (written for written, level in levels.items() if level == min(levels.values()))


def only_one(dates: Iterable[WrittenDate]) -> Iterator[WrittenDate]:
    """Yield the date that all of some dates mean, if it is but one."""
    by_days = {written.days: written for written in dates}
    yield from by_days.values() if len(by_days) == 1 else ()


def _dates_in_title(document: Document, keys: Sequence[str] = ("title", "date")) -> Iterator[WrittenDate]:
    for block in document.blocks:
        if block.kind == "front":
            for number in block.lines:
                key, _, value = document.line(number).replace("=", ":", 1).partition(":")
                yield from days.find_dates(value, number) if key.strip().casefold() in keys else ()
        elif block.kind == "heading":
            yield from _dates_in_headings([block])
            return


def _dates_in_headings(headings: Iterable[Block]) -> Iterator[WrittenDate]:
    return chain.from_iterable(days.find_dates(block.visible, block.first_line) for block in headings)


def dates_below(blocks: Sequence[Block]) -> Iterator[WrittenDate]:
    """Yield the dates that the first lines of some blocks say behind a label, or by themselves."""
    dated_lines = [
        (label, line, written)
        for number, label, line in _first_lines(blocks)
        if (written := next(days.find_dates(line[:_WITHIN], number), None))
    ]
    # Where a label says when it was, no other line does.
    for label, line, written in [dated for dated in dated_lines if dated[0]] or dated_lines:
        name, *number = re.findall(r"\w+", written.sides.front) or [""]
        # Such as Meeting 10 - 15/01/2026.
        is_counted = is_of_meeting(name) and len(number) == 1 and number[0].isdigit()
        is_held = not _HELD.isdisjoint(
            words_of_line(f"{written.sides.front} {written.sides.back[: days.BESIDE]}")
        )
        is_named = is_of_meeting(written.sides.front) and not written.sides.back.strip(" .*_")
        if label or is_counted or is_held or is_named or days.begins_with_date(line):
            # Where no English word stands before it, the day comes first.
            yield written.led(by_day=True) if DATE_LABELS.get(label, False) else written


def _first_lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str, str]]:
    """Yield the lines at the top, each behind the label for a day that it may have."""
    for number, line in islice(_lines(blocks), _HEAD_LINES):
        match = _LABELED.fullmatch(line.strip())
        yield number, date_label_of(match["label"]) if match else "", line


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield what a reader sees of the lines at the top, and the rows of tables as labels with their values."""
    for block in chain.from_iterable(outer.walk() for outer in unquoted(blocks)):
        if block.kind == "table":
            yield from ((line, ": ".join(map(strip_markup, cells))) for line, cells in labeled_rows(block))
        elif block.kind in {"paragraph", "heading"}:
            yield from ((number, part) for number, text in block.texts for part in split_labels(text))


def labeled_rows(table: Block) -> Sequence[tuple[int, tuple[str, ...]]]:
    """Return the rows of a table of labels and values; the labels may stand above the values, with the day's among them."""
    (_, headings), *rows = table.cells
    pairs = [(line, pair) for line, cells in rows for pair in zip(headings, cells, strict=False)]
    below = {text for _, (label, text) in pairs if date_label_of(strip_markup(label))}
    is_above = len(below) == 1 and next(days.find_dates("".join(below)), None) is not None
    return pairs if is_above else table.cells


def day_without_year(document: Document, near_years: Collection[int]) -> date | None:
    """Return the day that a line at the top names without its year, which the dates of the text or others tell."""
    dates = chain.from_iterable(map(days.find_dates, document.lines))
    years = {*near_years} or {written.days[0].year for written in dates if written.days}
    named: set[date] = set()
    for _, label, line in _first_lines(document.blocks):
        written_days = (days.near_dates(line[:_WITHIN], date(year, 7, 1)) for year in years)
        for written in chain.from_iterable(written_days):
            sides = written.sides
            # What begins with 3.1 is a chapter.
            is_first = not sides.front.strip(" \t*_,#") and "." not in written.text.rstrip(".")
            if (label or is_first) and not _GOES_ON.match(sides.back):
                named |= {*written.on(sides.weekday).days}
    return named.pop() if len(named) == 1 else None
