"""The kinds of lines that nearly all files are made of, read in one pass and without a parser.

Whatever else stands in a file is left to the strict loader, which alone refuses, and alone knows where each value is.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from minutebook.records.problem import KeyPath
from minutebook.source.yaml.decoder import HIDDEN
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.scalars import resolve

_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_KEY = rf"[^\W\d_][\w ./()'&+%*-]{{0,99}}|{_QUOTED}"
_BRACKETS = rf"[\[{{](?:{_QUOTED}|[^\"'#\n])*[\]}}]"
_PLAIN = r"[\w(<./][^:#\n]*(?::(?=\S)[^:#\n]*)*"
_LINE = re.compile(
    rf"( *+)(- +)?(?:({_KEY})(?<! ):(?=[ \n]))?(?: *+(?:({_QUOTED}|{_BRACKETS}|{_PLAIN})|(\|)))?"
    r"(?:(?<! ) {2,}# [^\n]*)?\n"
)
"""Its groups are the indentation, a dash, a key, its value, and the sign of a block of text."""
_NO_VALUE = re.compile(r"(?: *#[^\n]*)?\n")
_NEXT_LINE = re.compile(r"(\n*)( *)(?=[^ \n]|\Z)")
_BRACKET_KEY = re.compile(rf"([^\W\d_][\w ./()&+%*-]{{0,99}}|{_QUOTED})(?<! ): +")
_WORDS = r"[\w(./][\w ./()&+%*;!-]*"
_BRACKET_TEXT = re.compile(rf"{_WORDS}|{_QUOTED}")
_LIST = re.compile(rf"\[{_WORDS}(?:, *{_WORDS})*\]")
_COMMA = re.compile(", *")
_DEEPEST = 12
_MOST = 1024
_MEMBER_KEYS = frozenset({"id", "owner", "task", "topic", "notes", "actions"})
"""Keys with which action items and topics begin; what begins otherwise may have been typed in a hurry."""


class UsualDocument(NamedTuple):
    """The data of one file, and on which line, from 1, each member of a list begins that has lines of its own."""

    path: str
    data: dict[str, Any]
    lines: Mapping[KeyPath, int]


class _Unusual(Exception):
    """What stands here is for the strict loader to judge."""


def read_usual(path: str, text: str) -> UsualDocument | None:
    """Return the data that the strict loader would, None unless all lines are of the usual kinds."""
    if not text.endswith("\n") or "\t" in text or "\r" in text:
        return None
    if not text.isascii() and HIDDEN.search(text):
        return None
    reader = _Reader(text)
    try:
        reader.read()
    except _Unusual:
        return None
    return UsualDocument(path, reader.root, reader.lines)


class _Reader:
    """Reads a text line by line; `collection` is the mapping or list that the last line belongs to."""

    def __init__(self, text: str) -> None:
        self.text, self.position, self.number = text, 0, 0
        self.root: dict[str, Any] = {}
        self.lines: dict[KeyPath, int] = {}
        self.column = 0
        self.collection: Any = self.root
        self.key_path: KeyPath = ()
        self.outer: list[tuple[int, Any, KeyPath]] = []
        self.awaited: str | None = None

    def read(self) -> None:
        """Read all lines; raises _Unusual at the first that is of no usual kind."""
        text = self.text
        while self.position < len(text):
            self.number += 1
            start, self.position = self.position, text.index("\n", self.position) + 1
            parts = _parts(text[start : self.position])
            if parts is None:
                continue
            indent, dash, key, value, block = parts
            self._go_to(len(indent), dash)
            if dash:
                self._begin_member(dash, key, value)
            if key:
                self._put(key, value, block)
            elif not (dash and value):
                raise _Unusual

    def _go_to(self, column: int, dash: str | None) -> None:
        """Find the mapping or list whose members begin in a column, or open the one that is awaited."""
        kind: type = list if dash else dict
        if self.awaited is not None:
            if column > self.column or (dash and column == self.column):
                member = self.collection[self.awaited] = kind()
                self._open(column, member, (*self.key_path, self.awaited))
            self.awaited = None
        while column < self.column or (column == self.column and type(self.collection) is not kind):
            if not self.outer:
                raise _Unusual
            self.column, self.collection, self.key_path = self.outer.pop()
        if column != self.column:
            raise _Unusual

    def _begin_member(self, dash: str, key: str | None, value: str | None) -> None:
        """Begin a member of the list that is open."""
        key_path = (*self.key_path, len(self.collection))
        self.lines[key_path] = self.number
        is_typed = key not in _MEMBER_KEYS if key else value is None or value[0] not in "{\"'"
        if is_typed and self.key_path[-1] == "actions":
            raise _Unusual
        if key:
            member: dict[str, Any] = {}
            self.collection.append(member)
            self._open(self.column + len(dash), member, key_path)
        elif value:
            self.collection.append(_value(value))

    def _open(self, column: int, collection: Any, key_path: KeyPath) -> None:
        if len(self.outer) == _DEEPEST:
            raise _Unusual
        self.outer.append((self.column, self.collection, self.key_path))
        self.column, self.collection, self.key_path = column, collection, key_path

    def _put(self, key_text: str, value: str | None, block: str | None) -> None:
        """Put a value in the mapping that is open, or wait for what stands below its key."""
        key = _key(key_text)
        if key in self.collection:
            raise _Unusual
        if block:
            self.collection[key] = self._block()
        elif value is None:
            self.collection[key], self.awaited = None, key
        elif key == "actions":
            raise _Unusual
        else:
            self.collection[key] = _value(value)

    def _block(self) -> str | None:
        """Return the block of text below its sign, None where nobody has written in it yet."""
        following = _NEXT_LINE.match(self.text, self.position)
        if following is None:
            raise _Unusual
        gap, indent = following.groups()
        if len(indent) <= self.column:
            return None
        block = _block_of(len(indent)).match(self.text, self.position)
        if gap or block is None:
            raise _Unusual
        self.position = block.end()
        block_text = block.group()
        self.number += block_text.count("\n")
        text = block_text[len(indent) :].replace(f"\n{indent}", "\n").rstrip("\n")
        return f"{text}\n"


# Most lines of a meeting stand in those before it, too.
@lru_cache(_MOST)
def _parts(line_text: str) -> Sequence[str] | None:
    """Return the groups of a line, None where nothing stands in it."""
    if _NO_VALUE.match(line_text):
        return None
    return _matched(_LINE, line_text, 0).groups()


@cache
def _block_of(indent: int) -> re.Pattern[str]:
    """Return the pattern of the lines of a block of text."""
    return re.compile(rf"(?:(?: {{{indent}}}[^\n]*)?\n)+")


@lru_cache(_MOST)
def _key(key_text: str) -> str:
    key = key_text[1:-1] if key_text[0] in "\"'" else key_text
    if not key or (key is key_text and not isinstance(resolve(key), str)):
        raise _Unusual
    return key


def _value(value_text: str) -> Any:
    if value_text[0] in "[{":
        if _LIST.fullmatch(value_text):  # as most of what stands in brackets
            return [_text(words.strip(" ")) for words in value_text[1:-1].split(",")]
        value, end = _brackets(value_text, 0)
        if end < len(value_text):
            raise _Unusual
        return value
    return _text(value_text.rstrip(" "))


@lru_cache(_MOST)
def _text(scalar: str) -> Any:
    if scalar[0] in "\"'":
        return scalar[1:-1]
    value = resolve(scalar)
    if isinstance(value, Ambiguous):
        raise _Unusual
    return value


def _brackets(line_text: str, start: int, depth: int = 1) -> tuple[Any, int]:
    """Return what stands between brackets or braces, and where it ends."""
    collection: Any = [] if line_text[start] == "[" else {}
    closing = "]" if line_text[start] == "[" else "}"
    position = start + 1
    if depth == _DEEPEST:
        raise _Unusual
    while not line_text.startswith(closing, position) or collection:
        key = None if closing == "]" else _matched(_BRACKET_KEY, line_text, position)
        position = key.end() if key else position
        if line_text.startswith(("[", "{"), position):
            value, position = _brackets(line_text, position, depth + 1)
        else:
            text = _matched(_BRACKET_TEXT, line_text, position)
            value, position = _text(text.group().rstrip(" ")), text.end()
        _add(collection, key and _key(key[1]), value)
        if line_text.startswith(closing, position):
            break
        position = _matched(_COMMA, line_text, position).end()
    return collection, position + 1


def _matched(pattern: re.Pattern[str], line_text: str, position: int) -> re.Match[str]:
    match = pattern.match(line_text, position)
    if match is None:
        raise _Unusual
    return match


def _add(collection: Any, key: str | None, value: Any) -> None:
    if key is None:
        collection.append(value)
    elif key in collection or key == "actions":
        raise _Unusual
    else:
        collection[key] = value
