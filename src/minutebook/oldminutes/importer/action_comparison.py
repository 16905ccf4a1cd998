"""The action items of minutes against those of the new ones: what is lost, and what differs."""

import re
from collections.abc import Iterator, Sequence

from minutebook.actions.notes import undated
from minutebook.actions.standings import AGE_WORDS, ORDINAL, Standing, status_mark, without_age
from minutebook.actions.words import CLOSING_WORDS, MARK_WORDS
from minutebook.minutes.action_line import ActionLine, action_text
from minutebook.minutes.layout import BULLET, bullet, indent, is_bullet
from minutebook.minutes.markdown import escape
from minutebook.oldminutes.importer.action_order import moved_members
from minutebook.oldminutes.importer.decisions import Decisions
from minutebook.oldminutes.importer.findings import Findings
from minutebook.oldminutes.importer.line_shape import (
    describe_indent,
    quote_first,
    without_common_ends,
    words_of,
)
from minutebook.oldminutes.importer.lost_words import lost_words
from minutebook.oldminutes.importer.values import Action, Actions, Topic
from minutebook.records.roster import UNASSIGNED

_LEAD_WORDS = " ".join([*MARK_WORDS, UNASSIGNED, "and"])
_CLOSING_WORDS = " ".join([*CLOSING_WORDS, "x"])
_ORDINAL = re.compile(ORDINAL)
_NUMBER = re.compile(r"\A\s*[0-9]{1,9}[.)](?=\s)")
"""The bullet of an item in a numbered list."""
_LAPSED_MARK = status_mark("lapsed")


def compare_actions(
    findings: Findings, block: Actions, new_lines: Sequence[str], decisions: Decisions
) -> None:
    """Find what action items and topics have lost, and what differs in them and in their order.

    `new_lines` are those of the new minutes from where the action items may stand.
    """
    comparison = _ActionComparison(findings, new_lines, decisions)
    comparison.compare_order(block.members)
    for member in block.members:
        if isinstance(member, Topic):
            comparison.compare_topic(member)
        else:
            comparison.compare_action(member)


