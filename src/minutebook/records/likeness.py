"""When two names are likely meant to be one."""

from collections.abc import Sequence


def twin(name: str, others: Sequence[str]) -> str | None:
    """Return the near-twin of a name among others: the same but for case, blanks or a few letters."""
    from difflib import get_close_matches

    plain = {"".join(other.lower().split()): other for other in others}
    same = plain.get("".join(name.lower().split()))
    return same or next(iter(get_close_matches(name, others, n=1, cutoff=0.8)), None)
