"""Who was there: lists of people in all the ways in which people write them, each line by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutebook.actions.words import CLOSING
from minutebook.oldminutes.languages import Attendance, attendance_of, says_nothing, words
from minutebook.oldminutes.markdown_blocks import Block, Document, fold, strip_markup
from minutebook.oldminutes.names import Entry, read_entry, split_entries
from minutebook.oldminutes.people_tables import PersonOfList, read_people_table

_LABEL = re.compile(r"\s*(?P<label>[^:\uff1a\n]{2,60}?)\s*[:\uff1a]\s*(?P<names>.*)", re.DOTALL)
_DASHED_LABEL = re.compile(
    r"\s*(?P<label>[^\n\u2013\u2014-]{2,60}?)\s+[\u2013\u2014-]\s+(?P<names>.*)", re.DOTALL
)
_SENTENCE_BEHIND = re.compile(
    r"(?P<name>[^.]{2,40}\.?)\s+(?P<rest>(?:A|An|The|We|It|There|Quorum|No|All)\s.*)", re.DOTALL
)
_ASIDE = re.compile(
    rf"[ \t\u3000]*[(\uff08](?![^()]*\b(?:{CLOSING})\b)[^()\uff08\uff09]*[)\uff09]\Z", re.IGNORECASE
)
_MOST_WORDS = 4
_BOX = re.compile(r"\[(?P<mark>[ xX\u2713]?)\][ \t]*")
_MEMBERS, _NO_PREFIX = (words("people", name) for name in ("members", "no_prefix"))
_FEWEST_PAIRED, _MOST_PARTS = 2, 3


@dataclass
class People:
    """Who stands in the lists of a meeting, each with the line.

    `lines` are those that were read, `odd` have more than names, `links` is where names led to, `heads` are the headings of tables.
    """

    names_read: list[PersonOfList] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    odd: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)

    def has(self, attendance: Attendance) -> bool:
        """Whether there is such a list."""
        return any(list_name == attendance for list_name, _, _ in self.names_read)

    def of(self, attendance: Attendance) -> list[tuple[int, Entry]]:
        """Return the people of a list, each with the line."""
        return [(line, attendee) for list_name, line, attendee in self.names_read if list_name == attendance]


def label_of(text: str) -> Attendance | None:
    """Return which list a heading, a line in bold or a label begins, such as Members present (5)."""
    label = _ASIDE.sub("", fold(text)).strip(" :\uff1a\u3000")
    if attendance := attendance_of(label):
        return attendance
    label_parts = label.split()
    if not 1 < len(label_parts) <= _MOST_WORDS:
        return None
    # Such as Directors present, Anwesende Mitglieder, or Team attendees.
    if attendance_of(label_parts[-1]) and not _NO_PREFIX.intersection(label_parts):
        return attendance_of(label_parts[-1])
    if label_parts[-1] in _MEMBERS and attendance_of(label_parts[0]):
        return attendance_of(label_parts[0])
    lists = {
        attendance_of(label_part)
        for label_part in re.split(r"[/&,]| and | und | et ", label)
        if label_part.strip()
    }
    return "attending" if lists == {"attending"} else None


def aside_of(text: str) -> str:
    """Return what a label says in brackets behind it, but for a number."""
    match = _ASIDE.search(text.rstrip(" :\uff1a*_"))
    return "" if not match or match[0].strip("()\uff08\uff09 ").isdigit() else match[0].strip()


def label_and_names(text: str) -> tuple[Attendance, str] | None:
    """Return which list a line begins, and what stands behind its label."""
    match = _LABEL.fullmatch(text)
    if not (match and label_of(match["label"])):
        match = _DASHED_LABEL.fullmatch(text) or match
    attendance = label_of(match["label"]) if match else None
    return (attendance, match["names"].strip(" \t*_")) if match and attendance else None


class PeopleReader:
    """Reads the lists of one file into one value."""

    def __init__(self, document: Document) -> None:
        self.document, self.people = document, People()

    def read_line(
        self, attendance: Attendance, names: str, lines: Sequence[int], links: Sequence[str] = ()
    ) -> str:
        """Take the people of a line or more; return what there is that is no name."""
        names_read = split_entries(names.replace("\n", ", "))
        sentence = _SENTENCE_BEHIND.fullmatch(names_read[-1]) if names_read else None
        if sentence and self._entry(sentence["name"], (), 0):
            names_read[-1:] = [sentence["name"], sentence["rest"]]
        read = [
            (attendee, self._entry(attendee, links if len(names_read) == len(links) else (), index))
            for index, attendee in enumerate(names_read)
        ]
        if not any(attendee for _, attendee in read):
            return names
        self.people.lines.update(lines)
        self.people.links += [(lines[0], link) for link in links]
        for _, attendee in read:
            if attendee:
                self.people.names_read.append((attendance, lines[0], attendee))
        return ", ".join(text for text, attendee in read if not attendee)

    def read_blocks(self, attendance: Attendance, blocks: Sequence[Block]) -> bool:
        """Take the people of blocks below a label; return whether there were any."""
        before = len(self.people.names_read)
        for number, block in enumerate(blocks):
            match block.kind:
                # Below a list a paragraph speaks of something else.
                case "paragraph" if number == 0 or label_and_names(block.visible.split("\n")[0]):
                    self._read_paragraph(attendance, block)
                case "paragraph":
                    self._tell(block.first_line, block.visible.split("\n")[0])
                case "code" if (
                    self.document.line(block.first_line)[:1] in "\t "
                ):  # names that are only indented
                    self._read_paragraph(attendance, block)
                case "list":
                    self._read_list(attendance, block)
                case "table":
                    self._read_table(attendance, block)
        return len(self.people.names_read) > before

    def _entry(self, text: str, links: Sequence[str], index: int) -> Entry | None:
        return read_entry(text, links[index] if links else "")

    def _read_paragraph(self, attendance: Attendance, block: Block) -> None:
        for number, line in zip(block.lines, block.visible.split("\n"), strict=False):
            if labeled := label_and_names(line):
                attendance, names = labeled
                odd = self.read_line(attendance, names, (number,)) if names else ""
                self.people.lines.add(number)
            else:
                odd = self.read_line(attendance, _BOX.sub("", line, count=1), (number,), block.links)
            self._tell(number, odd)

    def _read_list(self, attendance: Attendance, block: Block) -> None:
        pairs = [
            split_entries(list_item.children[0].visible) for list_item in block.children if list_item.children
        ]
        # Where most items have a second part behind a comma, that is where people come from.
        paired = sum(len(pair) > 1 for pair in pairs)
        has_remarks = (
            len(pairs) >= _FEWEST_PAIRED
            and 2 * paired > len(pairs)
            and all(len(pair) <= _MOST_PARTS for pair in pairs)
        )
        for list_item in block.children:
            paragraph = list_item.children[0] if list_item.children else None
            nested = list_item.children[1:]
            if paragraph is None:
                self.people.lines.update(list_item.lines)
                continue
            if paragraph.kind != "paragraph":
                self._tell(list_item.first_line, strip_markup(self.document.line(list_item.first_line)))
                continue
            self._read_item(attendance, paragraph, nested, has_remarks=has_remarks)

    def _read_item(
        self, attendance: Attendance, paragraph: Block, nested: Sequence[Block], *, has_remarks: bool
    ) -> None:
        text, lines, links = paragraph.visible, tuple(paragraph.lines), paragraph.links
        list_name = attendance
        if box := _BOX.match(text):
            text = text[box.end() :]
            list_name = "absent" if attendance == "attending" and not box["mark"].strip() else attendance
        labeled = label_and_names(text)
        if label := labeled[0] if labeled else label_of(text) if nested else None:
            self.people.lines.update(lines)
            if labeled and labeled[1]:
                self._tell(lines[0], self.read_line(label, labeled[1], lines, links))
            self.read_blocks(label, nested)
            return
        if person := self._person(text, links, has_remarks=has_remarks):
            self._take(list_name, lines, person, links)
        elif all(read_entry(part) for part in split_entries(text)):
            self.read_line(list_name, text, lines, links)
        elif not says_nothing(text):
            self._tell(lines[0], text)
        for block in nested if not self.people.lines.isdisjoint(lines) else ():
            self._tell(block.first_line, self.document.line(block.first_line).strip())

    def _person(self, text: str, links: Sequence[str], *, has_remarks: bool) -> Entry | None:
        """Return who an item of a list is, with what stands behind a comma as a remark."""
        name, *remarks = split_entries(text) or [""]
        person = self._entry(name, links[:1], 0)
        if person and remarks and (has_remarks or not any(map(read_entry, remarks))):
            remark = ", ".join(filter(None, (person.remark, *remarks)))
            return Entry(person.name, remark, person.handle, person.initials)
        return self._entry(text, links[:1], 0)

    def _read_table(self, attendance: Attendance, block: Block) -> None:
        if people := read_people_table(block, attendance):
            self.people.names_read += people
            self.people.lines.update(block.lines)
            self.people.heads.add(block.first_line)

    def _take(
        self, attendance: Attendance, lines: Sequence[int], attendee: Entry, links: Sequence[str]
    ) -> None:
        self.people.links += [(lines[0], link) for link in links]
        self.people.names_read.append((attendance, lines[0], attendee))
        self.people.lines.update(lines)

    def _tell(self, line: int, odd: str) -> None:
        if odd:
            self.people.odd.append((line, odd))