class _ActionComparison:
    def __init__(self, findings: Findings, new_lines: Sequence[str], decisions: Decisions) -> None:
        self.findings, self.new_lines, self.decisions = findings, new_lines, decisions

    def compare_order(self, members: Sequence[Action | Topic]) -> None:
        """Add which action items and topics stand elsewhere."""
        for member, destination in moved_members(members, self.decisions, self.findings.sheet):
            lines = sorted(_lines_of_member(member))
            self.findings.add(lines[0], "item moved", self._quote(lines), destination)

    def compare_topic(self, topic: Topic) -> None:
        """Compare a topic, its notes and its action items."""
        new_line = bullet(topic.topic)
        if new_line not in self.new_lines:
            self.findings.lost.append(topic.line)
            return
        if not self.findings.is_shown_as(topic.line, new_line):
            self.findings.add(topic.line, "topic rewritten", self.findings.line(topic.line), new_line)
        self._compare_notes(topic, self.new_lines[self.new_lines.index(new_line) :])
        self.compare_order(topic.actions)
        for action in topic.actions:
            self.compare_action(action)

    def _compare_notes(self, topic: Topic, new_lines: Sequence[str]) -> None:
        first_action_line = min(action.lines[0] for action in topic.actions)
        for number, text in topic.notes:
            if not text.strip():
                continue
            new_line, line = indent(text), self.findings.line(number)
            self.findings.add_action_in_prose(number)
            if new_line not in new_lines:
                self.findings.lost.append(number)
            elif new_line != line:
                old_text = f"{describe_indent(line)}: {line.strip()}"
                self.findings.add(number, "indented anew", old_text, describe_indent(new_line))
            if number > first_action_line:
                self.findings.add(number, "item regrouped", text, "above the action items of its topic")

    def compare_action(self, action: Action) -> None:
        """Compare an action item with its note."""
        self._find_lost_words(action)
        new_lines = self._find_new_lines(action)
        if not new_lines:
            self.findings.lost.append(action.line)
            return
        self.findings.add_aliases(action.lines[0], action.owners)
        owner_lines = [number for number in action.lines if number < action.line]
        if owner_lines:
            owner = self._quote(owner_lines)
            self.findings.add(owner_lines[0], "owner repeated", owner, "named in each item of the list below")
        for number in action.lines:
            if number > action.line:
                self.findings.add_action_in_note(number)
        lines = [
            number for number in action.lines if number >= action.line and self.findings.line(number).strip()
        ]
        lapsed = self.decisions.actions[action.line].status == "lapsed" and action.status != "lapsed"
        if lapsed:
            new_lines[0] = new_lines[0].removesuffix(_LAPSED_MARK)
        self._compare_lines(lines, new_lines)
        if lapsed:
            self.findings.add(
                action.line, "item lapsed", action.task, "neither open nor closed in the next minutes"
            )

    def _find_lost_words(self, action: Action) -> None:
        """Find the lines of an action item with words that are nowhere in it."""
        kept_texts = (
            *action.owners,
            action.task,
            *action.notes,
            action.reason or "",
            str(action.due or ""),
        )
        ordinals = " ".join(_ORDINAL.findall(self.findings.line(action.line)))
        aliases = self.findings.aliases(action.owners)
        known_words = f"{aliases} {_LEAD_WORDS} {_CLOSING_WORDS} {AGE_WORDS} {ordinals}"
        for number in action.lines:
            line = self.findings.line(number)
            if number == action.line:
                line = _NUMBER.sub("", line)
            if lost_words(line, (*kept_texts, known_words)):
                self.findings.lost.append(number)

    def _find_new_lines(self, action: Action) -> list[str]:
        """Return the lines of an action item in the new minutes, or none if one of them is not as it must be."""
        owners = tuple(escape(owner) for owner in action.owners)
        status = self.decisions.actions[action.line].status
        wanted_head = (
            f"{BULLET}{action_text(ActionLine(owners, action.task, Standing(due=action.due), status))}"
        )
        wanted_below = [bullet(text) for text in (action.reason, *action.notes) if text]
        for index, line in enumerate(self.new_lines):
            stripped = line.strip()
            if is_bullet(stripped) and without_age(stripped) == without_age(wanted_head):
                lines = self.new_lines[index + 1 : index + 1 + len(wanted_below)]
                # A note that the meeting before has, too, is from there, and is shown with its date.
                if list(map(undated, map(str.strip, lines))) == list(map(undated, wanted_below)):
                    below = zip(lines, wanted_below, strict=True)
                    return [
                        self.new_lines[index],
                        *(text.replace(text.strip(), wanted) for text, wanted in below),
                    ]
        return []

    def _compare_lines(self, numbers: Sequence[int], new_lines: Sequence[str]) -> None:
        """Add in what the lines of an action item differ from its new ones."""
        task, notes = words_of(without_age(new_lines[0])), [words_of(line) for line in new_lines[1:]]
        texts = [words_of(self.findings.explained_line(number)) for number in numbers]
        ends = range(1, len(numbers) + 1)
        end_of_same_task = next(
            (end for end in ends if words_of(without_age(" ".join(texts[:end]))) == task), 0
        )
        end = end_of_same_task or next((end for end in ends if texts[end:] == notes), len(numbers))
        if end == len(numbers) and notes:
            self._add_rewritten(numbers, " ".join([BULLET + task, *(line.strip() for line in new_lines[1:])]))
            return
        if end_of_same_task == 1:
            self.findings.is_shown_as(numbers[0], new_lines[0], of_action=True)
        elif end == 1:
            old_text, new_text = without_common_ends(words_of(without_age(texts[0])), task)
            whole_line = old_text == self.findings.line(numbers[0]).strip()
            new_text = BULLET + task if whole_line else new_text
            self.findings.add(numbers[0], "item rewritten", old_text, new_text)
        else:
            self._add_rewritten(numbers[:end], "one line" if end_of_same_task else BULLET + task)
        if texts[end:] != notes:
            self._add_rewritten(numbers[end:], "one line" if numbers[end + 1 :] else new_lines[1])
            return
        for number, line in zip(numbers[end:], new_lines[1:], strict=True):
            self.findings.is_shown_as(number, line)

    def _add_rewritten(self, numbers: Sequence[int], new_text: str) -> None:
        kind = "item regrouped" if numbers[1:] else "item rewritten"
        self.findings.add(numbers[0], kind, self._quote(numbers), new_text)

    def _quote(self, numbers: Sequence[int]) -> str:
        return quote_first(len(numbers), self.findings.line(numbers[0]))


def _lines_of_member(member: Action | Topic) -> Iterator[int]:
    """Yield the lines of an action item, or of a topic with all below it."""
    if isinstance(member, Action):
        yield from member.lines
    else:
        yield member.line
        yield from (number for number, text in member.notes if text.strip())
        for action in member.actions:
            yield from action.lines
