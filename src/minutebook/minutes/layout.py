"""How generated files look: each kind of line, how it is written and how it is recognised."""

import posixpath
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath
from string import ascii_letters, digits
from typing import Literal
from urllib.parse import quote

from minutebook.counts.delta_notation import format_delta
from minutebook.counts.deltas import CounterWithDelta, CountWithDelta
from minutebook.minutes.bullets import SIGNS, first_sign
from minutebook.minutes.markdown import (
    escape,
    escape_heading,
    escape_start,
    long_date,
    read_long_date,
    unescape,
)
from minutebook.records.attendance import LISTS, Attendance
from minutebook.records.filenames import minutes_path
from minutebook.records.fixed_words import ENGLISH, Wording
from minutebook.records.meeting import Meeting
from minutebook.records.series import Style

MARK = "written by minutebook"
"""Stands in the first line of every generated file."""
TITLE_LINE = 2
"""The line of the title, counted from 1."""
SECTION_GAP = "\n\n\n"
"""Stands between the last line of a section and the heading of the next: two empty lines."""
BULLET = "-   "
INDENT = "    "
_UNQUOTED = frozenset(f"{ascii_letters}{digits}/-._~")
_SINCE_START = ENGLISH.changes.removesuffix("{date}.")
USUAL = Style()
"""How minutes look where their series says nothing of it."""


def minutes_mark(file_name: str, wording: Wording = ENGLISH) -> str:
    """Return the first line of the minutes that are written from a meeting's file."""
    return f"<!-- {wording.meeting_mark.replace('{file}', file_name).replace('{mark}', MARK)} -->"


def index_mark(wording: Wording = ENGLISH) -> str:
    """Return the first line of the index of a series."""
    return f"<!-- {wording.index_mark.replace('{mark}', MARK)} -->"


def is_generated(text: str) -> bool:
    """Whether a text says in its first line that minutebook wrote it."""
    return MARK in text.split("\n", 1)[0]


def title_line(title: str, day: date, style: Style = USUAL) -> str:
    """Return the title of minutes, such as # Team, 2 November 2020."""
    return f"# {escape_heading(title)}{title_end(day, style)}"


def title_without_date(title: str, day: date) -> str | None:
    """Return the title of a meeting from that of its minutes, or None where that doesn't end in the date."""
    return title.removesuffix(title_end(day)) if title.endswith(title_end(day)) else None


def title_end(day: date, style: Style = USUAL) -> str:
    """Return what stands behind the title of a meeting."""
    return f", {day_text(day, style)}"


def day_text(day: date, style: Style = USUAL) -> str:
    """Write a day as the style of a series has it, by the rules of its language."""
    if style.dates == "iso":
        return str(day)
    if style.dates == "long" and style.language == "en":
        return long_date(day)
    from babel.dates import format_date  # its import takes longer than to draw the minutes

    return format_date(day, style.dates, locale=style.wording.locale)


def header_line(label: str, text: str, wording: Wording = ENGLISH) -> str:
    """Return a line of the header from Markdown; the two spaces at its end are a hard break (CommonMark 6.7)."""
    return f"{wording.label.replace('{label}', label)}{text}  "


def header_lines(
    header: Iterable[tuple[str, str]], attendance: Attendance, wording: Wording = ENGLISH, *, draft: bool
) -> list[str]:
    """Return the header of minutes; labels and names are plain text."""
    lines = [header_line(escape(label), text, wording) for label, text in header]
    if draft:
        lines.append(header_line(wording.status, wording.draft, wording))
    return lines + attendance_lines(attendance, wording)


def attendance_lines(attendance: Attendance, wording: Wording) -> list[str]:
    """Return who was there and who was not, a line for each list."""
    lists = [(key, names) for key, names in attendance.lists() if names]
    return [header_line(getattr(wording, key), names_text(names, wording), wording) for key, names in lists]


def read_attendance(line: str) -> tuple[Literal["attending", "absent", "guests"], tuple[str, ...]]:
    """Return which list of people such a line of usual minutes is, and their names; any other line has none."""
    for key in LISTS:
        start = header_line(getattr(ENGLISH, key), "").rstrip()
        if line.startswith(f"{start} "):
            return key, tuple(map(unescape, line.removeprefix(start).strip().split(", ")))
    return LISTS[0], ()


def link(text: str, target: str) -> str:
    """Return a link to a file."""
    # An index has thousands, of paths in which nothing is to be quoted.
    quoted = target if _UNQUOTED.issuperset(target) else quote(target, errors="surrogateescape")
    return f"[{text}]({quoted})"


