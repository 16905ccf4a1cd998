"""Ids of tables, made from the titles above them."""

import re
from collections.abc import Iterable


def new_table_id(title: str, used: Iterable[str]) -> str:
    """Return an id for a table, made from the title above it."""
    used_ids = set(used)
    name = "-".join(re.findall(r"[a-z0-9]+", title.lower())).lstrip("0123456789-") or "table"
    candidates = (name, *(f"{name}-{number}" for number in range(2, 10_000)))
    return next(candidate for candidate in candidates if candidate not in used_ids)
