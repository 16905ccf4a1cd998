"""The order of action items: which of them the minutes show elsewhere, since new ones stand above carried ones."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from minutebook.oldminutes.importer.decisions import Decided
from minutebook.oldminutes.importer.values import Group, Item, Sheet

Entry = TypeVar("Entry", bound=Item | Group)


def moved(entries: Sequence[Entry], decided: Decided, sheet: Sheet) -> Iterator[tuple[Entry, str]]:
    """Yield the fewest entries that have to move, each with where to."""
    carried = [_is_carried(one, decided, sheet) for one in entries]
    # Up to some place the carried ones go down, and behind it the new ones go up.
    costs = [sum(carried[:at]) + carried[at:].count(False) for at in range(len(entries) + 1)]
    split = costs.index(min(costs))
    for at, one in enumerate(entries):
        if at < split and carried[at]:
            yield one, "below the new items"
        elif at >= split and not carried[at]:
            yield one, "above the items of earlier meetings"


def _is_carried(entry: Item | Group, decided: Decided, sheet: Sheet) -> bool:
    if isinstance(entry, Group):
        return all(_is_carried(one, decided, sheet) for one in entry.items)
    since = decided.items[entry.line].since
    return since is not None and since < sheet.day