def previous_line(previous: Meeting, meeting: Meeting, style: Style) -> str:
    """Return the line of the header that links the minutes of the previous meeting from those of a meeting."""
    folder = PurePosixPath(meeting.path).parent
    target = posixpath.relpath(minutes_path(previous.path), folder)
    return header_line(style.wording.previous, link(day_text(previous.date, style), target), style.wording)


def names_text(names: Iterable[str], wording: Wording = ENGLISH) -> str:
    """Return names in a row, escaped."""
    return wording.comma.join(escape(name) for name in names)


def heading(title: str, level: int) -> str:
    """Return the heading of a section; Markdown has six levels (CommonMark 4.2)."""
    return f"{'#' * min(level, 6)} {escape_heading(title)}"


def has_section_gap(lines: Sequence[str], number: int) -> bool:
    """Whether the lines before a line, counted from 1, are those that stand before a heading."""
    return not any(lines[max(number - len(SECTION_GAP), 0) : number - 1])


def bullet(text: str) -> str:
    """Return inline Markdown as an item of a list."""
    return f"{BULLET}{escape_start(text)}"


def is_bullet(line: str) -> bool:
    """Whether a line begins an item of a list as minutebook writes it, with any sign."""
    return line[:1] in {*SIGNS} and line.startswith(BULLET[1:], 1)


def indent(text: str) -> str:
    """Indent every line that has text by one step."""
    return "\n".join(INDENT + line if line.strip() else "" for line in text.split("\n"))


def prose(text: str) -> str:
    """Return prose to the byte, but for the empty lines at its end."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def prose_below(text: str) -> str:
    """Return prose below an item of a list; what is no list stands apart, or it would go on with the item's own line."""
    prose_text = prose(text)
    return ("" if first_sign(prose_text) else "\n") + indent(prose_text)


def folded_lines(summary: str, lines: Sequence[str], *, below: bool) -> list[str]:
    """Return lines that are hidden until somebody clicks on a summary; `below` says that others stand above them.

    Markdown goes on behind the tag only after an empty line (GFM 4.6).
    """
    return [*([""] if below else []), f"<details><summary>{summary}</summary>", "", *lines, "", "</details>"]


def duty_line(label: str, people: Sequence[str], wording: Wording = ENGLISH) -> str:
    """Return who has a duty, from plain text; nobody yet is a question mark."""
    return f"{bullet(escape(label))}: {names_text(people, wording) or '?'}"


def delta_heading(since: date | None, wording: Wording = ENGLISH) -> str:
    """Return the heading of a column of deltas."""
    return f"&Delta; {_since_phrase(since, wording)}" if since else "&Delta;"


def since_line(since: date, style: Style = USUAL) -> str:
    """Return what a table of several columns says below it, such as Changes are since 12 October 2020."""
    return style.wording.changes.replace("{date}", day_text(since, style))


def read_since_line(line: str) -> date | None:
    """Return the day of such a line, or None for any other line."""
    if not (line.startswith(_SINCE_START) and line.endswith(".")):
        return None
    return read_long_date(line.removeprefix(_SINCE_START).removesuffix("."))


def _since_phrase(since: date, wording: Wording) -> str:
    """Say since which day something holds."""
    return f"{wording.since} {since}"


def count_text(count: int | None, unknown: str = "?") -> str:
    """Write a count."""
    return unknown if count is None else str(count)


def delta_text(count: CountWithDelta, since: date | None = None, style: Style = USUAL) -> str:
    """Write a delta as +3, -1 or +0; nothing where it is not known, or is 0 and that is not shown."""
    if count.delta is None or (count.delta == 0 and style.zeros == "hidden"):
        return ""
    return format_delta(count.delta, _since_phrase(since, style.wording) if since else "")


def measured_text(count: CountWithDelta, since: date | None = None, style: Style = USUAL) -> str:
    """Write a count with its delta, such as 7 (-4)."""
    delta = delta_text(count, since, style)
    return f"{count_text(count.value)} ({delta})" if delta else count_text(count.value)


def counter_text(counter: CounterWithDelta, style: Style = USUAL) -> str:
    """Write a counter's value and delta, such as 7 (-4 since 2020-10-12)."""
    return measured_text(counter.count, counter.since, style)


def counter_line(counter: CounterWithDelta, style: Style = USUAL) -> str:
    """Return a counter as an item of a list."""
    return bullet(f"{counter_text(counter, style)} {escape(counter.counter.label)}")
