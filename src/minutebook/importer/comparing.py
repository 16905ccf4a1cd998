"""The minutes as they were against those written from the notes: what is lost, and what differs on purpose."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from minutebook.deltas import Deltas
from minutebook.handwritten import dates
from minutebook.importer.deciding import Decided
from minutebook.importer.figures import figures
from minutebook.importer.values import (
    Counts,
    Difference,
    Drawn,
    Duties,
    Duty,
    Group,
    Item,
    Items,
    Part,
    Piece,
    Sheet,
    Text,
)
from minutebook.importer.words import left_over
from minutebook.markdown import escape, escape_heading, escape_start, indent, long_date
from minutebook.minutes import BULLET
from minutebook.people import Roster

_PROMISE = re.compile(r"\s*(?:[-*+]\s+)?AI ?\([^:]+\)\s*[:-]")
_EMPTY = re.compile(r"[\w -]+:\s*(?:\[\]|''|\"\"|~|null)?\s*")
"""A key of front matter with nothing to it."""
_HEADS = "ai action item items todo unassigned and"
_NUMBER = re.compile(r"\A\s*[0-9]{1,9}[.)](?=\s)")
"""What a numbered list has for a bullet."""
_MARKS = "done closed complete completed finished resolved dropped cancelled canceled lapsed x"
_AGES = "meeting due lapses next time"
_WHO = "attending attendees attended attendance in present participants absent regrets apologies guests guest and"


@dataclass(frozen=True, slots=True)
class Compared:
    """The lines of which something is lost, and what differs on purpose."""

    lost: tuple[int, ...]
    differences: tuple[Difference, ...]


def compare(sheet: Sheet, minutes: str, decided: Decided, found: Deltas, roster: Roster) -> Compared:
    """Compare the lines of a sheet with the minutes that were written from it."""
    return _Comparison(sheet, minutes, decided, found, roster).result()


def misplaced(old: Sequence[str], new: Sequence[str], told: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Yield the lines of minutes around each place where others differ, but for the lines that were told of."""
    for kind, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lines = tuple(range(first + 1, last + 1))
        if kind != "equal" and not (lines and set(lines) <= set(told)):
            yield (first, *lines, last + 1)


