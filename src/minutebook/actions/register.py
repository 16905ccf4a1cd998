"""The register of action items: each with its last state, across the meetings of a series."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minutebook.actions import carry
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting


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


class Register:
    """The items of the meetings that were entered, in the order of their dates."""

    def __init__(self, series: str, history: History) -> None:
        self.series, self.history = series, history
        self._newest: date | None = None
        self._last: dict[str, tuple[date, str, carry.Placed]] = {}
        self._first: dict[str, date] = {}

    def enter(self, meeting: Meeting) -> None:
        """Take in the items of a meeting; one that was skipped has none."""
        if not meeting.held:
            return
        self._newest = meeting.date
        for one in carry.placed(meeting):
            if one.action.id:
                self._last[one.action.id] = (meeting.date, meeting.path, one)
                self._first.setdefault(one.action.id, meeting.date)

    def entries(self) -> tuple[Entry, ...]:
        """Return the items as they stood in the newest meeting, open ones first, the oldest first."""
        found = (self._entry(name, self._newest) for name in self._last if self._newest)
        return tuple(
            sorted(found, key=lambda entry: (entry.closed is not None, entry.since, entry.action.id))
        )

    def _entry(self, name: str, newest: date) -> Entry:
        day, path, one = self._last[name]
        action = one.action
        is_open = action.status == "open"
        since = action.since or self._first[name]
        until = newest if is_open else day
        return Entry(
            series=self.series,
            action=action,
            since=since,
            closed=None if is_open else day,
            meetings=self.history.ordinal(since, until),
            titles=one.titles,
            topic=one.topic,
            path=path,
            day=day,
            days=(until - since).days,
            overdue=is_open and action.due is not None and action.due < newest,
            stale=is_open and carry.lapses_next(self.history, self.history.meeting(day), action),
        )


def register(series: str, history: History, until: date | None = None) -> tuple[Entry, ...]:
    """Return the items of a series as they stood on a day, open ones first, the oldest first."""
    found = Register(series, history)
    for day in history.days:
        if until is None or day <= until:
            found.enter(history.meeting(day))
    return found.entries()


def by_owner(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return items by each of their owners, in alphabetical order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for owner in entry.action.owners:
            groups.setdefault(owner, []).append(entry)
    return dict(sorted(groups.items(), key=lambda group: group[0].lower()))
