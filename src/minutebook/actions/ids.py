"""Ids of action items: the same action noted on two branches gets the same id on purpose."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LETTERS_AND_DIGITS = "0123456789" + _LETTERS


class NewIds:
    """Makes ids for the actions of a meeting, none of which is used yet."""

    def __init__(self, series: str, day: date, taken_ids: Iterable[str]) -> None:
        self._start, self._used = (series, str(day)), set(taken_ids)
        # Of thousands with the same words each would try again what all before it have tried.
        self._attempts: dict[tuple[str, ...], Iterator[int]] = {}

    def make(self, owners: Iterable[str], task: str) -> str:
        """Return an id of six characters, made from who must do what, where and when it was noted."""
        fields = (*self._start, ",".join(owners), task)
        attempts = self._attempts.setdefault(fields, count())
        numbers = (_hash(fields if attempt == 0 else (*fields, str(attempt))) for attempt in attempts)
        new_id = next(action_id for action_id in map(_spell, numbers) if action_id not in self._used)
        self._used.add(new_id)
        return new_id


def make_id(series: str, day: date, owners: Iterable[str], task: str, taken_ids: Iterable[str]) -> str:
    """Return the id of one new action."""
    return NewIds(series, day, taken_ids).make(owners, task)


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
