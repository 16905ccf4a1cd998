"""Who was there, as a whole file says it: in its head, and in sections of their own."""

import re

from minutebook.oldminutes.evidence import Facts
from minutebook.oldminutes.languages import LABEL_WORDS
from minutebook.oldminutes.markdown_blocks import Document
from minutebook.oldminutes.outline import OpenSection
from minutebook.oldminutes.people_lists import PeopleReader, aside_of, label_and_names, label_of
from minutebook.oldminutes.sheet import Decision
from minutebook.records.roster import bare_name

_WORD = re.compile(r"[^\W_]+")


class PeopleOfFile:
    """The lists of people of one file, with what was decided about them."""

    def __init__(
        self, path: str, document: Document, facts: Facts, prose: frozenset[int], *, generated: bool
    ) -> None:
        self.path, self.document, self.facts = path, document, facts
        self.prose, self.generated = prose, generated
        self.reader = PeopleReader(document)
        self.people = self.reader.people
        self.decisions: list[Decision] = []
        self.marks: dict[int, frozenset[str]] = {}

    def read_sections(self, root: OpenSection) -> None:
        """Take the people of sections whose headings say who was there; the first list of each kind counts."""
        if self.generated:
            return
        waiting = list(root.sections)
        while waiting:
            section = waiting.pop(0)
            attendance = label_of(section.title or "")
            labeled = label_and_names(section.title or "")
            if labeled and labeled[1] and labeled[1][0] not in "(\uff08" and not self.people.has(labeled[0]):
                self.reader.read_line(labeled[0], labeled[1], (section.line,))
                continue
            if attendance is None:
                # Where those of the whole meeting are known, lists below other headings are of a part of it.
                waiting = waiting if self.people.has("attending") else [*section.sections, *waiting]
                continue
            inner = [(label_of(nested.title or ""), nested) for nested in section.sections]
            free = [block for block in section.blocks if self.prose.isdisjoint(block.lines)]
            read = not self.people.has(attendance) and self.reader.read_blocks(attendance, free)
            if read:
                self.people.lines.add(section.line)
                if aside := aside_of(section.title or ""):
                    self.decisions.append(Decision(self.path, section.line, "left out", aside, ""))
            for list_name, nested in inner:
                if (
                    list_name
                    and not self.people.has(list_name)
                    and self.reader.read_blocks(list_name, nested.blocks)
                ):
                    self.people.lines.add(nested.line)

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Return the lists of people as the roster has their names, each person once."""
        lists: dict[str, tuple[str, ...]] = {}
        names_seen: set[str] = set()
        for list_name in ("attending", "absent", "guests"):
            names = []
            for line, attendee in self.people.of(list_name):
                spelled = self.facts.spell(attendee.text)
                if self.facts.spell(attendee.name) != attendee.name:
                    self.decisions.append(
                        self.facts.alias(
                            self.path, line, attendee.name, self.facts.spell(attendee.name), list_name
                        )
                    )
                base = bare_name(spelled)
                if base in names_seen:
                    self.decisions.append(Decision(self.path, line, "left out", attendee.text, "named twice"))
                    self.marks[line] = self.marks.get(line, frozenset()) | frozenset(
                        w.casefold() for w in _WORD.findall(attendee.text)
                    )
                    continue
                names_seen.add(base)
                names.append(spelled)
            lists[list_name] = tuple(names)
        return lists

    def tell(self, headings: set[int]) -> None:
        """Mark the words of the lines of people: labels, ticks, and the addresses that names lead to."""
        visible: dict[int, set[str]] = {}
        for line, text in (
            *((line, attendee.text) for _, line, attendee in self.people.names_read),
            *self.people.odd,
        ):
            visible.setdefault(line, set()).update(word.casefold() for word in _WORD.findall(text))
        for line in self.people.lines:
            words = {word.casefold() for word in _WORD.findall(self.document.line(line))}
            self.marks[line] = self.marks.get(line, frozenset()) | frozenset(
                (words & LABEL_WORDS) - visible.get(line, set())
            )
        for line in self.people.lines & (
            set(headings) | {number for number in self.people.lines if ":" in self.document.line(number)}
        ):
            label = re.split("[:\uff1a]", self.document.line(line))[0]
            words = {word.casefold() for word in _WORD.findall(label)} - LABEL_WORDS
            if words - visible.get(line, set()):
                self.decisions.append(Decision(self.path, line, "left out", label.strip(" #*_-"), ""))
        for line in self.people.heads:
            self.marks[line] = frozenset(word.casefold() for word in _WORD.findall(self.document.line(line)))
        for line, link in self.people.links:
            self.decisions.append(Decision(self.path, line, "left out", link, ""))
        for line, text in self.people.odd:
            self.decisions.append(Decision(self.path, line, "attendance left in prose", text, "not a name"))
