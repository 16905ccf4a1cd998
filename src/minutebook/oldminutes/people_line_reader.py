"""Takes the people of single lines, and what else these lines say."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.languages import LABEL_WORDS, Role, says_nothing, words
from minutebook.oldminutes.markdown_blocks import words_of_line
from minutebook.oldminutes.names import NO, YES, Entry, read_entry, read_names, split_entries
from minutebook.oldminutes.people_columns import (
    BY_COMMAS,
    WHOLE,
    Columns,
    columns_of_lines,
    names_alone,
    read_person,
    read_persons,
    read_small_name,
)
from minutebook.oldminutes.people_labels import aside_of, label_and_names, label_of, stated_role
from minutebook.oldminutes.people_tables import are_most, read_people_table
from minutebook.oldminutes.sheet import PersonName, Sheet
from minutebook.records.attendance import Attendance
from minutebook.records.roster import bare_name

Lines = Sequence[int]
Links = Sequence[str]
_CAME = frozenset({"arrived", "came", "from", "joined", "late", "left", "until"})
"""Words that say behind somebody's name and a colon when somebody was there."""
_SENTENCE = re.compile(
    rf"(?P<name>[^\W\d_a-z]\S{{0,30}}(?: [^\W\d_a-z]\S{{0,30}}){{0,3}}) (?P<said>(?:{'|'.join(words('people', 'verbs') | _CAME)})\b.*)"
)
"""What is said of somebody: Ann Lee is ill."""
_MODES, _AWAY = words("people", "modes"), words("people", "away")
_UNTICKED = re.compile(r"<input\b(?=[^<>]*checkbox)(?![^<>]*\bchecked)")
"""A box of HTML that nobody ticked."""
_BOX = re.compile(r"\[[xX ]{1,3}\][ \t]")
"""What stands before each of those who can sign in, and so before nobody else in their lines."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a list of people: which list it begins, how it is written, and in which line."""

    role: Role
    text: str
    line: int


@dataclass
class PeopleLists:
    """Who was there of a meeting or of a part of it: each person's list, line and text by the bare name."""

    depth: int  # of the heading above
    members: dict[str, tuple[Role, int, str]] = field(default_factory=dict)
    leftovers: list[tuple[Label, str]] = field(default_factory=list)  # what lines of names say besides

    def has(self, role: Role) -> bool:
        """Whether there is such a list."""
        return any(list_name == role for list_name, _, _ in self.members.values())

    def value(self) -> Attendance:
        """Return who was there, and who was not."""
        lists: dict[str, list[str]] = {}
        for role, _, text in self.members.values():
            lists.setdefault(role, []).append(text)
        return Attendance(**{role: tuple(names) for role, names in lists.items()})


