"""The scalars of a file as they were typed, and how a line looks once its texts are in quotes."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

from minutebook.counts.table_ids import new_table_id
from minutebook.records.filenames import day_of
from minutebook.records.pasted_signs import NO_BREAK_SPACES, QUOTES
from minutebook.records.problem import KeyPath, Location
from minutebook.source.schema.faults import LONGEST_ECHO, Fault, short
from minutebook.source.schema.table_places import table_ids, titles_above
from minutebook.source.yaml.document import Ambiguous, Document
from minutebook.source.yaml.quotes import quote
from minutebook.source.yaml.scalars import resolve

_NUMBER = re.compile(r"([0-9][0-9_]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.0*|[;,])?(\s*\(.*)?\Z")
_HOLDERS = frozenset({"counters", "table", "actions", "sections"})
"""Keys of a section below which there must be something."""
_NOTHING = frozenset({"~", "null"})
"""What is no text in quotes either; `Null` is a name."""
_LONGEST_NUMBER = 30
_QUOTES = f" {NO_BREAK_SPACES}\"'{QUOTES}"


class Tokens:
    """A file's text beside its faults: what was typed at each of them, and the line to write instead."""

    def __init__(self, document: Document, faults: Iterable[Fault]) -> None:
        self._document = document
        self._lines = document.text.split("\n")
        unquoted: dict[int, list[Location]] = defaultdict(list)
        for fault in faults:
            location = document.values.get(fault.key_path)
            if location and self.is_unquoted(fault) and self._text(location) == self.typed(fault):
                unquoted[location.line].append(location)
        self._mended = {number: self._mend(number, locations) for number, locations in unquoted.items()}

    @property
    def file_day(self) -> str:
        """The day in the file's name, or nothing."""
        stem = PurePosixPath(self._document.path).stem
        return stem if day_of(stem) else ""

    @property
    def is_draft(self) -> bool:
        """Whether it is the file of a meeting that is not finished."""
        data = self._document.data
        return isinstance(data, dict) and data.get("status") == "draft"

    def table_id(self, key_path: KeyPath) -> str:
        """Return an id for the table at a path, made from the title above it; nothing where there is none."""
        titles = titles_above(self._document.data, key_path)
        taken_ids = (table_id for _, table_id in table_ids(self._document.data))
        return new_table_id(titles[-1], taken_ids) if titles else ""

    def indent(self, key_path: KeyPath) -> int:
        """Return how many columns stand before a key."""
        return self._document.keys[key_path].column - 1

    def key_above(self, fault: Fault) -> str:
        """Return a key of a section that stands above a number among labels and has nothing of its own, or nothing."""
        among_labels = fault.key_path[-2:-1] in {("duty",), ("header",)} and isinstance(
            fault.key_path[-1], str
        )
        if not among_labels or not isinstance(fault.value, int | Ambiguous):
            return ""
        labels, label = self._document.value(fault.key_path[:-1]), fault.key_path[-1]
        earlier = takewhile(lambda pair: pair[0] != label, labels.items())
        return next((key for key, value in earlier if value is None and key in _HOLDERS), "")

    def typed(self, fault: Fault) -> str:
        """Return the scalar as it was typed; nothing for one that is left empty."""
        location, value = self._document.values.get(fault.key_path), fault.value
        token = self._text(location) if location else ""
        if isinstance(value, str):
            return value
        # What is left empty has the place of what comes next, which means something else.
        meaning = resolve(token)
        if type(meaning) is type(value) and meaning == value:
            return token
        if value is None or isinstance(value, bool):
            return {None: "", True: "true", False: "false"}[value]
        return str(value)

    def is_repeated(self, fault: Fault) -> bool:
        """Whether all that a record has is what the next one of its list begins with: a line that was doubled."""
        number = fault.key_path[-1] if fault.key_path else ""
        records = self._document.value(fault.key_path[:-1])[number + 1 :] if isinstance(number, int) else []
        following = records[0] if records and isinstance(records[0], dict) else {}
        return bool(fault.value) and [*fault.value.items()] == [*following.items()][: len(fault.value)]

    def pair(self, fault: Fault) -> Location | None:
        """Return where an unknown key stands with its value, if both are on one line and nothing else is."""
        key = self._document.keys.get(fault.key_path)
        value = self._document.values.get(fault.key_path)
        if not key or not value or key.line != value.line:
            return None
        return Location(key.line, key.column, value.column + value.length - key.column)

    def cut_value(self, fault: Fault) -> str:
        """Return the key and the value, in quotes, that a comma between braces has cut before an unknown key; or nothing."""
        location, keys = self._document.keys.get(fault.key_path), list(fault.value)
        line = self._lines[location.line - 1] if location else ""
        text_behind = location.cut(line)[2].strip() if location else ""
        earlier = reversed(keys[: keys.index(fault.key)])
        key = next((key for key in earlier if fault.value[key] is not None), fault.key)
        value = fault.value[key]
        if not text_behind.startswith((",", "}")) or not isinstance(value, str):
            return ""
        later_keys = takewhile(lambda later_key: fault.value[later_key] is None, keys[keys.index(key) + 1 :])
        return f"{key}: {quote(', '.join((value, *later_keys)))}"

    def is_unquoted(self, fault: Fault) -> bool:
        """Whether only quotes are missing: it must be text, and what was typed would do."""
        if (
            fault.keyword != "type"
            or "string" not in fault.types
            or isinstance(fault.value, str | list | dict)
        ):
            return False
        text = self.typed(fault)
        fits = re.search(fault.schema.get("pattern", ""), text)
        return bool(text and fits) and text in (fault.choices or (text,)) and text not in _NOTHING

    def stretch(self, fault: Fault) -> Location | None:
        """Return where a list between brackets stands, if it is on one line."""
        location = self._document.brackets(fault.key_path)
        return location if location and location.length else None

    def width(self, fault: Fault) -> int:
        """Return how many counts belong in the place of a value: as many as its table has columns, or one."""
        if "rows" not in fault.key_path:
            return 1
        depth = len(fault.key_path) - 1 - fault.key_path[::-1].index("rows")
        columns = self._document.value(fault.key_path[:depth]).get("columns")
        width = len(columns) if isinstance(columns, list) else 1
        if isinstance(fault.key_path[-1], int):
            width -= len(self._document.value(fault.key_path[:-1])) - 1
        return max(width, 1)

    def in_quotes(self, fault: Fault) -> str:
        """Return the whole line with its texts in quotes, or only this text if the line is long."""
        location, text = self._document.values.get(fault.key_path), self.typed(fault)
        mended = self._mended.get(location.line) if location and self._text(location) == text else None
        return mended or quote(short(text))

    def _mend(self, number: int, locations: list[Location]) -> str:
        line = self._lines[number - 1]
        if len(line.strip()) > LONGEST_ECHO:
            return ""
        for location in sorted(locations, key=lambda location: -location.column):
            text_before, text, text_behind = location.cut(line)
            line = f"{text_before}{quote(text)}{text_behind}"
        return line.strip()

    def _text(self, location: Location) -> str:
        line = self._lines[location.line - 1] if location.line <= len(self._lines) else ""
        return location.cut(line)[1]


def yaml_meaning(value: Any, scalar: str) -> str:
    """Return what YAML reads a scalar without quotes as: `the number 3.1` for 3.10."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a truth value"
    if (
        len(scalar) <= _LONGEST_NUMBER
        and re.match(r"[-+]?[0-9.]", scalar)
        and not re.match(r"[-+]?0[0-9]", scalar)
    ):
        try:
            number = f"{float(scalar):g}"
        except ValueError:
            return "a number"
        return f"the number {number}" if number != scalar else "a number"
    return "a number" if scalar[-1:].isalnum() else "something else"


def probable_count(count_text: str) -> tuple[str, str]:
    """Return the count that was probably meant (or nothing), and what is in brackets behind it."""
    if count_text.isdecimal() and not count_text.isascii():
        return str(int(count_text)), ""
    match = _NUMBER.match(count_text.strip(_QUOTES)[:LONGEST_ECHO])
    if not match:
        return "", ""
    digits = re.sub("[_,]", "", match[1]).lstrip("0") or "0"
    return digits, (match[2] or "").strip()
