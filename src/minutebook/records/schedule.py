"""When a series meets: RFC 5545 rules, snapped to and stepped along."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from minutebook.records.series import Rule

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_FARTHEST = timedelta(days=40_000)
_LAST_ROUND = 9490  # 400 years later there are 40,000 days left until the year 10000
_DAY_PARTS = {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYEASTER"}
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)\Z")


class BadRule(ValueError):
    """A rule that is no RFC 5545 rule for days."""


def check(rule: Rule) -> None:
    """Raise BadRule, in a sentence, if a rule can't be followed."""
    parts = _parts(rule)
    if parts.get("FREQ") not in _DAYS:
        raise BadRule("a schedule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=MO")
    if {"COUNT", "UNTIL"} & parts.keys():
        raise BadRule("a schedule has no COUNT or UNTIL: the next entry's `from` ends it")
    if {"BYHOUR", "BYMINUTE", "BYSECOND"} & parts.keys():
        raise BadRule("a schedule names days, no times of a day: no BYHOUR, BYMINUTE or BYSECOND")
    if not parts.get("INTERVAL", "1").isdigit() or int(parts.get("INTERVAL", "1")) not in range(1, 100):
        raise BadRule("INTERVAL is a whole number from 1 to 99")
    try:
        found = _first_two(rule)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BadRule(f"this is no RFC 5545 rule: {error}") from None
    if not found:
        raise BadRule("this rule has no day at all, such as a 30 February")
    if len(found) == 1:
        raise BadRule("this rule has one day in a hundred years, and none to follow it")


def one_step(rules: Sequence[Rule], earlier: date, later: date) -> bool:
    """Whether two dates are neighbours in the schedule in force on the later one.

    Both are snapped to the nearest occurrence of its rule; a tie goes to the earlier occurrence.
    """
    try:
        days = _around(in_force(rules, later), earlier, later)
    except BadRule:  # no day anywhere near is no neighbour either
        return False
    first, second = _nearest(days, earlier), _nearest(days, later)
    return days.index(second) - days.index(first) == 1


def next_date(rules: Sequence[Rule], after: date) -> date:
    """Return the first day after a date on which the series meets."""
    for ahead in range(6):
        until = after + timedelta(days=40 * 4**ahead)
        changes = [rule.start for rule in rules if rule.start and after < rule.start <= until]
        for start, end in zip([after, *changes], [*changes, until], strict=True):
            rule = in_force(rules, start)
            first = start if start == after else start - timedelta(days=1)
            found = [
                day for day in _occurrences(rule, first, end) if first < day and (day < end or end == until)
            ]
            if found:
                return found[0]
    raise BadRule(f"the schedule has no day after {after}")


def in_force(rules: Sequence[Rule], day: date) -> Rule:
    """Return the rule that holds on a day: the last that has begun, or the first of all."""
    begun = [rule for rule in rules if rule.start is None or rule.start <= day]
    return begun[-1] if begun else rules[0]


def _parts(rule: Rule) -> dict[str, str]:
    found = [_PART.match(part) for part in rule.text.removeprefix("RRULE:").split(";")]
    if not all(found):
        raise BadRule("a schedule is written as NAME=VALUE;NAME=VALUE, such as FREQ=WEEKLY;BYDAY=MO")
    return {match[1]: match[2] for match in found if match}


def _first_two(rule: Rule) -> list[date]:
    """Return the first two days of a rule, those of them that come within 40,000 days of its start.

    The calendar repeats itself every 400 years. In its last years the search ends soon even where it finds nothing.
    """
    start = rule.start or date(2020, 1, 1)
    start = start.replace(year=_LAST_ROUND + (start.year - _LAST_ROUND) % 400)
    days = (found.date() for found in _rrule(replace(rule, start=start), start))
    return [day for day in islice((day for day in days if day >= start), 2) if day <= start + _FARTHEST]


def _around(rule: Rule, first: date, last: date) -> list[date]:
    reach = timedelta(days=2 * _step(rule))
    while True:
        days = _occurrences(rule, first - reach, last + reach)
        if days and days[0] <= first and days[-1] >= last:
            return days
        if reach > _FARTHEST:
            raise BadRule(f"the schedule '{rule.text}' has no day around {last}")
        reach *= 4


def _nearest(days: Sequence[date], day: date) -> date:
    return min(days, key=lambda other: (abs(other - day), other))


def _step(rule: Rule) -> int:
    parts = _parts(rule)
    return _DAYS[parts["FREQ"]] * int(parts.get("INTERVAL", "1"))


def _occurrences(rule: Rule, first: date, last: date) -> list[date]:
    """Return the days of a rule between two dates, the rule extended backwards beyond its own start."""
    return [found.date() for found in _rrule(rule, first).between(_noon(first), _noon(last), inc=True)]


def _rrule(rule: Rule, first: date) -> "rrule":
    from dateutil.rrule import rrulestr

    anchor = rule.start or first
    parts = _parts(rule)
    parts |= _defaults(parts, anchor)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    start = _noon(_shifted(anchor, first, parts))
    return rrulestr(text, dtstart=start)  # type: ignore[return-value]  # one rule, so no set of them


def _defaults(parts: dict[str, str], anchor: date) -> dict[str, str]:
    """Spell out what RFC 5545 takes from the start, so that the start can be moved."""
    if _DAY_PARTS & parts.keys() or parts["FREQ"] not in {"MONTHLY", "YEARLY"}:
        return {}
    day = {"BYMONTHDAY": str(anchor.day)}
    return day if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else {"BYMONTH": str(anchor.month), **day}


def _shifted(anchor: date, first: date, parts: dict[str, str]) -> date:
    """Return the anchor moved by whole intervals so that it lies before `first`."""
    interval = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] in {"DAILY", "WEEKLY"}:
        days = _DAYS[parts["FREQ"]] * interval
        steps = (anchor - first).days // days + 1
        return anchor - timedelta(days=days * steps)
    months = interval * (12 if parts["FREQ"] == "YEARLY" else 1)
    distance = (anchor.year - first.year) * 12 + anchor.month - first.month
    index = anchor.year * 12 + anchor.month - 1 - months * (distance // months + 1)
    return date(max(index // 12, 1), index % 12 + 1, 1)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))