class PeopleLineReader:
    """Takes people out of the lines of one file, into `lists`."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.names = sheet, sheet.names
        self.of_meeting = self.lists = PeopleLists(1)
        self.of_sections: dict[int, PeopleLists] = {}  # those of the parts, by the lines of their headings
        self.lines: set[int] = set()  # all that was taken

    @property
    def more_labels(self) -> frozenset[str]:
        """The words that begin a list of the meeting beside those that say it."""
        return _MODES if self.lists is self.of_meeting else frozenset()

    def read_line(self, role: Role, names: str, numbers: Lines, links: Links = ()) -> str:
        """Take the people of a line or more; return what there is that is no name."""
        names, beside = names_alone(names)
        self.sheet.leave_out(numbers[0], *beside)
        columns = columns_of_lines(lines := names.split("\n"))
        texts = lines if columns else split_entries(names.replace("\n", ", "))
        leads = links if len(texts) == len(links) else [""] * len(texts)
        people = [read_person(text, [link], columns) for text, link in zip(texts, leads, strict=True)]
        if are_most(people):  # Ann Lee, Ben ray
            people = [
                person or (read_small_name(text) if text[:1].isupper() else None)
                for text, person in zip(texts, people, strict=True)
            ]
        leftover = ", ".join(text for text, person in zip(texts, people, strict=True) if not person)
        # Unfortunately, we forgot to ask: one small word and a sentence.
        is_sentence = names[:1].islower() and leftover.count(" ") > 1 and not are_most(people)
        is_code = bool(leftover) and "`" in "".join(map(self.sheet.document.line, numbers))
        if not any(people) or is_sentence or is_code:
            return names
        self.take(role, numbers, list(filter(None, people)), links)
        self.mark(numbers, leftover)
        return leftover

    def take_text(self, role: Role, text: str, numbers: Lines, links: Links, columns: Columns | None) -> None:
        """Take whoever a text below a label names, if it has no more than that."""
        members, groups = names_alone(text)
        columns = columns or (BY_COMMAS if _BOX.match(text) else None)
        entries = split_entries(members)
        people, are_whole = [*map(read_entry, entries)], all(map(WHOLE.search, entries))
        are_several = are_whole and (groups or (columns is None and len(entries) > 2 and read_names(text)))  # noqa: PLR2004
        capitals = [person is not None and person.name[0].isupper() for person in people]
        if not are_several and (persons := read_persons(text, links, columns)):
            self.take(role, numbers, persons, links)
        elif all(people) or (are_most(capitals) and not columns):
            self.take_labeled(Label(role, f"Others {role}", numbers[0]), text, numbers, links)
        elif remarked := _said_of(text, role):
            self.take(role, numbers, [remarked], links)
        elif not says_nothing(text):
            self.tell(numbers[0], text)

    def take_all(self, role: Role, rows: Sequence[tuple[str, Lines, Links]], columns: Columns | None) -> bool:
        """Take rows of which each is somebody and no more, even in small letters; return whether they are such."""
        people = [
            read_persons(text, (), columns) or [*filter(None, [read_small_name(text)])] for text, _, _ in rows
        ]
        is_taken = len(people) > 1 and all(people)
        for (_, numbers, links), of_row in zip(rows, people, strict=True) if is_taken else ():
            self.take(role, numbers, of_row, links)
        return is_taken

    def take(self, list_role: Role, numbers: Lines, people: Sequence[Entry], links: Links) -> None:
        """Take people into a list; what stands behind a name may put it into another one."""
        line = numbers[0]
        are_answers = len(people) > 1 and all(person.remark.casefold() in YES | NO for person in people)
        for person in people:
            role = list_role
            if list_role == "attending":
                written = "".join(map(self.sheet.document.line, numbers))
                is_struck = f"~{person.name}" in written or _UNTICKED.search(written) is not None
                is_no = person.remark.casefold() in (NO | _AWAY if are_answers else _AWAY)
                is_absent = is_struck or is_no or person.is_present is False
                role = "absent" if is_absent else stated_role(person.remark) or list_role
            self.names.append(PersonName(person.name, line, role, person.handle, person.initials))
            text = self.sheet.facts.spell(person.text)
            self.sheet.resolve(line, person.name, self.sheet.facts.spell(person.name), role)
            if bare_name(text) in self.lists.members:
                self.sheet.decide(line, "left out", person.text, "named twice")
            self.lists.members.setdefault(bare_name(text), (role, line, text))
        self.sheet.leave_out(line, *links)
        self.mark(numbers, " ".join(person.text for person in people))

    def mark(self, numbers: Sequence[int], visible: str) -> None:
        """Take lines; the words of labels in them need not be shown, but for those that are visible."""
        self.lines.update(numbers)
        shown = Counter(words_of_line(visible))  # as often as in Present: Ann (present by phone)
        for number in numbers:
            words_left = Counter(words_of_line(self.sheet.document.line(number))) - shown
            label_words = LABEL_WORDS & words_left.keys()
            self.sheet.marks[number] = self.sheet.marks.get(number, label_words) & label_words

    def take_label(self, label: Label) -> None:
        """Take the line of a label; what it says more than which list it begins is left out."""
        self.mark((label.line,), "")
        words, (_, remark) = set(words_of_line(label.text)), label_and_names(label.text) or (None, "")
        if remark and not remark.isdigit():
            self.sheet.leave_out(label.line, remark)
        elif aside := aside_of(label.text) if label_of(label.text) else "":
            self.sheet.leave_out(label.line, aside)
        elif words - LABEL_WORDS:
            self.sheet.leave_out(label.line, label.text.strip(" :#*_-"))

    def take_labeled(self, label: Label, names: str, numbers: Lines, links: Links = ()) -> None:
        """Take a line that has names behind its label."""
        leftover = self.read_line(label.role, names, numbers, links)
        if label.line in self.lines:
            self.take_label(label)
            self.lists.leftovers += [(label, leftover)] if leftover else []
        elif not says_nothing(leftover):
            self.tell(label.line, leftover)

    def take_table(self, block: Block, role: Role) -> None:
        """Take the people of a table; a row that names nobody is left where it stands."""
        (heading_line, headings), *rows = block.cells
        unread = {line: cells for line, cells in rows if any(cells)}
        if not (people := read_people_table(block, role)):
            return
        for list_name, line, person, links in people:
            self.take(list_name, (line,), [person], links)
            # The words of a row in HTML may stand in other lines.
            row_words = Counter(words_of_line(" ".join(unread.pop(line, ()))))
            answers = LABEL_WORDS & (row_words - Counter(words_of_line(person.text))).keys()
            self.sheet.marks[line] = self.sheet.marks[line] | answers
        self.lines.update(block.lines)
        self.sheet.mark(heading_line, *headings)
        for line, cells in unread.items():
            if any(map(says_nothing, filter(None, cells))):
                self.sheet.leave_out(line, " ".join(cells))
            else:
                self.lines.remove(line)
                self.tell(line, " ".join(cells))

    def keep_unread(self, unread: Sequence[tuple[int, str]]) -> None:
        """Keep for the header what else lines say that name people; what has no label stands behind theirs."""
        for number, text in unread:
            first_word = self.sheet.document.said(number).split()[0]
            label_text, _, value = (text if ":" in text else f"{first_word}:{text}").partition(":")
            self.lists.leftovers.append((Label("attending", label_text, number), value.strip()))

    def tell(self, line: int, text: str) -> None:
        """Tell of what is nobody, if there is any."""
        if text:
            self.sheet.decide(line, "attendance left in prose", text, "not a name")


def _said_of(text: str, role: Role) -> Entry | None:
    """Return who stands before what is said of it, such as why somebody is absent, or when somebody came."""
    sentence = _SENTENCE.fullmatch(text)
    # One word before what is said of it may be anything, such as It is hot.
    is_sure = sentence and (" " in sentence["name"] or not _AWAY.isdisjoint(words_of_line(sentence["said"])))
    as_sentence = (sentence["name"], ":", sentence["said"]) if sentence and is_sure else ("", "", "")
    for name, sign, remark in (text.partition(":"), as_sentence, text.rpartition(" ")):
        is_said = sign == ":" and (role == "absent" or not _CAME.isdisjoint(words_of_line(remark)[:1]))
        person = read_entry(name) if is_said or stated_role(remark) else None
        if person:
            return person.with_remarks(remark.strip())
    return None
