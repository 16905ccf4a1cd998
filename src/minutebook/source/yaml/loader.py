"""Strict reading: one pass over the parser's events gives data, places and every refusal."""

import re
from dataclasses import replace
from typing import Any, NoReturn

from minutebook.records.problem import START, KeyPath, Location, Problem
from minutebook.records.refusal import Refused, refuse
from minutebook.source.yaml.block_text import meant_for_blocks
from minutebook.source.yaml.checks import Checks, location_of
from minutebook.source.yaml.decoder import decode
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.parser import events
from minutebook.source.yaml.scalars import Scalar, is_markdown, is_name, is_word, resolve
from minutebook.source.yaml.syntax import explain_syntax, refuse_directive, second_document
from minutebook.source.yaml.tabs import stray_tabs
from minutebook.source.yaml.traps import trap_at
from minutebook.source.yaml.typed_actions import ReadableText, quote_typed_actions
from minutebook.source.yaml.typed_line import TEXT_KEYS

DEEPEST = 32
"""Levels of nesting; a topic's actions in a section three levels down need twelve."""
_DENSE = re.compile(r"[\[\]{},]#|[^\s\[{,:-][\"']#|[\[{,]\s*\?\S")
"""Where it is found, what stands between the events is looked at, too, which takes a tenth of the time."""


def read(path: str, data: bytes, *, pure: bool = False) -> Document:
    """Read a notes file; raises Refused with all that is wrong in it.

    `pure` asks for the slow parser even if the fast one is installed.
    """
    text = decode(path, data)
    refuse_directive(path, text)
    readable = quote_typed_actions(text)
    loader = _Loader(path, text, readable)
    try:
        take = loader.take
        # Both parsers lose the newline behind a last line of spaces in a block, if the file lacks it (yaml-test-suite L24T).
        ending = "\n" if readable.text[-1:] == " " and not loader.lines[-1].strip(" ") else ""
        for event in events(readable.text + ending, pure=pure):
            take(event)
    except Refused as refused:
        raise Refused((*loader.checks.problems, *refused.problems)) from None
    except Exception as error:
        if not hasattr(error, "problem_mark"):
            raise
        problems = (*loader.checks.problems, *explain_syntax(path, readable.text, error))
        raise Refused(meant_for_blocks(path, text, problems)) from None
    return loader.finish()


class _Collection:
    """A mapping or list whose end has not come yet."""

    __slots__ = ("flow", "key", "key_path", "start", "value", "waits_for_value")

    def __init__(self, value: Any, key_path: KeyPath, start: Location, *, flow: bool) -> None:
        self.value, self.key_path, self.start, self.flow = value, key_path, start, flow
        self.key: str | None = None
        self.waits_for_value = False

    @property
    def waits_for_key(self) -> bool:
        """Whether what comes next is a key of a mapping."""
        return isinstance(self.value, dict) and not self.waits_for_value


