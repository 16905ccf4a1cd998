"""The register of action items: each with its last state, across the meetings of a series."""

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple, get_args

from minutebook.actions import lapse
from minutebook.actions.carry import FiledAction, filed_actions
from minutebook.records.history import History
from minutebook.records.meeting import Action, Status


# Of years of meetings there are tens of thousands, and a tuple is made in a third of the time.
class RegisteredAction(NamedTuple):
    """An action as it stands in the last meeting that has it.

    `meetings` counts those held from where it began to where it was closed, or to the newest; `closed` is the
    date of the meeting that closed it, `owners` are called as the roster calls them, `day` is that of the last meeting
    that has it, `days` the age in days, `line` where it stands in the file.
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
    day: date
    days: int
    overdue: bool
    meetings_overdue: int
    stale: bool
    line: int | None = None

    @property
    def section(self) -> str:
        """The titles above the action."""
        return " / ".join(self.titles)


def register(
    series: str,
    history: History,
    until: date | None = None,
    *,
    filed: Callable[[Mapping[date, Container[str]]], Iterable[Iterable[FiledAction]]] | None = None,
    states: Container[Status] = get_args(Status),
) -> tuple[RegisteredAction, ...]:
    """Return the actions of a series as they stood on a day, open ones first, the oldest first.

    How old they are and what is overdue is seen from the newest meeting, or from the day `until`. `filed` gives the
    actions of each day that have the ids wanted of it, and is asked about those whose last state is one of some `states`.
    """
    years = [*history.years(until or date.max)]
    held_days = (day for year in reversed(years) for day in reversed(year.days) if day not in year.skipped)
    newest = next(held_days, None)
    if newest is None:
        return ()
    ids_by_day: dict[date, list[str]] = {}
    later_ids: set[str] = set()
    for year in reversed(years):
        for lives in (year.lives[status] for status in year.lives if status in states):
            for action_id, last in zip(lives.ids, lives.last, strict=True):
                if action_id not in later_ids:
                    ids_by_day.setdefault(year.days[last], []).append(action_id)
        later_ids.update(*(lives.ids for lives in year.lives.values()))
    first_days: dict[str, date] = {}
    wanted_ids = {action_id for ids in ids_by_day.values() for action_id in ids}
    for year in reversed(years):
        for lives in year.lives.values():
            if not wanted_ids.isdisjoint(lives.ids):
                first_days |= zip(lives.ids, map(year.days.__getitem__, lives.first), strict=True)
    registrar = _Registrar(series, history, newest, until or newest)
    listings = filed(ids_by_day) if filed else (filed_actions(history.meeting(day)) for day in ids_by_day)
    registered: list[RegisteredAction] = []
    for (day, ids), listing in zip(ids_by_day.items(), listings, strict=True):
        filed_by_id = {filed_action.action.id: filed_action for filed_action in listing}
        registered += (
            registrar.registered(filed_by_id[action_id], day, first_days[action_id]) for action_id in ids
        )
    return tuple(sorted(registered, key=_age_order))


class _Registrar:
    """Works out the ages of actions, seen from a day on which `newest` is the newest meeting."""

    def __init__(self, series: str, history: History, newest: date, today: date) -> None:
        self.series, self.history, self.newest, self.today = series, history, newest, today
        self._roster = history.roster

    def registered(self, last: FiledAction, day: date, first_day: date) -> RegisteredAction:
        """Return an action as the meeting of a day has it last; on its first day it stands in the first one."""
        action = last.action
        is_open = action.status == "open"
        since = action.since or first_day
        overdue = action.is_overdue(self.today)
        return RegisteredAction(
            series=self.series,
            action=action,
            owners=self._roster.owners(action.owners),
            since=since,
            closed=None if is_open else day,
            meetings=self.history.ordinal(since, self.newest if is_open else day),
            titles=last.titles,
            topic=last.topic,
            day=day,
            days=((self.today if is_open else day) - since).days,
            overdue=overdue,
            meetings_overdue=self._meetings_after(action.due) if action.due and overdue else 0,
            stale=is_open and lapse.lapses_next(self.history, self.history.meeting(day), action),
            line=last.line,
        )

    def _meetings_after(self, day: date) -> int:
        return self.history.ordinal(day + timedelta(days=1), self.newest) if day < self.newest else 0


def _age_order(registered: RegisteredAction) -> tuple[bool, date, str | None]:
    return registered.closed is not None, registered.since, registered.action.id
