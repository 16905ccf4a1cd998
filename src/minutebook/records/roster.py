"""The people of a series: who is meant by a name."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from minutebook.records.likeness import is_mistyped, twin
from minutebook.records.series import Person

UNASSIGNED = "unassigned"
"""The owner of an action that nobody has taken yet."""
_MOST_STRANGERS = 4096
_REMARK = re.compile(r"(?:[ \t]*\([^()]*\)|[ \t]+@[\w.-]+)+\Z")
"""What may stand behind a name in a list: remarks in brackets, and an account such as @mat."""


class Roster:
    """The names of a series' people, with their other spellings."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = {person.name: person for person in people}
        self._spellings = tuple(spelling for person in people for spelling in (person.name, *person.aliases))
        names: dict[str, set[str]] = {}
        for person in people:
            for alias in person.aliases:
                names.setdefault(alias, set()).add(person.name)
        # A spelling that two people share stands for neither.
        self.aliases = {alias: name for alias, (name, *shared) in names.items() if not shared}
        self._former_names = {name: until for person in people for name, until in person.former_names}

    def __bool__(self) -> bool:
        return bool(self.people)

    def canonical(self, name: str) -> str | None:
        """Return the roster's spelling of a name, which may be tentative; None where the roster has no such name."""
        plain = plain_name(name)
        return plain if plain in self.people else self.aliases.get(plain)

    def spelling(self, name: str, day: date) -> str | None:
        """Return what is written for a name on a day: the roster's spelling, or a former name in its time."""
        canonical, until = self.canonical(name), self._former_names.get(plain_name(name))
        return plain_name(name) if canonical and until and day <= until else canonical

    def is_group(self, name: str) -> bool:
        """Whether a name stands for several people."""
        person = self.person(name)
        return person is not None and person.group

    def members(self, day: date) -> tuple[str, ...]:
        """Return the people, without groups, who had begun and had not left on a day."""
        return tuple(
            person.name
            for person in self.people.values()
            if not person.group
            and (person.since is None or person.since <= day)
            and (person.until is None or day <= person.until)
        )

    def present(self, name: str) -> str:
        """Return the name that was written in a list of people: as it stands if the roster has it, else without a remark."""
        return plain_name(name) if self.canonical(name) else bare_name(name)

    def nearest(self, name: str) -> str | None:
        """Return the name of the roster that was most likely meant."""
        spelling = _twin(plain_name(name), (*self.people, *self.aliases))
        return self.canonical(spelling) if spelling else None

    def mistyped(self, name: str) -> str | None:
        """Return the name of the only one of the roster whose name was mistyped, in any of its spellings."""
        people = {self.canonical(spelling) for spelling in _mistyped(name, self._spellings)}
        return people.pop() if len(people) == 1 and not self.canonical(name) else None

    def person(self, name: str) -> Person | None:
        """Return who is meant by a name."""
        return self.people.get(self.canonical(name) or "")


# The same strangers stand in one meeting after another, and each would be compared with the whole roster.
@lru_cache(_MOST_STRANGERS)
def _twin(name: str, spellings: tuple[str, ...]) -> str | None:
    return twin(name, spellings)


@lru_cache(_MOST_STRANGERS)
def _mistyped(name: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(spelling for spelling in spellings if is_mistyped(name, spelling))


def plain_name(name: str) -> str:
    """Return a name without the mark of a tentative one."""
    return name.removesuffix("?").rstrip()


def bare_name(name: str) -> str:
    """Return a name without a remark behind it, such as (remote), and without the mark of a tentative one."""
    plain = plain_name(name)
    return _REMARK.sub("", plain) or plain
