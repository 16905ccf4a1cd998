"""When meetings were held whose front matter has the day when a page about them was published."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import chain, islice

from minutebook.oldminutes import days
from minutebook.oldminutes.head_dates import first_lines
from minutebook.oldminutes.languages import is_of_meeting
from minutebook.oldminutes.markdown_blocks import Document

_LATEST = timedelta(days=200)
"""How long after a meeting its page may be published."""
_TITLE_LINES, _LONGEST_TITLE = 6, 240
"""How many lines at the top may be a title, and how long one is."""


def held_days(published: Mapping[str, date], read: Callable[[str], Document]) -> dict[str, date]:
    """Return on which earlier days meetings were held, if most files have one in their first lines."""
    held = {path: _held_day(read(path), day) for path, day in published.items()}
    earlier = {
        path: day for path, day in held.items() if day and timedelta(0) < published[path] - day < _LATEST
    }
    return earlier if 2 * len(earlier) > len(published) else {}


def _held_day(document: Document, published: date) -> date | None:
    """Return the day that a title below front matter names, perhaps without its year."""
    if [block.kind for block in document.blocks[:1]] != ["front"]:
        return None
    for _, label, line in islice(first_lines(document.blocks[1:]), _TITLE_LINES):
        text = line[:_LONGEST_TITLE]
        is_told = label or days.begins_with_date(line) or (is_of_meeting(line) and ":" not in line)
        written = next(chain(days.find_dates(text), days.near_dates(text, published)), None)
        if is_told and written and written.day:
            return written.day
    return None
