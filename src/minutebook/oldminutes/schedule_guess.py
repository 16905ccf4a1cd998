"""The schedule that the dates of meetings suggest."""

from bisect import bisect_right
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain, combinations, pairwise

from minutebook.records.series import ScheduleRule

_IN_A_ROW = 3
"""How many meetings make a rule, and how many odd ones in a row end it."""
_MOST_OFF = 0.49
"""How far from one step, in steps, two neighbours may be: less than half of one."""
_MARGIN_DAYS = 400
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAILY = {tuple(range(5)), tuple(range(7))}
_LIKELIEST_NTHS = (0, 1, 2, 3, -1, 4)
"""Which of its weekday in a month a day is, the likelier first: the last rather than the fourth; 0 if that is all the same."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Days that a rule can name: those of a week, one in several weeks, or one in a month or several."""

    weekdays: tuple[int, ...]
    nth: int = 0
    interval: int = 1
    phase: int = 0

    @property
    def text(self) -> str:
        """The pattern as a rule of RFC 5545."""
        days = ",".join(f"{self.nth or ''}{_WEEKDAYS[day]}" for day in self.weekdays)
        frequency = "MONTHLY" if self.nth else "DAILY" if self.weekdays in _DAILY else "WEEKLY"
        step = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ={frequency}{step};BYDAY={days}"

    @property
    def rank(self) -> tuple[int, ...]:
        """What is tried first among patterns that fit as well: fewer days, then shorter steps."""
        is_monthly, nth_rank = self.nth != 0, _LIKELIEST_NTHS.index(self.nth)
        # Once a month is likelier than every fourth week, every other week likelier than both.
        is_rare = is_monthly or self.interval not in (1, 2)
        return len(self.weekdays), is_rare, self.interval - is_monthly, not is_monthly, nth_rank, self.phase


_Course = tuple[_Pattern, list[bool], list[bool]]
"""A pattern, and which meetings are on its days, and which are odd beside the one before."""


def guess_schedule(days: Iterable[date]) -> tuple[ScheduleRule, ...]:
    """Return the rule that the latest meetings follow, as far back as it holds; none if they follow none."""
    # Earlier rules are of no use: old meetings are a step apart if the days of this one next to them are.
    dates = sorted(set(days))
    courses = [course for course in (_courses(dates) if dates else ()) if not all(course[2][-_IN_A_ROW:])]
    # How many of the meetings from each on are odd beside a course, and how many are on its days.
    counts = [(_from_each(odd), _from_each(fits)) for _, fits, odd in courses]
    for start in range(len(dates)):
        regular = [
            (odd[start], index)
            for index, (odd, fits) in enumerate(counts)
            # Several days a week fit nearly anything, so that they need more meetings.
            if fits[start] >= 1 + 2 * len(courses[index][0].weekdays) and 2 * odd[start] < len(dates) - start
        ]
        if regular:
            pattern, fits, _ = courses[min(regular)[1]]
            return (ScheduleRule((pattern.text,), dates[fits.index(True, start)]),)
    return ()


def _from_each(flags: Sequence[int]) -> list[int]:
    return list(accumulate(reversed(flags)))[::-1]


def _courses(dates: Sequence[date]) -> Iterator[_Course]:
    """Yield the courses of the patterns that at least three of the meetings fit, the likelier patterns first."""
    counts = Counter(pattern for day in dates for pattern in _patterns_of_day(day))
    patterns = [pattern for pattern, times in counts.items() if times >= _IN_A_ROW]
    weekdays = Counter(day.weekday() for day in dates)
    repeated = sorted(weekday for weekday, times in weekdays.items() if times > 1)
    for size in range(2, len(repeated) + 1):
        patterns += map(_Pattern, combinations(repeated, size))
    days_of: dict[_Pattern, list[int]] = defaultdict(list)
    for number in range(dates[0].toordinal() - _MARGIN_DAYS, dates[-1].toordinal() + _MARGIN_DAYS + 1):
        for pattern in _patterns_of_day(date.fromordinal(number)):
            days_of[pattern].append(number)
    for pattern in sorted(patterns, key=lambda pattern: pattern.rank):
        singles = (days_of[_Pattern((weekday,))] for weekday in pattern.weekdays)
        pattern_days = days_of.get(pattern) or sorted(chain.from_iterable(singles))
        positions = [_position(day.toordinal(), pattern_days) for day in dates]
        steps = [1.0, *(later - earlier for earlier, later in pairwise(positions))]
        fits = [position.is_integer() for position in positions]
        odd = [not fit or abs(step - 1) > _MOST_OFF for fit, step in zip(fits, steps, strict=True)]
        yield pattern, fits, odd


def _patterns_of_day(day: date) -> Iterator[_Pattern]:
    """Yield the patterns with one weekday that a day fits."""
    weekdays, week, month = (day.weekday(),), (day.toordinal() - 1) // 7, day.year * 12 + day.month - 1
    yield from (_Pattern(weekdays, 0, interval, week % interval) for interval in (1, 2, 3, 4))
    nths = {(day.day - 1) // 7 + 1, -1 if day.day + 7 > monthrange(day.year, day.month)[1] else 0} - {0, 5}
    yield from (_Pattern(weekdays, nth, interval, month % interval) for nth in nths for interval in (1, 2, 3))


def _position(day: int, days: Sequence[int]) -> float:
    """Return the position of a day among others: 2.5 is halfway between the third and the fourth."""
    index = min(max(bisect_right(days, day) - 1, 0), len(days) - 2)
    return index + (day - days[index]) / (days[index + 1] - days[index])
