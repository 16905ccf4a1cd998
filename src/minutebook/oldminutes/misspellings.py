"""Spellings of people that are likely slips for a name that is written far more often."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from minutebook.records.likeness import letters_of, parting

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
    """Whether two names are one but for case, spaces, accents, or a letter that first names don't differ by."""
    letters, candidate_letters = letters_of(name), letters_of(candidate)
    if letters == candidate_letters:
        return name != candidate
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
