"""Action items that the next minutes neither have nor close: the faults of an audit, what an import lets lapse."""

import re
from collections.abc import Sequence
from functools import lru_cache

from minutebook.actions.task_words import task_words
from minutebook.oldminutes.action_marks import MARKED
from minutebook.oldminutes.judgement import locate
from minutebook.oldminutes.languages import is_task_title, words
from minutebook.oldminutes.markdown_blocks import without_bullet
from minutebook.oldminutes.sheet import Decision, FaultKind, Sheet, line_of
from minutebook.records.meeting import Action, Meeting, Titles
from minutebook.records.roster import UNASSIGNED

_FEWEST_WORDS, _STEM = 3, 4
"""How many words of a task don't stand together by chance, and how many letters of a word tell which it is."""
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]]*[0-9]")
_TICKET = re.compile(rf"{_ADDRESS.pattern}|\b[A-Z][A-Z0-9]+-[0-9]+")
_LINK = re.compile(r"https?://[^\s()<>\[\]]*")
_PROGRESS = words("says", "progress")
_SAYS_OF = re.compile(r"[:\uff1a][*_]*(?=\s*\w)|[ \t][\u2013\u2014-][ \t]")
"""What parts the name of something from what is said of it: Landing page: is online."""


def judge_vanished(sheet: Sheet, titles: Titles, action: Action, next_meeting: Meeting) -> Decision:
    """Return that an action below some titles was not spoken of again, which is a fault if it was a promise."""
    owners = [owner for owner in action.owners if owner != UNASSIGNED]
    headings = titles or (sheet.heading,)
    location = locate(headings[-1], ", ".join(owners))
    text = without_bullet(sheet.line(line_of(action))).strip()
    is_marked = MARKED.match(text) and (text[:1] != "[" or _is_task_list(sheet, line_of(action), headings))
    # What has no owner and no mark is nobody's promise, and what the next meeting tells has not vanished.
    is_promise = (owners or is_marked) and not _is_told(sheet, action, next_meeting)
    fault: FaultKind | None = "action-vanished" if is_promise else None
    becomes, days = f"neither open nor closed on {next_meeting.date}", (sheet.day, next_meeting.date)
    return Decision(sheet.path, line_of(action), "item lapsed", text, becomes, fault, location, *days)


def _is_task_list(sheet: Sheet, line: int, titles: Sequence[str]) -> bool:
    """Whether a line stands below a title of action items, or a list in which it stands does; else its box may be of an agenda."""
    while line > 1 and (not (text := sheet.line(line)).strip() or text[0] in " \t-*+[" or text[0].isdigit()):
        line -= 1
    return any(map(is_task_title, (*titles, sheet.line(line))))


def _is_told(sheet: Sheet, action: Action, meeting: Meeting) -> bool:
    """Whether a meeting speaks of an action otherwise: it has the task, its ticket or that above it, or a line about the same."""
    prose = [text.casefold() for _, text in meeting.prose()]
    titles = (titles[-1].casefold() for titles, section in meeting.root.headed() if section.title)
    tasks = (text.casefold() for later in meeting.actions for text in (later.task, *later.notes))
    tickets = _tickets_of(sheet, action)
    if any(ticket in text for text in (*prose, *tasks) for ticket in tickets):
        return True
    is_long = len(action.task.split()) >= _FEWEST_WORDS
    if is_long and any(action.task.casefold() in text for text in (*titles, *prose)):
        return True
    lines = [line.lstrip(" \t>*+-") for text in prose for line in text.split("\n")]
    parts = (_SAYS_OF.split(line, 1) for line in lines)
    labels = [label for label, _ in meeting.header] + [label for label, *remarks in parts if remarks]
    task_stems = _stems(action.task) - _stems(" ".join(name.name for name in sheet.names))
    told_of = ((stems, stems & task_stems) for stems in map(_stems, (*lines, *labels)))
    return any(
        (len(shared) > 1 and 5 * len(shared) >= 3 * len(stems))
        or (len(shared) > _FEWEST_WORDS and 5 * len(shared) >= 4 * len(task_stems))
        for stems, shared in told_of
    )


def _tickets_of(sheet: Sheet, action: Action) -> set[str]:
    """Return the tickets that an action names, and those to which the lines lead that it stands below in its list."""
    line = line_of(action)
    tickets, depth = {*_TICKET.findall(action.task)}, _depth(sheet.line(line))
    while depth and line > 1:
        line -= 1
        text = sheet.line(line)
        if text.strip() and _depth(text) < depth:
            depth = _depth(text)
            tickets.update(_ADDRESS.findall(text))
    return {ticket.casefold() for ticket in tickets}


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


# Each line of a meeting is compared with all that vanished there.
@lru_cache(1 << 12)
def _stems(text: str) -> frozenset[str]:
    """Return how the words of a text begin, whatever their endings."""
    text_words = (word for word in task_words(_LINK.sub(" ", text)) if word.isalpha())
    return frozenset(word[:_STEM] for word in text_words if word not in _PROGRESS)
