"""Additions to YAML files that others wrote: every byte of theirs stays as it is.

What an addition does is checked before it is given back, event by event: all that stood there and what was
added, and nothing else.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Told = tuple[str, ...]
"""What an event says, without where and in which style it stands."""


class NotSpliced(Exception):
    """Nothing can be added to a file without a change of what stands there."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key of the mapping that a file is: its event, and from where to where the events of its value go."""

    key: Any
    start: int
    end: int


class Spliced:
    """A YAML file that is a mapping, or still empty; raises NotSpliced if it is anything else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._events = tuple(_parse(text))
        self._pairs = {pair.key.value: pair for pair in _pairs(self._events)}
        self._newline = "\r\n" if "\r\n" in text else "\n"

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the mapping."""
        return frozenset(self._pairs)

    def words(self, key: str) -> tuple[str, ...]:
        """Return all plain words that stand below a key, at any depth, in their order; its own, if it is one."""
        pair = self._pairs.get(key)
        events = self._events[pair.start : pair.end] if pair else ()
        return tuple(event.value for event in events if _kind(event) == "Scalar")

    def add_key(self, addition: str) -> "Spliced":
        """Return the file with lines added at its end that are a key and its value."""
        start = self.text if self.text.endswith("\n") or not self.text else self.text + self._newline
        inner = _inner(tuple(_parse(addition)))
        old = _told(self._events) if self._pairs else _told(tuple(_parse("{}")))
        end = max(place for place, told in enumerate(old) if told[0] == "MappingEnd")
        return _checked(start + addition.replace("\n", self._newline), (*old[:end], *inner, *old[end:]))

    def add_item(self, key: str, item: str, *, comment: str = "") -> "Spliced":
        """Return the file with one more item at the head of the list below a key.

        `item` is a mapping in block style, and `comment` a line to stand above it.
        """
        pair = self._pairs.get(key)
        if pair is None:
            raise NotSpliced(f"there is no `{key}`")
        first, old = self._events[pair.start], _told(self._events)
        listed = _kind(first) == "SequenceStart"
        inner = _told(tuple(_parse(_in_flow(item) if listed and first.flow_style else item))[2:-2])
        if listed:
            expected = (*old[: pair.start + 1], *inner, *old[pair.start + 1 :])
        elif _kind(first) == "Scalar" and first.start_mark.index == first.end_mark.index:
            expected = (*old[: pair.start], _LIST, *inner, ("SequenceEnd",), *old[pair.start + 1 :])
        else:
            raise NotSpliced(f"`{key}` is no list")
        return _checked(self._with_item(pair, item, comment), expected)

    def _with_item(self, pair: _Pair, item: str, comment: str) -> str:
        first = self._events[pair.start]
        if _kind(first) == "SequenceStart" and first.flow_style:
            place = first.start_mark.index + 1
            more = _kind(self._events[pair.start + 1]) != "SequenceEnd"
            return self.text[:place] + _in_flow(item) + (", " if more else "") + self.text[place:]
        indent = " " * first.start_mark.column if _kind(first) == "SequenceStart" else "  "
        head, *rest = item.rstrip("\n").split("\n")
        lines = [*([f"# {comment}"] if comment else []), f"- {head}", *(f"  {line}" for line in rest)]
        added = "".join(f"{indent}{line}{self._newline}" for line in lines)
        # Right below the key, so that a comment above the first item stays above it.
        end = self.text.find("\n", pair.key.end_mark.index) + 1
        return self.text[:end] + added + self.text[end:] if end else self.text + self._newline + added


_LEAST = 3  # of an empty file there are only the ends of the stream
_LIST = ("SequenceStart", "", "")


def _parse(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise NotSpliced(f"it is no YAML that can be read: {str(error).splitlines()[0]}") from None


def _pairs(events: Sequence[Any]) -> Iterator[_Pair]:
    """Yield the pairs of the mapping that a file is; raises NotSpliced if it is none, or a key stands twice."""
    kinds = [_kind(event) for event in events]
    if kinds.count("DocumentStart") > 1:
        raise NotSpliced("it holds several documents")
    if len(events) < _LEAST or (kinds[2] == "Scalar" and not events[2].value):  # nothing, or comments alone
        return
    if kinds[2] != "MappingStart":
        raise NotSpliced("it is no mapping")
    seen, place = set[str](), 3
    while kinds[place] != "MappingEnd":
        key, start = events[place], place + 1
        if kinds[place] != "Scalar" or key.value in seen:
            raise NotSpliced(
                "a key stands in it twice" if kinds[place] == "Scalar" else "a key of it is no word"
            )
        seen.add(key.value)
        place = _behind(kinds, start)
        yield _Pair(key, start, place)


def _behind(kinds: Sequence[str], place: int) -> int:
    """Return the place behind a value that begins at a place."""
    depth = 0
    while True:
        depth += kinds[place].endswith("Start") - kinds[place].endswith("End")
        place += 1
        if not depth:
            return place


def _kind(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


def _told(events: Sequence[Any]) -> tuple[Told, ...]:
    return tuple(_say(event) for event in events)


def _say(event: Any) -> Told:
    kind = _kind(event)
    if kind in {"StreamStart", "StreamEnd", "DocumentStart", "DocumentEnd", "MappingEnd", "SequenceEnd"}:
        return (kind,)
    told = (kind, str(event.anchor or ""), str(getattr(event, "tag", None) or ""))
    return (*told, event.value, str(event.implicit)) if kind == "Scalar" else told


def _inner(events: Sequence[Any]) -> tuple[Told, ...]:
    """Return what stands in the mapping that a text is."""
    return _told(events[3:-3])


def _checked(made: str, expected: Sequence[Told]) -> Spliced:
    try:
        spliced = Spliced(made)
        same = _told(spliced._events) == tuple(expected)
    except NotSpliced:
        same = False
    if not same:
        raise NotSpliced("it is written in an unusual way")
    return spliced


def _in_flow(item: str) -> str:
    """Return an item in the style between brackets."""
    from ruamel.yaml import YAML

    return json.dumps(YAML(typ="safe", pure=True).load(item), ensure_ascii=False)
