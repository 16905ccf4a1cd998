"""Old minutes as sheets and blocks, for tests of what is read in a file."""

from datetime import date, timedelta

from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.course import Course, Taken
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.sheet import Sheet
from minutebook.oldminutes.sheet_reader import read_sheet
from minutebook.records.series import Series

DAY = date(2026, 10, 5)
"""The day of the meetings, a Monday."""


def sheet_of(
    text: str,
    facts: Facts | None = None,
    *,
    path: str = "old.md",
    day: date = DAY,
    prose: frozenset[int] = frozenset(),
) -> Sheet:
    """Return what is read of a file; lines in `prose` stay prose."""
    return read_sheet(path, read_markdown(text), day, facts or Facts(), prose)


def open_sheet(
    text: str, facts: Facts, prose: frozenset[int] = frozenset(), *, generated: bool = False
) -> Sheet:
    """Return a file that is about to be read."""
    return Sheet("old.md", DAY, read_markdown(text), facts, prose, generated)


def course_of(*texts: str) -> tuple[Course, list[Taken]]:
    """Return the way through files of one week after the other, and what it took of each."""
    course, steps = Course(Series("club/series.yaml")), list[Taken]()
    for week, text in enumerate(texts):
        steps.append(course.take(sheet_of(text, day=DAY + timedelta(days=7 * week))))
        course = course.after(steps[-1].meeting, steps[-1])
    return course, steps


def block_of(text: str) -> Block:
    """Return the first block of a text."""
    return read_markdown(text).blocks[0]
