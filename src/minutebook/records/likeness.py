"""When two names are likely meant to be one."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutebook.records.pasted_signs import APOSTROPHES, DASHES, QUOTES

_CUTOFF = 0.8
_HALF = 0.5
_SHORTEST_KEY = 3
MOST_DROPPED = 100  # each new name is compared with each that was dropped; so many were not all misspelt
_MOST_LETTERS = 4096
_SHORTEST_MISTYPED = 5
"""How many letters a word has at least in which a slip is sought: Ann and Anna, Jan and Jana are two people."""
_UNSPOKEN = str.maketrans("", "", f"\"'`*{QUOTES}\u00ad\u200b\u200c\u200d\u2060")
_DASHES = re.compile(rf" ?[-{DASHES}]+ ?")


def twin(name: str, names: Sequence[str]) -> str | None:
    """Return the near-twin of a name among others: the same but for case, spaces or a few letters."""
    folded = {_folded(candidate): candidate for candidate in names}
    if spelling := folded.get(_folded(name)):
        return spelling
    small = {candidate.lower(): candidate for candidate in names}
    near = closest(name.lower(), small, _CUTOFF)
    return small[near] if near else None


def closest(word: str, words: Iterable[str], cutoff: float) -> str | None:
    """Return which word another one is most like, if it is alike enough; a slip of one letter is nearest."""
    from difflib import get_close_matches

    near = get_close_matches(word, words, cutoff=cutoff)
    return next((key for key in near if is_misspelt_key(word, key)), near[0] if near else None)


def appearance(name: str) -> str:
    """Return what a name looks like, whatever characters its spaces and accents are made of.

    macOS gives accents as characters of their own, and word processors put no-break spaces into names.
    """
    plain = " ".join(name.split())
    if plain.isascii():
        return plain
    from unicodedata import normalize

    return normalize("NFC", plain)


def wording(sentence: str) -> str:
    """Return the words of a sentence, however it was typed: with which quotes, dashes, spaces and capitals."""
    spoken = _DASHES.sub("-", " ".join(appearance(sentence).translate(_UNSPOKEN).split()))
    return spoken.replace("\u2026", "...").casefold() or sentence


def same_names(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return each name that differs from one before it only in case or spaces, behind that one."""
    spellings: dict[str, str] = {}
    pairs = ((spellings.setdefault(_folded(name), name), name) for name in names)
    return [(earlier, name) for earlier, name in pairs if earlier != name]


