"""A file of hand-written minutes, read whole."""

import re
from collections.abc import Iterable, Iterator, Sequence

from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.attendance_boxes import find_boxes
from minutebook.oldminutes.handwritten.attendees import read_attendees
from minutebook.oldminutes.handwritten.blocks import (
    FrontMatterLine,
    Heading,
    PipeTable,
    PlacedBlock,
    ProseLine,
    place_blocks,
)
from minutebook.oldminutes.handwritten.contents import (
    Counter,
    Minutes,
    Table,
    WrittenAction,
    WrittenDate,
    WrittenName,
)
from minutebook.oldminutes.handwritten.count_tables import read_table, say_since
from minutebook.oldminutes.handwritten.counters import read_counters
from minutebook.oldminutes.handwritten.written_actions import find_possible_actions, read_actions

_DATE_LABEL = re.compile(r"[ \t*_-]{0,8}(?:date|when)[*_]{0,3}:", re.IGNORECASE)
_OTHER_DATE_LABEL = re.compile(
    r"[ \t*_>-]{0,8}(?:meeting[ \t]+)?(?:dates?|time|day|when)(?:[ \t]?(?:/|&|and)[ \t]?(?:date|time))?[*_]{0,3}:",
    re.IGNORECASE,
)
"""What names the day too, if no other such line names another one."""
_LONE_DATES_WITHIN = 6
"""How many blocks at the top may be a date and nothing else."""
_DATE_WITHIN = 120
"""A line that names the day names it in so many characters: what is longer is prose."""


def read_minutes(text: str) -> Minutes:
    """Return what is understood of a text."""
    blocks = tuple(place_blocks(text))
    title_dates, body_dates, doubtful_dates = _dates(blocks)
    attending = tuple(read_attendees(blocks))
    return Minutes(
        title_dates,
        body_dates,
        tuple(_tables(blocks)),
        tuple(_counters(blocks)),
        attending,
        tuple(_actions(blocks, attending)),
        doubtful_dates,
    )


def find_action_lines(text: str) -> frozenset[int]:
    """Return the lines of a text that are action items, and those of lists that may be such."""
    blocks = tuple(place_blocks(text))
    actions = frozenset(action.line for action in _actions(blocks, read_attendees(blocks)))
    return actions | (frozenset(find_possible_actions(blocks)) - find_boxes(blocks))


def find_attendance_boxes(text: str) -> frozenset[int]:
    """Return the lines of a text with boxes that say who was there."""
    return find_boxes(tuple(place_blocks(text)))


def _actions(blocks: Sequence[PlacedBlock], attending: Iterable[WrittenName]) -> Iterator[WrittenAction]:
    """Yield the action items; a box that is ticked for having been there is none."""
    present = {name.text.casefold() for name in attending}
    boxes = find_boxes(blocks)
    actions = read_actions(blocks, lambda name: name.casefold() in present)
    yield from (action for action in actions if action.line not in boxes)


def _dates(blocks: Sequence[PlacedBlock]) -> tuple[tuple[WrittenDate, ...], ...]:
    """Return the dates of the title, those that name the day where neither path nor title does, and the doubtful."""
    headings = [block for block, _section in blocks if isinstance(block, Heading)]
    title = headings[0] if headings else None
    prose = [
        block
        for block, _section in blocks
        if isinstance(block, (FrontMatterLine, ProseLine)) and block.text.strip()
    ]
    labelled = [line for line in prose if _DATE_LABEL.match(line.text)]
    # The first line of a file without a heading is its title, too.
    first_lines = [line for line in prose[:1] if title is None or line.line < title.line]
    texts = [(line.text[:_DATE_WITHIN], line.line) for line in (*labelled, *first_lines)]
    title_texts = [(title.title, title.line)] if title else []
    title_dates = tuple(_find_all(title_texts))
    body_dates = (*_find_all(texts), *_find_agreed_date(blocks, title))
    doubtful = tuple(
        written for text, line in (*title_texts, *texts) for written in dates.find_doubtful_dates(text, line)
    )
    # A first heading that has others of its level beside it may be about anything, unless it is of the first.
    is_alone = title and all(heading.level > title.level for heading in headings[1:])
    if title and (is_alone or title.level == 1):
        return title_dates, body_dates, doubtful
    return (), body_dates + title_dates, doubtful


def _find_all(texts: Iterable[tuple[str, int]]) -> Iterator[WrittenDate]:
    for text, line in texts:
        yield from dates.find_dates(text, line)


def _find_agreed_date(blocks: Sequence[PlacedBlock], title: Heading | None) -> tuple[WrittenDate, ...]:
    """Return the day that lines of the head name, if they agree about it."""
    texts = [
        (block.title if isinstance(block, Heading) else block.text, block.line)
        for block, _section in blocks
        if isinstance(block, (Heading, ProseLine)) and block != title
    ]
    lines = [(text[:_DATE_WITHIN], line) for text, line in texts if text.strip()]
    agreed = list(_find_all((text, line) for text, line in lines if _OTHER_DATE_LABEL.match(text)))
    for text, line in lines[:_LONE_DATES_WITHIN]:
        if day := dates.parse_lone_date(text):
            agreed.append(WrittenDate(text.strip(), (day,), line))
    return tuple(agreed[:1]) if len({day for written in agreed for day in written.days}) == 1 else ()


def _tables(blocks: Sequence[PlacedBlock]) -> Iterator[Table]:
    for number, (block, section) in enumerate(blocks):
        if isinstance(block, PipeTable) and (table := read_table(block, section)):
            lines = (
                below.text for below, _ in blocks[number + 1 : number + 3] if isinstance(below, ProseLine)
            )
            yield say_since(table, next((line for line in lines if line.strip()), ""))


def _counters(blocks: Sequence[PlacedBlock]) -> Iterator[Counter]:
    for block, section in blocks:
        if isinstance(block, ProseLine):
            yield from read_counters(block, section)
