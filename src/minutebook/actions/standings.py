"""What minutes compute for an action and print behind its task: its age, when it is due, and whether it lapses."""

from datetime import date

from minutebook.records.fixed_words import ENGLISH, Wording
from minutebook.records.frozen_class import dataclass
from minutebook.records.iso_days import DAY, parse_day
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Status

_LAPSES_NEXT = ENGLISH.lapsing
_ORDINAL = r"(?:[0-9]+(?:st|nd|rd|th))"
"""A pattern of a number such as 2nd."""
COMPUTED = rf"{_ORDINAL} meeting|{_LAPSES_NEXT}"
"""A pattern of what says nothing that stands in the notes."""
_OVERDUE = ENGLISH.overdue
# Each part of the bracket can be absent; the lookahead refuses one in which all are.
_STANDING = (
    r"(?<![ \t])[ \t]+\((?=[0-9]|due|overdue|lapses)(?:(?P<ordinal>[1-9][0-9]{0,3})(?:st|nd|rd|th) meeting)?"
    rf"(?:(?:, )?(?P<word>due|{_OVERDUE}) (?P<due>{DAY}))?(?:(?:, )?(?P<lapsing>{_LAPSES_NEXT}))?\)"
)
_STANDING_AT_END = late_pattern(rf"{_STANDING}\Z")
_STANDING_BEFORE_STATUS = late_pattern(rf"{_STANDING}(?=[ \t]*(?:[\[(*]+\w+[.!]?[\])*]+)?[ \t]*\Z)")


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in brackets behind an action: its age in meetings, its due date, and whether it lapses next.

    It is overdue if its due date has passed.
    """

    ordinal: int | None = None
    due: date | None = None
    lapsing: bool = False
    overdue: bool = False


def standing_text(standing: Standing, wording: Wording = ENGLISH, overdue_sign: str = "") -> str:
    """Return the bracket with a space before it, such as (2nd meeting, due 2020-11-09); nothing says nothing.

    `overdue_sign` stands around what says that it is overdue.
    """
    phrases = [meeting_phrase(standing.ordinal, wording)] if standing.ordinal else []
    if standing.due:
        sign = overdue_sign if standing.overdue else ""
        phrases.append(f"{sign}{due_phrase(standing.due, overdue=standing.overdue, wording=wording)}{sign}")
    phrases += [wording.lapsing] if standing.lapsing else []
    return f" ({', '.join(phrases)})" if phrases else ""


def status_mark(status: Status, wording: Wording = ENGLISH) -> str:
    """Return what stands behind an action that is closed."""
    words = {"done": wording.done, "dropped": wording.dropped, "lapsed": wording.lapsed}
    return f" [{words[status]}]" if status in words else ""


def short_form(task: str, due: date | None, status: Status) -> str:
    """Return what is typed behind the owners of an action and a colon."""
    return f"{task}{standing_text(Standing(due=due))}{status_mark(status)}"


def meeting_phrase(ordinal: int, wording: Wording = ENGLISH) -> str:
    """Say how old an action is, such as 2nd meeting."""
    return wording.ordinal(wording.age, ordinal)


def due_phrase(due: date, *, overdue: bool, wording: Wording = ENGLISH) -> str:
    """Say when an action is due, or since when it is overdue."""
    return f"{wording.overdue if overdue else wording.due} {due}"


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
