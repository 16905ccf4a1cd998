"""Carry forward: every action item that is open in one meeting stands in the next, until it is closed or lapses."""

from collections.abc import Iterator
from datetime import date

from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Action, Actions, Meeting, Titles, Topic


@dataclass(frozen=True, slots=True)
class FiledAction:
    """An action and where it stands: the titles above it, its topic, and its line where its file was looked at."""

    action: Action
    titles: Titles
    topic: str | None = None
    line: int | None = None


ListedKey = str | tuple[str]
"""The id of an action item, or a topic's title in a tuple."""


def filed_actions(meeting: Meeting) -> Iterator[FiledAction]:
    """Yield the actions of a meeting in the order of the file."""
    for titles, section in meeting.root.headed():
        for block in section.blocks:
            for member in block.listed if isinstance(block, Actions) else ():
                if isinstance(member, Topic):
                    yield from (FiledAction(action, titles, member.topic) for action in member.actions)
                else:
                    yield FiledAction(member, titles)


def listed_keys(meeting: Meeting) -> list[ListedKey]:
    """Return the actions of a meeting, each behind its topic, in the order of the file."""
    keys: list[ListedKey] = []
    for filed in filed_actions(meeting):
        keys += [(filed.topic,)] if filed.topic else []
        keys += [filed.action.id] if filed.action.id else []
    return keys


def missing(meeting: Meeting, previous: Meeting) -> tuple[FiledAction, ...]:
    """Return the actions that are open in the meeting before and don't stand in this one, in any state."""
    present = {action.id for action in meeting.actions}
    return tuple(
        filed for filed in filed_actions(previous) if is_open(filed.action) and filed.action.id not in present
    )


def is_open(action: Action) -> bool:
    """Whether an action has an id and waits to be done."""
    return action.status == "open" and action.id is not None


def began(history: History, meeting: Meeting, action: Action) -> Meeting:
    """Return where an action began that a meeting has: it may have been copied there by hand."""
    began_on, may_be_older = None, action.since is None and action.id is not None
    for day, brief in history.held_briefs(meeting.date) if may_be_older else ():
        if action.id not in brief.actions:
            break
        began_on = day
    return history.meeting(began_on) if began_on else meeting


def day_begun(history: History, meeting: Meeting, action: Action) -> date:
    """Return the day on which an action began that a meeting has."""
    return action.since or began(history, meeting, action).date
