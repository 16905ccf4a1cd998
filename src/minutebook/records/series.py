"""A series: what its series.yaml says of its schedule, its people and its minutes."""

from dataclasses import dataclass
from datetime import date

from minutebook.records.defaults import EMPTY, LAPSE


@dataclass(frozen=True, slots=True)
class Rule:
    """An RFC 5545 rule and the day from which it holds."""

    text: str
    start: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A name of the roster, with its other spellings."""

    name: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    group: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One recurring meeting: what its series.yaml says.

    `strict` is the first day for which rules hold that ask people to say something.
    """

    path: str
    title: str | None = None
    schedule: tuple[Rule, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    roster: tuple[Person, ...] = ()
    duty: tuple[str, ...] = ()
    lapse: int = LAPSE
    empty: str = EMPTY
    strict: date | None = None
