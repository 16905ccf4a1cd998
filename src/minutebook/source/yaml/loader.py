"""Strict reading: one pass over the parser's events gives data, places and every refusal.

What is refused here although YAML has it (anchors, tags, several documents, duplicate keys, depth) either
means something else to another reader or lets a small file grow without bound.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from minutebook.records.problem import START, KeyPath, Location, Problem
from minutebook.records.refusal import Refused, refuse
from minutebook.source.yaml import plaintext
from minutebook.source.yaml.decoder import UNWANTED, decode, name_character
from minutebook.source.yaml.document import Ambiguous, Document
from minutebook.source.yaml.parser import events
from minutebook.source.yaml.quotes import quote
from minutebook.source.yaml.scalars import Scalar, resolve
from minutebook.source.yaml.syntax import explain_syntax, second_document

DEEPEST = 32
"""Levels of nesting; a topic's actions in a section three levels down need twelve."""

# libyaml ends plain text at these within brackets; the pure parser does not.
_ANCHOR = re.compile(r"[0-9A-Za-z_-]+\Z")
_NOT_IN_BRACKETS = re.compile("[:?]")


def read(path: str, data: bytes, *, pure: bool = False) -> Document:
    """Read a notes file; raises Refused with all that is wrong in it.

    `pure` asks for the slow parser even where the fast one is installed.
    """
    text = decode(path, data)
    reader = _Reader(path, text)
    try:
        for event in events(text, pure=pure):
            reader.take(event)
    except Refused as refused:
        raise Refused((*reader.problems, *refused.problems)) from None
    except Exception as error:
        if not hasattr(error, "problem_mark"):
            raise
        found = (*reader.problems, *explain_syntax(path, text, error))
        raise Refused(plaintext.meant_for_blocks(path, text, found)) from None
    return reader.finish()


@dataclass
class _Open:
    """A mapping or sequence whose end has not come yet."""

    value: Any
    key_path: KeyPath
    flow: bool
    key: str | None = None
    waits_for_value: bool = False


