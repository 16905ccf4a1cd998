"""The schedule of a series, from the days on which it met."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from minutebook.model import Rule

_FEWEST = 3
"""So many meetings in a row must fit a new rule; fewer are exceptions."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK, _LAST = 7, 4
_LONGEST = 99
"""So many weeks a rule of a schedule can step at most."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Meetings on one day of the week, or of the month, that follow one another."""

    text: str
    days: tuple[date, ...]


def schedule(days: Iterable[date]) -> tuple[Rule, ...]:
    """Return the rules that a series met by, each with its first day; none where nothing is regular.

    Skipped meetings and single exceptions, such as a Tuesday after a holiday, make no change.
    """
    met = sorted(set(days))
    runs = [run for run in _runs(met) if len(run.days) >= _FEWEST]
    rules: list[Rule] = []
    for run in runs:
        if not rules or rules[-1].text != run.text:
            # Before a first exception there may be too few meetings to be a run.
            first = (
                run.days[0] if rules else next(day for day in met if day.weekday() == run.days[0].weekday())
            )
            rules.append(Rule(run.text, first))
    return tuple(rules)


def _runs(met: Sequence[date]) -> list[_Run]:
    """Split the days where the day of the week changes for good, and name the rule of each part."""
    parts: list[list[date]] = []
    for day in met:
        if parts and day.weekday() == parts[-1][0].weekday():
            parts[-1].append(day)
        else:
            parts.append([day])
    kept = [part for part in parts if len(part) >= _FEWEST]
    joined: list[list[date]] = []
    for part in kept:
        if joined and joined[-1][0].weekday() == part[0].weekday():
            joined[-1] += part
        else:
            joined.append(part)
    if not joined and len(met) >= _FEWEST:
        usual, times = Counter(day.weekday() for day in met).most_common(1)[0]
        joined = [[day for day in met if day.weekday() == usual]] if times * 2 > len(met) else []
    return [run for part in joined for run in _rhythms(part)]


def _rhythms(days: Sequence[date]) -> list[_Run]:
    """Return the rhythm of meetings on one day of the week, and where it changes for good."""
    gaps = [round((after - before).days / _WEEK) for before, after in pairwise(days)]
    if (monthly := _monthly(days)) and min(gaps, default=0) >= _LAST:
        return [_Run(f"FREQ=MONTHLY;BYDAY={monthly}", tuple(days))]
    runs: list[_Run] = []
    start = 0
    for at in range(len(gaps)):
        ahead = gaps[at : at + _FEWEST - 1]
        usual = _usual(gaps[start:at] or gaps[at:])
        changed = (
            len(ahead) == _FEWEST - 1 and set(ahead) == {ahead[0]} and ahead[0] in {1, 2, 3, 4} - {usual}
        )
        if at > start and changed and _holds(gaps[at:], ahead[0]):
            runs += [_weekly(days[start : at + 1], usual)] if usual <= _LONGEST else []
            start = at
    last = _usual(gaps[start:])
    return [*runs, _weekly(days[start:], last)] if last <= _LONGEST else runs


def _holds(gaps: Sequence[int], step: int) -> bool:
    """Whether a step is the usual one from here on for a while, and no pair of skipped meetings."""
    near = gaps[: 2 * _FEWEST]
    return near.count(step) >= _FEWEST and near.count(step) * 2 > len(near)


def _usual(gaps: Sequence[int]) -> int:
    """Return the usual number of weeks between meetings, the smallest of those that are."""
    times = Counter(gaps)
    return min((gap for gap in times if times[gap] == max(times.values())), default=1)


def _weekly(days: Sequence[date], step: int) -> _Run:
    name = _DAYS[days[0].weekday()]
    interval = f"INTERVAL={step};" if step > 1 else ""
    return _Run(f"FREQ=WEEKLY;{interval}BYDAY={name}", tuple(days))


def _monthly(days: Sequence[date]) -> str:
    """Return the day of a month, such as 1TU or -1FR, that most meetings are on."""
    places = Counter(str((day.day - 1) // _WEEK + 1) for day in days)
    places["-1"] = sum((day + timedelta(days=_WEEK)).month != day.month for day in days)
    place, times = places.most_common(1)[0]
    return f"{place}{_DAYS[days[0].weekday()]}" if times * 3 > len(days) * 2 else ""
