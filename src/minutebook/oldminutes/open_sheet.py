"""A file of old minutes while it is read: what is known of it, and what all its readers gather for its sheet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import Document, words_of_line
from minutebook.oldminutes.sheet import Decision, FaultKind, PersonName
from minutebook.records.roster import bare_name


@dataclass
class OpenSheet:
    """A file while it is read; lines in `prose` stay prose, whatever they look like, and the rest is as in Sheet."""

    path: str
    day: date
    document: Document
    facts: Facts
    prose: frozenset[int] = frozenset()
    generated: bool = False
    decisions: list[Decision] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    marks: dict[int, frozenset[str]] = field(default_factory=dict)
    ages: dict[int, int] = field(default_factory=dict)
    ends: dict[str, PersonName] = field(default_factory=dict)
    lapsing: set[int] = field(default_factory=set)

    def is_free(self, lines: Iterable[int]) -> bool:
        """Whether none of some lines has to stay prose."""
        return self.prose.isdisjoint(lines)

    def decide(self, line: int, kind: str, stated: str, now: str = "") -> None:
        """Note what the new minutes say otherwise; see Decision."""
        self.decisions.append(Decision(self.path, line, kind, stated, now))

    def leave_out(self, line: int, *texts: str) -> None:
        """Note what the new minutes do not say of a line."""
        for text in texts:
            self.decide(line, "left out", text)

    def resolve(self, line: int, name: str, canonical: str, role: str = "owner of an action item") -> None:
        """Note that a name is written as in the roster, which is a fault if it is likely a slip."""
        fault: FaultKind | None = "person" if bare_name(name) in self.facts.slips else None
        if name != canonical:
            self.decisions.append(Decision(self.path, line, "alias resolved", name, canonical, fault, role))

    def mark(self, line: int, *texts: str) -> None:
        """Note that the words of some texts need not be shown for a line: its record stands for them."""
        self.marks[line] = frozenset(word for text in texts for word in words_of_line(text))
