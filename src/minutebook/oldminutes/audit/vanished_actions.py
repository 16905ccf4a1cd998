"""Action items that were open in the minutes of one meeting and are not in the next ones."""

import re
from collections.abc import Iterator

from minutebook.oldminutes.audit.audit_faults import Fault, name_location
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.audit.timeline import Timeline
from minutebook.oldminutes.handwritten.contents import WrittenAction

_WORD = re.compile(r"\w+")
_TICKET = re.compile(r"\b[A-Z][A-Z0-9]+-[0-9]+\b|#[0-9]+\b")
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with"]
)


def check_open_actions(timeline: Timeline) -> Iterator[Fault | None]:
    """Yield each open action item of a meeting that another one followed, with the fault if it is gone there."""
    days = sorted({file.day for file in timeline.files if file.day})
    for file in timeline.files:
        next_day = next((day for day in days if file.day and day > file.day), None)
        if next_day is None:
            continue
        next_tasks = [
            action.task
            for later in timeline.files
            if later.day == next_day
            for action in later.minutes.actions
        ]
        for action in file.minutes.actions:
            # Looked for by its task alone: owners and wording change from meeting to meeting.
            if not action.closed:
                is_there = any(is_same_task(action.task, task) for task in next_tasks)
                mark = timeline.mark(file, next_day)
                yield None if is_there else _fault(file, action, str(next_day), mark)


def is_same_task(task: str, later_task: str) -> bool:
    """Whether two tasks are of one action item: they name one ticket, or share most of their words."""
    tickets = set(_TICKET.findall(task)) & set(_TICKET.findall(later_task))
    words, later_words = _words(task), _words(later_task)
    shared = len(words & later_words)
    fewer = min(len(words), len(later_words))
    return bool(tickets) or words == later_words or (shared > 1 and 2 * shared >= fewer + 1)


def _words(task: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(task)} - _SMALL_WORDS


def _fault(file: MinutesFile, action: WrittenAction, next_day: str, mark: str) -> Fault:
    owners = ", ".join(owner.text for owner in action.owners)
    location = name_location(action.section, owners)
    computed = f"neither open nor closed on {next_day}"
    return Fault(file.path, action.line, "action-vanished", location, action.text, computed, file.day, mark)
