"""A file of hand-written minutes, read whole."""

import re
from collections.abc import Iterable, Iterator

from minutebook.oldminutes.handwritten import attendance, counters, dates, promises, rollcalls, tables
from minutebook.oldminutes.handwritten.blocks import Block, Front, Grid, Heading, Prose, blocks
from minutebook.oldminutes.handwritten.values import Counter, Minutes, Name, Promise, Stated, Table

_DATE = re.compile(r"[ \t*_-]{0,8}(?:date|when)[*_]{0,3}:", re.IGNORECASE)
_TELLS = re.compile(
    r"[ \t*_>-]{0,8}(?:meeting[ \t]+)?(?:dates?|time|day|when)(?:[ \t]?(?:/|&|and)[ \t]?(?:date|time))?[*_]{0,3}:",
    re.IGNORECASE,
)
"""What tells the day too, if no other such line tells another one."""
_FIRST = 6
"""How many blocks at the top may be a date by themselves."""
_SHORT = 120
"""What is longer is no line that tells when somebody met."""
Placed = tuple[Block, tuple[str, ...]]
"""A block, and the titles of the headings that it stands under."""


def read(text: str) -> Minutes:
    """Return what is understood of a text."""
    found = tuple(_placed(text))
    titled, dated, doubted = _days(found)
    attending = tuple(attendance.names(found))
    return Minutes(
        titled,
        dated,
        tuple(_tables(found)),
        tuple(_counters(found)),
        attending,
        tuple(_promises(found, attending)),
        doubted,
    )


def promised(text: str) -> frozenset[int]:
    """Return the lines of a text that are action items, and those of lists that may be such."""
    found = tuple(_placed(text))
    made = frozenset(one.line for one in _promises(found, attendance.names(found)))
    return made | (frozenset(promises.maybe_promises(found)) - rollcalls.boxed(found))


def ticked(text: str) -> frozenset[int]:
    """Return the lines of a text with boxes that tell who was there."""
    return rollcalls.boxed(tuple(_placed(text)))


def _promises(placed: tuple[Placed, ...], attending: Iterable[Name]) -> Iterator[Promise]:
    """Yield the action items; who is ticked for having been there has promised nothing."""
    present = {name.text.casefold() for name in attending}
    boxes = rollcalls.boxed(placed)
    found = promises.promises(placed, lambda name: name.casefold() in present)
    yield from (one for one in found if one.line not in boxes)


def _placed(text: str) -> Iterator[Placed]:
    """Yield what a text is made of, each with the titles above it."""
    path: list[tuple[int, str]] = []
    for block in blocks(text):
        if isinstance(block, Heading):
            path = [one for one in path if one[0] < block.level] + [(block.level, block.title)]
        yield block, tuple(title for _level, title in path)


def _days(placed: tuple[Placed, ...]) -> tuple[tuple[Stated, ...], ...]:
    """Return the dates of the title, those that tell the day where neither name nor title does, and the doubtful."""
    headings = [block for block, _ in placed if isinstance(block, Heading)]
    title = headings[0] if headings else None
    lines = [block for block, _ in placed if isinstance(block, (Front, Prose)) and block.text.strip()]
    # The first line of a file without a heading is its title, too.
    first = [line for line in lines[:1] if title is None or line.line < title.line]
    named = [line for line in lines if _DATE.match(line.text)]
    in_title = tuple(dates.find(title.title, title.line)) if title else ()
    texts = [(line.text[:_SHORT], line.line) for line in (*named, *first)]
    others = tuple(found for text, line in texts for found in dates.find(text, line))
    headed = [(title.title, title.line)] if title else []
    doubted = tuple(found for text, line in (*headed, *texts) for found in dates.doubts(text, line))
    others += _told(placed, title)
    # A first heading that has others of its level beside it may be about anything, unless it is of the first.
    alone = title and all(one.level > title.level for one in headings[1:])
    if title and (alone or title.level == 1):
        return in_title, others, doubted
    return (), others + in_title, doubted


def _told(placed: tuple[Placed, ...], title: Heading | None) -> tuple[Stated, ...]:
    """Return the day that lines of the head tell, if they agree about it."""
    found = [
        (block.line, block.title if isinstance(block, Heading) else block.text)
        for block, _ in placed
        if isinstance(block, (Heading, Prose)) and block != title
    ]
    lines = [(line, text[:_SHORT]) for line, text in found if text.strip()]
    told = [one for line, text in lines if _TELLS.match(text) for one in dates.find(text, line)]
    alone = ((line, text, dates.only(text)) for line, text in lines[:_FIRST])
    told += [Stated(text.strip(), (day,), line) for line, text, day in alone if day]
    return tuple(told[:1]) if len({day for one in told for day in one.days}) == 1 else ()


def _tables(placed: tuple[Placed, ...]) -> Iterator[Table]:
    for block, section in placed:
        if isinstance(block, Grid) and (found := tables.understand(block, section)):
            yield found


def _counters(placed: tuple[Placed, ...]) -> Iterator[Counter]:
    for block, section in placed:
        if isinstance(block, Prose):
            yield from counters.counters(block, section)
