"""What reading a YAML file gives: plain data, and the place of every key and value."""

import re
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from typing import Any

from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import START, Finding, KeyPath, Location, Problem


@lru_cache(2)  # each of many problems in a file asks for them
def _lines(text: str) -> list[str]:
    return text.split("\n")


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A plain scalar that YAML readers take for a number which is no count, such as 3.10 or 0o17."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file: dicts, lists, str, int, bool, None and Ambiguous, each with its place."""

    path: str
    text: str = field(repr=False)
    data: Any
    keys: Mapping[KeyPath, Location] = field(repr=False)
    values: Mapping[KeyPath, Location] = field(repr=False)

    def value(self, key_path: KeyPath) -> Any:
        """Return the value at a path."""
        value = self.data
        for key in key_path:
            value = value[key]
        return value

    def location(self, key_path: KeyPath, *, on_key: bool = False) -> Location:
        """Return where the value at a path is, or its key, or the nearest value around it."""
        while key_path:
            location = (self.keys.get(key_path) if on_key else None) or self.values.get(key_path)
            if location:
                return location
            key_path, on_key = key_path[:-1], False
        return self.values.get((), START)

    def brackets(self, key_path: KeyPath) -> Location | None:
        """Return where a list between brackets stands, all of it; the first sign of one on several lines has no length."""
        start = self.values.get(key_path)
        line = _lines(self.text)[start.line - 1] if start else ""
        if not start or line[start.column - 1 : start.column] not in {"[", "-"}:
            return None
        members = [value for path, value in self.values.items() if path[:-1] == key_path and path]
        if not members:
            return None
        closing = re.compile(r"\s*\]").match(line, members[-1].column - 1 + members[-1].length)
        is_here = closing is not None and line[start.column - 1] == "[" and members[-1].line == start.line
        length = closing.end() - start.column + 1 if closing and is_here else 0
        return Location(start.line, start.column, length)

    def _within(self, location: Location, line: int | None) -> Location:
        """Return the place of a line of a block of text; a text in quotes has one place."""
        lines = _lines(self.text)
        if line is None or lines[location.line - 1][location.column - 1] not in "|>":
            return location
        text = lines[location.line + line]
        return Location(location.line + line + 1, len(text) - len(text.lstrip()) + 1, len(text.strip()))

    def entry(self, key_path: KeyPath) -> Location | None:
        """Return the line of a key and its value, with its newline; None if they share it or have several.

        Of one of a list or between braces it is that with what parts it from the one before or behind.
        """
        if isinstance(key_path[-1], int):
            return self._one_of_list(key_path)
        key = self.keys.get(key_path)
        line = _lines(self.text)[key.line - 1] if key else ""
        # What is empty has the place of what comes next.
        is_empty = self.value(key_path) is None
        values = (
            value for path, value in self.values.items() if path[: len(key_path)] == key_path and not is_empty
        )
        is_alone = (
            key and not line[: key.column - 1].strip() and all(value.line == key.line for value in values)
        )
        if key and line[: key.column - 1].rstrip().endswith(("{", ",")):
            return self._one_between_braces(key, self.values[key_path], line)
        if not key or not is_alone or "#" in line or line.count("[") != line.count("]"):
            return None
        return Location(key.line, 1, len(line) + 1)

    @staticmethod
    def _one_between_braces(key: Location, value: Location, line: str) -> Location | None:
        """Return the place of a key and a value on one line between braces, if it is not the only one there."""
        value_end = value.column - 1 + value.length
        if line[value.column - 1] == "[":
            value_end = line.find("]", value.column) + 1
        text_before, text_behind = line[: key.column - 1].rstrip(), line[value_end:].lstrip()
        if value.line != key.line or not value_end or not text_behind.startswith((",", "}")):
            return None
        if text_before.endswith(","):
            return Location(key.line, len(text_before), value_end - len(text_before) + 1)
        tail = text_behind.removeprefix(",").lstrip()
        length = len(line) - len(tail) - key.column + 1
        return Location(key.line, key.column, length) if tail != text_behind else None

    def _one_of_list(self, key_path: KeyPath) -> Location | None:
        location, lines = self.values[key_path], _lines(self.text)
        line, number = lines[location.line - 1], location.line
        text_before, _text, text_behind = location.cut(line)
        if text_before.strip() == "-" and not text_behind.strip():
            return Location(number, 1, len(line) + 1)
        length = location.length + len(text_before)
        while not text_before.strip() and number > 1:
            number -= 1
            text_before = lines[number - 1]
            length += len(text_before) + 1
        comma = len(text_before.rstrip()) - 1
        is_sure = text_before[comma:].startswith(",") and "#" not in text_before
        return Location(number, comma + 1, length - comma) if is_sure else None

    def _replacement(self, finding: Finding) -> str:
        """Return the lines or the names between commas that stand for one of a list."""
        is_listed = isinstance(finding.key_path[-1], int) and finding.key_path in self.values
        if not is_listed and len(finding.replacements) > 1:
            return f"[{', '.join(finding.replacements)}]"
        location = self.location(finding.key_path)
        start = location.cut(_lines(self.text)[location.line - 1])[0]
        return (f"\n{start}" if start.strip() == "-" else ", ").join(finding.replacements)

    def problem(self, finding: Finding) -> Problem:
        """Tie a finding to this file and its line."""
        entry = self.entry(finding.key_path) if finding.removes else None
        mend = self._replacement(finding) if finding.replacements else finding.mend
        is_of_value = mend is not None and not (finding.on_key or finding.mend_at)
        brackets = self.brackets(finding.key_path) if is_of_value else None
        mend = None if brackets and not brackets.length else mend
        return Problem(
            path=self.path,
            location=self._within(self.location(finding.key_path, on_key=finding.on_key), finding.line),
            rule=finding.rule,
            message=finding.message,
            hint=finding.hint,
            record=finding.record,
            severity=finding.severity,
            mend="" if entry else mend,
            mend_at=entry or finding.mend_at or brackets,
            splits=len(finding.replacements) > 1 or brackets is not None,
        )
