"""Which number is the day and which the month, in dates that could be two days: the dates beside them tell."""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from minutebook.oldminutes import days
from minutebook.oldminutes.days import WrittenDate

Place = TypeVar("Place", bound=Hashable)
"""Where a date stands: in which file, or in which lines."""
_TWO_ORDERS = re.compile(r"[0-9]{1,2} ?[./_-] ?[0-9]{1,2}")


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


def in_one_order(
    doubtful: Mapping[Place, WrittenDate], orders: Collection[bool]
) -> Iterator[tuple[Place, date]]:
    """Yield what dates mean that could be two days: in the order of the others, or in which they lie closest together."""
    readings = {
        order: {
            path: next(day for day in written.days if days.leads(written.text, day) == order)
            for path, written in doubtful.items()
        }
        for order in (
            orders if len(orders) == 1 else (True, False) if len(doubtful) > 1 and not orders else ()
        )
    }
    spreads = {order: max(read.values()) - min(read.values()) for order, read in readings.items() if read}
    closest = [order for order, spread in spreads.items() if spread == min(spreads.values())]
    yield from readings[closest[0]].items() if len(closest) == 1 else ()
