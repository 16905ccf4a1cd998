"""The register of action items: each with its last state, across the meetings of a series."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minutebook import carry
from minutebook.history import History
from minutebook.model import Action, Meeting


@dataclass(frozen=True, slots=True)
class Entry:
    """An action item in the last meeting that has it.

    `meetings` counts those held from where it began to where it was closed, or to the newest; `closed` is the
    date of the meeting that closed it, `day` that of the last meeting that has it, `days` the age in days.
    """

    series: str
    action: Action
    since: date
    closed: date | None
    meetings: int
    titles: tuple[str, ...]
    topic: str | None
    path: str
    day: date
    days: int
    overdue: bool
    stale: bool

    @property
    def section(self) -> str:
        """The titles above the item."""
        return " / ".join(self.titles)


def register(series: str, history: History, until: date | None = None) -> tuple[Entry, ...]:
    """Return the items of a series as they stood on a day, open ones first, the oldest first."""
    held = [history.meeting(day) for day in history.days if until is None or day <= until]
    held = [meeting for meeting in held if meeting.held]
    last: dict[str, tuple[Meeting, carry.Placed]] = {}
    first: dict[str, date] = {}
    for meeting in held:
        for one in carry.placed(meeting):
            if one.action.id:
                last[one.action.id] = (meeting, one)
                first.setdefault(one.action.id, meeting.date)
    if not held:
        return ()
    found = (_entry(series, history, held[-1], last=last[name], first=first[name]) for name in last)
    return tuple(sorted(found, key=lambda entry: (entry.closed is not None, entry.since, entry.action.id)))


def _entry(
    series: str, history: History, newest: Meeting, *, last: tuple[Meeting, carry.Placed], first: date
) -> Entry:
    meeting, one = last
    action = one.action
    is_open = action.status == "open"
    since = action.since or first
    return Entry(
        series=series,
        action=action,
        since=since,
        closed=None if is_open else meeting.date,
        meetings=history.ordinal(since, newest.date if is_open else meeting.date),
        titles=one.titles,
        topic=one.topic,
        path=meeting.path,
        day=meeting.date,
        days=((newest if is_open else meeting).date - since).days,
        overdue=is_open and action.due is not None and action.due < newest.date,
        stale=is_open and carry.lapses_next(history, meeting, action),
    )


def by_owner(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return items by each of their owners, in alphabetical order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for owner in entry.action.owners:
            groups.setdefault(owner, []).append(entry)
    return dict(sorted(groups.items(), key=lambda group: group[0].lower()))