class _Comparison:
    def __init__(self, sheet: Sheet, minutes: str, decided: Decided, found: Deltas, roster: Roster) -> None:
        self.sheet, self.decided, self.deltas, self.roster = sheet, decided, found, roster
        self.minutes = minutes.split("\n")
        self.text = minutes
        self.at = 0
        self.lost: list[int] = []
        self.different: list[Difference] = []

    def result(self) -> Compared:
        self._head()
        self._part(self.sheet.root, 1)
        for lost, different in figures(self.sheet, self.decided, self.deltas):
            self.lost += lost
            self.different += different
        order = sorted(self.different, key=lambda one: one.line)
        return Compared(tuple(sorted(set(self.lost))), tuple(dict.fromkeys(order)))

    def _line(self, number: int) -> str:
        return self.sheet.lines[number - 1]

    def _tell(self, number: int, kind: str, stated: str, now: str) -> None:
        self.different.append(Difference(self.sheet.path, number, kind, stated.strip(), now.strip()))

    def _head(self) -> None:
        head = self.sheet.head
        shown = next((at for at, line in enumerate(self.minutes) if line.startswith("# ")), 1)
        title = self._line(head.title_line) if head.title_line else ""
        now = self.minutes[shown]
        stated = [one for one in dates.find(title) if len(one.days) == 1]
        if stated and stated[0].days[0] != self.sheet.day:
            self._tell(head.title_line, "corrected title date", stated[0].text, long_date(self.sheet.day))
        elif head.title is None and not stated and not self.sheet.generated:
            self._tell(1, "title written", "", now)
        elif title.strip() != now and head.title_line in head.claimed and title.split() != now.split():
            self._tell(head.title_line, "title rewritten", title, now)
        written = " ".join(
            [*self.minutes[: self._end_of_head()], *(word for one in stated for word in [one.text])]
        )
        days = " ".join(
            f"{one.text} {dates.weekday_beside(title, one.text, self.sheet.day)}" for one in dates.find(title)
        )
        for number in head.claimed:
            line = self._line(number)
            allowed = f"{days} {_WHO} {self._aliases((*head.attending, *head.absent, *head.guests))} title br"
            if number == 1 and self.sheet.generated:
                continue
            if left_over(line, (written, allowed, "status draft" if head.draft else "")):
                if _EMPTY.fullmatch(line):
                    self._tell(number, "left out", line, "it says nothing")
                else:
                    self.lost.append(number)
            self._named(number, (*head.attending, *head.absent, *head.guests))

    def _end_of_head(self) -> int:
        return next(
            (at for at, line in enumerate(self.minutes[2:], 2) if line and not line.startswith("**")),
            len(self.minutes),
        )

    def _named(self, number: int, names: Iterable[str]) -> None:
        """Tell of each other spelling of a name in a line."""
        line = self._line(number)
        pairs = [
            (alias, person.name)
            for name in names
            if (person := self.roster.person(name))
            for alias in person.aliases
            if not re.search(rf"(?<!\w){re.escape(person.name)}(?!\w)", line)
        ]
        for alias, name in sorted(pairs, key=lambda pair: -len(pair[0])):
            if re.search(whole := rf"(?<![\w-]){re.escape(alias)}(?![\w-])", line):
                self._tell(number, "alias resolved", alias, name)
                line = re.sub(whole, "", line)

    def _aliases(self, names: Iterable[str]) -> str:
        people = [self.roster.person(name) for name in names]
        return " ".join(alias for person in people if person for alias in person.aliases)

    def _part(self, part: Part, level: int) -> None:
        if part.title is not None:
            self._heading(part, level)
        if not self._says_nothing(part):
            for piece in part.pieces:
                self._piece(piece)
        for below in part.parts:
            self._part(below, level + (part.title is not None or part is self.sheet.root))

    def _says_nothing(self, part: Part) -> bool:
        """Whether a section holds only the sentence that the minutes say of an empty one, and they do."""
        return part.only is not None and part.only.text in self.minutes[self.at : self.at + 4]

    def _piece(self, piece: Piece) -> None:
        match piece:
            case Text():
                for number, line in piece.lines:
                    self._prose(number, line)
            case Items():
                self._items(piece)
            case Duties():
                for duty in piece.entries:
                    self._duty(duty)
            case Counts() | Drawn():
                self.lost += self._unshown(piece)

    def _unshown(self, piece: Counts | Drawn) -> Iterator[int]:
        """Yield the lines of the counts that the minutes don't have."""
        if isinstance(piece, Drawn):
            labels = self.decided.tables[piece.line].labels
            places = [(row.line, "|", labels.get(row.label, row.label)) for row in piece.table.rows]
        else:
            known = [(one, "?" if one.value is None else str(one.value)) for one in piece.entries]
            places = [(one.line, f"{BULLET}{value} ", one.label) for one, value in known]
        end = " |" if isinstance(piece, Drawn) else ""
        return (line for line, start, label in places if not self._shows(start, f" {escape(label)}{end}"))

    def _shows(self, start: str, end: str) -> bool:
        """Whether the minutes have a line with this start and this end, blanks before a last bar left out."""
        return any(
            line.startswith(start) and re.sub(r" +\|\Z", " |", line).endswith(end) for line in self.minutes
        )

    def _duty(self, duty: Duty) -> None:
        people = ", ".join(escape(name) for name in duty.people) or "?"
        shown = f"{BULLET}{escape_start(escape(duty.label))}: {people}"
        if shown not in self.minutes or left_over(
            self._line(duty.line), (duty.label, *duty.people, self._aliases(duty.people))
        ):
            self.lost.append(duty.line)
        self._named(duty.line, duty.people)

    def _heading(self, part: Part, level: int) -> None:
        now = f"{'#' * min(level, 6)} {escape_heading(part.title or '')}"
        if not self._goes_to(now):
            self.lost.append(part.line)
        elif self._line(part.line).rstrip() != now:
            self._tell(part.line, "heading rewritten", self._line(part.line), now)

    def _prose(self, number: int, line: str) -> None:
        if _PROMISE.match(line):
            self._tell(number, "action item left in prose", line, "nobody follows it there")
        if line.strip() and not self._goes_to(line):
            self.lost.append(number)

    def _goes_to(self, line: str) -> bool:
        try:
            self.at = self.minutes.index(line, self.at) + 1
        except ValueError:
            return False
        return True

    def _items(self, piece: Items) -> None:
        start = self.at
        for entry in piece.entries:
            if isinstance(entry, Group):
                self._group(entry, start)
            else:
                self._item(entry)

    def _group(self, group: Group, start: int) -> None:
        topic = f"-   {escape_start(group.topic)}"
        if topic not in self.minutes[start:]:
            self.lost.append(group.line)
            return
        at = self.minutes.index(topic, start)
        for number, line in group.notes:
            shown = indent(line)
            if line.strip() and shown not in self.minutes[at:]:
                self.lost.append(number)
            elif line.strip() and shown != self._line(number):
                self._tell(number, "indented anew", self._line(number), shown)
        if self._line(group.line).rstrip() != topic:
            self._tell(group.line, "topic rewritten", self._line(group.line), topic)
        first = min(one.line for one in group.items)
        for number, line in group.notes:
            if number > first and line.strip():
                self._tell(number, "item regrouped", line, "above the action items of its topic")
        for one in group.items:
            self._item(one)

    def _item(self, one: Item) -> None:
        owners = ", ".join(escape(owner) for owner in one.owners)
        head = f"-   AI ({owners}): {one.task}"
        kept = (
            owners.replace("\\", ""),
            one.task,
            one.note or "",
            one.reason or "",
            str(one.due or ""),
            self._aliases(one.owners),
        )
        aged = _AGES + " " + " ".join(re.findall(r"[0-9]+(?:st|nd|rd|th)", self._line(one.line)))
        for number in one.own:
            line = _NUMBER.sub("", self._line(number)) if number == one.line else self._line(number)
            if left_over(line, (*kept, _HEADS, _MARKS, aged)):
                self.lost.append(number)
        shown = [line for line in self.minutes if line.strip().startswith(head)]
        if not shown or (one.note and f"-   {escape_start(one.note)}" not in self.text):
            self.lost.append(one.line)
            return
        self._named(one.line, one.owners)
        written = self._line(one.own[0])
        if written.strip() != shown[0].strip() and written.strip() != head:
            whole = len({*one.own}) > 1 or not _same(written, head)
            if whole:
                self._tell(
                    one.line, "item regrouped" if len(one.own) > 1 else "item rewritten", written, shown[0]
                )
        if self.decided.items[one.line].status == "lapsed" and one.status != "lapsed":
            self._tell(one.line, "item lapsed", one.task, "neither open nor closed in the next minutes")


def _same(one: str, other: str) -> bool:
    """Whether two lines are one but for their bullets and blanks."""
    return re.sub(r"\A[-*+]\s+", "", one.strip()).split() == re.sub(r"\A[-*+]\s+", "", other.strip()).split()
