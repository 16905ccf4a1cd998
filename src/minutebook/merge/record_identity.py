"""Which record of one version of a meeting is which of another: by title, label, name or id, never by place."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from minutebook.records.problem import KeyPath

Identity = tuple[Any, ...]
"""What a record is known by among its siblings."""


def identify(key_path: KeyPath, value: Any) -> Identity:
    """Return what an item of a list is known by; `key_path` is that of the list."""
    name = key_path[-1] if key_path else ""
    if name == "sections" and isinstance(value, dict):
        table = value.get("table")
        table_id = table.get("id") if isinstance(table, dict) else None
        return ("section", _text(value.get("title")), _text(table_id) if not value.get("title") else "")
    if name == "actions" and isinstance(value, dict):
        for key in ("id", "topic"):
            if key in value:
                return (key, _text(value[key]))
        if "task" in value:
            return ("task", _text(value.get("owner")), _text(value["task"]))
    return ("value", _text(value))


def numbered(identities: Iterable[Identity]) -> list[Identity]:
    """Return identities of siblings, each with a number if it stands there again."""
    counts: Counter[Identity] = Counter()
    result = []
    for identity in identities:
        counts[identity] += 1
        result.append(identity if counts[identity] == 1 else (*identity, counts[identity]))
    return result


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if not isinstance(value, dict | list) else repr(value)
