"""The head of minutes against that of the minutes written from the notes."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from minutebook.minutes.markdown import long_date
from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.attendance_labels import LABELS, attendance_of_label
from minutebook.oldminutes.handwritten.blocks import FrontMatterLine, split_blocks
from minutebook.oldminutes.importer.findings import Findings
from minutebook.oldminutes.importer.looks import counted, is_underlined
from minutebook.oldminutes.importer.words import left_over, words

_EMPTY = re.compile(r"[\w -]+:\s*(?:\[\]|''|\"\"|~|null)?\s*")
"""A key of front matter with nothing to it."""
_BREAK = re.compile(r"(?:[ \t]+|\\|<br ?/?>)+\Z")
_COUNTED = re.compile(r"\A[ \t]*[0-9]{1,3}[.)][ \t]+")
"""The number of one in a list of people."""
_WHO = " ".join([*LABELS, "and"])


def compare_head(found: Findings, minutes: Sequence[str]) -> None:
    """Find what the head has lost, and what differs in its title and in each of its lines."""
    comparison = _Comparison(found, minutes)
    own = comparison.title()
    comparison.keep()
    comparison.lines(own)


class _Comparison:
    def __init__(self, found: Findings, minutes: Sequence[str]) -> None:
        self.found, self.minutes = found, minutes
        self.sheet, self.head = found.sheet, found.sheet.head
        self.at = next((at for at, line in enumerate(minutes) if line.startswith("# ")), 1)
        text = "\n".join(self.sheet.lines) if self.sheet.lines[0].startswith("---") else ""
        self.front = sum(isinstance(one, FrontMatterLine) for one in split_blocks(text))

    def title(self) -> set[int]:
        """Tell what differs in the title, and return its lines."""
        at, now = self.head.title_line, self.minutes[self.at]
        if self.head.title is None and not self._is_titled(at):
            if not self.sheet.generated:
                self.found.tell(1, "title written", PurePosixPath(self.sheet.path).name, now)
            return set()
        line, in_front = self.found.line(at), at <= self.front
        below = self.sheet.lines[at] if at < len(self.sheet.lines) else ""
        number = 2 if not in_front and is_underlined(line, below) else 1
        stated = [one for one in dates.find_dates(line) if len(one.days) == 1]
        if stated and stated[0].days[0] != self.sheet.day:
            right = long_date(self.sheet.day)
            self.found.tell(at, "corrected title date", stated[0].text, right)
            self.found.spelled[at] = line.replace(stated[0].text, right, 1)
        if number > 1:
            self.found.tell(at, "title rewritten", counted(number, line), now)
        elif not self.found.looks(at, now):
            self.found.tell(at, "title rewritten", self.found.resolved(at), now)
        self._above(at)
        return set(range(at, at + number))

    def _is_titled(self, at: int) -> bool:
        """Whether a line is a heading that went into the head, though it is only a date."""
        line, below = self.found.line(at), "".join(self.sheet.lines[at : at + 1])
        heading = line.lstrip().startswith("#") or is_underlined(line, below)
        return heading and at > self.front and at in self.head.claimed

    def _above(self, title: int) -> None:
        """Tell of the text above the title, which stands below it now."""
        claimed = {*self.head.claimed} | {*range(self.front + 1)}
        written = [at for at in range(1, title) if self._says(at)]
        for own, lines in groupby(written, key=claimed.__contains__):
            found = list(lines)
            if not own:
                stated = counted(len(found), self.found.line(found[0]))
                self.found.tell(found[0], "text moved", stated, "below the title")

    def keep(self) -> None:
        """Find the lines whose words are neither in the new head nor known to be put otherwise."""
        head = self.head
        line = self.found.line(head.title_line or 1)
        named = (*(one.text for one in dates.find_dates(line)), *dates.find_yearless(line, self.sheet.day))
        days = " ".join(f"{text} {dates.weekday_beside(line, text, self.sheet.day)}" for text in named)
        written = " ".join([*self.minutes[: self._end()], days])
        names = (*head.attending, *head.absent, *head.guests)
        allowed = f"{_WHO} {self.found.aliases(names)} title br {'status draft' if head.draft else ''}"
        for number in head.claimed:
            line = self.found.line(number)
            if number == 1 and self.sheet.generated:
                continue
            if left_over(_COUNTED.sub("", line, count=1), (written, allowed)):
                if _EMPTY.fullmatch(line):
                    self.found.tell(number, "left out", line, "it says nothing")
                else:
                    self.found.lost.append(number)
            self.found.named(number, names)

    def _end(self) -> int:
        """Return where the head of the new minutes ends."""
        below = enumerate(self.minutes[self.at + 2 :], self.at + 2)
        return next((at for at, line in below if not line.startswith("**")), len(self.minutes))

    def lines(self, title: set[int]) -> None:
        """Tell of each line below the title, and of front matter as a whole, what it is now."""
        if self.front:
            self.found.tell(
                1, "front matter rewritten", counted(self.front, self.found.line(1)), "lines of the head"
            )
        first = 1 if self.sheet.generated else self.front
        claimed = sorted({*self.head.claimed} - title - {*range(first + 1)})
        shown = [line for line in self.minutes[self.at + 1 : self._end()] if line]
        groups = list(self._groups([at for at in claimed if self.found.line(at).strip()], shown))
        furthest = 0
        above = self.head.title_line if self.head.title else 0
        for lines, place in groups:
            self._line(lines, shown[place])
            if place < furthest or lines[0] < above or self._stands_below_text(lines[0]):
                moved = counted(len(lines), self.found.line(lines[0]))
                self.found.tell(lines[0], "header moved", moved, "to its place below the title")
            furthest = max(furthest, place)

    def _groups(self, claimed: Sequence[int], shown: Sequence[str]) -> Iterator[tuple[list[int], int]]:
        """Yield the lines that became one line of the new head, and its place there."""
        made: list[tuple[list[int], int]] = []
        for at in reversed(claimed):
            line = self.found.resolved(at)
            known = [len(left_over(line, (other,))) for other in shown]
            best = max(range(len(shown)), key=lambda place: (-known[place], place))
            taken = {place for _, place in made}
            alike = (at for at, other in enumerate(shown) if _BREAK.sub("", line).split() == other.split())
            if alone := [place for place in alike if place not in taken]:
                made.append(([at], alone[-1]))
                continue
            # A line that has no word of any is the heading of the names below it, as is what is such by its words.
            if made and (known[best] == len(set(words(line))) or attendance_of_label(line.lstrip("# "))):
                best = made[-1][1]
            if made and made[-1][1] == best and not any(map(self._says, range(at + 1, made[-1][0][0]))):
                made[-1][0].insert(0, at)
            else:
                made.append(([at], best))
        yield from reversed(made)

    def _says(self, at: int) -> bool:
        return bool(self.found.line(at).strip())

    def _line(self, lines: Sequence[int], shown: str) -> None:
        first = lines[0]
        self.found.spelled[first] = _BREAK.sub("", self.found.resolved(first))
        if len(lines) > 1 or not self.found.looks(first, shown.rstrip()):
            self.found.tell(first, "header rewritten", counted(len(lines), self.found.line(first)), shown)

    def _stands_below_text(self, at: int) -> bool:
        above = range(max(self.front, self.head.title_line if self.head.title else 0) + 1, at)
        return any(one not in self.head.claimed and self.found.line(one).strip() for one in above)
