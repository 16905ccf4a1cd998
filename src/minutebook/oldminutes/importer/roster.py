"""The people behind the names of hand-written minutes: who is meant by several spellings, and what is no person.

Names become one only where they can't well be two: too many people are mended in a minute, two made one are not noticed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from minutebook.oldminutes.audit.misspellings import find_intended_name
from minutebook.oldminutes.handwritten.owners import is_group
from minutebook.records.roster import UNASSIGNED, plain_name
from minutebook.records.series import Person

_FIRST_NAME = re.compile(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*")
_BLANKS_AND_DOTS = re.compile(r"[\s.]+")


@dataclass(frozen=True, slots=True)
class _Seen:
    """Who was present at each meeting, and who owned how many action items."""

    meetings: tuple[frozenset[str], ...]
    owners: Counter[str]
    present: Counter[str]

    @property
    def names(self) -> list[str]:
        return sorted(self.present.keys() | self.owners.keys())

    def often(self, name: str) -> int:
        return self.present[name] + self.owners[name]

    def together(self, names: Collection[str]) -> bool:
        """Whether any two sat in one meeting, and so are two."""
        return any(len(meeting.intersection(names)) > 1 for meeting in self.meetings)


def roster(meetings: Iterable[Collection[str]], owners: Iterable[str]) -> tuple[Person, ...]:
    """Return the people that the names present at each meeting, and the owners of action items, stand for."""
    written = seen = _seen((_plain(names) for names in meetings), _plain(owners))
    names = {name: name for name in written.names}
    for groups, rank in ((_alike, _by_use), (_slips, _by_use), (_continued, _by_presence)):
        right = _united(seen, groups, rank)
        names = {name: right.get(so_far, so_far) for name, so_far in names.items()}
        seen = _renamed(seen, right)
    people = (_person(name, names, written) for name in set(names.values()))
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.name)))


def split(text: str, known: Collection[str]) -> tuple[str, ...] | None:
    """Return the known names, the longest first, between which commas were forgotten; None if that isn't so."""
    words = text.split()
    names = {" ".join(plain_name(name).split()) for name in known}
    if plain_name(" ".join(words)) in names:
        return None
    found: dict[int, tuple[str, ...]] = {len(words): ()}
    for start in reversed(range(len(words))):
        for end in range(len(words), start, -1):
            part = " ".join(words[start:end])
            if end in found and plain_name(part) in names:
                found[start] = (part, *found[end])
                break
    return found.get(0) or None


def _seen(meetings: Iterable[Iterable[str]], owners: Iterable[str]) -> _Seen:
    present = tuple(frozenset(meeting) for meeting in meetings)
    return _Seen(present, Counter(owners), Counter(name for names in present for name in names))


def _plain(names: Iterable[str]) -> Iterator[str]:
    found = (plain_name(name) for name in names)
    return (name for name in found if name and name.casefold() != UNASSIGNED)


def _renamed(seen: _Seen, right: Mapping[str, str]) -> _Seen:
    meetings = ((right.get(name, name) for name in meeting) for meeting in seen.meetings)
    return _seen(meetings, (right.get(name, name) for name in seen.owners.elements()))


def _united(
    seen: _Seen,
    groups: Callable[[_Seen], Iterable[set[str]]],
    rank: Callable[[_Seen, str], tuple[object, ...]],
) -> dict[str, str]:
    """Return the canonical name of each of those that are one person, or one group."""
    right: dict[str, str] = {}
    for names in groups(seen):
        kinds = {is_group(name) for name in names}
        # Where two of them sat together, nobody can tell which of the two a third one is.
        if len(kinds) == 1 and not seen.together(names):
            best = min(names, key=lambda name: rank(seen, name))
            right |= dict.fromkeys(names, best)
    return right


def _by_use(seen: _Seen, name: str) -> tuple[object, ...]:
    return -seen.often(name), *_by_presence(seen, name)


def _by_presence(seen: _Seen, name: str) -> tuple[object, ...]:
    return -seen.present[name], -len(name), name


def _alike(seen: _Seen) -> Iterable[set[str]]:
    """Return the names that are equal but for case, blanks and dots."""
    groups: dict[str, set[str]] = defaultdict(set)
    for name in seen.names:
        groups[_BLANKS_AND_DOTS.sub("", name).casefold()].add(name)
    return groups.values()


def _slips(seen: _Seen) -> Iterable[set[str]]:
    """Return frequent names with the rare ones that are likely slips for them."""
    often = Counter({name: seen.often(name) for name in seen.names})
    slips = {name: right for name in often if (right := find_intended_name(name, often, seen.meetings))}
    # The slip for a slip need not be near to what was meant.
    return _gathered((right, name) for name, right in slips.items() if right not in slips)


def _continued(seen: _Seen) -> Iterable[set[str]]:
    """Return longer names with the first names that can stand for nobody else."""
    longer: dict[str, list[str]] = defaultdict(list)
    for one, two in combinations(sorted(seen.names, key=len), 2):
        if _continues(one, two):
            longer[one].append(two)
    only = ((found[0], name) for name, found in longer.items() if len(found) == 1)
    return _gathered((long, name) for long, name in only if not split(long, {*seen.names} - {long}))


def _gathered(pairs: Iterable[tuple[str, str]]) -> Iterable[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for name, other in pairs:
        groups[name] |= {name, other}
    return groups.values()


def _continues(first: str, longer: str) -> bool:
    """Whether a name is a whole first name, followed by more: 'Brian' in 'BrianL', but not in 'Briana'."""
    if not _FIRST_NAME.fullmatch(first) or not longer.startswith(first):
        return False
    after = longer[len(first) :]
    # In capitals, nothing tells where a first name ends.
    return after[:1].isspace() or (after[:1].isupper() and first[-1].islower())


def _person(name: str, names: Mapping[str, str], written: _Seen) -> Person:
    spellings = [other for other, right in names.items() if right == name]
    present = any(written.present[other] for other in spellings)
    # One word may be how somebody writes their own name: the dog is none, and ada is.
    no_name = not present and all(other[0].islower() and " " in other for other in spellings)
    aliases = tuple(other for other in spellings if other != name)
    return Person(name, aliases, group=no_name or is_group(name))
