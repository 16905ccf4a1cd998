"""Ids of action items: the same action noted on two branches gets the same id on purpose."""

import hashlib
from collections.abc import Collection
from datetime import date
from itertools import count

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LETTERS_AND_DIGITS = "0123456789" + _LETTERS


def make_id(series: str, day: date, owners: Collection[str], task: str, used: Collection[str]) -> str:
    """Return an id of six characters that isn't used yet, made from who must do what, where and when it was noted."""
    fields = (series, str(day), ",".join(owners), task)
    numbers = (_hash(fields if attempt == 0 else (*fields, str(attempt))) for attempt in count())
    return next(action_id for action_id in map(_spell, numbers) if action_id not in used)


def _hash(fields: tuple[str, ...]) -> int:
    joined = "\0".join(fields).encode("utf-8", "surrogateescape")  # a folder's name need not be UTF-8
    return int.from_bytes(hashlib.sha256(joined).digest()[:8], "big")


def _spell(number: int) -> str:
    """Write a number as a letter, a digit, and four letters or digits."""
    number, letter = divmod(number, len(_LETTERS))
    number, digit = divmod(number, 10)
    characters = [_LETTERS[letter], str(digit)]
    for _ in range(4):
        number, index = divmod(number, len(_LETTERS_AND_DIGITS))
        characters.append(_LETTERS_AND_DIGITS[index])
    return "".join(characters)
