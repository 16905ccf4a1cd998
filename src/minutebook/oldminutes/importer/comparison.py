"""Old minutes against the new ones: what is lost, and what differs on purpose."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from minutebook.counts.deltas import Deltas
from minutebook.minutes.layout import bullet, count_text, duty_line, heading
from minutebook.minutes.markdown import escape
from minutebook.oldminutes.importer.action_comparison import compare_actions
from minutebook.oldminutes.importer.count_comparison import compare_counts
from minutebook.oldminutes.importer.decisions import Decisions
from minutebook.oldminutes.importer.findings import Comparison, Findings
from minutebook.oldminutes.importer.head_comparison import compare_head
from minutebook.oldminutes.importer.line_shape import is_underlined, quote_first
from minutebook.oldminutes.importer.lost_words import lost_words
from minutebook.oldminutes.importer.unread_attendance import unread_attendance
from minutebook.oldminutes.importer.values import (
    Actions,
    Block,
    Counters,
    Duties,
    Duty,
    Prose,
    Section,
    Sheet,
    TableBlock,
)
from minutebook.records.roster import Roster


def compare(sheet: Sheet, minutes: str, decisions: Decisions, deltas: Deltas, roster: Roster) -> Comparison:
    """Compare the lines of a sheet with the minutes that were written from it."""
    findings = Findings(sheet, roster)
    new_lines = minutes.split("\n")
    compare_head(findings, new_lines)
    for number in sheet.head.lines:
        findings.add_action_in_prose(number)
    _BodyComparison(findings, new_lines, decisions).compare_section(sheet.root, 1)
    for number, reason in unread_attendance(sheet, roster):
        findings.add(number, "attendance left in prose", findings.line(number), reason)
    compare_counts(findings, decisions, deltas)
    return findings.comparison()


def unexplained_changes(
    lines: Sequence[str], new_lines: Sequence[str], explained: Collection[int]
) -> Iterator[tuple[int, ...]]:
    """Yield the lines in and beside each place where new minutes differ, unless the difference is explained."""
    # With autojunk, in 200 lines or more a line that is frequent, such as an empty one, would match nothing.
    matcher = SequenceMatcher(None, lines, new_lines, autojunk=False)
    for operation, start, end, _, _ in matcher.get_opcodes():
        changed = tuple(range(start + 1, end + 1))
        if operation != "equal" and not (changed and set(changed) <= set(explained)):
            yield (start, *changed, end + 1)


class _BodyComparison:
    def __init__(self, findings: Findings, new_lines: Sequence[str], decisions: Decisions) -> None:
        self.findings, self.new_lines, self.decisions = findings, new_lines, decisions
        self.next_index = 0
        """The index of the new line below the last one that was found again."""

    def compare_section(self, section: Section, level: int) -> None:
        """Compare a section and all below it."""
        if section.title is not None:
            self._compare_heading(section, level)
        for block in section.blocks:
            self._compare_block(block)
        for subsection in section.sections:
            is_root = section is self.findings.sheet.root
            self.compare_section(subsection, level + (section.title is not None or is_root))

    def _compare_heading(self, section: Section, level: int) -> None:
        new_line = heading(section.title or "", level)
        line, line_below = self.findings.line(section.line), self.findings.line(section.line + 1)
        if not self._find_next(new_line):
            self.findings.lost.append(section.line)
        elif is_underlined(line, line_below):
            self.findings.add(section.line, "heading rewritten", quote_first(2, line), new_line)
        elif not self.findings.is_shown_as(section.line, new_line):
            self.findings.add(section.line, "heading rewritten", line, new_line)

    def _compare_block(self, block: Block) -> None:
        match block:
            case Prose():
                for number, line in block.lines:
                    self._compare_prose(number, line)
            case Actions():
                compare_actions(self.findings, block, self.new_lines[self.next_index :], self.decisions)
            case Duties():
                for duty in block.duties:
                    self._compare_duty(duty)
            case Counters() | TableBlock():
                self.findings.lost += self._missing_counts(block)

    def _missing_counts(self, block: Counters | TableBlock) -> Iterator[int]:
        """Yield the lines of the counts that the new minutes don't have."""
        if isinstance(block, Counters):
            for counter in block.counters:
                if not self._has_line(bullet(f"{count_text(counter.value)} "), f" {escape(counter.label)}"):
                    yield counter.line
            return
        labels = self.decisions.tables[block.line].labels
        for row in block.table.rows:
            if not self._has_line("|", f" {escape(labels.get(row.label, row.label))} |"):
                yield row.line

    def _compare_prose(self, number: int, line: str) -> None:
        self.findings.add_action_in_prose(number)
        if line != self.findings.line(number):
            self.findings.add(number, "heading rewritten", self.findings.line(number), line)
        if line.strip() and not self._find_next(line):
            self.findings.lost.append(number)

    def _find_next(self, line: str) -> bool:
        """Look for a line in the new minutes, below the last one that was found again."""
        try:
            self.next_index = self.new_lines.index(line, self.next_index) + 1
        except ValueError:
            return False
        return True

    def _compare_duty(self, duty: Duty) -> None:
        line, new_line = self.findings.line(duty.line), duty_line(duty.label, duty.people)
        kept_texts = (duty.label, *duty.people, self.findings.aliases(duty.people))
        if new_line not in self.new_lines or lost_words(line, kept_texts):
            self.findings.lost.append(duty.line)
        self.findings.add_aliases(duty.line, duty.people)
        if not self.findings.is_shown_as(duty.line, new_line):
            self.findings.add(duty.line, "duty rewritten", line, new_line)

    def _has_line(self, start: str, end: str) -> bool:
        """Whether a line of the new minutes starts and ends with some text, whatever spaces stand before a last bar."""
        return any(
            line.startswith(start) and re.sub(r" +\|\Z", " |", line).endswith(end) for line in self.new_lines
        )
