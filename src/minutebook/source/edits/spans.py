"""Where every key and value of a YAML text begins and ends, for edits that touch nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.yaml.parser import events

_NOTHING = re.compile(r"(?:\s|#[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, by positions in code points from 0; the end is behind the last of its content."""

    start: int
    end: int
    flow: bool = False


@dataclass
class Layout:
    """The spans of keys and values by their paths."""

    text: str
    keys: dict[KeyPath, Span] = field(default_factory=dict)
    values: dict[KeyPath, Span] = field(default_factory=dict)

    def line_start(self, position: int) -> int:
        """Return where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Return where the line of a position ends, before its newline."""
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def column(self, position: int) -> int:
        """Return the column of a position, from 0."""
        return position - self.line_start(position)

    def dash(self, key_path: KeyPath) -> int:
        """Return the position of the dash before a list's item in block style."""
        index = int(key_path[-1])
        if index == 0:
            return self.values[key_path[:-1]].start
        return self.skip(self.values[(*key_path[:-1], index - 1)].end)

    def entry(self, key_path: KeyPath) -> int:
        """Return where a key begins, with the `? ` before it where it has one."""
        start = self.keys[key_path].start
        lead = self.text[self.line_start(start) : start].rstrip()
        return self.line_start(start) + len(lead) - 1 if lead.endswith("?") else start

    def skip(self, position: int) -> int:
        """Return where the next thing begins at or behind a position that is no blank, newline or comment."""
        found = _NOTHING.match(self.text, position)
        return found.end() if found else position


@dataclass
class _Open:
    key_path: KeyPath
    start: int
    is_map: bool
    flow: bool
    key: str | None = None
    count: int = 0
    end: int = 0


def lay_out(text: str) -> Layout:
    """Return the layout of a text that was read without a problem."""
    layout = Layout(text)
    stack: list[_Open] = []
    for event in events(text):
        kind = type(event).__name__
        if kind == "ScalarEvent":
            _scalar(layout, stack, event)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            key_path = _next(stack)
            stack.append(_Open(key_path, event.start_mark.index, kind[0] == "M", bool(event.flow_style)))
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            done = stack.pop()
            bracketed = done.flow and text[done.start] in "[{"  # a lone `key: value` in a list has no braces
            end = event.end_mark.index if bracketed else done.end
            _place(layout, stack, done.key_path, Span(done.start, end, done.flow))
    return layout


def _scalar(layout: Layout, stack: list[_Open], event: Any) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in {"|", ">"}:
        end = _block_end(layout.text, start, end)
    if stack and stack[-1].is_map and stack[-1].key is None:
        stack[-1].key = event.value
        layout.keys[(*stack[-1].key_path, event.value)] = Span(start, end)
        stack[-1].end = end
        return
    key_path = _next(stack)
    if start == end and stack and stack[-1].is_map:  # nothing written: right behind the key's colon
        start = end = layout.keys[key_path].end
        colon = layout.skip(end)
        if layout.text[colon : colon + 1] == ":":
            start = end = colon + 1
    _place(layout, stack, key_path, Span(start, end))


def _next(stack: list[_Open]) -> KeyPath:
    if not stack:
        return ()
    parent = stack[-1]
    if parent.is_map:
        return (*parent.key_path, str(parent.key))
    return (*parent.key_path, parent.count)


def _place(layout: Layout, stack: list[_Open], key_path: KeyPath, span: Span) -> None:
    layout.values[key_path] = span
    if stack:
        parent = stack[-1]
        parent.end = max(parent.end, span.end)
        parent.key, parent.count = None, parent.count + 1


def _block_end(text: str, start: int, end: int) -> int:
    header, *lines = text[start:end].split("\n")
    if "+" in header.split("#")[0]:  # its blank lines are part of it
        end = start + len(text[start:end].rstrip(" "))
        return max(start + 1, end - 1 if text[end - 1] == "\n" else end)
    written = [line.rstrip("\r") for line in lines]
    indent = min((len(line) - len(line.lstrip(" ")) for line in written if line.strip()), default=0)
    while lines and (not written[-1].strip() and len(written[-1]) <= indent):
        del lines[-1], written[-1]
    return start + len("\n".join([header, *lines]).rstrip("\r"))


def comment_above(layout: Layout, position: int) -> int:
    """Return where the comment lines begin that stand directly above a position, in its column."""
    start, column = layout.line_start(position), layout.column(position)
    while start:
        before = layout.line_start(start - 1)
        line = layout.text[before:start]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != column:
            break
        start = before
    return start


def comments_below(layout: Layout, position: int, column: int) -> int:
    """Return the end of the comment lines below a position that are indented to at least a column."""
    end = layout.line_end(position)
    for start, stop in _lines(layout, end):
        line = layout.text[start:stop]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) < column:
            break
        end = stop
    return end


def _lines(layout: Layout, end: int) -> Iterator[tuple[int, int]]:
    while (newline := layout.text.find("\n", end)) >= 0:
        end = layout.line_end(newline + 1)
        yield newline + 1, end


def blanks_around(layout: Layout, start: int, end: int, *, first: bool) -> tuple[int, int]:
    """Return a stretch of whole lines with the blank lines that part it from the item before, or behind."""
    while not first and start and not layout.text[layout.line_start(start - 1) : start].strip():
        start = layout.line_start(start - 1)
    for begin, stop in _lines(layout, end) if first else ():
        if layout.text[begin:stop].strip() or stop == len(layout.text):
            break
        end = stop
    return start, end
