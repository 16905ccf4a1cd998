"""The head of minutes against that of the new ones: what is lost, and what differs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from minutebook.minutes.layout import TITLE_LINE, read_header_line
from minutebook.minutes.markdown import long_date
from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.attendance_labels import LABELS, attendance_of_label
from minutebook.oldminutes.importer.findings import Findings
from minutebook.oldminutes.importer.line_shape import is_underlined, quote_first, without_line_break
from minutebook.oldminutes.importer.lost_words import lost_words, split_words
from minutebook.oldminutes.importer.outline import count_front_lines

_EMPTY_FRONT_KEY = re.compile(r"[\w -]+:\s*(?:\[\]|''|\"\"|~|null)?\s*")
_NUMBER = re.compile(r"\A[ \t]*[0-9]{1,3}[.)][ \t]+")
"""The bullet of a name in a numbered list."""
_ATTENDANCE_WORDS = " ".join([*LABELS, "and"])


@dataclass
class _LineGroup:
    """The old lines that became one line of the new head, by the index of that."""

    numbers: list[int]
    new_index: int


def compare_head(findings: Findings, new_lines: Sequence[str]) -> None:
    """Find what the head has lost, and what differs in its title and in each of its lines."""
    comparison = _HeadComparison(findings, new_lines)
    title_lines = comparison.compare_title()
    comparison.find_lost_words()
    comparison.compare_lines(title_lines)


class _HeadComparison:
    def __init__(self, findings: Findings, new_lines: Sequence[str]) -> None:
        self.findings, self.new_lines = findings, new_lines
        self.sheet, self.head = findings.sheet, findings.sheet.head
        self.front = count_front_lines("\n".join(self.sheet.lines))
        below_title = enumerate(new_lines[TITLE_LINE + 1 :], TITLE_LINE + 1)
        ends = (index for index, line in below_title if not read_header_line(line))
        self.new_end = next(ends, len(new_lines))
        """The index of the line below the new head."""

    def compare_title(self) -> set[int]:
        """Add what differs in the title, and return its lines."""
        number, new_title = self.head.title_line, self.new_lines[TITLE_LINE - 1]
        if self.head.title is None and not self._is_heading(number):
            if not self.sheet.generated:
                self.findings.add(1, "title written", PurePosixPath(self.sheet.path).name, new_title)
            return set()
        line = self.findings.line(number)
        underlined = number > self.front and is_underlined(line, self.findings.line(number + 1))
        count = 2 if underlined else 1
        title_date = next((date for date in dates.find_dates(line) if len(date.days) == 1), None)
        if title_date and title_date.days[0] != self.sheet.day:
            meeting_date = long_date(self.sheet.day)
            self.findings.add(number, "corrected title date", title_date.text, meeting_date)
            self.findings.explain(number, line.replace(title_date.text, meeting_date, 1))
        if underlined:
            self.findings.add(number, "title rewritten", quote_first(count, line), new_title)
        elif not self.findings.is_shown_as(number, new_title):
            self.findings.add(number, "title rewritten", self.findings.explained_line(number), new_title)
        self._compare_text_above(number)
        return set(range(number, number + count))

    def _is_heading(self, number: int) -> bool:
        """Whether a line is a heading that went into the head, though it is only a date."""
        line = self.findings.line(number)
        heading = line.lstrip().startswith("#") or is_underlined(line, self.findings.line(number + 1))
        return heading and number > self.front and number in self.head.lines

    def _compare_text_above(self, title_line: int) -> None:
        """Add the text above the title, which stands below it now."""
        head_lines = {*self.head.lines, *range(self.front + 1)}
        written = filter(self._is_written, range(1, title_line))
        for in_head, group in groupby(written, key=head_lines.__contains__):
            numbers = list(group)
            if not in_head:
                self.findings.add(numbers[0], "text moved", self._quote(numbers), "below the title")

    def find_lost_words(self) -> None:
        """Find the lines whose words are neither in the new head nor known to be put otherwise."""
        head = self.head
        title = self.findings.line(head.title_line or 1)
        title_dates = (
            *(date.text for date in dates.find_dates(title)),
            *dates.find_dates_without_year(title, self.sheet.day),
        )
        dates_and_weekdays = " ".join(
            f"{text} {dates.weekday_beside(title, text, self.sheet.day)}" for text in title_dates
        )
        new_head = " ".join([*self.new_lines[: self.new_end], dates_and_weekdays])
        people = (*head.attending, *head.absent, *head.guests)
        status_words = "status draft" if head.draft else ""
        known_words = f"{_ATTENDANCE_WORDS} {self.findings.aliases(people)} title br {status_words}"
        for number in head.lines:
            line = self.findings.line(number)
            if number == 1 and self.sheet.generated:
                continue
            if lost_words(_NUMBER.sub("", line, count=1), (new_head, known_words)):
                if _EMPTY_FRONT_KEY.fullmatch(line):
                    self.findings.add(number, "left out", line, "it is empty")
                else:
                    self.findings.lost.append(number)
            self.findings.add_aliases(number, people)

    def compare_lines(self, title_lines: set[int]) -> None:
        """Add what each line below the title is now, and front matter as a whole."""
        if self.front:
            front_matter = quote_first(self.front, self.findings.line(1))
            self.findings.add(1, "front matter rewritten", front_matter, "lines of the head")
        above_head = 1 if self.sheet.generated else self.front
        numbers = sorted({*self.head.lines} - title_lines - {*range(above_head + 1)})
        new_head = [line for line in self.new_lines[TITLE_LINE : self.new_end] if line]
        title_line = self.head.title_line if self.head.title else 0
        furthest = 0
        for group in self._group_lines(list(filter(self._is_written, numbers)), new_head):
            first_line = group.numbers[0]
            self._compare_group(group, new_head[group.new_index])
            moved_up = group.new_index < furthest
            if moved_up or first_line < title_line or self._is_below_text(first_line):
                quoted = self._quote(group.numbers)
                self.findings.add(first_line, "header moved", quoted, "to its place below the title")
            furthest = max(furthest, group.new_index)

    def _group_lines(self, numbers: Sequence[int], new_head: Sequence[str]) -> Iterator[_LineGroup]:
        """Yield the lines that became one line of the new head, in their order."""
        groups: list[_LineGroup] = []
        for number in reversed(numbers):
            line = self.findings.explained_line(number)
            same_indexes = (
                index for index, text in enumerate(new_head) if _without_break(line) == text.split()
            )
            unused = [index for index in same_indexes if all(group.new_index != index for group in groups)]
            if unused:
                groups.append(_LineGroup([number], unused[-1]))
                continue
            best = self._most_alike(line, new_head, groups)
            group_below = groups[-1] if groups else None
            if group_below and group_below.new_index == best and self._touches(number, group_below.numbers):
                group_below.numbers.insert(0, number)
            else:
                groups.append(_LineGroup([number], best))
        yield from reversed(groups)

    def _most_alike(self, line: str, new_head: Sequence[str], groups: Sequence[_LineGroup]) -> int:
        """Return the index of the new line that a line went into, which is above the lines of some groups."""
        lost = [len(lost_words(line, (text,))) for text in new_head]
        best = max(range(len(new_head)), key=lambda index: (-lost[index], index))
        # A line without a word of any is the heading of the names below it, as is one that by its words is such.
        no_word = lost[best] == len(set(split_words(line)))
        return (
            groups[-1].new_index if groups and (no_word or attendance_of_label(line.lstrip("# "))) else best
        )

    def _touches(self, number: int, numbers_below: Sequence[int]) -> bool:
        return not any(map(self._is_written, range(number + 1, numbers_below[0])))

    def _compare_group(self, group: _LineGroup, new_line: str) -> None:
        first_line = group.numbers[0]
        self.findings.explain(first_line, without_line_break(self.findings.explained_line(first_line)))
        if len(group.numbers) > 1 or not self.findings.is_shown_as(first_line, new_line.rstrip()):
            self.findings.add(first_line, "header rewritten", self._quote(group.numbers), new_line)

    def _is_below_text(self, number: int) -> bool:
        """Whether prose stands between the title, or front matter, and a line."""
        start = max(self.front, self.head.title_line if self.head.title else 0) + 1
        return any(self._is_written(above) and above not in self.head.lines for above in range(start, number))

    def _is_written(self, number: int) -> bool:
        return bool(self.findings.line(number).strip())

    def _quote(self, numbers: Sequence[int]) -> str:
        return quote_first(len(numbers), self.findings.line(numbers[0]))


def _without_break(line: str) -> list[str]:
    return without_line_break(line).split()
