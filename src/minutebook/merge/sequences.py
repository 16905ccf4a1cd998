"""What stands once two versions of a value, or of a sequence, were taken over."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeVar

Key = TypeVar("Key")


def changed_version(base: Any, ours: Any, theirs: Any) -> Literal[1, 2] | None:
    """Return which version stands where at most one has changed anything: 1 for ours, 2 for theirs."""
    if theirs in (ours, base):
        return 1
    return 2 if base == ours else None


def merge_keys(base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """Return the keys that one version has added or none has taken away, in one order."""
    order = merge_order(base, ours, theirs)
    return [key for key in order if key not in base or (key in ours and key in theirs)]


def merge_order(base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """Return the keys of both versions in one order: who moved something decides; what both add in one place is ours first.

    Keys stand once in each sequence. What one version deleted is still there, for the caller to decide.
    """
    if _in_order_of(base, ours) and not _in_order_of(base, theirs):
        return _insert(list(theirs), ours, passed=frozenset())
    return _insert(list(ours), theirs, passed=frozenset(ours) - {*base, *theirs})


def keys_of_both(current: Iterable[Key], former: Iterable[Key]) -> list[Key]:
    """Return the keys of two versions in the order of the current one, those that are gone where they stood."""
    return merge_order((), list(current), list(former))


def _in_order_of(base: Sequence[Key], version: Sequence[Key]) -> bool:
    positions = {key: position for position, key in enumerate(base)}
    common = [positions[key] for key in version if key in positions]
    return common == sorted(common)


def _insert(merged: list[Key], version: Sequence[Key], passed: frozenset[Key]) -> list[Key]:
    """Insert what `merged` lacks, each behind its predecessor and behind those of `passed` that follow that."""
    present = set(merged)
    position = 0
    for key in version:
        if key in present:
            position = merged.index(key) + 1
            continue
        while position < len(merged) and merged[position] in passed:
            position += 1
        merged.insert(position, key)
        present.add(key)
        position += 1
    return merged
