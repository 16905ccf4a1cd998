"""What is not the same in two versions of a meeting, as a value and as a sentence in the words of the minutes."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from minutebook.merge.sequences import keys_of_both
from minutebook.records import phrases
from minutebook.records.meeting import Titles

# fmt: off
Subject = Literal[
    "meeting", "header", "attendance", "section", "duty", "count", "table", "notes", "topic", "action",
]
"""What a difference is about."""
Change = Literal[
    "added", "removed", "changed", "moved", "renamed",
    "opened", "carried", "done", "dropped", "lapsed", "reopened",
]
# fmt: on
"""What happened to it; those of the second line happen to action items alone."""
Data = Mapping[str, Any]
"""A meeting or a part of it, as its file has it."""
_LONGEST = 70


class Heading(NamedTuple):
    """Under which titles a record stands, and what a sentence calls it; the meeting itself has no name."""

    titles: Titles
    name: str

    def record(self, label: str) -> "Heading":
        """Return the heading of a record in it that has a label."""
        return Heading(self.titles, f"{self.name} {label}".strip())

    def say(self, words: str) -> str:
        """Return a sentence about it."""
        return f"{self.name}: {words}" if self.name else words


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: of which record, under which titles, in which of its keys, and the sentence that says so."""

    subject: Subject
    change: Change
    titles: Titles
    record: str
    key: str
    former: Any
    value: Any
    sentence: str


class Absent:
    """Stands where a version has no such key; null is a value, if only in keys that are the user's own."""

    def __repr__(self) -> str:
        return "nothing"


ABSENT = Absent()


def mapping_in(data: Data | None, key: str) -> Data:
    """Return the mapping under a key, an empty one where somebody has committed something else."""
    value = data.get(key) if data else None
    return value if isinstance(value, dict) else {}


def list_in(data: Data | None, key: str) -> list[Any]:
    """Return the list under a key, an empty one where somebody has committed something else."""
    value = data.get(key) if data else None
    return value if isinstance(value, list) else []


def change_between(former: Any, value: Any, absent: object = ABSENT) -> Change:
    """Return what happened to what stands as `absent` where a version lacks it."""
    return "added" if former is absent else "removed" if value is absent else "changed"


def plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [plain(member) for member in value]
    return value if isinstance(value, str | int | None) else None if value is ABSENT else value.text


def is_same(former: Any, value: Any) -> bool:
    """Whether two values are of one type and equal; the order of keys says nothing."""
    if former is ABSENT or value is ABSENT:
        return former is value
    # For Python 1 is True.
    return json.dumps(plain(former), sort_keys=True) == json.dumps(plain(value), sort_keys=True)


def shown(value: Any) -> str:
    """Return a value as a sentence has it: prose in quotes, and nothing too long."""
    if isinstance(value, str):
        return quoted(value) if " " in value or not value else value
    if isinstance(value, list | tuple) and value and all(isinstance(member, str) for member in value):
        return shortened(", ".join(value))
    return "nothing" if value in (None, ABSENT) else shortened(json.dumps(plain(value), ensure_ascii=False))


def names_of(value: Any) -> tuple[str, ...]:
    """Return the names of a list, or the only one, whatever somebody has committed there."""
    if value is None or value is ABSENT:
        return ()
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(plain(value)),)


def quoted(text: str) -> str:
    """Return text in quotes, shortened."""
    return f'"{shortened(text)}"'


def shortened(text: str) -> str:
    """Return text in one line, and no longer than a sentence can have it."""
    return phrases.shortened(" ".join(text.split()), _LONGEST)


def reworded(former: str, text: str) -> str:
    """Return two texts in quotes, of long ones only what stands around the first difference."""
    pair = phrases.contrast(" ".join(former.split()), " ".join(text.split()), _LONGEST)
    return " -> ".join(f'"{words}"' for words in pair)


def compare_key(
    subject: Subject, heading: Heading, key: str, former: Any, value: Any
) -> Iterator[Difference]:
    """Yield the difference of a key that needs no words of its own."""
    if is_same(former, value):
        return
    change = change_between(former, value)
    if change == "changed":
        is_prose = isinstance(former, str) and isinstance(value, str) and " " in former + value
        words = reworded(former, value) if is_prose else f"{shown(former)} -> {shown(value)}"
    else:
        words = shown(value) if change == "added" else f"{shown(former)} removed"
    yield Difference(subject, change, *heading, key, former, value, heading.say(f"{key} {words}"))


def compare_keys(
    subject: Subject,
    heading: Heading,
    former: Data | None,
    current: Data | None,
    *,
    told: Container[str] = (),
) -> Iterator[Difference]:
    """Yield the differences of the keys of a record, but for those that are told otherwise."""
    former, current = former or {}, current or {}
    for key in keys_of_both(current, former):
        if key not in told:
            yield from compare_key(subject, heading, key, former.get(key, ABSENT), current.get(key, ABSENT))


def compare_order(
    subject: Subject, heading: Heading, key: str, former: Iterable[str], current: Iterable[str]
) -> Iterator[Difference]:
    """Yield the difference of what two versions have in another order, if they do."""
    former_names, names = dict.fromkeys(former), dict.fromkeys(current)
    former_order = tuple(name for name in former_names if name in names)
    order = tuple(name for name in names if name in former_names)
    if former_order != order:
        sentence = heading.say(f"{key} in another order")
        yield Difference(subject, "moved", *heading, key, former_order, order, sentence)
