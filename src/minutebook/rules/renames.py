"""What is new in a meeting while something else is gone, and the lines of which one says what became of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from minutebook.records.likeness import is_alike, most_alike
from minutebook.records.meeting import NEW
from minutebook.source.yaml.writer import write_pair

RECENT_MEETINGS = 10
"""What one of so many meetings before had is not new: it is back."""
_MOST_NAMES = 5
_MOST_CHOICES = 3


def describe_change(noun: str, new: Sequence[str], gone: Sequence[str], day: object) -> str:
    """Say what is new and what of an earlier day is gone."""
    return f"{_list(noun, new)} new, and {_list(noun, gone, f' of {day}')} gone"


def describe_missing(noun: str, gone: Sequence[str], day: object) -> str:
    """Say what of an earlier day is missing."""
    return f"{_list(noun, gone, f' of {day}')} missing"


def long_forms(noun: str, key: str, new: Mapping[str, Any], gone: Sequence[str], answer: str = "") -> str:
    """Return a hint with the lines of which one must stand for each new label; `key` is that of its counts.

    `answer` is one more line, which answers for all of them.
    """
    hints = []
    for label, counts in list(new.items())[:_MOST_NAMES]:
        lead = "Write one of:" if len(new) == 1 else f"For the {noun} '{label}' write one of:"
        hints.append(choices(lead, _long_forms(key, label, counts, gone)))
    if len(new) > _MOST_NAMES:
        hints.append(f"Then the lines for {len(new) - _MOST_NAMES} more are shown.")
    return "\n".join([*hints, *([answer] if answer else [])])


def choices(lead: str, lines: Iterable[str]) -> str:
    """Return lines to choose from, below each other."""
    first, *others = lines
    return "\n".join([f"{lead} {first}", *(f"{' ' * len(lead)} {line}" for line in others)])


def _long_forms(key: str, label: str, counts: Any, gone: Sequence[str]) -> Iterator[str]:
    candidates = most_alike(label, gone)[:_MOST_CHOICES]
    new = f"{write_pair(label, {key: counts, 'continues': NEW})}   # it is new"
    if not is_alike(label, candidates[0]):
        yield new
    for candidate in candidates:
        yield write_pair(label, {key: counts, "continues": candidate})
    if is_alike(label, candidates[0]):
        yield new


def _list(noun: str, names: Sequence[str], of_day: str = "") -> str:
    quoted = [f"'{name}'" for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        quoted.append(f"{len(names) - _MOST_NAMES} more")
    if len(quoted) == 1:
        return f"the {noun} {quoted[0]}{of_day} is"
    return f"the {noun}s {', '.join(quoted[:-1])} and {quoted[-1]}{of_day} are"
