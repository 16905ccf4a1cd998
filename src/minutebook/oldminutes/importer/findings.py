"""What a comparison of minutes finds: lost lines, differences, and lines that only look otherwise."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.actions.standings import without_age
from minutebook.minutes.layout import BULLET
from minutebook.oldminutes.handwritten.minutes_reader import find_action_lines
from minutebook.oldminutes.handwritten.written_actions import parse_action
from minutebook.oldminutes.importer.line_shape import indent_and_bullet, words_of
from minutebook.oldminutes.importer.values import Difference, Sheet
from minutebook.records.roster import Roster
from minutebook.records.series import Person

_OWNED = re.compile(r"\s*(?:[-*+]\s+)?AI ?\([^:]+\)\s*[:-]")
_LIST_BULLET = re.compile(r"^\s*[-*+]\s+")
_MASKED_NAME = re.compile("\0([0-9]+)\0")
ONLY_LOOKS = frozenset(
    {"blanks dropped", "bullets rewritten", "header moved", "header rewritten", "item moved", "text moved"}
)
"""The kinds of differences that leave every word of the text as it is."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines of which something is lost, and what differs on purpose."""

    lost: tuple[int, ...]
    differences: tuple[Difference, ...]


class Findings:
    """Collects what the comparison of one sheet with its new minutes finds."""

    def __init__(self, sheet: Sheet, roster: Roster) -> None:
        self.sheet, self.roster = sheet, roster
        self.lost: list[int] = []
        self.differences: list[Difference] = []
        self._audited_actions = find_action_lines("\n".join(sheet.lines))
        """The lines that the audit takes for action items."""
        self._respaced: set[int] = set()
        self._rebulleted: set[int] = set()
        self._explained: dict[int, str] = {}

    def line(self, number: int) -> str:
        """Return a line as it stands in the file."""
        return self.sheet.line(number)

    def explained_line(self, number: int) -> str:
        """Return a line as it is after the differences that were added so far."""
        return self._explained.get(number, self.line(number))

    def explain(self, number: int, line: str) -> None:
        """Set what a line is after the differences that were added so far."""
        self._explained[number] = line

    def add(self, number: int, kind: str, old_text: str, new_text: str) -> None:
        """Add something that differs."""
        self.differences.append(Difference(self.sheet.path, number, kind, old_text.strip(), new_text.strip()))

    def add_action_in_prose(self, number: int) -> None:
        """Add that a line of prose is an action item for the audit, or for whoever reads it."""
        line = self.line(number)
        if number in self._audited_actions or _OWNED.match(line):
            self._add_unfollowed(number)

    def add_action_in_note(self, number: int) -> None:
        """Add that a line of an action's note is an action item for the audit, and by itself."""
        text = _LIST_BULLET.sub("", self.line(number))
        if number in self._audited_actions and parse_action(text, listed=False):
            self._add_unfollowed(number)

    def _add_unfollowed(self, number: int) -> None:
        self.add(number, "action item left in prose", self.line(number), "prose is not carried forward")

    def aliases(self, names: Iterable[str]) -> str:
        """Return all other spellings of some names."""
        people = [self.roster.person(name) for name in names]
        return " ".join(alias for person in people if person for alias in person.aliases)

    def add_aliases(self, number: int, names: Iterable[str]) -> None:
        """Add each other spelling of a name in a line."""
        line = self.explained_line(number)
        pairs = [
            (alias, person.name)
            for name in names
            if (person := self.roster.person(name)) and not _has_name(line, person)
            for alias in (*person.aliases, *_first_names(person.name))
        ]
        # The whole of a name first, and what may be somebody else's last.
        pairs.sort(key=lambda pair: (pair[0] in _first_names(pair[1]), -len(pair[0])))
        resolved: list[str] = []
        for alias, name in pairs:
            if alias in _first_names(name) and name in resolved:
                continue
            if re.search(pattern := rf"(?<![\w-]){re.escape(alias)}(?![\w-])", line):
                self.add(number, "alias resolved", alias, name)
                # A name that was put in is masked, or it would be searched for the next one.
                line = re.sub(pattern, f"\0{len(resolved)}\0", line, count=1)
                resolved.append(name)
        self.explain(number, _MASKED_NAME.sub(lambda match: resolved[int(match[1])], line))

    def is_shown_as(self, number: int, new_line: str, *, of_action: bool = False) -> bool:
        """Whether a line is shown but for its bullet and its spaces; differences in these are added once a file."""
        line = self.explained_line(number)
        if of_action:
            line, new_line = without_age(line), without_age(new_line)
        if words_of(line) != words_of(new_line):
            return False
        start, new_start = indent_and_bullet(line), indent_and_bullet(new_line)
        if start != new_start:
            self._rebulleted.add(number)
        if line[len(start) :] != new_line[len(new_start) :]:
            self._respaced.add(number)
        return True

    def comparison(self) -> Comparison:
        """Return all that was found in the order of the lines."""
        self._add_once("blanks dropped", self._respaced, "one space between words, none at the end")
        self._add_once("bullets rewritten", self._rebulleted, f'"{BULLET}"')
        ordered = sorted(self.differences, key=lambda difference: difference.line)
        return Comparison(tuple(sorted(set(self.lost))), tuple(dict.fromkeys(ordered)))

    def _add_once(self, kind: str, lines: set[int], new_text: str) -> None:
        if lines:
            numbers = ", ".join(map(str, sorted(lines)))
            old_text = f"{len(lines)} lines: {numbers}" if len(lines) > 1 else f"line {numbers}"
            self.add(min(lines), kind, old_text, new_text)


def _has_name(line: str, person: Person) -> bool:
    """Whether a line has the name of a person, and not only as a part of another spelling."""
    for alias in person.aliases:
        if person.name in alias:
            line = line.replace(alias, "")
    return re.search(rf"(?<!\w){re.escape(person.name)}(?!\w)", line) is not None


def _first_names(name: str) -> tuple[str, ...]:
    """Return what somebody is called in running text, beside the aliases."""
    first_name = name.split(maxsplit=1)[0]
    return (first_name, first_name.lower()) if first_name != name else (first_name.lower(),)
