"""The schedule that the dates of meetings let see, with the days on which it changed."""

from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from minutebook.records.series import Rule

_ROW = 3
"""How many meetings in a row make a rule."""
_ODD = 10_000
_CHANGE = 25_000
"""What a meeting that doesn't fit costs, and a new rule: more than two such meetings, less than three."""
_RARE = 5
"""Of so many meetings less than one was skipped, if a series that began by halves was whole from the start."""
_NEARLY = 0.49
"""How far from one step, in steps, two neighbours may be: less than half of one."""
_MARGIN = 400
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAILY = {tuple(range(5)), tuple(range(7))}
_ORDER = (1, 2, 3, -1, 4)
"""Which of its weekday in a month a day is, the likelier first: the last rather than the fourth."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Days that a rule can name: those of a week, one in several weeks, or one in a month or several."""

    weekdays: tuple[int, ...]
    nth: int | None = None
    interval: int = 1
    phase: int = 0

    @property
    def text(self) -> str:
        days = ",".join(_NAMES[day] for day in self.weekdays)
        if self.nth is not None:
            days, often = f"{self.nth}{days}", "MONTHLY"
        else:
            often = "DAILY" if self.weekdays in _DAILY else "WEEKLY"
        step = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ={often}{step};BYDAY={days}"

    @property
    def rank(self) -> tuple[object, ...]:
        """What is tried first among patterns that fit as well: fewer days, then shorter steps."""
        order = 0 if self.nth is None else _ORDER.index(self.nth)
        # Once a month is likelier than every fourth week, every other week likelier than both.
        rare = self.nth is not None or self.interval not in (1, 2)
        return (
            len(self.weekdays),
            rare,
            self.interval - (self.nth is not None),
            self.nth is None,
            order,
            self.phase,
        )

    def has(self, day: date) -> bool:
        if day.weekday() not in self.weekdays:
            return False
        if self.nth is None:
            return _week(day) % self.interval == self.phase
        return self.nth in _nths(day) and _month(day) % self.interval == self.phase


@dataclass(frozen=True, slots=True)
class _Course:
    """What a pattern makes of the meetings: which are on its days, and which are odd beside the one before."""

    pattern: _Pattern
    fits: tuple[bool, ...]
    odd: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """The cheapest succession of courses up to a meeting: each with the meeting where it begins."""

    cost: int
    legs: tuple[tuple[int, int], ...]


def schedule(days: Iterable[date]) -> tuple[Rule, ...]:
    """Return the rules that the dates of meetings follow, each with its first meeting; none if they follow none."""
    dates = sorted(set(days))
    courses = [_course(pattern, dates) for pattern in sorted(_patterns(dates), key=lambda one: one.rank)]
    if not courses:
        return ()
    found: list[tuple[_Pattern, Rule]] = []
    for course, start, end in _legs(courses, len(dates)):
        fitting = [day for day, fits in zip(dates[start:end], course.fits[start:end], strict=True) if fits]
        # A rule's first meeting is beside one of another rule.
        odd = sum(course.odd[start + 1 : end]) + (not course.fits[start])
        regular = len(fitting) >= _ROW and 2 * odd < end - start
        if regular and (not found or found[-1][0] != course.pattern):
            found.append((course.pattern, Rule(course.pattern.text, fitting[0])))
    return tuple(rule for _, rule in found)


def _legs(courses: Sequence[_Course], count: int) -> Iterator[tuple[_Course, int, int]]:
    """Yield the courses that explain the meetings best, with the range of meetings of each."""
    ways = [_Way(at + _ODD * (not one.fits[0]), ((at, 0),)) for at, one in enumerate(courses)]
    for meeting in range(1, count):
        best = min(ways, key=lambda way: way.cost)
        ways = [_next(best, way, (at, meeting), courses[at]) for at, way in enumerate(ways)]
    legs = min(ways, key=lambda way: way.cost).legs
    ends = [start for _, start in legs[1:]] + [count]
    found = [(courses[at], start, end) for (at, start), end in zip(legs, ends, strict=True)]
    yield from _begun(found)


def _begun(legs: list[tuple[_Course, int, int]]) -> list[tuple[_Course, int, int]]:
    """Let the second course begin the series where the first one has its days, but for a few that were skipped.

    A first course costs nothing, so that it would explain any gaps between the first meetings.
    """
    if not legs[1:]:
        return legs
    (_, _, start), (course, _, end) = legs[:2]
    skipped = sum(course.odd[1 : start + 1])
    whole = all(course.fits[:start]) and _RARE * skipped < end
    return [(course, 0, end), *legs[2:]] if whole else legs


def _next(best: _Way, way: _Way, leg: tuple[int, int], course: _Course) -> _Way:
    """Return the way on along a course: as before, or from here on, where at least three meetings fit in a row."""
    at, meeting = leg
    cost = way.cost + _ODD * course.odd[meeting]
    # Several days a week fit nearly anything, so that they need more meetings.
    changed = best.cost + _CHANGE + _ODD * (len(course.pattern.weekdays) - 1) + at
    row = course.fits[meeting : meeting + _ROW]
    # An old rule holds as long as it can.
    if changed <= cost and len(row) == _ROW and all(row):
        return _Way(changed, (*best.legs, leg))
    return _Way(cost, way.legs)


def _patterns(dates: Sequence[date]) -> Iterator[_Pattern]:
    """Yield the patterns that at least three of the meetings fit."""
    single = Counter(pattern for day in dates for pattern in _single(day))
    yield from (pattern for pattern, times in single.items() if times >= _ROW)
    weekdays = Counter(day.weekday() for day in dates)
    often = sorted(day for day, times in weekdays.items() if times > 1)
    for size in range(2, len(often) + 1):
        yield from (_Pattern(days) for days in combinations(often, size))


def _single(day: date) -> Iterator[_Pattern]:
    weekdays = (day.weekday(),)
    for interval in (1, 2, 3, 4):
        yield _Pattern(weekdays, None, interval, _week(day) % interval)
    for interval in (1, 2, 3):
        for nth in _nths(day):
            yield _Pattern(weekdays, nth, interval, _month(day) % interval)


def _course(pattern: _Pattern, dates: Sequence[date]) -> _Course:
    first = max(dates[0].toordinal() - _MARGIN, 1)
    last = min(dates[-1].toordinal() + _MARGIN, date.max.toordinal())
    days = [day for day in range(first, last + 1) if pattern.has(date.fromordinal(day))]
    places = [_place(day.toordinal(), days) for day in dates]
    fits = tuple(pattern.has(day) for day in dates)
    steps = [1.0, *(later - earlier for earlier, later in pairwise(places))]
    odd = tuple(not on or abs(step - 1) > _NEARLY for on, step in zip(fits, steps, strict=True))
    return _Course(pattern, fits, odd)


def _place(day: int, days: Sequence[int]) -> float:
    """Return where a day lies among others: 2.5 is halfway between the third and the fourth."""
    at = min(max(bisect_right(days, day) - 1, 0), len(days) - 2)
    return at + (day - days[at]) / (days[at + 1] - days[at])


def _nths(day: date) -> Iterator[int]:
    """Yield which of its weekday in the month a day is, from the start and as the last."""
    nth = (day.day - 1) // 7 + 1
    if nth in _ORDER:
        yield nth
    if day.day + 7 > monthrange(day.year, day.month)[1]:
        yield -1


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
