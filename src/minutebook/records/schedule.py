"""When a series meets: RFC 5545 rules, snapped to and stepped along."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from minutebook.records.dated import in_force
from minutebook.records.series import ScheduleRule

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_FARTHEST = timedelta(days=40_000)  # more than the 99 years that an INTERVAL can leave between two days
_LAST_ROUND = 9490  # 400 years after it there are still 40,000 days to the year 10000, where dates end
_DAY_PARTS = {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYEASTER"}
_A_YEAR = timedelta(days=366)
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)\Z")


class BadRule(ValueError):
    """A rule that is no RFC 5545 rule for days."""


def check(text: str, start: date | None = None) -> None:
    """Raise BadRule, in a sentence, if a rule can't be followed."""
    rule_parts = _rule_parts(text)
    if rule_parts.get("FREQ") not in _DAYS:
        raise BadRule("a schedule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=MO")
    if {"COUNT", "UNTIL"} & rule_parts.keys():
        raise BadRule("a schedule has no COUNT or UNTIL: it holds until the `from` of the next rule")
    if {"BYHOUR", "BYMINUTE", "BYSECOND"} & rule_parts.keys():
        raise BadRule(
            "a schedule says on which days, not at what time: leave out BYHOUR, BYMINUTE and BYSECOND"
        )
    if not rule_parts.get("INTERVAL", "1").isdigit() or int(rule_parts.get("INTERVAL", "1")) not in range(
        1, 100
    ):
        raise BadRule("INTERVAL must be a whole number from 1 to 99")
    try:
        days = _first_two(text, start)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BadRule(f"this is no RFC 5545 rule: {error}") from None
    if not days:
        raise BadRule("this rule gives no day at all, like one for 30 February")
    if len(days) == 1:
        raise BadRule("this rule has only one day in a hundred years")


def one_step(rules: tuple[ScheduleRule, ...], earlier: date, later: date) -> bool:
    """Whether two dates are neighbours in the schedule in force on the later one.

    Both are snapped to the nearest occurrence of its rule; a tie goes to the earlier occurrence.
    """
    steps = _steps(rules, earlier, later)
    return len(steps) == 2  # noqa: PLR2004  both ends


def is_same_day(rules: tuple[ScheduleRule, ...], earlier: date, later: date) -> bool:
    """Whether two dates are nearest to one day of the schedule."""
    return len(_steps(rules, earlier, later)) == 1


def days_passed(rules: Sequence[ScheduleRule], earlier: date, later: date) -> list[date]:
    """Return the days of the schedule, as each of its rules held in its time, between two dates that are snapped to it."""
    reach = timedelta(days=2 * max(map(_step, rules)))
    begin = max(earlier.toordinal() - reach.days, 1)
    end = min(later.toordinal() + reach.days, date.max.toordinal())
    days = days_between(rules, date.fromordinal(begin), date.fromordinal(end))
    return days[_nearest(days, earlier) + 1 : _nearest(days, later)] if days else []


def next_date(rules: Sequence[ScheduleRule], day: date) -> date:
    """Return the next day on which the series meets; raises BadRule where there is none."""
    for attempt in range(6):  # from 40 days, in which nearly every series meets, to a century
        if days := days_between(rules, day, day + timedelta(days=40 * 4**attempt)):
            return days[0]
    raise BadRule(f"the schedule has no day after {day}")


def next_meeting(rules: Sequence[ScheduleRule], day: date, skipped: Collection[date]) -> date:
    """Return the next day on which the series meets and which is not skipped; raises BadRule where there is none."""
    day = next_date(rules, day)
    while day in skipped:
        day = next_date(rules, day)
    return day


def days_between(rules: Sequence[ScheduleRule], day: date, until: date) -> list[date]:
    """Return the days on which the series meets after a day, up to another one."""
    changes = [rule.start for rule in rules if rule.start and day < rule.start <= until]
    return [
        occurrence
        for start, next_start in zip([day, *changes], [*changes, None], strict=True)
        for occurrence in _occurrences(in_force(rules, start), start, next_start or until)
        if day < occurrence and (next_start is None or occurrence < next_start)
    ]


@lru_cache(32)  # each table, counter and rule of a meeting asks about the same two days
def _steps(rules: tuple[ScheduleRule, ...], earlier: date, later: date) -> Sequence[date]:
    """Return the days of the schedule from that of one date to that of a later one, both of them included."""
    try:
        days = _days_spanning(in_force(rules, later), earlier, later)
    except BadRule:  # a rule without a day anywhere near has no neighbours
        return ()
    return days[_nearest(days, earlier) : _nearest(days, later) + 1]


