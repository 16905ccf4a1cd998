"""The order of files by the numbers in their names: it tells between which days one of them lies."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

_NUMBER = re.compile(r"([0-9]+)")
_NEIGHBORS, _NEAR = 2, 92
"""How many files on either side must be in the order of their days, and within how many days the nearest one lies."""


def by_number(path: str) -> list[str | int]:
    """Return what sorts paths as people count: talk 2 before talk 10."""
    return [int(text) if text.isdigit() else text for text in _NUMBER.split(path)]


def fitting_day(path: str, candidates: Sequence[date], days: Mapping[str, date]) -> date | None:
    """Return the first of some days that fits between those of the files before and behind one, or None."""
    order = sorted({*days, path}, key=by_number)
    index = order.index(path)
    earlier_days = [days[sibling] for sibling in order[max(0, index - _NEIGHBORS) : index]]
    later_days = [days[sibling] for sibling in order[index + 1 : index + 1 + _NEIGHBORS]]
    neighbors = [*earlier_days, *later_days]
    if len(neighbors) < _NEIGHBORS or neighbors != sorted({*neighbors}):
        return None
    fitting = (day for day in candidates if [*earlier_days, day, *later_days] == sorted({*neighbors, day}))
    return next(
        (day for day in fitting if min(abs(day - sibling_day).days for sibling_day in neighbors) <= _NEAR),
        None,
    )
