"""The people behind the names of hand-written minutes: which spellings mean one person, and which mean none.

Two names become one person only if they can hardly be two: a person too many is mended in a minute,
two people who were made one are not noticed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from minutebook.actions.words import EVERYBODY_WORDS, GROUP_WORDS
from minutebook.oldminutes.names import is_office
from minutebook.records.likeness import letters_of, parting
from minutebook.records.roster import UNASSIGNED, plain_name, untitled
from minutebook.records.series import Person

CLEARLY = 3
"""How many times as often a name must be written, and how often at least."""
_SHORT, _LONG = 4, 8
"""How long names must be for swapped letters, and for one wrong letter, to be a slip."""
_LAST_INITIAL = re.compile(r"(?<=[^\W\d_])[ .]*(?:(?<=[a-z])[A-Z]|(?<=[ .])[A-Z])\.?\Z")
_FIRST_NAME = re.compile(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*")
_CAPITAL = re.compile(r"\b[A-Z]")
_MOST_INITIALS = 4
_GROUP_WORDS = frozenset({"all", "every", "everyone", "everybody", "team", "group"})
COMMITTEE = r"[A-Z]{0,4}(?:CPC|PMC|SIG|TAC|TOC|TSC|WG)"
"""A pattern of how committees and working groups are called for short."""
_COMMITTEE = re.compile(COMMITTEE)


@dataclass(frozen=True)
class _Usage:
    """Who was present at each meeting, and how often each name owned action items."""

    meetings: Sequence[frozenset[str]]
    owners: Counter[str]

    @cached_property
    def present(self) -> Counter[str]:
        return Counter(chain.from_iterable(self.meetings))

    @cached_property
    def counts(self) -> Counter[str]:
        return self.present + self.owners

    def renamed(self, names: Mapping[str, str]) -> "_Usage":
        meetings = [frozenset(names.get(name, name) for name in meeting) for meeting in self.meetings]
        return _Usage(meetings, Counter(names.get(name, name) for name in self.owners.elements()))

    def are_two(self, names: Collection[str]) -> bool:
        """Whether names are of a group and of somebody, or any two sat together, so that nobody can tell whom a third means."""
        together = any(len(meeting.intersection(names)) > 1 for meeting in self.meetings)
        return together or len(set(map(is_group, names))) > 1


def build_roster(
    meetings: Iterable[Collection[str]], owners: Iterable[str], identified: Iterable[Collection[str]] = ()
) -> tuple[Person, ...]:
    """Return the people behind the names at meetings, the owners, and names `identified` by an account or initials."""
    identified_names = [set(names) for names in identified]
    present = [frozenset(_plain_names(names)) for names in meetings]
    written = usage = _Usage(present, Counter(_plain_names(owners)))
    canonical = {name: name for name in sorted(written.counts)}
    steps: tuple[Callable[[_Usage], Iterable[set[str]]], ...]
    by_parts = (_group_last_initials, _group_first_names)
    steps = (lambda _usage: identified_names, _group_alike, _group_slips, *by_parts)
    for group_names in steps:
        united: dict[str, str] = {}
        for names in group_names(usage):
            use = Counter[str]() if group_names in by_parts else usage.counts
            ranks = (
                # Who types in a hurry leaves accents and capitals out, and adds none.
                (-use[name] * CLEARLY ** _care(name), -usage.present[name], -len(name), name)
                for name in names
            )
            # Of two equal names in one list one stands there twice, and a roster can't have both.
            is_united = group_names is _group_alike or not usage.are_two(names)
            united |= dict.fromkeys(names, min(ranks)[-1]) if is_united else {}
        canonical = {name: united.get(so_far, so_far) for name, so_far in canonical.items()}
        usage = usage.renamed(united)
    people = (_person(name, canonical, written) for name in set(canonical.values()))
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.name)))


def _care(name: str) -> int:
    """Return with how much care a name is written: with accents, and a capital in its last word."""
    return (not name.isascii()) + name.rpartition(" ")[2][:1].isupper()


def is_group(name: str) -> bool:
    """Whether a name is a usual word for several people, or has one."""
    folded = name.casefold()
    is_known = name in GROUP_WORDS or folded in EVERYBODY_WORDS or _COMMITTEE.fullmatch(name)
    return bool(is_known) or not _GROUP_WORDS.isdisjoint(re.findall(r"\w+", folded))


def with_initials(name: str) -> str:
    """Return a name with initials for all but its last word, such as JP Lee for Jean-Paul Lee."""
    front, _, last_name = name.rpartition(" ")
    return f"{''.join(_CAPITAL.findall(front))} {last_name}".lstrip()


def initials_of_people(names: Iterable[str]) -> dict[str, set[str]]:
    """Return who has which initials of all words of the name, such as ALT for Ann-Lee Tan."""
    people: dict[str, set[str]] = defaultdict(set)
    for name in names:
        initials = "".join(_CAPITAL.findall(untitled(name)))
        if " " in name and 1 < len(initials) <= _MOST_INITIALS:
            people[initials].add(name)
    return people


def _plain_names(names: Iterable[str]) -> Iterator[str]:
    plain_names = (plain_name(name) for name in names)
    return (name for name in plain_names if name and name.casefold() != UNASSIGNED)


def _group_alike(usage: _Usage) -> Iterable[set[str]]:
    """Group the names that are equal but for case, spaces, accents and dots."""
    groups: dict[str, set[str]] = defaultdict(set)
    for name in usage.counts:
        groups[letters_of(name.replace(".", ""))].add(name)
    return groups.values()


def _group_slips(usage: _Usage) -> Iterable[set[str]]:
    """Group each frequent name with the rare ones that are likely slips for it."""
    counts = usage.counts
    slips = {
        name: intended for name in counts if (intended := find_intended_name(name, counts, usage.meetings))
    }
    # The slip for a slip need not be near to what was meant.
    return _gather((intended, name) for name, intended in slips.items() if intended not in slips)


def _group_last_initials(usage: _Usage) -> Iterable[set[str]]:
    """Group each first name that has an initial behind it, such as Ann L, with the only name that it begins."""
    whole_names: dict[str, list[str]] = defaultdict(list)
    for name in usage.counts:
        first_name, _, last_name = name.partition(" ")
        if len(last_name.rstrip(".")) > 1:
            whole_names[f"{first_name} {last_name[0]}"].append(name)
    names = ((name, whole_names.get(name.rstrip("."), ())) for name in usage.counts)
    return ({name, *longer} for name, longer in names if len(longer) == 1)


def _group_first_names(usage: _Usage) -> Iterable[set[str]]:
    """Group each longer name with the first name that can mean nobody else."""
    by_length = sorted(usage.counts, key=lambda name: (len(name), name))
    longer_names: dict[str, list[str]] = {name: [] for name in by_length}
    for longer_name in longer_names:
        for first_name in (longer_name[:end] for end in range(1, len(longer_name))):
            if first_name in longer_names and _is_first_name_of(first_name, longer_name):
                longer_names[first_name].append(longer_name)
    unique = ((names[0], first_name) for first_name, names in longer_names.items() if len(names) == 1)
    # Of two people between whom a comma was forgotten each is named elsewhere.
    known = {*usage.counts}
    return _gather(
        (longer, first_name)
        for longer, first_name in unique
        if not (known - {longer}).issuperset(longer.split())
    )


def _gather(pairs: Iterable[tuple[str, str]]) -> Iterable[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for name, spelling in pairs:
        groups[name] |= {name, spelling}
    return groups.values()


def _is_first_name_of(first_name: str, longer_name: str) -> bool:
    """Whether a name is a whole first name, followed by more: 'Brian' in 'BrianL', but not in 'Briana'."""
    if not _FIRST_NAME.fullmatch(first_name) or not longer_name.startswith(first_name):
        return False
    remainder = longer_name[len(first_name) :]
    # In capitals, nothing shows where a first name ends.
    return remainder[:1].isspace() or (remainder[:1].isupper() and first_name[-1].islower())


def _person(name: str, canonical: Mapping[str, str], written: _Usage) -> Person:
    spellings = [spelling for spelling, person_name in canonical.items() if person_name == name]
    was_present = any(written.present[spelling] for spelling in spellings)
    # One small word may be how somebody writes their name, such as `ada`; several, such as `the dog`, are nobody's.
    no_name = not was_present and all(spelling[0].islower() and " " in spelling for spelling in spellings)
    aliases = tuple(spelling for spelling in spellings if spelling != name)
    is_role = not was_present and is_office(name)
    return Person(name, aliases, group=no_name or is_role or is_group(name))


def find_intended_name(name: str, often: Counter[str], meetings: Sequence[Set[str]]) -> str | None:
    """Return the only name that one is likely a slip for, by how `often` each is written and who was at `meetings`."""
    candidates = [
        candidate
        for candidate, times in often.items()
        if times >= CLEARLY
        and times >= CLEARLY * often[name]
        and _is_slip(name, candidate)
        # Who sat together are two.
        and not any({name, candidate} <= names for names in meetings)
    ]
    return candidates[0] if len(candidates) == 1 else None


def _is_slip(name: str, candidate: str) -> bool:
    """Whether two names are one but for case, spaces, accents, or a letter that first names don't differ by."""
    letters, candidate_letters = letters_of(name), letters_of(candidate)
    if letters == candidate_letters:
        return name != candidate and _care(name) <= _care(candidate)
    if _LAST_INITIAL.search(name) or _LAST_INITIAL.search(candidate):
        return False
    differing, differing_candidate = _between_ends(letters, candidate_letters)
    if len(differing) == 2 and differing == differing_candidate[::-1]:  # noqa: PLR2004  swapped
        return len(letters) >= _SHORT
    # Eric and Erik, Maria and Marian are two people; a longer name is not so near to another's.
    is_long = min(len(letters), len(candidate_letters)) >= _LONG
    is_mistyped = len(differing) <= 1 and len(differing_candidate) <= 1
    return is_long and is_mistyped and letters[0] == candidate_letters[0]


def _between_ends(letters: str, candidate: str) -> tuple[str, str]:
    """Return what stands in two names between that with which both begin and that with which both end."""
    start = parting(letters, candidate)
    letters, candidate = letters[start:], candidate[start:]
    end = parting(letters[::-1], candidate[::-1])
    return letters[: len(letters) - end], candidate[: len(candidate) - end]
