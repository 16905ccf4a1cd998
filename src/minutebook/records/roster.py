"""The people of a series: who is meant by a name, and who is not known."""

import re
from collections.abc import Sequence

from minutebook.records.likeness import twin
from minutebook.records.series import Person

UNASSIGNED = "unassigned"
"""The owner of an item that nobody has taken yet."""
_REMARK = re.compile(r"(?:[ \t]*\([^()]*\)|[ \t]+@[\w.-]+)+\Z")
"""What may stand behind a name in a list: brackets, and what somebody is called on a platform."""


class Roster:
    """The names of a series' people, with their other spellings."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = {person.name: person for person in people}
        pairs = [(alias, person.name) for person in people for alias in person.aliases]
        # A spelling that two people share stands for neither.
        shared = {
            alias for alias, name in pairs for other, another in pairs if alias == other and name != another
        }
        self.aliases = {alias: name for alias, name in pairs if alias not in shared}

    def __bool__(self) -> bool:
        return bool(self.people)

    def canonical(self, name: str) -> str | None:
        """Return the roster's spelling of a name, which may be tentative; None for a stranger."""
        plain = plain_name(name)
        return plain if plain in self.people else self.aliases.get(plain)

    def present(self, name: str) -> str:
        """Return what of a name in a list of people is the name: all of it if the roster has it, else no remark."""
        return plain_name(name) if self.canonical(name) else bare_name(name)

    def nearest(self, name: str) -> str | None:
        """Return the name of the roster that was most likely meant."""
        found = twin(plain_name(name), [*self.people, *self.aliases])
        return self.canonical(found) if found else None

    def person(self, name: str) -> Person | None:
        """Return who is meant by a name."""
        return self.people.get(self.canonical(name) or "")


def plain_name(name: str) -> str:
    """Return a name without the mark of a tentative one."""
    return name.removesuffix("?").rstrip()


def bare_name(name: str) -> str:
    """Return a name without a remark behind it, such as (remote), and without the mark of a tentative one."""
    plain = plain_name(name)
    return _REMARK.sub("", plain) or plain
