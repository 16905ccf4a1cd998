"""Ids of tables, made from the titles above them."""

import re
from collections.abc import Iterable
from itertools import chain, count

from minutebook.records.portable_names import plain_letters


def spelt_id(name: str) -> str:
    """Return a name in the letters that an id may have, such as faelle for Fälle; nothing if none are left."""
    return "-".join(re.findall(r"[a-z0-9_]+", plain_letters(name))).lstrip("0123456789-_")


def new_table_id(title: str, taken: Iterable[str]) -> str:
    """Return an id for a table, made from the title above it."""
    taken_ids = set(taken)
    name = spelt_id(title) or "table"
    candidates = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in taken_ids)
