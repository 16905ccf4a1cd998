"""What a comparison of minutes finds: lost lines, what differs, and the lines that only look otherwise."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.minutes.layout import BULLET
from minutebook.oldminutes.handwritten.actions import parse_action
from minutebook.oldminutes.handwritten.reader import find_action_lines
from minutebook.oldminutes.importer.looks import ageless, bare, start
from minutebook.oldminutes.importer.values import Difference, Sheet
from minutebook.records.roster import Roster
from minutebook.records.series import Person

_SIGNED = re.compile(r"\s*(?:[-*+]\s+)?AI ?\([^:]+\)\s*[:-]")
LOOKS = frozenset(
    {"blanks dropped", "bullets rewritten", "header moved", "header rewritten", "item moved", "text moved"}
)
"""The kinds of differences that leave every word of the text alone."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The lines of which something is lost, and what differs on purpose."""

    lost: tuple[int, ...]
    differences: tuple[Difference, ...]


class Findings:
    """Collects what a comparison of one sheet finds."""

    def __init__(self, sheet: Sheet, roster: Roster) -> None:
        self.sheet, self.roster = sheet, roster
        self.promised = find_action_lines("\n".join(sheet.lines))
        self.lost: list[int] = []
        self.different: list[Difference] = []
        self.blanks: set[int] = set()
        self.bullets: set[int] = set()
        self.spelled: dict[int, str] = {}

    def line(self, number: int) -> str:
        """Return a line as it stands in the file."""
        return self.sheet.lines[number - 1]

    def resolved(self, number: int) -> str:
        """Return a line with all that was told of it put right."""
        return self.spelled.get(number, self.line(number))

    def tell(self, number: int, kind: str, stated: str, now: str) -> None:
        """Add something that differs."""
        self.different.append(Difference(self.sheet.path, number, kind, stated.strip(), now.strip()))

    def unfollowed(self, number: int, *, noted: bool = False) -> None:
        """Tell of a promise in a line of prose; in the note of an item it must say by itself that it is one."""
        line = self.line(number)
        alone = parse_action(re.sub(r"^\s*[-*+]\s+", "", line), listed=False) if noted else None
        if (number in self.promised and (alone or not noted)) or (not noted and _SIGNED.match(line)):
            self.tell(number, "action item left in prose", line, "nobody follows it there")

    def aliases(self, names: Iterable[str]) -> str:
        """Return all other spellings of some names."""
        people = [self.roster.person(name) for name in names]
        return " ".join(alias for person in people if person for alias in person.aliases)

    def named(self, number: int, names: Iterable[str]) -> None:
        """Tell of each other spelling of a name in a line."""
        line = self.resolved(number)
        pairs = [
            (alias, person.name)
            for name in names
            if (person := self.roster.person(name)) and not _names(line, person)
            for alias in (*person.aliases, *_first_names(person.name))
        ]
        told: list[str] = []
        # The whole of a name first, and what may be somebody else's last.
        for alias, name in sorted(pairs, key=lambda pair: (pair[0] in _first_names(pair[1]), -len(pair[0]))):
            if alias in _first_names(name) and name in told:
                continue
            if re.search(whole := rf"(?<![\w-]){re.escape(alias)}(?![\w-])", line):
                self.tell(number, "alias resolved", alias, name)
                # A name that was put in is not searched for the next one.
                line = re.sub(whole, f"\0{len(told)}\0", line, count=1)
                told.append(name)
        self.spelled[number] = re.sub("\0([0-9]+)\0", lambda found: told[int(found[1])], line)

    def looks(self, number: int, shown: str, *, of_item: bool = False) -> bool:
        """Whether a line is shown but for its bullet and its blanks; what differs in these is told by file."""
        line = self.resolved(number)
        line, shown = (ageless(line), ageless(shown)) if of_item else (line, shown)
        if bare(line) != bare(shown):
            return False
        begin, now = start(line), start(shown)
        if begin != now:
            self.bullets.add(number)
        if line[len(begin) :] != shown[len(now) :]:
            self.blanks.add(number)
        return True

    def result(self) -> Compared:
        """Return all that was found in the order of the lines."""
        self._tell_by_file("blanks dropped", self.blanks, "one between words, none at the end")
        self._tell_by_file("bullets rewritten", self.bullets, f'"{BULLET}"')
        order = sorted(self.different, key=lambda one: one.line)
        return Compared(tuple(sorted(set(self.lost))), tuple(dict.fromkeys(order)))

    def _tell_by_file(self, kind: str, lines: Iterable[int], now: str) -> None:
        if found := sorted(lines):
            numbers = ", ".join(map(str, found))
            stated = f"{len(found)} lines: {numbers}" if len(found) > 1 else f"line {numbers}"
            self.tell(found[0], kind, stated, now)


def _names(line: str, person: Person) -> bool:
    """Whether a line has the name of a person, and not only as a part of another spelling."""
    for alias in person.aliases:
        if person.name in alias:
            line = line.replace(alias, "")
    return re.search(rf"(?<!\w){re.escape(person.name)}(?!\w)", line) is not None


def _first_names(name: str) -> tuple[str, ...]:
    """Return what somebody is called in running text, beside the aliases."""
    first = name.split(maxsplit=1)[0]
    return (first, first.lower()) if first != name else (first.lower(),)
