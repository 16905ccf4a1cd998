"""What reading a YAML file gives: plain data, and the place of every key and value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from minutebook.records.problem import START, Finding, Path, Place, Problem


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A plain scalar that YAML readers take for a number which is no count, such as 3.10 or 0o17."""

    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file: dicts, lists, str, int, bool, None and Ambiguous, each with its place."""

    path: str
    text: str = field(repr=False)
    data: Any
    keys: Mapping[Path, Place] = field(repr=False)
    values: Mapping[Path, Place] = field(repr=False)

    def place(self, at: Path, *, on_key: bool = False) -> Place:
        """Return where the value at a path stands, or its key, or the nearest thing around it."""
        while at:
            place = (self.keys.get(at) if on_key else None) or self.values.get(at)
            if place:
                return place
            at, on_key = at[:-1], False
        return self.values.get((), START)

    def _within(self, place: Place, line: int | None) -> Place:
        """Return the place of a line of a block of text; a text in quotes has one place."""
        lines = self.text.split("\n")
        if line is None or lines[place.line - 1][place.column - 1] not in "|>":
            return place
        text = lines[place.line + line]
        return Place(place.line + line + 1, len(text) - len(text.lstrip()) + 1, len(text.strip()))

    def problem(self, finding: Finding) -> Problem:
        """Tie a finding to this file and its line."""
        return Problem(
            path=self.path,
            place=self._within(self.place(finding.at, on_key=finding.on_key), finding.line),
            rule=finding.rule,
            message=finding.message,
            hint=finding.hint,
            record=finding.record,
            severity=finding.severity,
            mend=finding.mend,
        )
