"""What is known of a series while its old minutes are read: who is who, what is counted, and how its minutes look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from minutebook.actions.known_people import KnownPeople
from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.oldminutes.languages import WIDE
from minutebook.oldminutes.names import OFFICES, is_office
from minutebook.oldminutes.spellings import with_initials
from minutebook.records.dated import Dated, always
from minutebook.records.defaults import EMPTY
from minutebook.records.roster import UNASSIGNED, Roster, bare_name, plain_name, untitled
from minutebook.records.series import Style

_EMPTY, _STYLE = always(EMPTY), always(Style())
_WIDE = re.compile(rf"[{WIDE}]{{3,6}}")
"""A name of which two characters are the surname or the first name, by which others call somebody."""
_POLITE = re.compile(rf"(?<=[{WIDE}]{{2}})(?:さん|様|氏|君|老师)\Z")
_ADDRESS = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Cllr|Dr|Prof|Sir|Frau|Herr|Mme|M|Sr|Sra|Dhr|Mevr)\.?[ \t]+(?=[^\W\d_])"
)
_OFFICERS = frozenset(map(str.title, OFFICES))
"""How those are called who have an office."""
_SURNAME = 5
"""How long a surname is at least that is known behind an initial alone; bread is not Bob Read."""


@dataclass(frozen=True)
class Facts:
    """The people of a series, the folded labels of its counters, its sentence for an empty section, and its style."""

    roster: Roster = field(default_factory=lambda: Roster(()))
    counters: frozenset[str] = frozenset()
    empty: Dated[str] = _EMPTY
    slips: frozenset[str] = frozenset()
    style: Dated[Style] = _STYLE

    def spell(self, name: str) -> str:
        """Return a name as the roster has it; what stands behind it, such as `?` or (remote), is kept."""
        base = bare_name(name)
        return (self.roster.canonical(base) or base) + name[len(base) :]

    def spell_owner(self, name: str, present: Sequence[str] = ()) -> str:
        """Return the owner of an action as the roster has the name, or the name itself of a stranger."""
        if self.roster.canonical(bare_name(name)):
            return self.spell(name)
        nobody = UNASSIGNED if name.casefold() == UNASSIGNED else None
        return nobody or self.find(name, present) or name.removeprefix("The ")

    def find(self, name: str, present: Sequence[str] = ()) -> str | None:
        """Return who goes by a name in running text, where small letters and first names do; None for a stranger."""
        plain = _POLITE.sub("", plain_name(name).removeprefix("@"))
        if canonical := self.roster.canonical(plain):
            return canonical
        plain = _ADDRESS.sub("", untitled(plain))
        people = self._by_words.get(plain.casefold()) or self._by_surnames.get(plain, frozenset())
        if len(people) > 1:  # of several who have a first name, it is the one who was present
            people = people & {self.spell(bare_name(attendee)) for attendee in present}
        return next(iter(people)) if len(people) == 1 else None

    def is_person(self, name: str) -> bool:
        """Whether a name is that of somebody in the roster, and not of a group."""
        person = self.roster.person(name)
        return person is not None and not person.group

    def people_on(self, present: Sequence[str]) -> KnownPeople:
        """Return whom the grammar of actions takes for a person in a meeting with some people present."""
        bases = [untitled(bare_name(name)) for name in present]
        call_names = {word for base in bases for word in (base, base.split()[0])}

        def is_known(name: str) -> bool:
            first_word, _, more = name.partition(" ")
            is_all = first_word.casefold() in EVERYBODY_WORDS and is_office(more.removesuffix("s"))
            is_officer = name.removeprefix("The ") in _OFFICERS
            is_here = name in call_names or is_all or is_officer or name.casefold() in EVERYBODY_WORDS
            return is_here or self.find(name, present) is not None

        # The grammar tries no form on a line that begins with nobody's name; small letters may be one, too.
        spellings = {*call_names, *self.roster.people, *self.roster.aliases}
        words = {word for spelling in spellings for word in untitled(spelling).split()[:1]}
        words |= {word.lower() for word in words} | _OFFICERS | {"The"}
        return KnownPeople(is_known, is_known, bool(spellings), frozenset(words))

    @cached_property
    def _by_surnames(self) -> dict[str, frozenset[str]]:
        names = [person.name for person in self.roster.people.values() if not person.group]
        surnames = {name.split()[-1] for name in names if " " in name and name.split()[-1][0].isupper()}
        return {
            surname: frozenset(name for name in names if name.split()[-1] == surname) for surname in surnames
        }

    @cached_property
    def _by_words(self) -> dict[str, frozenset[str]]:
        """Who goes by a spelling or a first name, in small letters; a whole spelling counts for more."""
        whole: dict[str, set[str]] = {}
        first_word: dict[str, set[str]] = {}
        for spelling in (*self.roster.people, *self.roster.aliases):
            if canonical := self.roster.canonical(spelling):
                whole.setdefault(spelling.casefold(), set()).add(canonical)
                if not self.is_person(canonical):  # `tout le monde` is not called tout
                    continue
                name = untitled(spelling)
                first, *more = name.split()
                pairs = (f"{first} {part}" for word in more for part in (word, word[0], f"{word[0]}."))
                parts = (name[:2], name[-2:]) if _WIDE.fullmatch(name) else ()
                # Accounts such as aquill for Ada Quill.
                account = [first[0] + more[-1]] if more and len(more[-1]) >= _SURNAME else []
                for short in (name, first, *pairs, with_initials(name), *parts, *account):
                    first_word.setdefault(short.casefold(), set()).add(canonical)
        return {word: frozenset(people) for word, people in {**first_word, **whole}.items()}
