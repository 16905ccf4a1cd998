"""An action item as it is written, taken apart so that it can be written again with all its words."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from minutebook.actions.words import CLOSING, CLOSING_WORDS, TICK
from minutebook.oldminutes.handwritten.actions import ParsedAction, normalize_mark, parse_action
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.plain import plain
from minutebook.oldminutes.importer.values import Item
from minutebook.oldminutes.importer.words import words
from minutebook.records.roster import UNASSIGNED

if TYPE_CHECKING:
    from minutebook.records.meeting import Status

_BOX = re.compile(r"\[(?P<mark>[ xX])\][ \t]+")
_ENDS = 2
_NOBODY = re.compile(r"(?:TODO|To[ -]do|ACTION|Action)\b", re.IGNORECASE)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WHEN = (
    rf"(?:on[ \t]+)?(?:{_DAY}\.?[ \t]+{_MONTH}(?:,?[ \t]+[0-9]{{4}})?|{_MONTH}[ \t]+{_DAY}(?:,?[ \t]+[0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./]?(?:[0-9]{2}){0,2}|today|yesterday"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_WHO = r"by[ \t]+(?-i:[A-Z])[\w.-]{0,30}(?:(?:,|[ \t]+and)?[ \t]+(?-i:[A-Z])[\w.-]{0,30}){0,3}"
_WHERE = r"(?:in|with|via)[ \t]+(?:#[0-9]+|(?-i:[A-Z]{2,})-[0-9]+|v?[0-9]+(?:\.[0-9]+)+)"
_MORE = rf"(?:(?:[ \t]*[,:;\u2013\u2014-])?[ \t]+(?:{_WHEN}|{_WHO}|{_WHERE})){{1,3}}"
"""When, by whom and where: what a closed item may be marked with, and is no less closed."""
_MARK = re.compile(
    rf"(?:\[(?P<a>{CLOSING})(?P<more>{_MORE})?\]|\((?P<b>{CLOSING})(?P<else>{_MORE})?\)|\*\*(?P<c>{CLOSING})[.!]?\*\*"
    rf"|[ \t]+[-\u2013\u2014][ \t]+(?P<d>{CLOSING})[.!]?|(?:(?<=[.!])|;)[ \t]+(?P<e>{CLOSING})[.!]?|[ \t]{TICK})\Z",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"(?:(?P<word>{CLOSING})(?:[ \t]+[-\u2013\u2014]|:)|{TICK})[ \t]+(?=\S)", re.IGNORECASE)
_WRITTEN = re.compile(r"AI \((?P<owners>[^()]+)\): (?P<task>\S.*?)(?: \[(?P<status>DONE|DROPPED|LAPSED)\])?")
_DETAILS = re.compile(
    r"[ \t]+\((?=\d|due|lapses)(?:(?P<age>[1-9]\d{0,3})(?:st|nd|rd|th) meeting)?(?:(?:, )?due (?P<due>\d{4}-\d{2}-\d{2}))?"
    r"(?:(?:, )?(?P<lapsing>lapses next time))?\)\Z"
)
_BEHIND = re.compile(r"(?P<task>\S.*?)[ \t]+\([^()]*\)")
_NAME = re.compile(r"@?\w[\w.'\u2019 -]{0,60}\??\Z")


def item(
    text: str,
    line: int,
    own: Sequence[int],
    knowledge: Knowledge,
    *,
    listed: bool = False,
    owners: Sequence[str] = (),
) -> Item | None:
    """Return the action item of a line without its bullet, or None where it is none or can't be kept whole.

    `owners` are those of the line above the list that it stands in.
    """
    box = _BOX.match(text)
    rest = text[box.end() :] if box else text
    struck = rest.startswith("~~") and rest.endswith("~~") and rest.count("~~") == _ENDS
    rest = rest.strip("~") if struck else rest
    said = ParsedAction(tuple(owners), rest) if owners else _said(rest, knowledge, listed=listed or bool(box))
    task = _as_written(rest, said.task) if said else None
    if not said or task is None:
        return None
    # A mark among the owners would go with what else stands in brackets there.
    if not said.mark and not CLOSING_WORDS.keys().isdisjoint(words(rest[: rest.rfind(task)])):
        return None
    names = [plain(name.removeprefix("@")) for name in said.owners]
    if not all(name and _NAME.match(name) for name in names):
        return None
    ticked = struck or (box and box["mark"] in "xX")
    waiting = box is not None and not ticked
    task, word, note = _unmarked(task, waiting=waiting)
    word = said.mark or word or ("done" if ticked else "")
    status: Status = CLOSING_WORDS[word] if word else "open"
    reason = (note or word) if status == "dropped" else None
    task, due, age, lapsing = _detailed(task)
    people = tuple(dict.fromkeys(knowledge.owner(name) for name in names if name)) or (UNASSIGNED,)
    note = None if reason else note
    found = Item(line, tuple(own), people, task, status, reason, note, due, age, lapsing, said.guessed)
    return found if task else None


def written_item(text: str, line: int, own: Sequence[int], person: Callable[[str], str]) -> Item | None:
    """Return the action item of a line that minutebook wrote, or None where it wrote none such."""
    found = _WRITTEN.fullmatch(text)
    names = [plain(name) for name in found["owners"].split(", ")] if found else []
    if not found or not all(names):
        return None
    task, due, age, lapsing = _detailed(found["task"])
    people = tuple(dict.fromkeys(person(name) for name in names if name))
    status: Status = CLOSING_WORDS[found["status"].lower()] if found["status"] else "open"
    return Item(line, tuple(own), people, task, status, None, None, due, age, lapsing) if task else None


def _said(text: str, knowledge: Knowledge, *, listed: bool) -> ParsedAction | None:
    said = parse_action(text, listed=listed, is_known=lambda name: knowledge.meant(name) is not None)
    if said and said.guessed and knowledge.known:
        return None
    # A list of what is to do, in process and done is no list of promises.
    nobodys = said and not said.owners and not listed and _NOBODY.match(text.lstrip("*_ "))
    return None if nobodys else said


def _as_written(text: str, task: str) -> str | None:
    """Return the end of a line that is a task, with its emphasis, or None where it can't be told."""
    task = task.strip()
    if text.endswith(task):
        return task
    # The owner may stand in brackets behind it.
    if (behind := _BEHIND.fullmatch(text)) and normalize_mark(behind["task"]) == task:
        return behind["task"]
    ends = [end for at in range(len(text)) if normalize_mark(end := text[at:].strip()) == task]
    # What the head opened may be closed at the end of the line.
    whole = next((end for end in ends if end.count("**") % 2 == 0), None)
    return whole or next(
        (end.removesuffix("**").rstrip() for end in reversed(ends) if end.endswith("**")), None
    )


def _unmarked(task: str, *, waiting: bool) -> tuple[str, str, str | None]:
    """Take the mark of a closed item off a task; return its word, and all of it where it says more.

    Behind a box that `waiting` says is empty, a tick before the task is none.
    """
    if found := _MARK.search(task):
        word = next((found[key] for key in "abcde" if found[key]), "done")
        more = found["more"] or found["else"]
        return task[: found.start()].rstrip(), word.lower(), f"{word}{more}" if more else None
    if (found := _FIRST.match(task)) and (found["word"] or not waiting):
        return task[found.end() :], (found["word"] or "done").lower(), None
    if task.startswith("~~") and task.endswith("~~") and task[2:-2].strip() and "~~" not in task[2:-2]:
        return task[2:-2].strip(), "done", None
    return task, "", None


def _detailed(task: str) -> tuple[str, date | None, int | None, bool]:
    """Take off what minutes add to a task: its age, the day it is due, and that it lapses."""
    found = _DETAILS.search(task)
    if not found:
        return task, None, None, False
    try:
        due = date.fromisoformat(found["due"]) if found["due"] else None
    except ValueError:
        return task, None, None, False
    age = int(found["age"]) if found["age"] else None
    return task[: found.start()], due, age, bool(found["lapsing"])
