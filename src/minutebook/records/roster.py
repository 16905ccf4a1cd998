"""The people of a series: who is meant by a name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain

from minutebook.records.conjunctions import AND
from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import appearance, is_mistyped, letters_of, twin
from minutebook.records.pasted_signs import BULLETS, DASHES, QUOTES
from minutebook.records.series import Person

UNASSIGNED = "unassigned"
"""The owner of an action that nobody has taken yet."""
_MOST_STRANGERS = 4096
_SHORTEST = 3
"""How many letters at least of a name may stand for it."""
_TWO = 2
_UNPARTED = range(_TWO + 1, 40)
"""How many words names without a comma between them have: of two, the one may be a surname."""
_BETWEEN = rf"(?:(?<!\s)\s+)?[,;/&+\u3001\uff0c\uff1b]\s*|(?<!\s)\s+{AND}\s+"
BETWEEN_NAMES = late_pattern(_BETWEEN)
_BETWEEN_HANDLES = late_pattern(rf"(?:{_BETWEEN})@?|(?<!\s)\s+@")
"""What stands between several names that are written as one, and between handles, as in a chat."""
_TITLES = late_pattern(r"(?:[^\W\d_]{2,6}\.[ \t]+)+(?=\S)")
_BULLET = late_pattern(rf"[{DASHES}{BULLETS}*@-]\s*|(?:{AND}|&)\s+")
_QUOTES = f"\"'`*_{QUOTES}"
_REMARK = late_pattern(r"(?:(?:(?<![ \t])[ \t]+)?\((?:[^()]|\([^()]*\))*\)|(?<![ \t])[ \t]+@[\w.-]+){1,9}\Z")
"""What may stand behind a name in a list: remarks in brackets, and an account such as @mat."""


class Roster:
    """The names of a series' people, with their other spellings."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = {person.name: person for person in people}
        self._spellings = tuple(spelling for person in people for spelling in (person.name, *person.aliases))
        names_by_alias: dict[str, set[str]] = {}
        for person in people:
            for alias in person.aliases:
                names_by_alias.setdefault(alias, set()).add(person.name)
        # A spelling that two people share stands for neither.
        self.aliases = {alias: name for alias, (name, *shared) in names_by_alias.items() if not shared}
        self._former_names = {
            appearance(name): (name, until) for person in people for name, until in person.former_names
        }

    def __bool__(self) -> bool:
        return bool(self.people)

    @cached_property
    def _by_appearance(self) -> dict[str, str]:
        """Whose name is meant by what looks the same as it, or as an alias."""
        names = {appearance(alias): name for alias, name in self.aliases.items()}
        return {**names, **{appearance(name): name for name in self.people}}

    def has(self, name: str) -> bool:
        """Whether a name, which may be tentative, stands in the roster to the letter, if only as an alias."""
        plain = plain_name(name)
        return plain in self.people or plain in self.aliases

    def canonical(self, name: str) -> str | None:
        """Return the roster's spelling of a name, which may be tentative; None where the roster has no such name.

        What looks the same is the same name, whatever characters its spaces and accents are made of.
        """
        plain = plain_name(name)
        if plain in self.people:
            return plain
        return self.aliases.get(plain) or self._by_appearance.get(appearance(plain))

    def as_known(self, name: str) -> str:
        """Return the roster's spelling of a name, or the name as it is where the roster has no such name."""
        return self.canonical(name) or name

    def owners(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the people whom some names stand for, each once, whatever stands behind a name or joins several."""
        people = (
            self.joined(name)
            or (self.canonical(name) or self.canonical(bare_name(name)) or self.meant(name),)
            for name in names
        )
        return tuple(dict.fromkeys(chain.from_iterable(people)))

    def meant(self, name: str) -> str:
        """Return the roster's spelling of a name that was typed in a hurry: whatever its case, spaces and accents are."""
        letters = letters_of(bare_name(name))
        if letters == UNASSIGNED:
            return UNASSIGNED
        people = {self.canonical(spelling) for spelling in self._spellings if letters_of(spelling) == letters}
        return self.canonical(name) or (people.pop() if len(people) == 1 else None) or name

    def spelling(self, name: str, day: date) -> str | None:
        """Return what is written for a name on a day: the roster's spelling, or a former name in its time."""
        canonical = self.canonical(name)
        former_name, until = self._former_names.get(appearance(plain_name(name)), ("", date.min))
        return former_name if canonical and former_name and day <= until else canonical

    def spellings(self, names: Iterable[str], day: date) -> list[str]:
        """Return what is written on a day for some names in any case, each once, those in no roster as they are.

        The mark of a tentative name stays.
        """
        return list(dict.fromkeys(self._respelt(name, day) for name in names))

    def _respelt(self, name: str, day: date) -> str:
        known_name = name if self.canonical(name) else self.meant(name)
        spelling = self.spelling(known_name, day)
        return spelling + "?" * name.endswith("?") if spelling else known_name

    @property
    def groups(self) -> tuple[str, ...]:
        """The names that stand for several people."""
        return tuple(person.name for person in self.people.values() if person.group)

    @property
    def group_choice(self) -> str:
        """What stands behind the names that somebody can choose from; nothing where there is no group."""
        return f", or a group ({', '.join(self.groups)})" if self.groups else ""

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
        """Return the name that was written in a list of people: as the roster has it or of several, else without a remark."""
        return (plain_name if self.canonical(name) or len(self.joined(name)) > 1 else bare_name)(name)

    def joined(self, name: str) -> tuple[str, ...]:
        """Return the people of the roster whose names stand in one, or none: behind a dash or an `and`, or with one between."""
        if self.canonical(name):
            return ()
        bullet = _BULLET.match(name)
        names_joined = _BETWEEN_HANDLES.split(name[bullet.end() :] if bullet else name)
        if not bullet and len(names_joined) == 1:
            return self._beside_each_other(name.split())
        names = [self.canonical(spelling) or self.mistyped(spelling) for spelling in names_joined]
        return tuple(dict.fromkeys(name for name in names if name)) if all(names) else ()

    def _beside_each_other(self, words: list[str]) -> tuple[str, ...]:
        """Return the people whose names are these words, without a comma between; two words may be anybody's name."""
        people: list[str] = []
        start = 0
        while len(words) in _UNPARTED and start < len(words):
            ends = range(len(words), start, -1)
            person, start = next(
                ((person, stop) for stop in ends if (person := self.canonical(" ".join(words[start:stop])))),
                ("", len(words)),
            )
            people.append(person)
        return tuple(dict.fromkeys(people)) if all(people) else ()

    def nearest(self, name: str) -> str | None:
        """Return the name of the roster that was most likely meant."""
        spelling = _twin(plain_name(name), (*self.people, *self.aliases))
        canonical = self.canonical(spelling) if spelling else None
        return self.mistyped(plain_name(name)) or canonical or self.namesake(name)

    def candidates(self, name: str) -> str:
        """Return the name of the roster that was most likely meant, or those of all whose it may be, as a message has them."""
        people = dict.fromkeys(map(self.canonical, plain_name(name).split()))
        if len(people) == _TWO and all(people):  # a comma may be missing, or it is somebody's whole name
            return ", ".join(filter(None, people))
        return self.nearest(name) or " or ".join(self.namesakes(name))

    def namesake(self, name: str) -> str | None:
        """Return the name of the only one of the roster who has a name as a part of it, such as a first name."""
        namesakes = self.namesakes(name)
        return namesakes[0] if len(namesakes) == 1 else None

    def namesakes(self, name: str) -> tuple[str, ...]:
        """Return the names of all of the roster who have a name as a part of theirs, such as Eva, Eva L. or E. Lang."""
        words = [letters_of(word.removesuffix(".")) for word in plain_name(name).split()]
        people = ((person, {letters_of(name) for name in person.split()}) for person in self.people)
        return tuple(
            person
            for person, names in people
            if not names.isdisjoint(words)
            and all(word in names or word in {name[0] for name in names} for word in words)
        )

    def shortened(self, name: str) -> tuple[str, ...]:
        """Return the names of all of the roster whom a name may stand for in short, such as Mat for Mateusz."""
        word = letters_of(plain_name(name))
        people = (
            person
            for person in self.people
            if any(word_of_person.startswith(word) for word_of_person in map(letters_of, person.split()))
        )
        return tuple(people) if len(word) >= _SHORTEST else ()

    def mistyped(self, name: str) -> str | None:
        """Return the name of the only one of the roster whose name was mistyped, in any of its spellings."""
        if self.has(name):
            return None
        if canonical := self.canonical(name) or self.canonical(name.strip(_QUOTES)):
            return canonical
        people = {self.canonical(spelling) for spelling in _mistyped(name, self._spellings)}
        return people.pop() if len(people) == 1 else None

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


def untitled(name: str) -> str:
    """Return a name without the titles before it, such as Dr. or Bc., which one letter with a dot is not."""
    return _TITLES.sub("", name) or name


def lone_first_names(names: Iterable[str]) -> frozenset[str]:
    """Return the first names that only one of some people has."""
    numbers = Counter(untitled(name).split()[0] for name in names)
    return frozenset(first_name for first_name, number in numbers.items() if number == 1)


@lru_cache(_MOST_STRANGERS)
def plain_name(name: str) -> str:
    """Return a name without the mark of a tentative one."""
    return name.removesuffix("?").rstrip()


def bare_name(name: str) -> str:
    """Return a name without a remark behind it, such as (remote), and without the mark of a tentative one."""
    plain = plain_name(name)
    return _REMARK.sub("", plain) or plain
