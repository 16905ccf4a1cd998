"""The meetings of a series in the order of their dates, and what stood in them before."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import lru_cache
from itertools import chain, groupby, islice
from operator import attrgetter
from sys import intern
from typing import NamedTuple, get_args

from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Meeting, MeetingStatus, Notes, Status
from minutebook.records.roster import Roster
from minutebook.records.series import Series

_STATES: Mapping[Status, Status] = {status: status for status in get_args(Status)}


# As a tuple it is made in a third of the time, and a register of years needs tens of thousands.
class Brief(NamedTuple):
    """What others look for in a meeting, so that not all have to be read again to find one.

    `tables` are the ids of those whose counts are known, `counters` the labels of those with a value, `actions` the
    states of its actions by their ids, `noted` what was noted of some of them. One that was skipped has a `reason`,
    and `prose` below the titles of its sections, because no minutes have it.
    """

    status: MeetingStatus
    tables: frozenset[str]
    counters: frozenset[str]
    actions: Mapping[str, Status]
    noted: Mapping[str, tuple[str, ...]]
    reason: str | None = None
    prose: tuple[tuple[str | None, str], ...] = ()

    @property
    def held(self) -> bool:
        """Whether the meeting took place."""
        return self.status != "skipped"


def make_brief(meeting: Meeting) -> Brief:
    """Return what others look for in a meeting."""
    prose = ((section.title, notes.text) for section, notes in meeting.blocks_of(Notes) if notes.text.strip())
    return Brief(
        meeting.status,
        frozenset(meeting.known_tables),
        frozenset(counter.label for counter in meeting.counters if counter.value is not None),
        {action.id: action.status for action in meeting.actions if action.id},
        {action.id: action.notes for action in meeting.actions if action.id and action.notes},
        meeting.reason,
        () if meeting.held else tuple(prose),
    )


def lean(brief: Brief) -> Brief:
    """Return a brief that holds the names which others have as well once: half the memory of the briefs of years."""
    return brief._replace(
        tables=_held_once(brief.tables),
        counters=_held_once(brief.counters),
        actions={intern(action_id): _STATES[status] for action_id, status in brief.actions.items()},
        noted={intern(action_id): notes for action_id, notes in brief.noted.items()},
    )


@lru_cache(1024)
def _held_once(names: frozenset[str]) -> frozenset[str]:
    return names


class Lives(NamedTuple):
    """The ids of some actions of a year, and of each the first and the last of the year's days, counted from 0."""

    ids: Sequence[str]
    first: Sequence[int]
    last: Sequence[int]


class Year(NamedTuple):
    """What the meetings of a year say together: their days, and those of meetings that were skipped.

    `lives` has the actions that stand in a meeting which was held, by the last state of each; `ids_of_skipped` those of
    actions in the others. What was made from other contents has another `digest`; nothing where that is not known.
    """

    days: tuple[date, ...]
    skipped: frozenset[date]
    lives: Mapping[Status, Lives]
    ids_of_skipped: tuple[str, ...] = ()
    digest: str = ""


def make_year(briefs: Mapping[date, Brief], digest: str = "") -> Year:
    """Return what some meetings of a year say together, in the order of their days."""
    skipped = frozenset(day for day, brief in briefs.items() if not brief.held)
    states: dict[str, Status] = {}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, brief in enumerate(briefs.values()):
        if brief.held:
            states |= brief.actions
            last |= dict.fromkeys(brief.actions, number)
            first = dict.fromkeys(brief.actions, number) | first
    lives: dict[Status, Lives] = {}
    for status in set(states.values()):
        ids = [action_id for action_id in states if states[action_id] == status]
        lives[status] = Lives(ids, [*map(first.__getitem__, ids)], [*map(last.__getitem__, ids)])
    ids_of_skipped = tuple(action_id for day in sorted(skipped) for action_id in briefs[day].actions)
    return Year(tuple(briefs), skipped, lives, ids_of_skipped, digest)


def _nothing_shared(_day: date) -> tuple[Meeting, ...]:
    return ()


class Sightings:
    """The days on which each action may stand in a meeting, known as far as somebody has asked.

    They belong to one series, whose histories come and go; of years that are known all their days may be meant.
    """

    def __init__(self) -> None:
        self._known = 0
        self._days_by_id: dict[str, list[Sequence[date]]] = {}

    def before(self, history: "History", day: date, ids: Iterable[str]) -> list[date]:
        """Return the days before one on which an action of some ids may stand, latest first."""
        count = bisect_left(history.days, day)
        while self._known < count:
            days, ids_on_day = _next(history, history.days[self._known])
            for action_id in ids_on_day:
                self._days_by_id.setdefault(action_id, []).append(days)
            self._known += len(days)
        spans = {days for action_id in ids for days in self._days_by_id.get(action_id, ())}
        return sorted((seen_on for seen_on in chain(*spans) if seen_on < day), reverse=True)

    def hand_on(self, heir: "Sightings", days: Sequence[date], changed: date) -> None:
        """Give those of the days before one that changes to a series with these days, and know nothing any more.

        So each of a thousand files that are imported does not look at all that were imported before.
        """
        heir._known, heir._days_by_id = min(self._known, bisect_left(days, changed)), self._days_by_id
        self._known, self._days_by_id = 0, {}


