"""Where every key and value of a YAML text begins and ends, for edits that touch nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.yaml.parser import events
from minutebook.source.yaml.typed_line import indent_of

_SPACES_AND_COMMENTS = re.compile(r"(?:\s|#[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, by positions in code points from 0; the end is behind the last of its content.

    `flow` tells that it is a list or mapping between brackets.
    """

    start: int
    end: int
    flow: bool = False


@dataclass
class Spans:
    """The spans of a text's keys and values by their paths."""

    text: str
    keys: dict[KeyPath, Span] = field(default_factory=dict)
    values: dict[KeyPath, Span] = field(default_factory=dict)

    @cached_property
    def first_lists(self) -> dict[str | int | None, KeyPath]:
        """The first item in block style that stands under each key, and under None the first of all."""
        firsts: dict[str | int | None, KeyPath] = {}
        for path in self.values:
            if path and path[-1] == 0 and path[:-1] in self.keys and not self.values[path[:-1]].flow:
                firsts.setdefault(None, path)
                firsts.setdefault(path[-2], path)
        return firsts

    def line_start(self, position: int) -> int:
        """Return where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Return where the line of a position ends, before its newline."""
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def lines_below(self, position: int) -> Iterator[tuple[int, int]]:
        """Yield where each line below that of a position begins and ends."""
        while (newline := self.text.find("\n", position)) >= 0:
            position = self.line_end(newline + 1)
            yield newline + 1, position

    def column(self, position: int) -> int:
        """Return the column of a position, from 0."""
        return position - self.line_start(position)

    def dash(self, key_path: KeyPath) -> int:
        """Return the position of the dash before a list's item in block style."""
        index = int(key_path[-1])
        if index == 0:
            return self.values[key_path[:-1]].start
        return self.skip(self.values[(*key_path[:-1], index - 1)].end)

    def key_start(self, key_path: KeyPath) -> int:
        """Return where a key begins, with the `? ` before it if it has one."""
        start = self.keys[key_path].start
        lead = self.text[self.line_start(start) : start].rstrip()
        return self.line_start(start) + len(lead) - 1 if lead.endswith("?") else start

    def in_flow(self, key_path: KeyPath) -> bool:
        """Whether the value at a path is, or is in, a list or mapping between brackets."""
        return any(self.values[key_path[:length]].flow for length in range(len(key_path) + 1))

    def skip(self, position: int) -> int:
        """Return the next position that is no space, newline, or part of a comment."""
        match = _SPACES_AND_COMMENTS.match(self.text, position)
        return match.end() if match else position


@dataclass
class _Collection:
    """A list or mapping whose end has not come yet."""

    key_path: KeyPath
    start: int
    is_mapping: bool
    flow: bool
    key: str | None = None
    count: int = 0
    end: int = 0

    @property
    def next_path(self) -> KeyPath:
        """The path of the value that comes next."""
        return (*self.key_path, str(self.key) if self.is_mapping else self.count)


def spans_of(text: str) -> Spans:
    """Return the spans of a text that was read without a problem."""
    spans = Spans(text)
    stack: list[_Collection] = []
    for event in events(text):
        name = type(event).__name__
        if name == "ScalarEvent":
            _add_scalar(spans, stack, event)
        elif name in {"MappingStartEvent", "SequenceStartEvent"}:
            key_path = stack[-1].next_path if stack else ()
            start, is_mapping = event.start_mark.index, name == "MappingStartEvent"
            stack.append(_Collection(key_path, start, is_mapping, bool(event.flow_style)))
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            closed = stack.pop()
            # A lone `key: value` in a list between brackets has no braces.
            bracketed = closed.flow and text[closed.start] in "[{"
            end = event.end_mark.index if bracketed else closed.end
            _add_value(spans, stack, closed.key_path, Span(closed.start, end, closed.flow))
    return spans


def _add_scalar(spans: Spans, stack: list[_Collection], event: Any) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in {"|", ">"}:
        end = _block_end(spans.text, start, end)
    if stack and stack[-1].is_mapping and stack[-1].key is None:
        stack[-1].key = event.value
        spans.keys[stack[-1].next_path] = Span(start, end)
        stack[-1].end = end
        return
    key_path = stack[-1].next_path if stack else ()
    if start == end and stack and stack[-1].is_mapping:  # nothing written: right behind the key's colon
        start = end = spans.keys[key_path].end
        colon = spans.skip(end)
        if spans.text[colon : colon + 1] == ":":
            start = end = colon + 1
    _add_value(spans, stack, key_path, Span(start, end))


def _add_value(spans: Spans, stack: list[_Collection], key_path: KeyPath, span: Span) -> None:
    spans.values[key_path] = span
    if stack:
        parent = stack[-1]
        parent.end = max(parent.end, span.end)
        parent.key, parent.count = None, parent.count + 1


def _block_end(text: str, start: int, end: int) -> int:
    """Return the end of a block's text without the empty lines below it, which the parsers add to it."""
    header, *lines = text[start:end].split("\n")
    if "+" in header.split("#")[0]:  # its empty lines are part of it
        end = start + len(text[start:end].rstrip(" "))
        return max(start + 1, end - 1 if text[end - 1] == "\n" else end)
    stripped = [line.rstrip("\r") for line in lines]
    indent = min((indent_of(line) for line in stripped if line.strip()), default=0)
    while lines and (not stripped[-1].strip() and len(stripped[-1]) <= indent):
        del lines[-1], stripped[-1]
    return start + len("\n".join([header, *lines]).rstrip("\r"))
