"""How generated files look: each kind of line, how it is written and how it is recognised."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from minutebook.counts.delta_notation import format_delta, parse_day
from minutebook.counts.deltas import CounterWithDelta, CountWithDelta
from minutebook.minutes.markdown import (
    escape,
    escape_heading,
    escape_start,
    long_date,
    ordinal_text,
    read_long_date,
)
from minutebook.records.meeting import Status

MARK = "written by minutebook"
"""Stands in the first line of every generated file."""
TITLE_LINE = 2
"""The line of the title, counted from 1."""
SECTION_GAP = "\n\n\n"
"""Stands between the last line of a section and the heading of the next: two empty lines."""
BULLET = "-   "
INDENT = "    "
ACTION_START = "AI ("
"""Begins every action item, behind its bullet."""
LAPSES_NEXT = "lapses next time"
_SINCE_START = "Changes are since "

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_HEADER = re.compile(r"\*\*(?P<label>.+?):\*\* (?P<text>.*)  ")
_CLOSED: dict[str, Status] = {"DONE": "done", "DROPPED": "dropped", "LAPSED": "lapsed"}
_ACTION = re.compile(
    rf"{re.escape(ACTION_START)}(?P<owners>[^()]+)\): (?P<task>\S.*?)(?: \[(?P<status>{'|'.join(_CLOSED)})\])?"
)
# Each part of the bracket can be absent; the lookahead refuses one in which all are.
_STANDING = (
    r"[ \t]+\((?=[0-9]|due|lapses)(?:(?P<ordinal>[1-9][0-9]{0,3})(?:st|nd|rd|th) meeting)?"
    rf"(?:(?:, )?due (?P<due>{_DAY}))?(?:(?:, )?(?P<lapsing>{LAPSES_NEXT}))?\)"
)
_STANDING_AT_END = re.compile(rf"{_STANDING}\Z")
_STANDING_BEFORE_STATUS = re.compile(rf"{_STANDING}(?=[ \t]*(?:[\[(*]+\w+[.!]?[\])*]+)?[ \t]*\Z)")


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


def read_header_line(line: str) -> tuple[str, str] | None:
    """Return the label and the text of a line of the header, as Markdown."""
    header = _HEADER.fullmatch(line)
    return (header["label"], header["text"]) if header else None


def header_lines(
    header: Iterable[tuple[str, str]],
    *,
    draft: bool,
    attending: Sequence[str] = (),
    absent: Sequence[str] = (),
    guests: Sequence[str] = (),
) -> list[str]:
    """Return the header of minutes; labels and names are plain text."""
    lines = [header_line(escape(label), text) for label, text in header]
    if draft:
        lines.append(header_line("Status", "draft"))
    attendance = (("Attending", attending), ("Absent", absent), ("Guests", guests))
    return lines + [header_line(label, names_text(names)) for label, names in attendance if names]


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


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in brackets behind an action item: its age in meetings, its due date, and whether it lapses next."""

    ordinal: int | None = None
    due: date | None = None
    lapsing: bool = False


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action item as the minutes have it; owners and task are Markdown."""

    owners: tuple[str, ...]
    task: str
    standing: Standing = Standing()
    status: Status = "open"


def action_text(action: ActionLine) -> str:
    """Return an action item without its bullet, such as AI (Mat): order parts (2nd meeting) [DONE]."""
    standing = action.standing
    phrases = [meeting_phrase(standing.ordinal)] if standing.ordinal else []
    phrases += [due_phrase(standing.due)] if standing.due else []
    phrases += [LAPSES_NEXT] if standing.lapsing else []
    bracket = f" ({', '.join(phrases)})" if phrases else ""
    return f"{ACTION_START}{', '.join(action.owners)}): {action.task}{bracket}{status_mark(action.status)}"


def read_action(text: str) -> ActionLine | None:
    """Return the action item of an item of a list, without its bullet, or None where minutebook wrote none."""
    action = _ACTION.fullmatch(text)
    if not action:
        return None
    task, standing = split_standing(action["task"])
    status = _CLOSED.get(action["status"], "open")
    return ActionLine(tuple(action["owners"].split(", ")), task, standing, status)


def meeting_phrase(ordinal: int) -> str:
    """Say how old an action item is, such as 2nd meeting."""
    return f"{ordinal_text(ordinal)} meeting"


def due_phrase(due: date) -> str:
    """Say when an action item is due."""
    return f"due {due}"


def status_mark(status: Status) -> str:
    """Return what stands behind an action item that is closed."""
    return "" if status == "open" else f" [{status.upper()}]"


def split_standing(text: str) -> tuple[str, Standing]:
    """Take off a task what minutes add in brackets; a day that isn't in the calendar is part of the task."""
    bracket = _STANDING_AT_END.search(text)
    if not bracket:
        return text, Standing()
    due = parse_day(bracket["due"] or "")
    if bracket["due"] and not due:
        return text, Standing()
    ordinal = int(bracket["ordinal"]) if bracket["ordinal"] else None
    return text[: bracket.start()], Standing(ordinal, due, bool(bracket["lapsing"]))


def without_age(line: str) -> str:
    """Return the line of an action item without what is computed for it; the day it is due stays."""
    return _STANDING_BEFORE_STATUS.sub(
        lambda bracket: f" (due {bracket['due']})" if bracket["due"] else "", line
    )