@dataclass
class _Reader:
    path: str
    text: str
    keys: dict[KeyPath, Location] = field(default_factory=dict)
    values: dict[KeyPath, Location] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    joined: list[Problem] = field(default_factory=list)  # told only of a file that is YAML to its end
    stack: list[_Open] = field(default_factory=list)
    root: Any = None
    documents: int = 0

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        handler = getattr(self, "_" + type(event).__name__, None)
        if handler:
            handler(event)

    def finish(self) -> Document:
        """Return the document, or raise Refused."""
        self.problems = sorted((*self.problems, *self.joined), key=Problem.order)
        if not self.problems and "\t" in self.text:
            locations = (*self.values.values(), *self.keys.values())
            self.problems.extend(plaintext.stray_tabs(self.path, self.text, locations))
        if not self.problems and not isinstance(self.root, dict):
            self._nothing_written()
        if self.problems:
            raise Refused(plaintext.meant_for_blocks(self.path, self.text, self.problems))
        return Document(self.path, self.text, self.root, self.keys, self.values)

    def _nothing_written(self) -> None:
        what = "is empty" if self.root is None else "is no mapping of keys to values"
        hint = "A meeting begins with a line such as `date: 2020-10-26`, a series with one such as `title: Team`."
        self.problems.append(Problem(self.path, START, "empty-file", f"the file {what}", hint))

    def _DocumentStartEvent(self, event: Any) -> None:
        self.documents += 1
        if event.version or event.tags:
            line = next(number for number, line in enumerate(self.lines) if line.startswith("%"))
            message = "directives such as %YAML are not used"
            self._refuse(Location(line + 1, 1), "yaml-feature", message, "Delete the line.")
        if self.documents > 1:
            raise Refused((second_document(self.path, _location(event)),))

    def _DocumentEndEvent(self, event: Any) -> None:
        # libyaml passes over a second `...`, at which the pure parser stops.
        number = event.end_mark.line + 1
        while event.explicit and number < len(self.lines) and re.match(r"\s*(?:#|\Z)", self.lines[number]):
            number += 1
        if event.explicit and number < len(self.lines) and self.lines[number].startswith("..."):
            raise Refused((second_document(self.path, Location(number + 1, 1)),))

    def _AliasEvent(self, event: Any) -> None:
        self._anchored(event, f"*{event.anchor}")
        self._put(None, _location(event))

    def _ScalarEvent(self, event: Any) -> None:
        location = _location(event)
        self._check_node(event)
        if self.stack and isinstance(self.stack[-1].value, dict) and not self.stack[-1].waits_for_value:
            self._key(event, location)
            return
        value: Scalar = event.value
        if event.style in {None, ""}:
            value = resolve(event.value)
            self._check_plain(event, value)
        elif event.style in {"|", ">"}:
            self._check_block(event)
            value = event.value or None  # a block nobody has written in yet, as a new meeting has it
        elif event.style == '"':
            self._check_escapes(event.value, location)
        self._put(value, location, folded=event.style == ">")

    def _MappingStartEvent(self, event: Any) -> None:
        self._open(event, {})

    def _SequenceStartEvent(self, event: Any) -> None:
        self._open(event, [])

    def _MappingEndEvent(self, _event: Any) -> None:
        self.stack.pop()

    _SequenceEndEvent = _MappingEndEvent

    def _open(self, event: Any, value: Any) -> None:
        location = _location(event)
        if len(self.stack) >= DEEPEST:
            message = f"lists and sections go {DEEPEST} levels deep at most"
            raise refuse(
                self.path, location, "nesting", message, "Close the brackets, or move what is deep up."
            )
        self._check_node(event)
        if self.stack and isinstance(self.stack[-1].value, dict) and not self.stack[-1].waits_for_value:
            self._complex_key(event)
        key_path = self._put(value, location)
        self.stack.append(_Open(value, key_path, bool(event.flow_style)))

    def _complex_key(self, event: Any) -> NoReturn:
        trap = plaintext.trap_at(self.path, self.lines, event.start_mark.line)
        if trap:
            raise Refused((trap,))
        message = "a key must be text, not a list or a mapping"
        raise refuse(
            self.path, _location(event), "yaml-feature", message, "Put text that begins so in quotes."
        )

    def _key(self, event: Any, location: Location) -> None:
        parent = self.stack[-1]
        key: str = event.value
        if event.style in {"|", ">"}:
            self._refuse(
                location, "yaml-feature", "a key must be one line of text", "Write it before a colon."
            )
        elif event.style in {None, ""}:
            self._check_key(event, location)
        self._check_escapes(key, location)
        if key in parent.value:
            first = self.keys[(*parent.key_path, key)].line
            message = f"'{key}' stands twice in one place, first on line {first}; one of them would be lost"
            self._refuse(
                location, "duplicate-key", message, "Delete one of the two, or give it another name."
            )
        parent.key, parent.waits_for_value = key, True
        self.keys.setdefault((*parent.key_path, key), location)

    def _check_key(self, event: Any, location: Location) -> None:
        meaning = resolve(event.value)
        if event.value == "<<":
            self._refuse(location, "yaml-feature", "merge keys (<<) are not used", "Write the keys out.")
        elif not event.value:
            self.problems.append(plaintext.empty_key(self.path, location))
        elif not isinstance(meaning, str):
            what = "nothing" if meaning is None else "a number" if _is_number(meaning) else "true or false"
            message = f"a label is text, but YAML takes {event.value} for {what}"
            mend = quote(event.value)
            self.problems.append(
                Problem(self.path, location, "unquoted-text", message, f"Write: {mend}:", mend=mend)
            )
        else:
            self._check_plain(event, meaning)

    def _put(self, value: Any, location: Location, *, folded: bool = False) -> KeyPath:
        if not self.stack:
            self.root, self.values[()] = value, location
            return ()
        parent = self.stack[-1]
        if isinstance(parent.value, dict):
            key_path: KeyPath = (*parent.key_path, str(parent.key))
            parent.value.setdefault(parent.key, value)
            parent.waits_for_value = False
            if folded and parent.key == "notes":
                message = "`>` would join the lines of these notes into one"
                self._refuse(location, "plain-text", message, "Write: notes: |")
        else:
            key_path = (*parent.key_path, len(parent.value))
            parent.value.append(value)
        self.values.setdefault(key_path, location)
        return key_path

    def _check_node(self, event: Any) -> None:
        # Of an anchor such as `&amp;` the two parsers make different things; it is text for both here.
        named = _ANCHOR.match(event.anchor) if event.anchor else event.tag
        if type(event).__name__ != "ScalarEvent" and named:
            self._marked(event)
        elif event.anchor is not None:
            self._anchored(event, f"&{event.anchor}")
        elif event.tag is not None:
            self._tagged(event)

    def _anchored(self, event: Any, text: str) -> None:
        if not self._trapped(event):
            message = f"anchors and aliases ({text}) are not used"
            self._refuse(
                _location(event), "yaml-feature", message, "Write the value itself, in quotes if it is text."
            )

    def _marked(self, event: Any) -> None:
        what = f"anchors (&{event.anchor})" if event.anchor else f"tags ({event.tag})"
        self._refuse(_location(event), "yaml-feature", f"{what} are not used", "Delete it.")

    def _tagged(self, event: Any) -> None:
        if not self._trapped(event):
            message = f"tags ({event.tag}) are not used"
            self._refuse(
                _location(event),
                "yaml-feature",
                message,
                "Delete the tag, or put text that begins so in quotes.",
            )

    def _trapped(self, event: Any) -> bool:
        trap = plaintext.trap_at(self.path, self.lines, event.start_mark.line)
        if trap and trap not in self.problems:
            self.problems.append(trap)
        return trap is not None

    def _check_plain(self, event: Any, value: Scalar) -> None:
        start, end = event.start_mark, event.end_mark
        if "\t" in event.value:
            self._tab_in_text(start, end)
        elif isinstance(value, str) and start.line != end.line:
            self.joined.append(plaintext.joined_lines(self.path, self.lines, start.line, end.line))
        elif isinstance(value, str):
            self.problems.extend(plaintext.text_after_hash(self.path, self.lines, _location(event)))
        found = _NOT_IN_BRACKETS.search(event.value) if self.stack and self.stack[-1].flow else None
        if found and start.line == end.line:
            line, column = self.lines[start.line], start.column + found.start()
            self.problems.append(plaintext.text_in_brackets(self.path, line, start.line, column))

    def _check_block(self, event: Any) -> None:
        mark = self.lines[event.start_mark.line][event.start_mark.column :].rstrip("\r")
        if "\t" not in mark and not plaintext.BLOCK.match(mark):  # such as |#, which only libyaml takes
            self._trapped(event)
        self.problems.extend(plaintext.blanks_above(self.path, self.lines, event.start_mark.line, mark))

    def _tab_in_text(self, start: Any, end: Any) -> None:
        lines = [
            " " * start.column + self.lines[start.line][start.column :],
            *self.lines[start.line + 1 : end.line + 1],
        ]
        number = next(number for number, line in enumerate(lines) if "\t" in line)
        location = Location(start.line + number + 1, lines[number].index("\t") + 1)
        self.problems.append(plaintext.tab(self.path, location))

    def _check_escapes(self, text: str, location: Location) -> None:
        if found := UNWANTED.search(text):
            message = f"{name_character(found.group())} can't be seen and doesn't belong in notes"
            self._refuse(location, "character", message, "Delete the escape that makes it.")

    def _refuse(self, location: Location, rule: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, location, rule, message, hint))


def _is_number(meaning: Scalar) -> bool:
    return isinstance(meaning, Ambiguous) or (isinstance(meaning, int) and not isinstance(meaning, bool))


def _location(event: Any) -> Location:
    start, end = event.start_mark, event.end_mark
    one_line = start.line == end.line and getattr(event, "style", None) not in {"|", ">"}
    length = end.column - start.column if one_line else 1
    return Location(start.line + 1, start.column + 1, max(length, 1))
