"""Spellings of people that are likely slips for a name that is written far more often."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import zip_longest

from minutebook.oldminutes.audit.audit_faults import Fault
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.handwritten.contents import WrittenName
from minutebook.records.roster import plain_name

CLEARLY = 3
"""How many times as often a name must be written, and how often at least."""
_SHORT, _LONG = 4, 8
"""How long names must be for swapped letters, and for one wrong letter, to be a slip."""
_LAST_INITIAL = re.compile(r"(?<=[^\W\d_])[ .]*(?:(?<=[a-z])[A-Z]|(?<=[ .])[A-Z])\.?\Z")


def check_names(files: Sequence[MinutesFile]) -> Iterator[Fault]:
    """Yield each place where the name of somebody present, or of an owner, is likely a slip."""
    meetings = [{plain_name(name.text) for name in file.minutes.attending} for file in files]
    often = Counter(
        name for file in files for name in {plain_name(written.text) for written, _ in _names(file)}
    )
    intended = {name: find_intended_name(name, often, meetings) for name in often}
    for file in files:
        for name, location in dict.fromkeys(_names(file)):
            if right_name := intended[plain_name(name.text)]:
                yield Fault(file.path, name.line, "person", location, name.text, right_name)


def _names(file: MinutesFile) -> Iterator[tuple[WrittenName, str]]:
    """Yield each name of a person in a file, and in what role the person is named."""
    yield from ((name, "attending") for name in file.minutes.attending)
    for action in file.minutes.actions:
        yield from ((owner, "owner of an action item") for owner in action.owners)


def find_intended_name(name: str, often: Counter[str], meetings: Sequence[Set[str]]) -> str | None:
    """Return the only name that a spelling is likely a slip for, or None.

    `often` says in how many files each name is written, `meetings` who was at each meeting.
    """
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
    """Whether two names are one but for case, spaces, or a letter that first names don't differ by."""
    letters, candidate_letters = _letters(name), _letters(candidate)
    if letters == candidate_letters:
        return name != candidate
    if _LAST_INITIAL.search(name) or _LAST_INITIAL.search(candidate):
        return False
    if _is_swapped(letters, candidate_letters):
        return len(letters) >= _SHORT
    # Eric and Erik, Maria and Marian are two people; a longer name is not so near to another's.
    is_long = min(len(letters), len(candidate_letters)) >= _LONG
    return is_long and letters[:1] == candidate_letters[:1] and _is_one_letter_off(letters, candidate_letters)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _is_swapped(letters: str, candidate: str) -> bool:
    """Whether two neighbouring letters changed places."""
    differing = _differing(letters, candidate)
    if len(letters) != len(candidate) or not differing:
        return False
    start, end = differing[0], differing[0] + 2
    swapped = letters[:start] + letters[start:end][::-1] + letters[end:]
    return swapped == candidate


def _is_one_letter_off(letters: str, candidate: str) -> bool:
    """Whether one letter was left out, added or mistyped."""
    short, long = sorted((letters, candidate), key=len)
    differing = _differing(short, long)
    if not differing or len(long) - len(short) > 1:
        return False
    position = differing[0]
    is_mistyped = len(short) == len(long)
    return short[position + is_mistyped :] == long[position + 1 :]


def _differing(letters: str, candidate: str) -> list[int]:
    """Return the positions at which two names differ; behind its end a name has no letters."""
    pairs = zip_longest(letters, candidate)
    return [position for position, (mine, theirs) in enumerate(pairs) if mine != theirs]
