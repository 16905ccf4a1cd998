"""An action item as it is written, taken apart so that it can be written again with all its words."""

import re
from collections.abc import Callable, Sequence

from minutebook.actions.words import CLOSING, CLOSING_WORDS, TICK
from minutebook.minutes import layout
from minutebook.oldminutes.handwritten.written_actions import (
    CLOSED_BEFORE,
    ParsedAction,
    normalize_mark,
    parse_action,
)
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.lost_words import split_words
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import Action
from minutebook.records.roster import UNASSIGNED

_BOX = re.compile(r"\[(?P<mark>[ xX])\][ \t]+")
_STRIKES = 2
"""How many `~~` strike a text out: one on either side."""
_NOBODYS = re.compile(r"(?:TODO|To[ -]do|ACTION|Action)\b", re.IGNORECASE)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WHEN = (
    rf"(?:on[ \t]+)?(?:{_DAY}\.?[ \t]+{_MONTH}(?:,?[ \t]+[0-9]{{4}})?|{_MONTH}[ \t]+{_DAY}(?:,?[ \t]+[0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./]?(?:[0-9]{2}){0,2}|today|yesterday"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_WHO = r"by[ \t]+(?-i:[A-Z])[\w.-]{0,30}(?:(?:,|[ \t]+and)?[ \t]+(?-i:[A-Z])[\w.-]{0,30}){0,3}"
_WHERE = r"(?:in|with|via)[ \t]+(?:#[0-9]+|(?-i:[A-Z]{2,})-[0-9]+|v?[0-9]+(?:\.[0-9]+)+)"
_CLOSED_BY = rf"(?:(?:[ \t]*[,:;\u2013\u2014-])?[ \t]+(?:{_WHEN}|{_WHO}|{_WHERE})){{1,3}}"
"""When, by whom and in what an item was closed, as people add it to the mark."""
_MARK_BEHIND = re.compile(
    rf"(?:\[(?P<a>{CLOSING})(?P<detail>{_CLOSED_BY})?\]|\((?P<b>{CLOSING})(?P<other_detail>{_CLOSED_BY})?\)|\*\*(?P<c>{CLOSING})[.!]?\*\*"
    rf"|[ \t]+[-\u2013\u2014][ \t]+(?P<d>{CLOSING})[.!]?|(?:(?<=[.!])|;)[ \t]+(?P<e>{CLOSING})[.!]?|[ \t]{TICK})\Z",
    re.IGNORECASE,
)
_OWNER_BEHIND = re.compile(r"(?P<task>\S.*?)[ \t]+\([^()]*\)")
_NAME = re.compile(r"@?\w[\w.'\u2019 -]{0,60}\??\Z")


def read_action(
    text: str,
    line: int,
    lines: Sequence[int],
    facts: SeriesFacts,
    *,
    listed: bool = False,
    owners: Sequence[str] = (),
) -> Action | None:
    """Return the action item of a line without its bullet, or None if it is none or can't be kept whole.

    `owners` are those that stand above the list of the line; `listed` says that the list is one of action items.
    """
    box = _BOX.match(text)
    unboxed = text[box.end() :] if box else text
    struck_out = unboxed.startswith("~~") and unboxed.endswith("~~") and unboxed.count("~~") == _STRIKES
    unboxed = unboxed.strip("~") if struck_out else unboxed
    parsed = _parse(unboxed, facts, listed=listed or bool(box), owners=owners)
    task = _task_as_written(unboxed, parsed.task) if parsed else None
    if not parsed or task is None:
        return None
    # A mark among the owners would be lost with what else stands in brackets there.
    before_task = unboxed[: unboxed.rfind(task)]
    if not parsed.mark and not CLOSING_WORDS.keys().isdisjoint(split_words(before_task)):
        return None
    names = [plain_text(name.removeprefix("@")) for name in parsed.owners]
    if not all(name and _NAME.match(name) for name in names):
        return None
    ticked = struck_out or (box and box["mark"] in "xX")
    task, marked_word, mark_note = _split_mark(task, empty_box=box is not None and not ticked)
    closed_word = parsed.mark or marked_word or ("done" if ticked else "")
    status = CLOSING_WORDS.get(closed_word, "open")
    reason = (mark_note or closed_word) if status == "dropped" else None
    task, standing = layout.split_standing(task)
    if not task:
        return None
    return Action(
        line,
        tuple(lines),
        tuple(dict.fromkeys(facts.owner_spelling(name) for name in names if name)) or (UNASSIGNED,),
        task,
        status,
        reason,
        note=None if reason else mark_note,
        due=standing.due,
        age=standing.ordinal,
        lapsing=standing.lapsing,
        guessed=parsed.guessed,
    )


def read_generated_action(
    text: str, line: int, lines: Sequence[int], spell: Callable[[str], str]
) -> Action | None:
    """Return the action item of a line that minutebook wrote, or None if it wrote none like this."""
    generated = layout.read_action(text)
    owners = [plain_text(owner) for owner in generated.owners] if generated else []
    if not generated or not generated.task or not all(owners):
        return None
    return Action(
        line,
        tuple(lines),
        tuple(dict.fromkeys(spell(owner) for owner in owners if owner)),
        generated.task,
        generated.status,
        due=generated.standing.due,
        age=generated.standing.ordinal,
        lapsing=generated.standing.lapsing,
    )


def _parse(text: str, facts: SeriesFacts, *, listed: bool, owners: Sequence[str]) -> ParsedAction | None:
    if owners:
        return ParsedAction(tuple(owners), text)
    parsed = parse_action(text, listed=listed, is_known=lambda name: facts.find_person(name) is not None)
    if parsed and parsed.guessed and facts.spellings:
        return None
    # A list of what is to do, in progress and done is no list of action items.
    nobodys = parsed and not parsed.owners and not listed and _NOBODYS.match(text.lstrip("*_ "))
    return None if nobodys else parsed


def _task_as_written(text: str, task: str) -> str | None:
    """Return the end of a line that is its task, with its emphasis, or None if that can't be found."""
    task = task.strip()
    if text.endswith(task):
        return task
    if (owner_behind := _OWNER_BEHIND.fullmatch(text)) and normalize_mark(owner_behind["task"]) == task:
        return owner_behind["task"]
    ends = [end for start in range(len(text)) if normalize_mark(end := text[start:].strip()) == task]
    # Emphasis that begins before the task may end with the line.
    balanced = next((end for end in ends if end.count("**") % 2 == 0), None)
    return balanced or next(
        (end.removesuffix("**").rstrip() for end in reversed(ends) if end.endswith("**")), None
    )


def _split_mark(task: str, *, empty_box: bool) -> tuple[str, str, str | None]:
    """Take the mark of a closed item off a task; return its word, and all of the mark if that says more.

    Behind an empty box, a tick before the task marks nothing.
    """
    if match := _MARK_BEHIND.search(task):
        word = next((match[key] for key in "abcde" if match[key]), "done")
        detail = match["detail"] or match["other_detail"]
        return task[: match.start()].rstrip(), word.lower(), f"{word}{detail}" if detail else None
    if mark := CLOSED_BEFORE.match(task):
        word = mark["word"] or mark["boxed"]
        if word or not empty_box:
            return task[mark.end() :], (word or "done").lower(), None
    if task.startswith("~~") and task.endswith("~~") and task[2:-2].strip() and "~~" not in task[2:-2]:
        return task[2:-2].strip(), "done", None
    return task, "", None
