"""When two names are likely meant to be one."""

from collections.abc import Iterable, Sequence

_CUTOFF = 0.8
_HALF = 0.5
_MOST_DROPPED = 100  # each new name is compared with each that was dropped; so many were not all misspelt


def twin(name: str, names: Sequence[str]) -> str | None:
    """Return the near-twin of a name among others: the same but for case, spaces or a few letters."""
    from difflib import get_close_matches

    folded = {_folded(candidate): candidate for candidate in names}
    return folded.get(_folded(name)) or next(iter(get_close_matches(name, names, n=1, cutoff=_CUTOFF)), None)


def most_alike(name: str, names: Iterable[str]) -> list[str]:
    """Return other names, those first that are most like a name."""
    return sorted(list(names)[:_MOST_DROPPED], key=lambda candidate: -_likeness(name, candidate))


def is_alike(name: str, candidate: str) -> bool:
    """Whether a name could be another one that was changed: half of it is the same, or one holds the other."""
    return _likeness(name, candidate) >= _HALF


def _likeness(name: str, candidate: str) -> float:
    from difflib import SequenceMatcher

    folded, other = _folded(name), _folded(candidate)
    if folded in other or other in folded:
        return 1 + min(len(folded), len(other)) / max(len(folded), len(other), 1)
    words, other_words = set(name.lower().split()), set(candidate.lower().split())
    shared = len(words & other_words) / max(len(words | other_words), 1)
    return SequenceMatcher(None, folded, other).ratio() + shared


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