class _Loader:
    def __init__(self, path: str, text: str, readable: ReadableText) -> None:
        self.path, self.text, self.readable = path, text, readable
        self.lines = readable.text.split("\n")
        self.checks = Checks(path, self.lines)
        self.keys: dict[KeyPath, Location] = {}
        self.values: dict[KeyPath, Location] = {}
        self.stack: list[_Collection] = []
        self.root: Any = None
        self.documents = 0
        self.end: Any = None
        self.is_dense = _DENSE.search(readable.text) is not None

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        if self.is_dense:
            self._look_between(event)
        if handler := _HANDLERS.get(type(event).__name__):
            handler(self, event)

    def finish(self) -> Document:
        """Return the document, or raise Refused."""
        problems = sorted((*self.checks.problems, *self.checks.joined), key=Problem.order)
        if not problems and "\t" in self.text:
            problems += stray_tabs(self.path, self.lines, (*self.values.values(), *self.keys.values()))
        if not problems and not isinstance(self.root, dict):
            problems.append(self._nothing_written())
        if problems:
            raise Refused(meant_for_blocks(self.path, self.text, problems))
        return Document(self.path, self.text, self.root, self.keys, self.values)

    def _nothing_written(self) -> Problem:
        content = "empty" if self.root is None else "a list" if isinstance(self.root, list) else "one value"
        hint = "A meeting begins with a line such as `date: 2020-10-26`, a series with one such as `title: Team`."
        message = f"the file must have lines of `key: value`, but it is {content}"
        return Problem(self.path, START, "empty-file", message, hint)

    def _start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise Refused((second_document(self.path, location_of(event)),))

    def _end_document(self, event: Any) -> None:
        # libyaml passes over a second `...`, at which the pure parser stops.
        number = event.end_mark.line + 1
        while event.explicit and number < len(self.lines) and re.match(r"\s*(?:#|\Z)", self.lines[number]):
            number += 1
        if event.explicit and number < len(self.lines) and self.lines[number].startswith("..."):
            raise Refused((second_document(self.path, Location(number + 1, 1)),))

    def _alias(self, event: Any) -> None:
        self.checks.anchor(event, f"*{event.anchor}")
        self._put(None, location_of(event))

    def _scalar(self, event: Any) -> None:
        location = location_of(event)
        self.checks.node(event)
        if self.stack and self.stack[-1].waits_for_key:
            self._key(event, location)
            return
        value: Scalar = event.value
        if event.style in {None, ""}:
            value = resolve(event.value)
            in_brackets = bool(self.stack) and self.stack[-1].flow
            # Seldom is anything behind a text, and only then it matters what may be.
            line = self.lines[location.line - 1] if isinstance(value, str) else ""
            is_followed = "#" in line
            has_remark = is_followed and line.startswith(" # ", event.end_mark.column)
            is_person = has_remark and is_name(self._next_path())
            word = is_person or (is_followed and is_word(self._next_path(), event.value))
            self.checks.plain_text(event, location, value, in_brackets=in_brackets, word=word)
        elif event.style in {"|", ">"}:
            self.checks.block(event)
            value = event.value or None  # a block nobody has written in yet, as a new meeting has it
        elif event.style == '"':
            self.checks.escapes(event.value, location)
        if (
            event.style in {"'", '"'} and location.length == 1
        ):  # which has several lines, for there are two quotes
            self._closed(location, event.end_mark.line + 1)
        if not event.value.isascii() and not is_markdown(self._next_path()):
            self.checks.hidden(event)
        self._put(value, location, folded=event.style == ">")

    def _start_mapping(self, event: Any) -> None:
        self._open(event, {})

    def _start_sequence(self, event: Any) -> None:
        self._open(event, [])

    def _end_collection(self, event: Any) -> None:
        closed = self.stack.pop()
        if closed.flow:
            self._closed(closed.start, event.end_mark.line + 1)

    def _closed(self, start: Location, last_line: int) -> None:
        """Check the lines between quotes or brackets."""
        if start.line != last_line and not (self.stack and self.stack[-1].flow):
            self.checks.indentation(start, last_line, self.stack[-1].start.column - 1 if self.stack else -1)

    def _look_between(self, event: Any) -> None:
        """Check what stands between an event and the one before, which no parser tells."""
        in_brackets = bool(self.stack) and self.stack[-1].flow
        if self.end:
            self.checks.comments(self.end, event.start_mark, in_brackets=in_brackets)
        if in_brackets:
            self.checks.question(event.start_mark)
        self.end = event.end_mark

    def _open(self, event: Any, value: Any) -> None:
        location = location_of(event)
        # Composing such a file ends the process in C (yaml/libyaml#107), and in a RecursionError in Python
        # (yaml/pyyaml#895); with events it can be stopped in time.
        if len(self.stack) >= DEEPEST:
            message = f"lists and sections must be at most {DEEPEST} levels deep"
            hint = "Close the brackets, or move what is deep up."
            raise refuse(self.path, location, "nesting", message, hint)
        self.checks.node(event)
        if self.stack and self.stack[-1].waits_for_key:
            self._collection_as_key(event)
        key_path = self._put(value, location)
        self.stack.append(_Collection(value, key_path, location, flow=bool(event.flow_style)))

    def _collection_as_key(self, event: Any) -> NoReturn:
        trap = trap_at(self.path, self.lines, event.start_mark.line)
        if trap:
            raise Refused((trap,))
        message = "a key must be text, not a list or a mapping"
        hint = "Put text that begins so in quotes."
        raise refuse(self.path, location_of(event), "yaml-feature", message, hint)

    def _key(self, event: Any, location: Location) -> None:
        parent = self.stack[-1]
        key: str = event.value
        key_path = (*parent.key_path, key)
        first_line = self.keys[key_path].line if key in parent.value else None
        self.checks.key(event, location, first_line, in_brackets=parent.flow)
        self.checks.hidden(event)
        parent.key, parent.waits_for_value = key, True
        self.keys.setdefault(key_path, location)

    def _next_path(self) -> KeyPath:
        """Return where the next value belongs."""
        if not self.stack:
            return ()
        parent = self.stack[-1]
        key = str(parent.key) if isinstance(parent.value, dict) else len(parent.value)
        return (*parent.key_path, key)

    def _put(self, value: Any, location: Location, *, folded: bool = False) -> KeyPath:
        if not self.stack:
            self.root, self.values[()] = value, location
            return ()
        parent, key_path = self.stack[-1], self._next_path()
        if isinstance(parent.value, dict):
            parent.value.setdefault(parent.key, value)  # of a key that is there twice the first counts
            parent.waits_for_value = False
            if folded and parent.key in TEXT_KEYS:
                self.checks.folded_notes(location)
        else:
            parent.value.append(value)
        if (length := self.readable.lengths.get(location.line)) and not isinstance(value, dict | list):
            location = replace(location, length=length)  # as it was typed, without the quotes
        self.values.setdefault(key_path, location)
        return key_path


_HANDLERS = {
    "DocumentStartEvent": _Loader._start_document,
    "DocumentEndEvent": _Loader._end_document,
    "AliasEvent": _Loader._alias,
    "ScalarEvent": _Loader._scalar,
    "MappingStartEvent": _Loader._start_mapping,
    "SequenceStartEvent": _Loader._start_sequence,
    "MappingEndEvent": _Loader._end_collection,
    "SequenceEndEvent": _Loader._end_collection,
}
