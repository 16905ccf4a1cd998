"""The minutes as they were against those written from the notes: what is lost, and what differs on purpose."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from minutebook.counts.deltas import Deltas
from minutebook.minutes.layout import BULLET
from minutebook.minutes.markdown import escape, escape_heading, escape_start
from minutebook.oldminutes.importer.decisions import Decided
from minutebook.oldminutes.importer.figures import figures
from minutebook.oldminutes.importer.findings import Compared, Findings
from minutebook.oldminutes.importer.head_lines import compare_head
from minutebook.oldminutes.importer.item_lines import compare_items
from minutebook.oldminutes.importer.looks import counted, is_underlined
from minutebook.oldminutes.importer.unlisted import unlisted
from minutebook.oldminutes.importer.values import Counts, Drawn, Duties, Duty, Items, Part, Piece, Sheet, Text
from minutebook.oldminutes.importer.words import left_over
from minutebook.records.roster import Roster


def compare(sheet: Sheet, minutes: str, decided: Decided, deltas: Deltas, roster: Roster) -> Compared:
    """Compare the lines of a sheet with the minutes that were written from it."""
    found = Findings(sheet, roster)
    lines = minutes.split("\n")
    compare_head(found, lines)
    for number in sheet.head.claimed:
        found.unfollowed(number)
    _Comparison(found, lines, decided).part(sheet.root, 1)
    for number, why in unlisted(sheet, roster):
        found.tell(number, "attendance left in prose", found.line(number), why)
    figures(found, decided, deltas)
    return found.result()


def misplaced(old: Sequence[str], new: Sequence[str], told: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Yield the lines of minutes around each place where others differ, but for the lines that were told of."""
    for kind, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lines = tuple(range(first + 1, last + 1))
        if kind != "equal" and not (lines and set(lines) <= set(told)):
            yield (first, *lines, last + 1)


class _Comparison:
    def __init__(self, found: Findings, minutes: Sequence[str], decided: Decided) -> None:
        self.found, self.minutes, self.decided = found, minutes, decided
        self.at = 0

    def part(self, part: Part, level: int) -> None:
        """Compare a section and all below it."""
        if part.title is not None:
            self._heading(part, level)
        for piece in part.pieces:
            self._piece(piece)
        for below in part.parts:
            self.part(below, level + (part.title is not None or part is self.found.sheet.root))

    def _piece(self, piece: Piece) -> None:
        match piece:
            case Text():
                for number, line in piece.lines:
                    self._prose(number, line)
            case Items():
                compare_items(self.found, piece, self.minutes[self.at :], self.decided)
            case Duties():
                for duty in piece.entries:
                    self._duty(duty)
            case Counts() | Drawn():
                self.found.lost += self._unshown(piece)

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
        line = self.found.line(duty.line)
        kept = (duty.label, *duty.people, self.found.aliases(duty.people))
        if shown not in self.minutes or left_over(line, kept):
            self.found.lost.append(duty.line)
        self.found.named(duty.line, duty.people)
        if not self.found.looks(duty.line, shown):
            self.found.tell(duty.line, "duty rewritten", line, shown)

    def _heading(self, part: Part, level: int) -> None:
        now = f"{'#' * min(level, 6)} {escape_heading(part.title or '')}"
        line, lines = self.found.line(part.line), self.found.sheet.lines
        below = lines[part.line] if part.line < len(lines) else ""
        if not self._goes_to(now):
            self.found.lost.append(part.line)
        elif is_underlined(line, below):
            self.found.tell(part.line, "heading rewritten", counted(2, line), now)
        elif not self.found.looks(part.line, now):
            self.found.tell(part.line, "heading rewritten", line, now)

    def _prose(self, number: int, line: str) -> None:
        self.found.unfollowed(number)
        if line != self.found.line(number):
            self.found.tell(number, "heading rewritten", self.found.line(number), line)
        if line.strip() and not self._goes_to(line):
            self.found.lost.append(number)

    def _goes_to(self, line: str) -> bool:
        try:
            self.at = self.minutes.index(line, self.at) + 1
        except ValueError:
            return False
        return True
