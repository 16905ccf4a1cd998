"""The line of an action in the words and the look of a series, as it is in the usual ones.

So whatever reads lines of actions, typed or in minutes, needs to know no more than English.
"""

import re
from functools import cache

from minutebook.actions.foreign_words import NOTHING_PHRASES
from minutebook.actions.standings import Standing, standing_text, status_mark
from minutebook.actions.words import UNDECIDED_WORDS
from minutebook.records.fixed_words import ENGLISH, Wording
from minutebook.records.iso_days import DAY, parse_day
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Status
from minutebook.records.roster import UNASSIGNED

STRIKE, BOLD = "~~", "**"
# A run of spaces is tried once, from its start, or a long one would take the square of its length.
_MARK = late_pattern(r"(?:(?<![ \t])[ \t]+)?(?:\[(?P<square>[^\[\]]{1,40})\]|\((?P<round>[^()]{1,40})\))\Z")
_BRACKET = late_pattern(r"(?:(?<![ \t])[ \t]+)?\((?P<phrases>[^()]{1,200})\)\Z")
_FOR_NOW = late_pattern(r"(?<=\w) (?:so far|yet|this week|this time|today|for now|at the moment)\Z")
_OWNERS = late_pattern(r"(?P<start>[^():]{1,40}\()(?P<owners>[^():]{1,200})(?=\)[ \t]*:)")


def in_usual_words(line: str, wording: Wording) -> str:
    """Return the line of an action with what minutes print around its task in English, and without emphasis."""
    text, status = _without_mark(line.rstrip(), wording)
    if is_struck(text):
        text, status = text[2:-2], "done" if status == "open" else status
    text, standing = _without_standing(text, wording)
    if named := _OWNERS.match(text):
        is_unassigned = named["owners"] == wording.unassigned
        owners = UNASSIGNED if is_unassigned else named["owners"].replace(wording.comma, ENGLISH.comma)
        text = f"{named['start']}{owners}{text[named.end() :]}"
    return f"{text}{standing_text(standing)}{status_mark(status)}"


def is_struck(text: str) -> bool:
    """Whether a text is struck through as a whole."""
    return text.startswith(STRIKE) and text.endswith(STRIKE) and STRIKE not in text[2:-2] and len(text) > 4  # noqa: PLR2004


def _without_mark(line: str, wording: Wording) -> tuple[str, Status]:
    mark = _MARK.search(line) if line.endswith((")", "]")) else None
    status = _statuses(wording).get((mark["square"] or mark["round"]).casefold()) if mark else None
    return (line[: mark.start()], status) if mark and status else (line, "open")


def _without_standing(line: str, wording: Wording) -> tuple[str, Standing]:
    bracket = _BRACKET.search(line) if line.endswith(")") else None
    standing = Standing()
    for phrase in bracket["phrases"].split(",") if bracket else ():
        match = _phrases(wording).fullmatch(phrase.strip(" \t*"))
        day = match and (match["due"] or match["overdue"])
        due = parse_day(day or "")
        if not match or (day and not due):  # a day that isn't in the calendar is part of the task
            return line, Standing()
        number = next((int(text) for text in match.groups()[:-3] if text), None)
        standing = Standing(
            standing.ordinal or number,
            standing.due or due,
            standing.lapsing or bool(match["lapsing"]),
            standing.overdue or bool(match["overdue"]),
        )
    return (line[: bracket.start()], standing) if bracket else (line, standing)


@cache
def _statuses(wording: Wording) -> dict[str, Status]:
    return {
        wording.done.casefold(): "done",
        wording.dropped.casefold(): "dropped",
        wording.lapsed.casefold(): "lapsed",
    }


@cache
def _phrases(wording: Wording) -> re.Pattern[str]:
    """Return the pattern of what stands in brackets behind a task; the last three groups are what has a name."""
    ages = (re.escape(form).replace(r"\{n\}", "([1-9][0-9]{0,3})") for _, form in wording.age)
    due = rf"{re.escape(wording.due)}[ \t]+(?P<due>{DAY})"
    overdue = rf"{re.escape(wording.overdue)}[ \t]+(?P<overdue>{DAY})"
    lapsing = rf"(?P<lapsing>{re.escape(wording.lapsing)})"
    return re.compile("|".join((*ages, due, overdue, lapsing)), re.IGNORECASE)


def is_nothing_to_do(task: str) -> bool:
    """Whether a task says that there is none, such as None so far."""
    words = task.casefold().strip(" \t*_.!()[]|")
    phrase = _FOR_NOW.sub("", words)
    return phrase in NOTHING_PHRASES and phrase not in UNDECIDED_WORDS
