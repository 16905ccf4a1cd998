"""How generated files look: each kind of line, how it is written and how it is recognised."""

from collections.abc import Iterable, Sequence
from datetime import date

from minutebook.counts.delta_notation import format_delta
from minutebook.counts.deltas import CounterWithDelta, CountWithDelta
from minutebook.minutes.markdown import (
    escape,
    escape_heading,
    escape_start,
    long_date,
    read_long_date,
)
from minutebook.records.attendance import Attendance

MARK = "written by minutebook"
"""Stands in the first line of every generated file."""
TITLE_LINE = 2
"""The line of the title, counted from 1."""
SECTION_GAP = "\n\n\n"
"""Stands between the last line of a section and the heading of the next: two empty lines."""
BULLET = "-   "
INDENT = "    "
_SINCE_START = "Changes are since "


def minutes_mark(file_name: str) -> str:
    """Return the first line of the minutes that are written from a meeting's file."""
    return f"<!-- Minutes of {file_name}, {MARK}: edit that file. -->"


def index_mark() -> str:
    """Return the first line of the index of a series."""
    return f"<!-- Index of this folder, {MARK}: edit series.yaml and the meetings. -->"


def is_generated(text: str) -> bool:
    """Whether a text says in its first line that minutebook wrote it."""
    return MARK in text.split("\n", 1)[0]


def title_line(title: str, day: date) -> str:
    """Return the title of minutes, such as # Team, 2 November 2020."""
    return f"# {escape_heading(title)}{_title_end(day)}"


def title_without_date(title: str, day: date) -> str | None:
    """Return the title of a meeting from that of its minutes, or None where that doesn't end in the date."""
    return title.removesuffix(_title_end(day)) if title.endswith(_title_end(day)) else None


def _title_end(day: date) -> str:
    return f", {long_date(day)}"


def header_line(label: str, text: str) -> str:
    """Return a line of the header from Markdown; the two spaces at its end are a hard break (CommonMark 6.7)."""
    return f"**{label}:** {text}  "


def header_lines(
    header: Iterable[tuple[str, str]],
    attendance: Attendance,
    *,
    draft: bool,
) -> list[str]:
    """Return the header of minutes; labels and names are plain text."""
    lines = [header_line(escape(label), text) for label, text in header]
    if draft:
        lines.append(header_line("Status", "draft"))
    return lines + attendance_lines(attendance)


def attendance_lines(attendance: Attendance) -> list[str]:
    """Return who was there and who was not, a line for each list."""
    return [header_line(key.title(), names_text(names)) for key, names in attendance.lists() if names]


def names_text(names: Iterable[str]) -> str:
    """Return names in a row, escaped."""
    return ", ".join(escape(name) for name in names)


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
    """Whether a line begins an item of a list as minutebook writes it."""
    return line.startswith(BULLET)


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
    written = prose(text)
    return ("" if written.startswith(("- ", "* ", "+ ")) else "\n") + indent(written)


def folded_lines(summary: str, lines: Sequence[str], *, below: bool) -> list[str]:
    """Return lines that are hidden until somebody clicks on a summary; `below` says that others stand above them.

    Markdown goes on behind the tag only after an empty line (GFM 4.6).
    """
    return [*([""] if below else []), f"<details><summary>{summary}</summary>", "", *lines, "", "</details>"]


def duty_line(label: str, people: Sequence[str]) -> str:
    """Return who has a duty, from plain text; nobody yet is a question mark."""
    return f"{bullet(escape(label))}: {names_text(people) or '?'}"


def delta_heading(since: date | None) -> str:
    """Return the heading of a column of deltas."""
    return f"&Delta; {since_phrase(since)}" if since else "&Delta;"


def since_line(since: date) -> str:
    """Return what a table of several columns says below it, such as Changes are since 12 October 2020."""
    return f"{_SINCE_START}{long_date(since)}."


def read_since_line(line: str) -> date | None:
    """Return the day of such a line, or None for any other line."""
    if not (line.startswith(_SINCE_START) and line.endswith(".")):
        return None
    return read_long_date(line.removeprefix(_SINCE_START).removesuffix("."))


def since_phrase(since: date) -> str:
    """Say since which day something holds."""
    return f"since {since}"


def count_text(count: int | None, unknown: str = "?") -> str:
    """Write a count."""
    return unknown if count is None else str(count)


def delta_text(count: CountWithDelta, since: date | None = None) -> str:
    """Write a delta as +3, -1 or +0; nothing where it is not known."""
    return "" if count.delta is None else format_delta(count.delta, since)


def counter_text(counter: CounterWithDelta) -> str:
    """Write a counter's value and delta, such as 7 (-4)."""
    delta = delta_text(counter.count, counter.since)
    return f"{count_text(counter.count.value)} ({delta})" if delta else count_text(counter.count.value)


def counter_line(counter: CounterWithDelta) -> str:
    """Return a counter as an item of a list."""
    return bullet(f"{counter_text(counter)} {escape(counter.counter.label)}")
