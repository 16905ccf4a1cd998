"""Additions to YAML files that others wrote, such as `.pre-commit-config.yaml`: all their bytes stay as they are.

The editor of notes (`source/edits`) can't serve here. It proves an edit by reading the file again with the strict
loader and comparing the data, but files of others have what that refuses: anchors and aliases, merge keys, tags (such
as GitLab's `!reference`), numbers such as 3.10. So an addition is proved event by event instead: all that was there,
and what was added, and nothing else. And an item must be the first of its list here, not the last. The parser and the
newlines are those of the notes.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutebook.source.edits.edited_text import newline_of
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.parser import events

Signature = tuple[str, ...]
"""What an event says, without where it is and in which style."""

_STREAM_ENDS = 2
_BYTE_ORDER_MARK = "\ufeff"


class CannotAdd(Exception):
    """Nothing can be added to a file without a change of what is there."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key of the file's mapping: its event, and from where to where the events of its value go."""

    key: Any
    start: int
    end: int


class ForeignFile:
    """A YAML file that is a mapping, or still empty; raises CannotAdd if it is anything else."""

    def __init__(self, text: str) -> None:
        self.text = text
        # libyaml counts its positions from behind a byte order mark.
        self._content = text.removeprefix(_BYTE_ORDER_MARK)
        self._events = tuple(_parse(self._content))
        self._pairs = {pair.key.value: pair for pair in _pairs(self._events)}
        self._newline = newline_of(text)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the mapping."""
        return frozenset(self._pairs)

    def words(self, key: str) -> tuple[str, ...]:
        """Return all words below a key, at any depth, in their order; its value, if that is one."""
        pair = self._pairs.get(key)
        value_events = self._events[pair.start : pair.end] if pair else ()
        return tuple(event.value for event in value_events if _name(event) == "Scalar")

    def add_key(self, addition: str) -> "ForeignFile":
        """Return the file with lines added at its end that are a key and its value."""
        content = self._content
        start = content if content.endswith("\n") or not content else content + self._newline
        pair = _signatures(tuple(_parse(addition)))[3:-3]
        existing = _signatures(self._events if self._pairs else tuple(_parse("{}")))
        mapping_end = max(index for index, signature in enumerate(existing) if signature[0] == "MappingEnd")
        expected = (*existing[:mapping_end], *pair, *existing[mapping_end:])
        return self._proved(start + addition.replace("\n", self._newline), expected)

    def add_item(self, key: str, lines: Sequence[str], *, comment: str = "") -> "ForeignFile":
        """Return the file with one more item, first in the list below a key, with a comment above it.

        `lines` are the item's, from its dash on.
        """
        pair = self._pairs.get(key)
        if pair is None:
            raise CannotAdd(f"it has no `{key}`")
        value, existing = self._events[pair.start], _signatures(self._events)
        is_list = _name(value) == "SequenceStart"
        in_flow = is_list and value.flow_style
        item = _in_flow(lines) if in_flow else "\n".join(lines)
        added = _signatures(tuple(_parse(item)))[2:-2]
        if is_list:
            added = added if in_flow else added[1:-1]
            expected = (*existing[: pair.start + 1], *added, *existing[pair.start + 1 :])
        elif _name(value) == "Scalar" and value.start_mark.index == value.end_mark.index:
            expected = (*existing[: pair.start], *added, *existing[pair.start + 1 :])
        else:
            raise CannotAdd(f"`{key}` is not a list")
        return self._proved(self._with_item(pair, lines, comment), expected)

    def _with_item(self, pair: _Pair, lines: Sequence[str], comment: str) -> str:
        value, content = self._events[pair.start], self._content
        is_list = _name(value) == "SequenceStart"
        if is_list and value.flow_style:
            position = value.start_mark.index + 1
            comma = "" if _name(self._events[pair.start + 1]) == "SequenceEnd" else ", "
            return f"{content[:position]}{_in_flow(lines)}{comma}{content[position:]}"
        indent = " " * (value.start_mark.column if is_list else 2)
        commented = [*([f"# {comment}"] if comment else []), *lines]
        added = "".join(f"{indent}{line}{self._newline}" for line in commented)
        # Right below the key, so that a comment above the first item stays above it.
        cut = content.find("\n", pair.key.end_mark.index) + 1
        return content[:cut] + added + content[cut:] if cut else content + self._newline + added

    def _proved(self, content: str, expected: Sequence[Signature]) -> "ForeignFile":
        """Return the file with an addition; raises CannotAdd if it says anything but what is expected."""
        mark = self.text.removesuffix(self._content)
        try:
            file = ForeignFile(mark + content)
        except CannotAdd:
            file = None
        if file is None or _signatures(file._events) != tuple(expected):
            raise CannotAdd("it is written in an unusual way")
        return file


def _in_flow(lines: Sequence[str]) -> str:
    """Return an item as it is written between brackets."""
    data = read("", "\n".join(["list:", *lines]).encode()).data
    return json.dumps(data["list"][0], ensure_ascii=False)


def _parse(text: str) -> Iterator[Any]:
    from ruamel.yaml.error import YAMLError

    try:
        yield from events(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise CannotAdd(f"it can't be read as YAML: {str(error).splitlines()[0]}") from None


def _pairs(file_events: Sequence[Any]) -> Iterator[_Pair]:
    """Yield the pairs of the file's mapping; raises CannotAdd if it is none, or has a key twice."""
    names = [_name(event) for event in file_events]
    if names.count("DocumentStart") > 1:
        raise CannotAdd("it has several documents")
    # Of a file with nothing or only comments there are the ends of the stream alone, or an empty scalar.
    if len(names) <= _STREAM_ENDS or (names[2] == "Scalar" and not file_events[2].value):
        return
    if names[2] != "MappingStart":
        raise CannotAdd("it is not a mapping")
    keys, index = set[str](), 3
    while names[index] != "MappingEnd":
        key, start = file_events[index], index + 1
        if names[index] != "Scalar":
            raise CannotAdd("one of its keys is not a word")
        if key.value in keys:
            raise CannotAdd("it has a key twice")
        keys.add(key.value)
        index = _end_of_value(names, start)
        yield _Pair(key, start, index)


def _end_of_value(names: Sequence[str], index: int) -> int:
    """Return the index behind the events of a value that begins at an index."""
    depth = 0
    while True:
        depth += names[index].endswith("Start") - names[index].endswith("End")
        index += 1
        if not depth:
            return index


def _name(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


def _signatures(file_events: Sequence[Any]) -> tuple[Signature, ...]:
    return tuple(_signature(event) for event in file_events)


def _signature(event: Any) -> Signature:
    name = _name(event)
    if name in {"StreamStart", "StreamEnd", "DocumentStart", "DocumentEnd", "MappingEnd", "SequenceEnd"}:
        return (name,)
    signature = (name, str(event.anchor or ""), str(getattr(event, "tag", None) or ""))
    return (*signature, event.value, str(event.implicit)) if name == "Scalar" else signature
