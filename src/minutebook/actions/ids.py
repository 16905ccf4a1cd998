"""Ids of action items: the same promise noted on two branches gets the same id on purpose."""

import hashlib
from collections.abc import Collection
from datetime import date

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALL = "0123456789" + _LETTERS


def make_id(series: str, day: date, owners: Collection[str], task: str, taken: Collection[str]) -> str:
    """Return a free id of six characters, made from what is promised, by whom, where and when."""
    for attempt in range(10_000):
        parts = (series, str(day), ",".join(owners), task, *([str(attempt)] if attempt else []))
        written = "\0".join(parts).encode("utf-8", "surrogateescape")  # a folder's name need not be UTF-8
        made = _spell(int.from_bytes(hashlib.sha256(written).digest()[:8], "big"))
        if made not in taken:
            return made
    raise AssertionError("ten thousand ids were taken")


def _spell(number: int) -> str:
    number, first = divmod(number, len(_LETTERS))
    number, second = divmod(number, 10)
    rest = ""
    for _ in range(4):
        number, letter = divmod(number, len(_ALL))
        rest += _ALL[letter]
    return f"{_LETTERS[first]}{second}{rest}"
