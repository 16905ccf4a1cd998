"""Files with the minutes of several meetings, each below a heading of its own."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise

from minutebook.oldminutes import days
from minutebook.oldminutes.blocks import Block, unquoted
from minutebook.oldminutes.days import WrittenDate
from minutebook.oldminutes.head_dates import labeled_dates
from minutebook.oldminutes.languages import is_of_meeting
from minutebook.oldminutes.markdown_blocks import Document, strip_markup
from minutebook.oldminutes.people_labels import label_and_names, label_of

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_Chapter = tuple[Block, list[Block]]
"""A heading, and the blocks below it up to the next one."""
_FEWEST_NAMED = 3
"""How many headings that begin with the same words show that these name a meeting."""
_MOST_MEETINGS = 200
"""Of how many meetings a file may be: each is read with the whole file in memory."""


def part_of(document: Document, lines: range) -> Document:
    """Return some lines of a document alone, at their places."""
    blocks = tuple(block for block in document.blocks if block.first_line in lines)
    empty_lines = ("",) * (lines.start - 1)
    split = tuple(number for number in document.split if number in lines)
    return Document((*empty_lines, *document.lines[lines.start - 1 : lines.stop - 1]), blocks, split)


def dates_of_meetings(path: str, document: Document, *, is_dated: bool) -> Mapping[range, WrittenDate]:
    """Return the lines of each meeting in a file of several, with the date above them, or nothing if it has but one.

    What stands above the first one belongs to it. Where the dates stand below the headings, or the file `is_dated`, as
    it seems, and some headings have none, each has a list of people.
    """
    years = {int(year) for year in _YEAR.findall(path)}
    chapters = _chapters(document)
    name = _name_of_meetings(chapters)
    by_level = dict[int, dict[int, WrittenDate]]()
    doubtful_levels = {
        heading.level for heading, _ in chapters if is_dated and not _has_date(heading.visible)
    }
    for index, (heading, chapter_blocks) in enumerate(chapters):
        if heading_date := _date_in(heading.visible, years, name):
            by_level.setdefault(heading.level, {})[index] = heading_date
        elif not _has_date(heading.visible):
            labeled = {heading_date.days: heading_date for heading_date in labeled_dates(chapter_blocks)}
            for heading_date in labeled.values() if len(labeled) == 1 else ():
                by_level.setdefault(heading.level, {})[index] = heading_date
                doubtful_levels.add(heading.level)
    for level in sorted(by_level):
        dated = by_level[level]
        if (
            not 1
            < len({heading_date.days for heading_date in dated.values()})
            == len(dated)
            <= _MOST_MEETINGS
        ):
            continue
        starts = [1, *(_start(index, chapters) for index in [*dated][1:])]
        parts = [range(*span) for span in pairwise([*starts, len(document.lines) + 1])]
        if level not in doubtful_levels or all(_names_people(part_of(document, part)) for part in parts):
            return dict(zip(parts, dated.values(), strict=True))
    return {}


def _chapters(document: Document) -> list[_Chapter]:
    chapters = list[_Chapter]()
    for block in document.blocks:
        if block.kind == "heading":
            chapters.append((block, []))
        elif chapters:
            chapters[-1][1].append(block)
    return chapters


def _has_date(title: str) -> bool:
    return next(days.find_dates(title), None) is not None


def _name_of_meetings(chapters: Sequence[_Chapter]) -> str:
    """Return what stands before the date in all of at least three headings, such as Weekly; below others it names none."""
    level = min((heading.level for heading, _ in chapters[1:]), default=0)
    titles = [
        heading.visible for heading, _ in chapters if heading.level == level and _has_date(heading.visible)
    ]
    names = {_without_date(title, next(days.find_dates(title))) for title in titles}
    return names.pop() if len(names) == 1 and len(titles) >= _FEWEST_NAMED else ""


def _without_date(title: str, written: WrittenDate) -> str:
    """Return what stands before a date in a title, but for its weekday."""
    lead = title.partition(written.text)[0]
    weekday = days.stated_weekday(title, written.text)
    return (lead.replace(weekday[0], "", 1) if weekday else lead).strip()


def _date_in(title: str, years: Collection[int], name: str) -> WrittenDate | None:
    """Return the one date that begins a title, but for words for a meeting or their name; its weekday tells the year."""
    dates = list(days.find_dates(title)) or [
        replace(heading_date, days=fitting)
        for year in years
        for heading_date in days.near_dates(title, date(year, 7, 1))
        if (weekday := days.stated_weekday(title, heading_date.text))
        if (fitting := tuple(day for day in heading_date.days if day.weekday() == weekday[1]))
    ]
    if len(dates) != 1:
        return None
    (heading_date,) = dates
    words = _without_date(title, heading_date)
    is_meeting = is_of_meeting(words) or not any(map(str.isalpha, words)) or words == name
    return heading_date if is_meeting else None


def _start(index: int, chapters: Sequence[_Chapter]) -> int:
    """Return the line in which a meeting begins: that of its heading, or of a higher one right above."""
    while index and chapters[index - 1][0].level < chapters[index][0].level and not chapters[index - 1][1]:
        index -= 1
    return chapters[index][0].first_line


def _names_people(document: Document) -> bool:
    """Whether a part of a file has a label of people."""
    return any(label_of(text) or label_and_names(text) for text in _texts(document.blocks))


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in chain.from_iterable(outer.walk() for outer in unquoted(blocks)):
        yield from block.visible.split("\n") if block.kind in {"paragraph", "heading"} else ()
        yield from map(strip_markup, chain.from_iterable(cells for _, cells in block.cells[:1]))
