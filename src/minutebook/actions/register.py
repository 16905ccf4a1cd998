"""The register of action items: each with its last state, across the meetings of a series."""

from collections.abc import Iterable
from datetime import date, timedelta

from minutebook.actions import carry, lapse
from minutebook.actions.due_dates import is_overdue
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting


@dataclass(frozen=True, slots=True)
class RegisteredAction:
    """An action as it stands in the last meeting that has it.

    `meetings` counts those held from where it began to where it was closed, or to the newest; `closed` is the
    date of the meeting that closed it, `owners` are called as the roster calls them, `day` is that of the last meeting that has it, `days` the age in days.
    `meetings_overdue` counts those held after the day it was due.
    """

    series: str
    action: Action
    owners: tuple[str, ...]
    since: date
    closed: date | None
    meetings: int
    titles: tuple[str, ...]
    topic: str | None
    path: str
    day: date
    days: int
    overdue: bool
    meetings_overdue: int
    stale: bool

    @property
    def section(self) -> str:
        """The titles above the action."""
        return " / ".join(self.titles)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """An action in the last meeting that has it so far, and the day of the first one."""

    filed: carry.FiledAction
    meeting: Meeting
    first_day: date


class Register:
    """The actions of the meetings that were entered, in the order of their dates.

    How old they are and what is overdue is seen from the newest meeting, or from the day `until`.
    """

    def __init__(self, series: str, history: History, until: date | None = None) -> None:
        self.series, self.history, self.until = series, history, until
        self._roster = history.roster
        self._newest: date | None = None
        self._sightings: dict[str, _Sighting] = {}

    def enter(self, meeting: Meeting) -> None:
        """Take in the actions of a meeting; one that was skipped has none."""
        if not meeting.held:
            return
        self._newest = meeting.date
        for filed in carry.filed_actions(meeting):
            if filed.action.id:
                earlier = self._sightings.get(filed.action.id)
                first_day = earlier.first_day if earlier else meeting.date
                self._sightings[filed.action.id] = _Sighting(filed, meeting, first_day)

    def actions(self) -> tuple[RegisteredAction, ...]:
        """Return the actions as they stood in the newest meeting, open ones first, the oldest first."""
        newest = self._newest
        registered = [self._registered(sighting, newest) for sighting in self._sightings.values() if newest]
        return tuple(sorted(registered, key=_age_order))

    def _registered(self, sighting: _Sighting, newest: date) -> RegisteredAction:
        action, day = sighting.filed.action, sighting.meeting.date
        is_open = action.status == "open"
        since = action.since or sighting.first_day
        today = self.until or newest
        overdue = is_overdue(action, today)
        return RegisteredAction(
            series=self.series,
            action=action,
            owners=self._owners(action),
            since=since,
            closed=None if is_open else day,
            meetings=self.history.ordinal(since, newest if is_open else day),
            titles=sighting.filed.titles,
            topic=sighting.filed.topic,
            path=sighting.meeting.path,
            day=day,
            days=((today if is_open else day) - since).days,
            overdue=overdue,
            meetings_overdue=self._meetings_after(action.due, newest) if action.due and overdue else 0,
            stale=is_open and lapse.lapses_next(self.history, sighting.meeting, action),
        )

    def _owners(self, action: Action) -> tuple[str, ...]:
        """Return the owners as the roster calls them, each once, whatever they were called then."""
        return tuple(dict.fromkeys(self._roster.as_known(owner) for owner in action.owners))

    def _meetings_after(self, day: date, newest: date) -> int:
        return self.history.ordinal(day + timedelta(days=1), newest) if day < newest else 0


def register(series: str, history: History, until: date | None = None) -> tuple[RegisteredAction, ...]:
    """Return the actions of a series as they stood on a day, open ones first, the oldest first."""
    entered = Register(series, history, until)
    for day in history.days:
        if until is None or day <= until:
            entered.enter(history.meeting(day))
    return entered.actions()


def by_owner(actions: Iterable[RegisteredAction]) -> dict[str, list[RegisteredAction]]:
    """Return actions by each of their owners, in alphabetical order."""
    groups: dict[str, list[RegisteredAction]] = {}
    for registered in actions:
        for owner in registered.owners:
            groups.setdefault(owner, []).append(registered)
    return dict(sorted(groups.items(), key=lambda group: group[0].lower()))


def _age_order(registered: RegisteredAction) -> tuple[bool, date, str | None]:
    return registered.closed is not None, registered.since, registered.action.id
