"""Who took part in a meeting, or in a section of it."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from minutebook.records.frozen_class import dataclass
from minutebook.records.roster import Roster

LISTS: tuple[Literal["attending", "absent", "guests"], ...] = ("attending", "absent", "guests")
"""The keys of the lists of people in a meeting or section."""
ALL = "all"
ALL_BUT = "all but"
"""How `attending` says in short who was there: the whole roster, or the key of those whom it leaves out."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, who was not, and who came besides, as it is written.

    `all_but` are those whom `attending: {all but: …}` leaves out, none for `all`; it is None where names stand.
    """

    attending: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    all_but: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        return bool(self.attending or self.absent or self.guests) or self.all_but is not None

    @property
    def named(self) -> tuple[str, ...]:
        """All whose names stand here."""
        return (*self.attending, *self.absent, *self.guests, *(self.all_but or ()))

    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the names by the key of their list."""
        return ("attending", self.attending), ("absent", self.absent), ("guests", self.guests)


NOBODY = Attendance()
"""Of those who took part nothing is known."""


def written_out(people: Attendance, roster: Roster, day: date) -> Attendance:
    """Return who took part by name, as the roster has them on a day."""
    if people.all_but is None:
        return people
    named_otherwise = (*people.all_but, *people.absent, *people.guests)
    named = {roster.canonical(roster.present(name)) for name in named_otherwise}
    attending = (name for name in roster.members(day) if name not in named)
    left_out = roster.spellings(people.all_but, day)
    return Attendance(tuple(attending), tuple(dict.fromkeys((*people.absent, *left_out))), people.guests)


def can_be_written_out(people: Attendance, roster: Roster, day: date) -> bool:
    """Whether it is short, and sure whom it means: whoever was left out is a person of the roster, and not a group."""
    if people.all_but is None or any(map(roster.is_group, people.all_but)):
        return False
    return not any(misnamed(people, roster)) and bool(roster.members(day))


def misnamed(people: Attendance, roster: Roster) -> Iterator[str]:
    """Yield the names for want of which somebody of the roster would be written down as there.

    Others than those of the roster may be absent, if their names are like none of it.
    """
    for name in people.all_but or ():
        if roster.canonical(roster.present(name)) is None:
            yield name
    for name in people.absent if people.all_but is not None else ():
        person = roster.present(name)
        if roster.canonical(person) is None and (roster.nearest(person) or roster.joined(person)):
            yield name
