"""Old minutes as sheets and blocks, for tests of what is read in a file."""

from datetime import date

from minutebook.oldminutes.evidence import Facts
from minutebook.oldminutes.markdown_blocks import Block, read_markdown
from minutebook.oldminutes.sheet import Sheet
from minutebook.oldminutes.sheet_reader import read_sheet

DAY = date(2026, 10, 5)
"""The day of the meetings, a Monday."""


def sheet_of(
    text: str, facts: Facts | None = None, *, path: str = "old.md", prose: frozenset[int] = frozenset()
) -> Sheet:
    """Return what is read of a file; lines in `prose` stay prose."""
    return read_sheet(path, read_markdown(text), DAY, facts or Facts(), prose)


def block_of(text: str) -> Block:
    """Return the first block of a text."""
    return read_markdown(text).blocks[0]
