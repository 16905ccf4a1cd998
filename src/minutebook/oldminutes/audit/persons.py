"""Spellings of people that are likely slips for a name that is written far more often."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from minutebook.oldminutes.audit.values import Fault, Paper
from minutebook.oldminutes.handwritten.values import Name
from minutebook.records.roster import plain_name

CLEARLY = 3
"""How many times as often a name must be written, and how often at least."""
_SHORT, _LONG = 4, 8
"""How long names must be for swapped letters, and for one wrong letter, to be a slip."""
_LAST_INITIAL = re.compile(r"(?<=[^\W\d_])[ .]*(?:(?<=[a-z])[A-Z]|(?<=[ .])[A-Z])\.?\Z")


def persons(papers: Sequence[Paper]) -> Iterator[Fault]:
    """Yield each place where the name of somebody present, or of an owner, is likely a slip."""
    meetings = [{plain_name(name.text) for name in paper.minutes.attending} for paper in papers]
    often = Counter(name for paper in papers for name in {plain_name(one.text) for one, _ in _named(paper)})
    right_of = {name: meant(name, often, meetings) for name in often}
    for paper in papers:
        for name, where in dict.fromkeys(_named(paper)):
            if right := right_of[plain_name(name.text)]:
                yield Fault(paper.path, name.line, "person", where, name.text, right)


def _named(paper: Paper) -> Iterator[tuple[Name, str]]:
    yield from ((name, "attending") for name in paper.minutes.attending)
    for promise in paper.minutes.promises:
        yield from ((name, "owner of an action item") for name in promise.owners)


def meant(name: str, often: Counter[str], meetings: Sequence[Set[str]]) -> str | None:
    """Return the only name that a spelling is likely a slip for."""
    found = [
        other
        for other, times in often.items()
        if times >= CLEARLY
        and times >= CLEARLY * often[name]
        and _alike(name, other)
        # Who sat together are two.
        and not any({name, other} <= names for names in meetings)
    ]
    return found[0] if len(found) == 1 else None


def _alike(name: str, other: str) -> bool:
    """Whether two names are one but for case, blanks, or a letter that first names don't differ by."""
    one, two = _letters(name), _letters(other)
    if one == two:
        return name != other
    if _LAST_INITIAL.search(name) or _LAST_INITIAL.search(other) or abs(len(one) - len(two)) > 1:
        return False
    if _swapped(one, two):
        return len(one) >= _SHORT
    # Eric and Erik, Maria and Marian are two people; a longer name is not so near to another's.
    return min(len(one), len(two)) >= _LONG and one[:1] == two[:1] and _one_letter(one, two)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _swapped(one: str, two: str) -> bool:
    """Whether two neighbouring letters changed places."""
    places = [at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right]
    return (
        bool(places)
        and len(one) == len(two)
        and places == [places[0], places[0] + 1]
        and one[places[0]] == two[places[1]]
        and one[places[1]] == two[places[0]]
    )


def _one_letter(one: str, two: str) -> bool:
    """Whether one letter was left out, added or mistyped."""
    short, long = sorted((one, two), key=len)
    at = next(
        (at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short)
    )
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
