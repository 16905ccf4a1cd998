"""Carry forward: every item open in one meeting stands in the next, until it is closed or lapses."""

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.records.history import History
from minutebook.records.meeting import Action, Actions, Meeting, Section, Topic


@dataclass(frozen=True, slots=True)
class Placed:
    """An action item and where it stands: the titles above it, and its topic."""

    action: Action
    titles: tuple[str, ...]
    topic: str | None = None


def placed(meeting: Meeting) -> Iterator[Placed]:
    """Yield the action items of a meeting in the order of the file."""
    yield from _placed(meeting.root, ())


def _placed(section: Section, above: tuple[str, ...]) -> Iterator[Placed]:
    titles = above if section.title is None else (*above, section.title)
    for block in section.blocks:
        for entry in block.entries if isinstance(block, Actions) else ():
            if isinstance(entry, Topic):
                yield from (Placed(action, titles, entry.topic) for action in entry.actions)
            else:
                yield Placed(entry, titles)
    for below in section.sections:
        yield from _placed(below, titles)


def missing(meeting: Meeting, before: Meeting) -> tuple[Placed, ...]:
    """Return the items that are open in a meeting and don't stand in the one after it, in any state."""
    present = {action.id for action in meeting.actions}
    return tuple(one for one in placed(before) if is_open(one.action) and one.action.id not in present)


def is_open(action: Action) -> bool:
    """Whether an item has an id and waits to be done."""
    return action.status == "open" and action.id is not None


def began(history: History, meeting: Meeting, action: Action) -> Meeting:
    """Return where an item began that a meeting has: it may have been copied there by hand."""
    for before in history.earlier(meeting.date) if action.since is None else ():
        if before.held and all(other.id != action.id for other in before.actions):
            break
        meeting = before if before.held else meeting
    return meeting


def closed_earlier(meeting: Meeting, before: Meeting) -> Iterator[tuple[Action, Action, bool]]:
    """Yield each open item that was closed in the meeting before, that closed one, and whether it is untouched.

    An item whose status is written was opened again on purpose.
    """
    closed = {action.id: action for action in before.actions if action.status != "open"}
    for action in meeting.actions:
        old = closed.get(action.id) if is_open(action) and not action.stated else None
        if old:
            untouched = _promise(action) == _promise(old) and action.note in {None, old.note}
            yield action, old, untouched


def untouched(history: History, meeting: Meeting, action: Action) -> int:
    """Return how many meetings in a row an open item was carried into with nothing changed.

    A carry into a meeting that has the item's due date still ahead does not count, and ends the row.
    """
    count = 0
    for before in history.earlier(meeting.date):
        if not before.held:
            continue
        old = next((other for other in before.actions if other.id == action.id), None)
        waits = action.due is not None and action.due > meeting.date
        if old is None or old.status != "open" or action.stated or waits or _fields(old) != _fields(action):
            break
        count, meeting, action = count + 1, before, old
    return count


def lapses(history: History, meeting: Meeting, action: Action) -> bool:
    """Whether an open item has been carried untouched so often that it lapses in this meeting."""
    limit = history.series.lapse
    return limit > 0 and action.status == "open" and untouched(history, meeting, action) >= limit


def lapses_next(history: History, meeting: Meeting, action: Action) -> bool:
    """Whether an open item lapses in the next meeting if nobody touches it."""
    limit = history.series.lapse
    return limit > 1 and action.status == "open" and untouched(history, meeting, action) == limit - 1


def is_current(history: History, meeting: Meeting) -> bool:
    """Whether a meeting has every item that it shall have, each with an id and none that shall go or lapse."""
    before = history.previous_held(meeting.date)
    return (
        all(action.id is not None for action in meeting.actions)
        and not (before and missing(meeting, before))
        and not any(untouched for _, _, untouched in (closed_earlier(meeting, before) if before else ()))
        and not any(action.id and lapses(history, meeting, action) for action in meeting.actions)
    )


def _promise(action: Action) -> tuple[object, ...]:
    return action.owners, action.task, action.due, action.own


def _fields(action: Action) -> tuple[object, ...]:
    return *_promise(action), action.note, action.reason
