"""Which day a date means that could be several: the dates of the files beside it tell, and the order of their names."""

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from minutebook.oldminutes import days
from minutebook.oldminutes.days import WrittenDate

Place = TypeVar("Place", bound=Hashable)
"""Where a date stands: in which file, or in which lines."""
_SIX_DIGITS = re.compile(r"(?<![0-9])([0-9]{2})(?P<sign>[-_.]?)([0-9]{2})(?P=sign)([0-9]{2})(?![0-9])")
_FEWER_DIGITS = re.compile(
    r"(?<![0-9])(?<![0-9][-_.])([0-9]{1,2})(?P<sign>[-_.])([0-9]{1,2})(?P=sign)([0-9]{2})(?![-_.]?[0-9])"
)
_NUMBER = re.compile(r"([0-9]+)")
_TWO_ORDERS = re.compile(r"[0-9]{1,2} ?[./_-] ?[0-9]{1,2}|[0-9]{4}20[0-9]{2}\Z")
_NEIGHBORS, _NEAR = 2, 92
"""How many files on either side must be in the order of their days, and within how many days the nearest one lies."""


def orders_of(dates: Iterable[WrittenDate | None]) -> set[bool]:
    """Return whether the day stands first, in dates that tell it; not in those of one number for both."""
    return {
        days.leads(written.text, written.day)
        for written in dates
        if written
        and written.day
        and written.day.day != written.day.month
        and _TWO_ORDERS.match(written.text)
    }


def in_one_order(doubtful: Mapping[Place, WrittenDate], orders: Collection[bool]) -> dict[Place, date]:
    """Return what dates mean that could be two days: in the order of the others, or in which they lie closest together."""
    orders_tried = (True, False) if len(doubtful) > 1 and not orders else ()
    readings = [
        [written.led(by_day=order).days[0] for written in doubtful.values()]
        for order in (orders if doubtful and len(orders) == 1 else orders_tried)
    ]
    closest = closest_together(readings)
    return dict(zip(doubtful, closest[0], strict=True)) if len(closest) == 1 else {}


def day_of_six_digits(name: str, siblings: Sequence[str]) -> date | None:
    """Return the day of at most six digits in a name, in the order in which most siblings have days: 211014, 4.10.21."""
    own, *matches = (_SIX_DIGITS.search(each) or _FEWER_DIGITS.search(each) for each in (name, *siblings))
    others = [*filter(None, matches)]
    if not own or 2 * len(others) < len(siblings):
        return None
    triples = [(int(number[1]), int(number[3]), int(number[4])) for number in (own, *others)]
    readings = [
        [days.make_day(2000 + numbers[year], numbers[month], numbers[day]) for numbers in triples]
        for year, month, day in ((0, 1, 2), (2, 1, 0), (2, 0, 1))
    ]
    # Of several orders in which all are days, the one is right in which they lie closest together.
    whole = [[day for day in reading if day] for reading in readings if all(reading)]
    closest = [reading[0] for reading in closest_together(whole)]
    # With signs between them the first order is not more usual than the others.
    return closest[0] if closest and (len({*closest}) == 1 or not own["sign"]) else None


def closest_together(readings: Sequence[Sequence[date]]) -> list[Sequence[date]]:
    """Return in which ways to read several dates the days lie closest together."""
    spreads = [max(reading) - min(reading) for reading in readings]
    return [reading for reading, spread in zip(readings, spreads, strict=True) if spread == min(spreads)]


def by_number(path: str) -> list[str | int]:
    """Return what sorts paths as people count: talk 2 before talk 10."""
    return [int(text) if text.isdigit() else text for text in _NUMBER.split(path)]


def fitting_day(path: str, candidates: Sequence[date], days: Mapping[str, date]) -> date | None:
    """Return the first of some days that fits between those of the files before and behind one, or None."""
    order = sorted({*days, path}, key=by_number)
    index = order.index(path)
    neighborhood = order[max(0, index - _NEIGHBORS) : index + 1 + _NEIGHBORS]
    neighbors = [days[sibling] for sibling in neighborhood if sibling != path]
    if len(neighbors) < _NEIGHBORS or neighbors != sorted({*neighbors}):
        return None
    for day in candidates:
        in_order = [days.get(sibling, day) for sibling in neighborhood]
        is_near = min(abs(day - neighbor).days for neighbor in neighbors) <= _NEAR
        if is_near and in_order == sorted({*in_order}):
            return day
    return None
