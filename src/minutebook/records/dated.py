"""A value of a series that may change on some days, so that what was written before stays as it is."""

from collections.abc import Sequence
from datetime import date
from typing import Generic, Protocol, TypeVar

from minutebook.records.frozen_class import dataclass

T = TypeVar("T")


class Beginning(Protocol):
    """What holds from a day on, or has always held."""

    @property
    def start(self) -> date | None:
        """The day from which it holds."""
        ...


B = TypeVar("B", bound=Beginning)


@dataclass(frozen=True, slots=True)
class Period(Generic[T]):
    """A value, and the day from which it holds."""

    value: T
    start: date | None = None


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """The values of one setting, at least one, in the order of the days from which they hold."""

    periods: tuple[Period[T], ...]

    def on(self, day: date) -> T:
        """Return the value that holds on a day."""
        return in_force(self.periods, day).value

    @property
    def final(self) -> T:
        """The value that holds in the end."""
        return self.periods[-1].value


def always(value: T) -> Dated[T]:
    """Return a value that never changes."""
    return Dated((Period(value),))


def in_force(periods: Sequence[B], day: date) -> B:
    """Return what holds on a day: the last that has begun, or the first of all."""
    begun_periods = [period for period in periods if period.start is None or period.start <= day]
    return begun_periods[-1] if begun_periods else periods[0]


def are_in_order(periods: Sequence[Beginning]) -> bool:
    """Whether all but the first say from when they hold, and each later than the one before."""
    starts = [period.start for period in periods[1:]]
    days = [period.start for period in periods if period.start]
    return None not in starts and days == sorted(set(days))
