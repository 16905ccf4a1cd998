"""Ids of tables, made from the titles above them."""

import re
from collections.abc import Iterable
from itertools import chain, count
from unicodedata import combining, normalize

_IN_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l"}
)


def spelt_id(name: str) -> str:
    """Return a name in the letters that an id may have, such as faelle for Fälle; nothing if none are left."""
    plain = normalize("NFKD", normalize("NFC", name).lower().translate(_IN_TWO_LETTERS))
    letters = "".join(sign for sign in plain if not combining(sign))
    return "-".join(re.findall(r"[a-z0-9_]+", letters)).lstrip("0123456789-_")


def new_table_id(title: str, taken: Iterable[str]) -> str:
    """Return an id for a table, made from the title above it."""
    taken_ids = set(taken)
    name = "-".join(re.findall(r"[a-z0-9]+", title.lower())).lstrip("0123456789-") or "table"
    candidates = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in taken_ids)
