"""When two names are likely meant to be one."""

from collections.abc import Iterable, Sequence

_CUTOFF = 0.8
_MOST_DROPPED = 100  # each new name is compared with each that was dropped; so many were not all misspelt


def twin(name: str, names: Sequence[str]) -> str | None:
    """Return the near-twin of a name among others: the same but for case, spaces or a few letters."""
    from difflib import get_close_matches

    folded = {_folded(candidate): candidate for candidate in names}
    return folded.get(_folded(name)) or next(iter(get_close_matches(name, names, n=1, cutoff=_CUTOFF)), None)


def suggestion(nearest: str | None, otherwise: str = "") -> str:
    """Return how a message about an unknown name ends: with the name that was likely meant, if there is one."""
    return f"; did you mean {nearest}?" if nearest else otherwise


def renamed(names: Iterable[str], earlier_names: Iterable[str]) -> dict[str, str]:
    """Return each name that is new with its near-twin among the earlier names that were dropped."""
    current, earlier = list(names), set(earlier_names)
    dropped = sorted(earlier.difference(current))
    if len(dropped) > _MOST_DROPPED:
        return {}
    pairs = ((name, twin(name, dropped)) for name in current if name not in earlier)
    return {name: earlier_name for name, earlier_name in pairs if earlier_name}


def _folded(name: str) -> str:
    return "".join(name.lower().split())
