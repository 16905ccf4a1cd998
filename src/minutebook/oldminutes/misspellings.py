"""Spellings of people that are likely slips for a name that is written far more often."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import zip_longest

CLEARLY = 3
"""How many times as often a name must be written, and how often at least."""
_SHORT, _LONG = 4, 8
"""How long names must be for swapped letters, and for one wrong letter, to be a slip."""
_LAST_INITIAL = re.compile(r"(?<=[^\W\d_])[ .]*(?:(?<=[a-z])[A-Z]|(?<=[ .])[A-Z])\.?\Z")


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
