"""An action item as it is written, taken apart so that it can be written again with all its words."""

import re
from collections.abc import Callable, Sequence

from minutebook.actions.standings import split_standing
from minutebook.actions.words import CLOSING_WORDS
from minutebook.minutes import action_line
from minutebook.oldminutes.handwritten.written_actions import ParsedAction, normalize_mark, parse_action
from minutebook.oldminutes.importer.closing_marks import split_mark
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.lost_words import split_words
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import Action
from minutebook.records.roster import UNASSIGNED

_BOX = re.compile(r"\[(?P<mark>[ xX])\][ \t]+")
_STRIKES = 2
"""How many `~~` strike a text out: one on either side."""
_NOBODYS = re.compile(r"(?:TODO|To[ -]do|ACTION|Action)\b", re.IGNORECASE)
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
    task, marked_word, mark_note = split_mark(task, empty_box=box is not None and not ticked)
    closed_word = parsed.mark or marked_word or ("done" if ticked else "")
    status = CLOSING_WORDS.get(closed_word, "open")
    reason = (mark_note or closed_word) if status == "dropped" else None
    task, standing = split_standing(task)
    if not task:
        return None
    return Action(
        line,
        tuple(lines),
        tuple(dict.fromkeys(facts.owner_spelling(name) for name in names if name)) or (UNASSIGNED,),
        task,
        status,
        reason,
        notes=(mark_note,) if mark_note and not reason else (),
        due=standing.due,
        age=standing.ordinal,
        lapsing=standing.lapsing,
        guessed=parsed.guessed,
    )


def read_generated_action(
    text: str, line: int, lines: Sequence[int], spell: Callable[[str], str]
) -> Action | None:
    """Return the action item of a line that minutebook wrote, or None if it wrote none like this."""
    generated = action_line.read_action(text)
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