def is_mistyped(typed_name: str, name: str) -> bool:
    """Whether a person's name was mistyped: it differs in case, spaces or accents, or by one slip inside a long word.

    A slip is a letter that is missing or doubled, or two that changed places, but not at either end of the word:
    Brian and BrianB, Elias and Elisa, Philip and Philipp are people.
    """
    if typed_name == name:
        return False
    if letters_of(typed_name) == letters_of(name):
        return True
    if abs(len(typed_name) - len(name)) > 1:
        return False
    written_words, words = typed_name.split(), name.split()
    if len(written_words) != len(words):
        return False
    pairs = [pair for pair in zip(written_words, words, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and _has_slip(*pairs[0])


# Unicode takes no stroke for an accent.
_STROKES = str.maketrans("\u00f8\u00d8\u0142\u0141\u0111\u0110\u0131", "oOlLdDi")


@lru_cache(_MOST_LETTERS)  # a roster is compared with one name after another
def letters_of(name: str) -> str:
    """Return a name without its case, spaces and accents, and with plain apostrophes."""
    folded = _folded(name).casefold()
    if folded.isascii():
        return folded
    return without_accents(re.sub(f"[{APOSTROPHES}]", "'", folded))


def without_accents(text: str) -> str:
    """Return a text without its accents, and with plain letters for those with a stroke."""
    from unicodedata import combining, normalize

    characters = normalize("NFKD", text).translate(_STROKES)
    return "".join(character for character in characters if not combining(character))


@lru_cache(maxsize=1 << 10)
def _key_letters(key: str) -> str:
    return re.sub(rf"[\s_\"'{QUOTES}-]", "", key).casefold()


@lru_cache(maxsize=1 << 17)
def meant_keys(word: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys that one can have been meant to be; of a file with a hundred thousand, each is asked often."""
    return tuple(key for key in keys if is_misspelt_key(word, key))


def is_misspelt_key(word: str, key: str) -> bool:
    """Whether a key was meant to be another one: the same but for case, spaces, hyphens, or a plural, or one letter: missing, doubled or transposed."""
    letters, key_letters = _key_letters(word), _key_letters(key)
    if letters == key_letters:
        return True
    shorter, longer = sorted((letters, key_letters), key=len)
    if len(shorter) < _SHORTEST_KEY:
        return False
    if longer == f"{shorter}es":
        return True
    if len(longer) == len(shorter) + 1:
        return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))
    return len(longer) == len(shorter) and any(
        shorter[:index] + shorter[index : index + 2][::-1] + shorter[index + 2 :] == longer
        for index in range(len(shorter) - 1)
    )


def most_alike(name: str, names: Iterable[str]) -> list[str]:
    """Return other names, those first that are most like a name."""
    return sorted(list(names)[:MOST_DROPPED], key=lambda candidate: -likeness(name, candidate))


def is_alike(name: str, candidate: str) -> bool:
    """Whether a name could be another one that was changed: half of it is the same, or one holds the other."""
    return likeness(name, candidate) >= _HALF


def likeness(name: str, candidate: str) -> float:
    """Return how like a name is to another: above 1 where one holds the other."""
    from difflib import SequenceMatcher

    letters, candidate_letters = _folded(name), _folded(candidate)
    if letters in candidate_letters or candidate_letters in letters:
        return 1 + min(len(letters), len(candidate_letters)) / max(len(letters), len(candidate_letters), 1)
    words, candidate_words = set(name.lower().split()), set(candidate.lower().split())
    shared = len(words & candidate_words) / max(len(words | candidate_words), 1)
    return SequenceMatcher(None, letters, candidate_letters).ratio() + shared


def suggestion(nearest: str | None, otherwise: str = "") -> str:
    """Return how a message about an unknown name ends: with the name that was likely meant, if there is one."""
    return f"; did you mean {nearest}?" if nearest else otherwise


def renamed(names: Iterable[str], earlier_names: Iterable[str]) -> dict[str, str]:
    """Return each name that is new with its near-twin among the earlier names that were dropped."""
    current, earlier = list(names), set(earlier_names)
    dropped = sorted(earlier.difference(current))
    if len(dropped) > MOST_DROPPED:
        return {}
    pairs = ((name, twin(name, dropped)) for name in current if name not in earlier)
    return {name: earlier_name for name, earlier_name in pairs if earlier_name}


def _folded(name: str) -> str:
    return "".join(name.lower().split())


def _has_slip(typed_word: str, word: str) -> bool:
    """Whether a word was written with one slip, which is not at either end."""
    start = parting(typed_word, word)
    if len(word) < _SHORTEST_MISTYPED or start == 0:
        return False
    if len(typed_word) == len(word):
        swapped = word[:start] + word[start + 1 : start + 2] + word[start] + word[start + 2 :]
        return typed_word == swapped and start < len(word) - 2 and word[start : start + 2].isalpha()
    longer, shorter = (typed_word, word) if len(typed_word) > len(word) else (word, typed_word)
    if longer[:start] + longer[start + 1 :] != shorter or not longer[start].isalpha():
        return False
    # The letter that one has more is any of a run of equal ones, the last of which is where the words part.
    run = start - len(longer[:start].rstrip(longer[start]))
    return run < start < len(longer) - 1 and (longer is word or run > 0)


def parting(first: Sequence[object], second: Sequence[object]) -> int:
    """Return where two words part, or two sequences."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, pair in pairs if pair[0] != pair[1]), min(len(first), len(second)))
