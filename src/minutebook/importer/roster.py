"""The people of a series, from the names in its minutes: which spellings are one person's, and who is a group."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from minutebook.audit.persons import meant
from minutebook.model import Person
from minutebook.people import UNASSIGNED, plain_name

_GROUPS = re.compile(r"(?:all|every(?:one|body)|(?:.* )?(?:team|group|committee)s?)\Z", re.IGNORECASE)


def roster(meetings: Iterable[Collection[str]], owners: Iterable[str]) -> tuple[Person, ...]:
    """Return the people of a series by name, with every spelling that occurs.

    `meetings` are the names of those present at each meeting, `owners` those of the owners of all action items.
    """
    present = _apart([{plain_name(name) for name in names} for names in meetings])
    attended = Counter(name for names in present for name in names)
    often = attended + Counter(plain_name(name) for name in owners)
    often.pop("", 0)
    often.pop(UNASSIGNED, 0)
    groups = {name for name in often if _is_group(name, attended)}
    names = sorted(often.keys() - groups, key=lambda name: (-attended[name], -often[name], -len(name), name))
    slips = {name: slip for name in names if (slip := meant(name, often, present))}
    spellings = _Spellings((*names, *groups), present)
    for name, slip in slips.items():
        spellings.join(name, slip)
    plain = [name for name in names if spellings.of[name] == name]
    for at, name in enumerate(plain):
        others = [other for other in plain[:at] if spellings.of[other] == other]
        spellings.join(name, _main(name, others, plain, spellings))
    found = [Person(name, spellings.aliases(name), group=name in groups) for name in spellings.names()]
    return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.name)))


class _Spellings:
    """Which name each spelling belongs to; who sat together stay two."""

    def __init__(self, names: Iterable[str], present: Sequence[set[str]]) -> None:
        self.of = {name: name for name in names}
        self.present = present

    def names(self) -> set[str]:
        return set(self.of.values())

    def aliases(self, name: str) -> tuple[str, ...]:
        return tuple(sorted(alias for alias, main in self.of.items() if main == name != alias))

    def together(self, one: str, other: str) -> bool:
        """Whether any spelling of one sat beside any of the other."""
        both = {self.of[one]: set[str](), self.of[other]: set[str]()}
        for spelling, main in self.of.items():
            if main in both:
                both[main].add(spelling)
        return len(both) > 1 and any(all(own & names for own in both.values()) for names in self.present)

    def join(self, name: str, other: str) -> None:
        """Take a name with its other spellings for one of another's."""
        if not self.together(name, other):
            old, new = self.of[name], self.of[other]
            self.of |= {spelling: new for spelling, main in self.of.items() if main == old}


def _apart(present: Sequence[set[str]]) -> list[set[str]]:
    """Take names apart where a comma was forgotten between two that stand alone elsewhere."""
    often = Counter(name for names in present for name in names)
    usual = {name for name in often if often[name] > 1}
    return [{part for name in names for part in (split(name, usual) or (name,))} for names in present]


def split(text: str, known: Collection[str]) -> tuple[str, ...] | None:
    """Return the names of a text in which commas were forgotten, or None where it isn't made of known names."""
    if text in known:
        return None
    found = _parts(text.split(), known)
    return found if found and len(found) > 1 else None


def _parts(words: Sequence[str], known: Collection[str]) -> tuple[str, ...] | None:
    if not words:
        return ()
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end])
        if plain_name(name) in known and (rest := _parts(words[end:], known)) is not None:
            return (name, *rest)
    return None


def _is_group(name: str, attended: Counter[str]) -> bool:
    return _GROUPS.match(name) is not None and not attended[name]


def _main(name: str, others: Sequence[str], names: Sequence[str], spellings: _Spellings) -> str:
    """Return the spelling of the person that a name means: one of those that are more usual, or itself."""
    alike = [other for other in others if _letters(other) == _letters(name)]
    same = [other for other in alike if not spellings.together(name, other)]
    if len(same) == 1:
        return same[0]
    longer = [other for other in others if _goes_on(name, other) or _goes_on(other, name)]
    # Of two that a short name may mean neither is taken; nor is one who sat beside it.
    if len(longer) == 1 and _alone(name, longer[0], names) and not spellings.together(name, longer[0]):
        return longer[0]
    return name


def _alone(name: str, other: str, names: Sequence[str]) -> bool:
    """Whether the shorter of two names is the beginning of no third one."""
    short = min(name, other, key=len)
    return len({_letters(third) for third in names if _goes_on(short, third)}) <= 1


def _goes_on(short: str, long: str) -> bool:
    """Whether a whole first name goes on as a longer one: Brian as BrianL, Marco as Marco Mambelli."""
    rest = long[len(short) :]
    return len(short) > 1 and long.startswith(short) and bool(re.match(r" |[A-Z]", rest))


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
