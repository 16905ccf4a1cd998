"""The action items of minutes against those written from the notes: what is lost, and what differs."""

import re
from collections.abc import Iterator, Sequence

from minutebook.actions.words import CLOSING_WORDS, MARK_WORDS
from minutebook.minutes.layout import BULLET, indent
from minutebook.minutes.markdown import escape, escape_start
from minutebook.oldminutes.importer.decisions import Decided
from minutebook.oldminutes.importer.findings import Findings
from minutebook.oldminutes.importer.looks import ageless, bare, counted, indent_of, unlike
from minutebook.oldminutes.importer.order import moved
from minutebook.oldminutes.importer.values import Group, Item, Items
from minutebook.oldminutes.importer.words import left_over
from minutebook.records.roster import UNASSIGNED

_HEADS = " ".join([*MARK_WORDS, UNASSIGNED, "and"])
_MARKS = " ".join([*CLOSING_WORDS, "x"])
_NUMBER = re.compile(r"\A\s*[0-9]{1,9}[.)](?=\s)")
"""What a numbered list has for a bullet."""
_AGES = "meeting due lapses next time"


def compare_items(found: Findings, piece: Items, minutes: Sequence[str], decided: Decided) -> None:
    """Find what action items and topics have lost, and what differs in them and in their order.

    `minutes` are the lines from where the items may stand.
    """
    comparison = _Comparison(found, minutes, decided)
    comparison.order(piece.entries)
    for entry in piece.entries:
        if isinstance(entry, Group):
            comparison.group(entry)
        else:
            comparison.item(entry)


class _Comparison:
    def __init__(self, found: Findings, minutes: Sequence[str], decided: Decided) -> None:
        self.found, self.minutes, self.decided = found, minutes, decided

    def order(self, entries: Sequence[Item | Group]) -> None:
        """Tell which entries stand elsewhere."""
        for one, where in moved(entries, self.decided, self.found.sheet):
            lines = sorted(_lines(one))
            self.found.tell(lines[0], "item moved", counted(len(lines), self.found.line(lines[0])), where)

    def group(self, group: Group) -> None:
        """Compare a topic, its notes and its items."""
        topic = f"{BULLET}{escape_start(group.topic)}"
        if topic not in self.minutes:
            self.found.lost.append(group.line)
            return
        if not self.found.looks(group.line, topic):
            self.found.tell(group.line, "topic rewritten", self.found.line(group.line), topic)
        self._notes(group, self.minutes[self.minutes.index(topic) :])
        self.order(group.items)
        for one in group.items:
            self.item(one)

    def _notes(self, group: Group, minutes: Sequence[str]) -> None:
        first = min(one.own[0] for one in group.items)
        for number, text in group.notes:
            shown, line = indent(text), self.found.line(number)
            if not text.strip():
                continue
            self.found.unfollowed(number)
            if shown not in minutes:
                self.found.lost.append(number)
            elif shown != line:
                self.found.tell(
                    number, "indented anew", f"{indent_of(line)}: {line.strip()}", indent_of(shown)
                )
            if number > first:
                self.found.tell(number, "item regrouped", text, "above the action items of its topic")

    def item(self, one: Item) -> None:
        """Compare an action item with its note."""
        self._words(one)
        shown = self._shown(one)
        if not shown:
            self.found.lost.append(one.line)
            return
        self.found.named(one.own[0], one.owners)
        above = [number for number in one.own if number < one.line]
        if above:
            owner = counted(len(above), self.found.line(above[0]))
            self.found.tell(above[0], "owner repeated", owner, "named in each item of the list below")
        for number in one.own:
            if number > one.line:
                self.found.unfollowed(number, noted=True)
        own = [number for number in one.own if number >= one.line and self.found.line(number).strip()]
        self._lines(own, shown, lapsed=self._lapsed(one))
        if self._lapsed(one):
            self.found.tell(one.line, "item lapsed", one.task, "neither open nor closed in the next minutes")

    def _lapsed(self, one: Item) -> bool:
        return self.decided.items[one.line].status == "lapsed" and one.status != "lapsed"

    def _words(self, one: Item) -> None:
        """Find the lines with words that are nowhere in an item."""
        kept = (*one.owners, one.task, one.note or "", one.reason or "", str(one.due or ""))
        ages = re.findall(r"[0-9]+(?:st|nd|rd|th)", self.found.line(one.line))
        known = f"{self.found.aliases(one.owners)} {_HEADS} {_MARKS} {_AGES} {' '.join(ages)}"
        lines = {number: self.found.line(number) for number in one.own}
        lines[one.line] = _NUMBER.sub("", lines[one.line])
        self.found.lost += [number for number, line in lines.items() if left_over(line, (*kept, known))]

    def _shown(self, one: Item) -> list[str]:
        """Return the lines that the minutes have of an item, or none where one of them is not as it must be."""
        owners = ", ".join(escape(owner) for owner in one.owners)
        status = self.decided.items[one.line].status
        mark = "" if status == "open" else f" [{status.upper()}]"
        due = f" (due {one.due})" if one.due else ""
        head = f"{BULLET}AI ({owners}): {one.task}{due}{mark}"
        below = [f"{BULLET}{escape_start(text)}" for text in (one.reason, one.note) if text]
        for at, line in enumerate(self.minutes):
            if line.strip().startswith(head[: len(BULLET) + 4]) and ageless(line.strip()) == ageless(head):
                lines = list(self.minutes[at : at + 1 + len(below)])
                if [text.strip() for text in lines[1:]] == below:
                    return lines
        return []

    def _lines(self, own: Sequence[int], shown: Sequence[str], *, lapsed: bool) -> None:
        """Tell in what the lines of an item differ from those that are shown of it."""
        head = shown[0].removesuffix(" [LAPSED]") if lapsed else shown[0]
        task, notes = bare(ageless(head)), [bare(text) for text in shown[1:]]
        stands = [bare(self.found.resolved(number)) for number in own]
        numbers = range(1, len(own) + 1)
        whole = next((at for at in numbers if bare(ageless(" ".join(stands[:at]))) == task), 0)
        end = whole or next((at for at in numbers if stands[at:] == notes), len(own))
        if end == len(own) and notes:
            self._tell(own, " ".join([BULLET + task, *(text.strip() for text in shown[1:])]))
            return
        if whole == 1:
            self.found.looks(own[0], head, of_item=True)
        elif end == 1:
            stated, now = unlike(bare(ageless(stands[0])), task)
            all_of_it = stated == self.found.line(own[0]).strip()
            self.found.tell(own[0], "item rewritten", stated, BULLET + task if all_of_it else now)
        else:
            self._tell(own[:end], "one line" if whole else BULLET + task)
        if stands[end:] != notes:
            self._tell(own[end:], "one line" if own[end + 1 :] else shown[1])
            return
        for number, text in zip(own[end:], shown[1:], strict=True):
            self.found.looks(number, text)

    def _tell(self, own: Sequence[int], now: str) -> None:
        kind = "item regrouped" if own[1:] else "item rewritten"
        self.found.tell(own[0], kind, counted(len(own), self.found.line(own[0])), now)


def _lines(entry: Item | Group) -> Iterator[int]:
    """Yield the lines of an item, or of a topic with all below it."""
    if isinstance(entry, Item):
        yield from entry.own
    else:
        yield entry.line
        yield from (number for number, text in entry.notes if text.strip())
        for one in entry.items:
            yield from one.own
