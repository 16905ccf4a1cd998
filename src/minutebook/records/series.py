"""A series: what its series.yaml says of its schedule, its people and its minutes."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from minutebook.records.dated import Dated, Period, always
from minutebook.records.defaults import ACTION_WORD, EMPTY, LABELS_AT, LAPSE, NUMBERS
from minutebook.records.fixed_words import Wording, Words, fixed_words
from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern

_WEEKLY = late_pattern("FREQ=WEEKLY;BYDAY=[A-Z]{2}")
"""The rule of a series whose meetings are a week apart."""


@dataclass(frozen=True, slots=True)
class ScheduleRule:
    """RFC 5545 rules that hold together, and the day from which they do."""

    texts: tuple[str, ...]
    start: date | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How minutes look: the sides of labels and numbers, what is drawn in a certain way, and in which words.

    `action` is the word before an action's owners, `words` are those in the place of words of the language.
    """

    labels: Literal["last", "first"] = LABELS_AT
    numbers: Literal["left", "right"] = NUMBERS
    zeros: Literal["shown", "hidden"] = "shown"
    action: str = ACTION_WORD
    done: Literal["marked", "struck"] = "marked"
    overdue: Literal["plain", "bold"] = "plain"
    previous: Literal["unlinked", "linked"] = "unlinked"
    language: str = "en"
    dates: Literal["long", "medium", "iso"] = "long"
    words: Words = ()

    @property
    def wording(self) -> Wording:
        """The fixed words of the minutes."""
        return fixed_words(self.language, self.words)


def usual_empty(style: Dated[Style]) -> Dated[str]:
    """Return what minutes say of a section with nothing in it where a series says nothing of it."""
    return Dated(tuple(Period(period.value.wording.empty, period.start) for period in style.periods))


def empty_text(wording: Wording, rules: Sequence[str]) -> str:
    """Return the same of a new series, which says nothing of the week where its meetings are not a week apart."""
    is_weekly = all(map(_WEEKLY.fullmatch, rules))
    return wording.empty if is_weekly else wording.nothing


_UNTITLED: Dated[str | None] = always(None)
_LAPSE, _EMPTY, _STYLE = always(LAPSE), always(EMPTY), always(Style())


@dataclass(frozen=True, slots=True)
class Person:
    """A name of the roster, with its other spellings; `former_names` are those that were right until a day."""

    name: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    group: bool = False
    former_names: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One recurring meeting: what its series.yaml says; what minutes are drawn with is dated.

    `strict` is the first day for which rules hold that ask people to say something, `ok` are those whose warnings rest
    in all meetings.
    """

    path: str
    title: Dated[str | None] = _UNTITLED
    schedule: tuple[ScheduleRule, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    roster: tuple[Person, ...] = ()
    duty: tuple[str, ...] = ()
    lapse: Dated[int] = _LAPSE
    empty: Dated[str] = _EMPTY
    style: Dated[Style] = _STYLE
    strict: date | None = None
    ok: tuple[str, ...] = ()

    def asks_on(self, day: date) -> bool:
        """Whether rules hold on a day that ask people to say something: not in what was imported before."""
        return self.strict is None or day >= self.strict
