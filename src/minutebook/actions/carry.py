"""Carry forward: every action item that is open in one meeting stands in the next, until it is closed or lapses."""

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.actions import lapse
from minutebook.records.history import History
from minutebook.records.meeting import Action, Actions, Meeting, Section, Topic


@dataclass(frozen=True, slots=True)
class FiledAction:
    """An action and where it stands: the titles above it, and its topic."""

    action: Action
    titles: tuple[str, ...]
    topic: str | None = None


def filed_actions(meeting: Meeting) -> Iterator[FiledAction]:
    """Yield the actions of a meeting in the order of the file."""
    yield from _filed(meeting.root, ())


def _filed(section: Section, parents: tuple[str, ...]) -> Iterator[FiledAction]:
    titles = parents if section.title is None else (*parents, section.title)
    for block in section.blocks:
        for listed in block.listed if isinstance(block, Actions) else ():
            if isinstance(listed, Topic):
                yield from (FiledAction(action, titles, listed.topic) for action in listed.actions)
            else:
                yield FiledAction(listed, titles)
    for subsection in section.sections:
        yield from _filed(subsection, titles)


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
    for previous in history.earlier(meeting.date) if action.since is None else ():
        if previous.held and all(earlier.id != action.id for earlier in previous.actions):
            break
        meeting = previous if previous.held else meeting
    return meeting


@dataclass(frozen=True, slots=True)
class ClosedEarlier:
    """An open action that the meeting before has as closed; untouched, it was only carried too long."""

    action: Action
    earlier: Action
    untouched: bool


def closed_earlier(meeting: Meeting, previous: Meeting) -> Iterator[ClosedEarlier]:
    """Yield each open action that was closed in the meeting before.

    An action whose status is written was opened again on purpose.
    """
    closed = {action.id: action for action in previous.actions if action.status != "open"}
    for action in meeting.actions:
        earlier = closed.get(action.id) if is_open(action) and not action.has_status else None
        if earlier:
            # A note that stands in both came with the carry.
            untouched = action.substance == earlier.substance and action.note in {None, earlier.note}
            yield ClosedEarlier(action, earlier, untouched)


def is_current(history: History, meeting: Meeting) -> bool:
    """Whether a meeting has every action that it must have, each with an id, and none that must go or lapse."""
    previous = history.previous_held(meeting.date)
    return (
        all(action.id is not None for action in meeting.actions)
        and not (previous and missing(meeting, previous))
        and not (previous and any(pair.untouched for pair in closed_earlier(meeting, previous)))
        and not any(action.id and lapse.lapses(history, meeting, action) for action in meeting.actions)
    )
