"""The items of a list: duties, counters, action items and topics, and prose where it is none of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from minutebook.counts.notation import BRACKETED
from minutebook.minutes.layout import BULLET
from minutebook.oldminutes.handwritten.actions import group_owners
from minutebook.oldminutes.handwritten.cells import parse_delta
from minutebook.oldminutes.handwritten.plain_text import fold_counter_label
from minutebook.oldminutes.importer.indents import dedented
from minutebook.oldminutes.importer.items import item, written_item
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.outline import span
from minutebook.oldminutes.importer.plain import plain
from minutebook.oldminutes.importer.values import Count, Counts, Duties, Duty, Group, Item, Items, Piece, Text

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_MARKER = re.compile(r"\A[ \t]*(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|\Z)")
_DUTY = re.compile(r"(?P<label>[^:]{1,60}?):(?:[ \t]+(?P<people>\S.*))?")
_COUNT = re.compile(
    rf"(?P<count>[0-9]{{1,9}}|\?)(?:[ \t]{{1,3}}{BRACKETED})?[ \t]{{1,3}}(?P<label>[^\W\d].*)"
)
_VOTED = re.compile(
    r"(?:(?:motion|moved|proposed|seconded|second|abstained|opposed)(?:[ \t]+by)?|in favou?r|against)",
    re.IGNORECASE,
)
"""What somebody did in one meeting; a duty comes again in the next."""
_AGAIN = re.compile(r"\([+-]?[0-9]")


class Lists:
    """Takes the lists of one text apart; the lines of `prose` are taken for nothing else.

    `listed` says that all below a heading are action items.
    """

    def __init__(
        self,
        lines: Sequence[str],
        knowledge: Knowledge,
        prose: frozenset[int],
        *,
        draft: bool,
        generated: bool,
    ) -> None:
        self.lines, self.knowledge, self.prose = lines, knowledge, prose
        self.draft, self.generated = draft, generated
        self.labels: set[str] = set()

    def pieces(self, node: "SyntaxTreeNode", *, listed: bool) -> Iterator[Piece]:
        """Yield what the items of a list are, one piece for each."""
        duty, end = False, 0
        for one in node.children:
            # In generated minutes nothing but a list of minutebook's own goes on right behind one.
            sure = self.generated and end == self.bounds(one)[0] - 1
            found = self._piece(one, listed=listed, after_duty=duty, sure=sure)
            duty, end = isinstance(found, Duties), 0 if isinstance(found, Text) else self.bounds(one)[1]
            yield found

    def paragraph(self, node: "SyntaxTreeNode") -> Piece | None:
        """Return the action item that a paragraph is, with the lines that it is wrapped into."""
        first, last = span(node)
        found = self._item(self._joined(first, last), first, last, listed=False)
        return Items((found,)) if found else None

    def _piece(
        self,
        node: "SyntaxTreeNode",
        *,
        listed: bool,
        after_duty: bool = False,
        sure: bool = False,
        top: bool = True,
    ) -> Piece:
        first, last = self.bounds(node)
        head = node.children[0] if node.children else None
        if head is None or head.type != "paragraph":
            return self.text(first, last)
        below = node.children[1:]
        end = span(head)[1]
        text = self._joined(first, end)
        if (
            top
            and not below
            and first == end
            and (found := self._single(text, first, after_duty=after_duty, sure=sure))
        ):
            return found
        if (
            below
            and not self.generated
            and (heads := group_owners(text))
            and (made := self._of(below, heads))
        ):
            return headed(made, first, end)
        if one := self._item(text, first, end, listed=listed):
            return self._with_note(one, below) or self.text(first, last)
        return self._topic(first, end, text, below) or self.text(first, last)

    def below(self, node: "SyntaxTreeNode", head: "SyntaxTreeNode") -> Items | None:
        """Return the items of a list below a paragraph that names their owners."""
        first, last = span(head)
        owners = group_owners(self._joined(first, last))
        made = self._of((node,), owners) if owners and not self.generated else ()
        return headed(made, first, last) if made else None

    def text(self, first: int, last: int) -> Text:
        """Return some lines as prose."""
        return Text(tuple(enumerate(self.lines[first - 1 : last], first)))

    def bounds(self, node: "SyntaxTreeNode") -> tuple[int, int]:
        """Return the lines of a block, without the blank ones at its end."""
        first, last = span(node)
        while last > first and not self.lines[last - 1].strip():
            last -= 1
        return first, last

    def _joined(self, first: int, last: int) -> str:
        own = [line.strip() for line in self.lines[first - 1 : last]]
        return " ".join([_MARKER.sub("", own[0], count=1), *own[1:]]).strip()

    def _single(self, text: str, line: int, *, after_duty: bool, sure: bool) -> Piece | None:
        if counted := self._count(text, line, sure=sure):
            return Counts((counted,))
        duty = self._duty(text, line, after_duty=after_duty, sure=sure)
        return Duties((duty,)) if duty else None

    def _count(self, text: str, line: int, *, sure: bool) -> Count | None:
        found = _COUNT.fullmatch(text)
        label = plain(found["label"]) if found else None
        if not found or not label or label in self.labels or _AGAIN.search(label):
            return None
        stated = found["delta"] or ""
        if not (stated or sure) and fold_counter_label(label) not in self.knowledge.counted:
            return None
        if found["count"] == "?" and not self.draft:
            return None
        self.labels.add(label)
        value = None if found["count"] == "?" else int(found["count"])
        return Count(line, label, value, stated, parse_delta(stated) if stated else None)

    def _duty(self, text: str, line: int, *, after_duty: bool, sure: bool) -> Duty | None:
        found = _DUTY.fullmatch(text)
        label = plain(found["label"]) if found else None
        if not found or not label or label.startswith("AI (") or (not sure and _VOTED.fullmatch(label)):
            return None
        value = plain(found["people"] or "")
        if value is None or not (value or after_duty):
            return None
        if value in {"", "?"}:
            return Duty(line, label, ()) if after_duty or self.generated else None
        names = [name.strip() for name in value.split(",")]
        if not sure and not all(self.knowledge.is_person(name) for name in names):
            return None
        return Duty(line, label, tuple(self.knowledge.person(name) for name in names))

    def _item(
        self, text: str, first: int, last: int, *, listed: bool, owners: Sequence[str] = ()
    ) -> Item | None:
        if self.prose & set(range(first, last + 1)):
            return None
        if self.generated:
            # Behind any other bullet it is somebody's prose.
            if not self.lines[first - 1].lstrip(" ").startswith(BULLET):
                return None
            return written_item(text, first, range(first, last + 1), self.knowledge.person)
        return item(text, first, range(first, last + 1), self.knowledge, listed=listed, owners=owners)

    def _of(self, below: Sequence["SyntaxTreeNode"], owners: Sequence[str]) -> tuple[Item, ...]:
        """Return the items of the list below their owners, or none where not all of it are items."""
        made: list[Item] = []
        for node in below:
            if not node.type.endswith("_list"):
                return ()
            for one in node.children:
                first, _ = self.bounds(one)
                head = one.children[0] if one.children else None
                if head is None or head.type != "paragraph":
                    return ()
                end = span(head)[1]
                text = self._joined(first, end)
                found = self._item(text, first, end, listed=False, owners=owners)
                whole = self._with_note(found, one.children[1:]) if found else None
                if not whole:
                    return ()
                made.extend(entry for entry in whole.entries if isinstance(entry, Item))
        return tuple(made)

    def _with_note(self, one: Item, below: Sequence["SyntaxTreeNode"]) -> Items | None:
        """Return an item with the progress below it as its note, or None where that is more than lines of a list."""
        notes = [one.note] if one.note else []
        own = list(one.own)
        for node in below:
            if node.type == "paragraph":
                first, last = self.bounds(node)
                notes.append(" ".join(line.strip() for line in self.lines[first - 1 : last]))
                own += range(first, last + 1)
                continue
            if not node.type.endswith("_list"):
                return None
            for entry in node.children:
                if len(entry.children) != 1 or entry.children[0].type != "paragraph":
                    return None
                first, last = self.bounds(entry)
                notes.append(self._joined(first, last))
                own += range(first, last + 1)
        reason = one.reason
        if self.generated and (one.status == "dropped" or len(notes) > 1) and notes:
            reason, notes = notes[0], notes[1:]
        note = "; ".join(notes) or None
        if self.prose & set(own):
            return None
        return Items((replace(one, own=tuple(own), reason=reason, note=note),))

    def _topic(self, first: int, end: int, text: str, below: Sequence["SyntaxTreeNode"]) -> Items | None:
        """Return a topic with the action items right below it; its other lines are its notes."""
        if (
            first != end
            or first in self.prose
            or not text
            or not all(node.type.endswith("_list") for node in below)
        ):
            return None
        items: list[Item] = []
        notes: list[tuple[int, str]] = []
        for node in below:
            for child in node.children:
                start, last = self.bounds(child)
                found = self._piece(child, listed=False, top=False)
                entries = found.entries if isinstance(found, Items) else ()
                if entries and all(isinstance(entry, Item) for entry in entries):
                    items += [entry for entry in entries if isinstance(entry, Item)]
                else:
                    blank = bool(notes) and notes[-1][0] < start - 1
                    notes += [(start - 1, "")] if blank and not self.lines[start - 2].strip() else []
                    notes += dedented(self.lines, start, last)
        if not items:
            return None
        return Items((Group(first, text, tuple(notes), tuple(items)),))


def headed(made: Sequence[Item], first: int, last: int) -> Items:
    """Return items whose owners stand in lines of their own above them; these count to the first."""
    own = (*range(first, last + 1), *made[0].own)
    return Items((replace(made[0], own=own), *made[1:]))
