"""What minutes compute for an action and print behind its task: its age, when it is due, and whether it lapses."""

import re
from datetime import date

from minutebook.records.frozen_class import dataclass
from minutebook.records.iso_days import DAY, parse_day
from minutebook.records.meeting import Status

LAPSES_NEXT = "lapses next time"
ORDINAL = r"(?:[0-9]+(?:st|nd|rd|th))"
"""A pattern of a number such as 2nd."""
COMPUTED = rf"{ORDINAL} meeting|{LAPSES_NEXT}"
"""A pattern of what says nothing that stands in the notes."""
_OVERDUE = "overdue since"
# Each part of the bracket can be absent; the lookahead refuses one in which all are.
_STANDING = (
    r"[ \t]+\((?=[0-9]|due|overdue|lapses)(?:(?P<ordinal>[1-9][0-9]{0,3})(?:st|nd|rd|th) meeting)?"
    rf"(?:(?:, )?(?P<word>due|{_OVERDUE}) (?P<due>{DAY}))?(?:(?:, )?(?P<lapsing>{LAPSES_NEXT}))?\)"
)
_STANDING_AT_END = re.compile(rf"{_STANDING}\Z")
_STANDING_BEFORE_STATUS = re.compile(rf"{_STANDING}(?=[ \t]*(?:[\[(*]+\w+[.!]?[\])*]+)?[ \t]*\Z)")


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in brackets behind an action: its age in meetings, its due date, and whether it lapses next.

    It is overdue if its due date has passed.
    """

    ordinal: int | None = None
    due: date | None = None
    lapsing: bool = False
    overdue: bool = False


def standing_text(standing: Standing) -> str:
    """Return the bracket with a space before it, such as (2nd meeting, due 2020-11-09); nothing says nothing."""
    phrases = [meeting_phrase(standing.ordinal)] if standing.ordinal else []
    phrases += [due_phrase(standing.due, overdue=standing.overdue)] if standing.due else []
    phrases += [LAPSES_NEXT] if standing.lapsing else []
    return f" ({', '.join(phrases)})" if phrases else ""


def status_mark(status: Status) -> str:
    """Return what stands behind an action that is closed."""
    return "" if status == "open" else f" [{status.upper()}]"


def meeting_phrase(ordinal: int) -> str:
    """Say how old an action is, such as 2nd meeting."""
    return f"{ordinal_text(ordinal)} meeting"


def due_phrase(due: date, *, overdue: bool = False) -> str:
    """Say when an action is due, or since when it is overdue."""
    return f"{_OVERDUE if overdue else 'due'} {due}"


def ordinal_text(number: int) -> str:
    """Write a number as 1st, 2nd, 3rd, 4th."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def split_standing(text: str) -> tuple[str, Standing]:
    """Take off a task what minutes add in brackets; a day that isn't in the calendar is part of the task."""
    bracket = _STANDING_AT_END.search(text)
    if not bracket:
        return text, Standing()
    due = parse_day(bracket["due"] or "")
    if bracket["due"] and not due:
        return text, Standing()
    ordinal = int(bracket["ordinal"]) if bracket["ordinal"] else None
    standing = Standing(ordinal, due, bool(bracket["lapsing"]), bracket["word"] == _OVERDUE)
    return text[: bracket.start()], standing


def without_age(line: str) -> str:
    """Return the line of an action without what is computed for it; the day it is due stays."""
    return _STANDING_BEFORE_STATUS.sub(
        lambda bracket: f" (due {bracket['due']})" if bracket["due"] else "", line
    )
