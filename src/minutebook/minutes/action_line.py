"""How an action item stands in generated files: its owners, its task and what is computed for it, both ways."""

import re
from dataclasses import dataclass
from datetime import date

from minutebook.counts.delta_notation import parse_day
from minutebook.minutes.markdown import ordinal_text
from minutebook.records.meeting import Status

ACTION_START = "AI ("
"""Begins every action item, behind its bullet."""
LAPSES_NEXT = "lapses next time"

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
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
