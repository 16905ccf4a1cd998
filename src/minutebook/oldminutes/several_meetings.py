"""Files with the minutes of several meetings, each below a heading of its own."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, pairwise

from minutebook.oldminutes import days
from minutebook.oldminutes.blocks import BOLD_LINE, Block, unquoted
from minutebook.oldminutes.days import WrittenDate
from minutebook.oldminutes.head_dates import dates_below, only_one
from minutebook.oldminutes.languages import is_of_meeting
from minutebook.oldminutes.markdown_blocks import Document, strip_markup
from minutebook.oldminutes.people_labels import label_and_names, label_of

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_BOLD_LEVEL = 7
"""How deep a line in bold with a date stands, which some write in the place of a heading."""
_FEWEST_NAMED = 3
"""How many headings that begin with the same words show that these name a meeting."""
_MOST_MEETINGS = 200
"""Of how many meetings a file may be: each is read with the whole file in memory."""


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A heading and the blocks below it up to the next one; `years` are those that the headings above it tell."""

    heading: Block
    level: int
    years: Collection[int]
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _ChapterDate:
    """The date of a chapter and what stands before it; if it is not sure, it may be that of something else."""

    written: WrittenDate
    lead: str
    is_sure: bool


def part_of(document: Document, lines: range) -> Document:
    """Return some lines of a document alone, at their places."""
    blocks = tuple(block for block in document.blocks if block.first_line in lines)
    empty_lines = ("",) * (lines.start - 1)
    split = tuple(number for number in document.split if number in lines)
    return Document((*empty_lines, *document.lines[lines.start - 1 : lines.stop - 1]), blocks, split)


def dates_of_meetings(path: str, document: Document, *, is_dated: bool) -> Mapping[range, WrittenDate]:
    """Return the lines of each meeting in a file of several, with the date above them, or nothing if it has but one."""
    chapters = _chapters(document, {int(year) for year in _YEAR.findall(path)})
    by_level = dict[int, dict[int, _ChapterDate]]()
    for index, chapter in enumerate(chapters):
        if chapter_date := _date_of(chapter):
            by_level.setdefault(chapter.level, {})[index] = chapter_date
    top_level = min((chapter.level for chapter in chapters[1:]), default=0)
    for level, on_level in sorted(by_level.items()):
        # Two headings of one day that follow one another stand above one meeting.
        days_before = [None, *(chapter_date.written.days for chapter_date in on_level.values())]
        dated = {
            index: chapter_date
            for (index, chapter_date), before in zip(on_level.items(), days_before, strict=False)
            if chapter_date.written.days != before
        }
        distinct_days = {chapter_date.written.days for chapter_date in dated.values()}
        if not 1 < len(distinct_days) == len(dated) <= _MOST_MEETINGS:
            continue
        # What stands above the first one belongs to it.
        starts = [1, *(_start(index, chapters) for index in [*dated][1:])]
        parts = [range(*span) for span in pairwise([*starts, len(document.lines) + 1])]
        leads = {chapter_date.lead for chapter_date in dated.values()}
        is_named = len(leads) == 1 and len(dated) >= _FEWEST_NAMED and level == top_level
        titles = (chapter.heading.visible for chapter in chapters if chapter.level == level)
        is_sure = is_named or all(chapter_date.is_sure for chapter_date in dated.values())
        # Where dates may be of something else, or some headings have none in a dated file, each has people.
        is_doubtful = not is_sure or (is_dated and not all(any(days.find_dates(title)) for title in titles))
        if not is_doubtful or all(_names_people(part_of(document, part)) for part in parts):
            return dict(zip(parts, (chapter_date.written for chapter_date in dated.values()), strict=True))
    return {}


def _chapters(document: Document, years: Collection[int]) -> list[_Chapter]:
    """Return the chapters of a document; `years` are those that the name of its file tells."""
    chapters, path = list[_Chapter](), list[_Chapter]()  # the path are the headings above
    for block in document.blocks:
        is_line = block.kind == "paragraph" and block.first_line == block.last_line
        is_bold = is_line and BOLD_LINE.fullmatch(document.line(block.first_line)) is not None
        is_below_heading = bool(chapters) and not chapters[-1].blocks
        if block.kind == "heading" or is_bold or (not is_below_heading and _is_head(block)):
            level = _BOLD_LEVEL if is_bold else block.level
            while path and path[-1].level >= level:
                path.pop()
            told = {int(year) for above in path[-1:] for year in _YEAR.findall(above.heading.visible)}
            chapter = _Chapter(block, level, told or (path[-1].years if path else years))
            if not is_bold or _date_of(chapter):
                chapters.append(chapter)
                path.append(chapter)
                continue
        if chapters:
            chapters[-1].blocks.append(block)
    return chapters


def _is_head(block: Block) -> bool:
    """Whether a paragraph says in lines with labels when a meeting was, and who was there, in the place of a heading."""
    has_label = block.kind == "paragraph" and len(block.lines) > 1 and any(dates_below([block]))
    return has_label and any(map(label_and_names, block.visible.split("\n")))


def _date_of(chapter: _Chapter) -> _ChapterDate | None:
    """Return the one date of a heading, or that below a label in the lines below it; nothing if it has several or none."""
    title = chapter.heading.visible
    dates = list(days.find_dates(title))
    yearless = [] if dates else [*_yearless_dates(title, chapter.years)]
    if not (dates or yearless):
        lone_dates = only_one(dates_below(chapter.blocks))
        return next((_ChapterDate(written, "", is_sure=False) for written in lone_dates), None)
    if len(dates := dates or yearless) != 1:
        return None
    (written,) = dates
    lead = written.sides.front.strip()
    is_sure = is_of_meeting(lead) or not any(map(str.isalpha, lead))
    # 1.12 may be the number of a chapter.
    is_alone = any(map(str.isalpha, written.text)) and not written.sides.back.strip(" .:")
    is_date = not yearless or written.sides.weekday is not None or is_alone
    return _ChapterDate(written, lead, is_sure=is_sure and is_date)


def _yearless_dates(title: str, years: Collection[int]) -> Iterator[WrittenDate]:
    """Yield what names days by their months and their numbers in one of some years, which the weekday tells."""
    for year in years:
        for written in days.near_dates(title, date(year, 7, 1)):
            fitting = written.on(written.sides.weekday)
            if fitting.days and (written.sides.weekday is not None or len(years) == 1):
                yield fitting


def _start(index: int, chapters: Sequence[_Chapter]) -> int:
    """Return the line in which a meeting begins: that of its heading, or of a higher one with nothing below it but headings."""
    start = index
    while index and not (chapters[index - 1].blocks or _date_of(chapters[index - 1])):
        index -= 1
        if chapters[index].level < chapters[start].level:
            start = index
    return chapters[start].heading.first_line


def _names_people(document: Document) -> bool:
    """Whether a part of a file has a label of people."""
    for block in chain.from_iterable(outer.walk() for outer in unquoted(document.blocks)):
        texts = block.visible.split("\n") if block.kind in {"paragraph", "heading"} else []
        texts += [strip_markup(cell) for _, cells in block.cells[:1] for cell in cells]
        if any(label_of(text) or label_and_names(text) for text in texts):
            return True
    return False
