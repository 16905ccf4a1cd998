"""The minutes of a meeting of 26 October 2020, from a few lines or made of parts, and a reader of Markdown."""

from dataclasses import replace
from datetime import date
from textwrap import dedent

from markdown_it import MarkdownIt

from minutebook.minutes.page import write_minutes
from minutebook.records.attendance import Attendance
from minutebook.records.meeting import Meeting, Section
from support.samples import history, meeting, minutes

READER = MarkdownIt("commonmark").enable("table")


def body(text: str, *earlier: str) -> str:
    """Return the minutes of a meeting of 26 October without their two first lines."""
    past = [meeting(dedent(one)) for one in earlier]
    written = minutes(*past, meeting(f"date: 2020-10-26\n{dedent(text)}"))
    return written.split("\n", 2)[2].strip("\n")


def written_of(root: Section, *, title: str = "Weekly", **people: tuple[str, ...]) -> str:
    """Return the minutes of a meeting that was made and not read."""
    root = replace(root, attendance=Attendance(**people))
    made = Meeting(
        "2020-10-26.yaml",
        date(2020, 10, 26),
        None,
        (),
        "final",
        None,
        root,
    )
    return write_minutes(made, history(made, empty="None"), title)