def _rule_parts(text: str) -> dict[str, str]:
    matches = [_PART.match(rule_part) for rule_part in text.removeprefix("RRULE:").split(";")]
    if not all(matches):
        raise BadRule("a schedule is written as NAME=VALUE;NAME=VALUE, such as FREQ=WEEKLY;BYDAY=MO")
    return {match[1]: match[2] for match in matches if match}


def _first_two(text: str, rule_start: date | None) -> list[date]:
    """Return the first two days of a rule, those of them that come within 40,000 days of its start.

    The calendar repeats itself every 400 years, and dateutil looks for a day until the year 9999: in the last
    years it ends soon where there is none.
    """
    start = rule_start or date(2020, 1, 1)
    start = start.replace(year=_LAST_ROUND + (start.year - _LAST_ROUND) % 400)
    days = (moment.date() for moment in _rrule(text, start, start))
    return [day for day in islice((day for day in days if day >= start), 2) if day <= start + _FARTHEST]


def _days_spanning(rule: ScheduleRule, begin: date, end: date) -> list[date]:
    """Return the days of a rule from one before a date, or on it, to one after another."""
    reach = timedelta(days=2 * _step(rule))
    while True:
        days = _occurrences(rule, begin - reach, end + reach)
        if days and days[0] <= begin and days[-1] >= end:
            return days
        if reach > _FARTHEST:
            raise BadRule(f"the schedule '{', '.join(rule.texts)}' has no day around {end}")
        reach *= 4


def _nearest(days: Sequence[date], day: date) -> int:
    """Return which of some days is the nearest to one; a tie goes to the earlier."""
    return min(range(len(days)), key=lambda index: (abs(days[index] - day), index))


@lru_cache(8)  # each step along a schedule asks how long one is at most
def _step(rule: ScheduleRule) -> int:
    all_parts = map(_rule_parts, rule.texts)
    return max(_DAYS[rule_parts["FREQ"]] * int(rule_parts.get("INTERVAL", "1")) for rule_parts in all_parts)


def _occurrences(rule: ScheduleRule, begin: date, end: date) -> list[date]:
    """Return the days of a rule between two dates, the rule extended backwards beyond its own start."""
    if rule.start is None or begin.year == date.min.year or end - begin > _A_YEAR:
        return _days_of(rule, begin, end)
    days = (day for year in range(begin.year, end.year + 1) for day in _days_of_year(rule, year))
    return [day for day in days if begin <= day <= end]


@lru_cache(64)  # the meetings of a series ask about one week after the other
def _days_of_year(rule: ScheduleRule, year: int) -> list[date]:
    return _days_of(rule, date(year, 1, 1), date(year, 12, 31))


def _days_of(rule: ScheduleRule, begin: date, end: date) -> list[date]:
    rrules = (_rrule(text, rule.start, begin) for text in rule.texts)
    days = {
        moment.date()
        for recurrence in rrules
        for moment in recurrence.between(_noon(begin), _noon(end), inc=True)
    }
    return sorted(days)


def _rrule(text: str, start: date | None, begin: date) -> "rrule":
    from dateutil.rrule import rrulestr

    anchor = start or begin
    rule_parts = _rule_parts(text)
    rule_parts |= _defaults(rule_parts, anchor)
    full_text = ";".join(f"{name}={value}" for name, value in rule_parts.items())
    return rrulestr(full_text, dtstart=_noon(_shifted(anchor, begin, rule_parts)))  # type: ignore[return-value]  # one rule, so no set of them


def _defaults(rule_parts: dict[str, str], anchor: date) -> dict[str, str]:
    """Spell out what a rule takes from its start (RFC 5545, section 3.3.10), so that the start can be moved."""
    if _DAY_PARTS & rule_parts.keys() or rule_parts["FREQ"] not in {"MONTHLY", "YEARLY"}:
        return {}
    day = {"BYMONTHDAY": str(anchor.day)}
    return (
        day
        if rule_parts["FREQ"] == "MONTHLY" or "BYMONTH" in rule_parts
        else {"BYMONTH": str(anchor.month), **day}
    )


def _shifted(anchor: date, begin: date, rule_parts: dict[str, str]) -> date:
    """Return the anchor moved by whole intervals so that it lies before `begin`."""
    interval = int(rule_parts.get("INTERVAL", "1"))
    if rule_parts["FREQ"] in {"DAILY", "WEEKLY"}:
        days = _DAYS[rule_parts["FREQ"]] * interval
        steps = (anchor - begin).days // days + 1
        return anchor - timedelta(days=days * steps)
    months = interval * (12 if rule_parts["FREQ"] == "YEARLY" else 1)
    distance = (anchor.year - begin.year) * 12 + anchor.month - begin.month
    index = anchor.year * 12 + anchor.month - 1 - months * (distance // months + 1)
    return date(max(index // 12, 1), index % 12 + 1, 1)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))
