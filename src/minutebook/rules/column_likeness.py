"""Which columns of an earlier table are likely those of a later one, by their names."""

import re
from collections.abc import Sequence

from minutebook.records.likeness import likeness, parting

_MOST_COLUMNS = 30  # each new one is compared with each that is gone
SAME = (1.0, 0.0)
"""How near two names are that are surely one: the same version, or one that holds the other."""
_HALF = 0.5
_VERSION = re.compile(r"[^0-9]*([0-9]+(?:\.[0-9]+)*)[^0-9]*")


def pairs(
    added: Sequence[str], dropped: Sequence[str], least: tuple[float, float] = (0, 0)
) -> dict[str, str]:
    """Return what new columns were likely called, those first that are most like one that is gone."""
    ranked = sorted(
        (
            (_nearness(name, candidate), -index, -dropped_index, name, candidate)
            for index, name in enumerate(added[:_MOST_COLUMNS])
            for dropped_index, candidate in enumerate(dropped[:_MOST_COLUMNS])
        ),
        reverse=True,
    )
    chosen: dict[str, str] = {}
    for nearness, _index, _dropped_index, name, candidate in ranked:
        if nearness >= least and name not in chosen and candidate not in chosen.values():
            chosen[name] = candidate
    # Of versions that are equally near, such as 3.9 and 3.10 beside 3.11 and 3.12, none has overtaken another.
    in_order = dict(
        zip(sorted(chosen, key=added.index), sorted(chosen.values(), key=dropped.index), strict=True)
    )
    shared = {_nearness(*pair)[0] for pair in (*chosen.items(), *in_order.items())}
    return in_order if len(shared) == 1 and all(_versions(list(in_order))) else chosen


def _nearness(name: str, candidate: str) -> tuple[float, float]:
    """Return how near a name is to another: of versions, by the first number in which they differ."""
    version, candidate_version = _versions([name, candidate])
    ratio = likeness(name, candidate)
    if not version or not candidate_version:
        return (SAME[0] if ratio >= 1 + _HALF and not (version or candidate_version) else 0, ratio)
    if version == candidate_version:
        return (SAME[0], ratio)
    shared = parting(version, candidate_version)
    distances = [
        abs(number - candidate_number)
        for number, candidate_number in zip(version[shared:], candidate_version[shared:], strict=False)
    ]
    return (shared / max(len(version), len(candidate_version)), -distances[0] if distances else 0)


def moves_on(kept: Sequence[str], added: Sequence[str], dropped: Sequence[str]) -> bool:
    """Whether the lowest versions made place for higher ones, as where 3.9 to 3.11 become 3.10 to 3.12."""
    new_versions, dropped_versions = _versions(added), _versions(dropped)
    versions = [version for version in _versions(kept) if version]
    if not (versions and new_versions and dropped_versions and all(new_versions) and all(dropped_versions)):
        return False
    return max(dropped_versions) < min(versions) and max(versions) < min(new_versions)


def _versions(names: Sequence[str]) -> list[tuple[int, ...]]:
    """Return names as versions; one that is none is an empty one."""
    matches = (_VERSION.fullmatch(name) for name in names)
    return [tuple(map(int, match[1].split("."))) if match else () for match in matches]