def _next(history: "History", day: date) -> tuple[Sequence[date], Iterable[str]]:
    """Return the days that are looked at next, of which this is the first, and the ids that stand there."""
    if year := history.known_years.get(day.year):
        return year.days, chain(*(lives.ids for lives in year.lives.values()), year.ids_of_skipped)
    return (day,), history.action_ids(day) if history.action_ids else history.brief(day).actions


@dataclass(frozen=True, slots=True)
class History:
    """A series' meetings by date, and the brief of each; a meeting is read when it is first asked for.

    `shared` has a day's meeting as others have it, `shared_series` the series.yaml: in a merge, as each side has them.
    Of `known_years` it is known what all their meetings say together; `action_ids` are had for less than a brief.
    """

    series: Series
    days: Sequence[date]
    meeting: Callable[[date], Meeting]
    brief: Callable[[date], Brief]
    shared: Callable[[date], Iterable[Meeting]] = _nothing_shared
    shared_series: Callable[[], Iterable[Series]] = tuple
    sightings: Sightings | None = None
    known_years: Mapping[int, Year] = field(default_factory=dict)
    action_ids: Callable[[date], Iterable[str]] | None = None

    @property
    def roster(self) -> Roster:
        """The people of the series."""
        return Roster(self.series.roster)

    def earlier(self, day: date, having: Callable[[Brief], bool] | None = None) -> Iterator[Meeting]:
        """Yield the meetings before a day, latest first; with `having` only those whose brief fulfils it."""
        for index in range(bisect_left(self.days, day) - 1, -1, -1):
            if having is None or having(self.brief(self.days[index])):
                yield self.meeting(self.days[index])

    def held_before(self, day: date) -> Iterator[Meeting]:
        """Yield the meetings before a day that took place, latest first."""
        return self.earlier(day, lambda brief: brief.held)

    def earlier_with(self, day: date, ids: Collection[str]) -> Iterator[Meeting]:
        """Yield the meetings before a day that have an action of some ids, latest first.

        An id that is taken out of them meanwhile is sought no further.
        """
        sightings = self.sightings or Sightings()
        for earlier_day in sightings.before(self, day, ids):
            if not self.brief(earlier_day).actions.keys().isdisjoint(ids):
                yield self.meeting(earlier_day)

    def years(self, until: date = date.max) -> Iterator[Year]:
        """Yield what the meetings of each year say together, up to a day."""
        for year, days in groupby(self.days, attrgetter("year")):
            known_year = self.known_years.get(year)
            if known_year and known_year.days[-1] <= until:
                yield known_year
            elif briefs := {day: self.brief(day) for day in days if day <= until}:
                yield make_year(briefs)

    def is_held(self, day: date) -> bool:
        """Whether the meeting of a day took place."""
        year = self.known_years.get(day.year)
        return day not in year.skipped if year else self.brief(day).held

    def held_briefs(self, day: date) -> Iterator[tuple[date, Brief]]:
        """Yield the meetings before a day that were held, latest first, each as its day and its brief."""
        for index in range(bisect_left(self.days, day) - 1, -1, -1):
            brief = self.brief(self.days[index])
            if brief.held:
                yield self.days[index], brief

    def is_followed(self, day: date, times: int = 1) -> bool:
        """Whether as many meetings after a day were held."""
        # From the newest back and by number: a copy of all later days for each of ten thousand would fill gigabytes.
        later = range(len(self.days) - 1, bisect_right(self.days, day) - 1, -1)
        held_indexes = (index for index in later if self.brief(self.days[index]).held)
        return sum(1 for _ in islice(held_indexes, times)) == times

    def is_carried_on(self, day: date, action_id: str | None) -> bool:
        """Whether a meeting after a day has an action, too."""
        later_days = self.days[bisect_right(self.days, day) :]
        return action_id is not None and any(action_id in self.brief(later).actions for later in later_days)

    def previous(self, day: date) -> Meeting | None:
        """Return the meeting with the greatest earlier date."""
        return next(self.earlier(day), None)

    def previous_held(self, day: date) -> Meeting | None:
        """Return the last meeting before a day that took place: the one from which actions are carried."""
        return next(self.held_before(day), None)

    @property
    def newest_held(self) -> Meeting | None:
        """The newest meeting that took place."""
        return self.previous_held(date.max)

    def ordinal(self, since: date, day: date) -> int:
        """Return which meeting a day's is, counted from `since` over those that were held."""
        days = self.days[bisect_left(self.days, since) : bisect_left(self.days, day)]
        return 1 + sum(map(self.is_held, days))
