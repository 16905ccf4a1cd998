"""The head of minutes: front matter, lines with a label in bold, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from minutebook.oldminutes import days, titles
from minutebook.oldminutes.languages import DATE_LABELS, attendance_of, says_nothing
from minutebook.oldminutes.markdown_blocks import Block, Document, fold, strip_markup
from minutebook.oldminutes.names import is_name, split_entries
from minutebook.oldminutes.people_lists import PeopleReader, label_and_names, label_of
from minutebook.oldminutes.people_tables import is_answer_table

_LABEL = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?(?P<sign>\*\*|__)(?P<label>[^*_:]{1,60}?)[ \t]{0,3}(?::(?P=sign)|(?P=sign)[ \t]?:)[ \t]*(?P<text>.*)"
)
_FRONT_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>.*?))?[ \t]*\Z")
_FRONT_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<item>\S.*)")
_ENDS = re.compile(r"(?:[ \t]|\\|<br[ \t]*/?>)\Z")


@dataclass
class Head:
    """What stands above the sections; `lines` are those that it is made from.

    `shown_otherwise` are lines of front matter whose words the title has, in its way.
    """

    title: str | None = None
    title_line: int = 1
    header: list[tuple[str, str]] = field(default_factory=list)
    header_lines: dict[str, int] = field(default_factory=dict)
    draft: bool = False
    lines: set[int] = field(default_factory=set)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    shown_otherwise: list[int] = field(default_factory=list)

    def add(self, label: str, text: str, line: int) -> bool:
        """Take a line of the header, if it can be one."""
        if (
            not text
            or not label
            or not text.isprintable()
            or not label.isprintable()
            or label in self.header_lines
        ):
            return False
        self.header.append((label, text))
        self.header_lines[label] = line
        self.lines.add(line)
        return True


def read_front_matter(document: Document, day: date, head: Head, people: PeopleReader) -> tuple[int, str]:
    """Take front matter for header lines; return the line that can't be one, and what it is, or 0."""
    block = document.blocks[0] if document.blocks else None
    if block is None or block.kind != "front":
        return 0, ""
    pairs: list[tuple[int, str, str]] = []
    for number in range(2, block.last_line):
        line = document.line(number)
        list_item = _FRONT_ITEM.fullmatch(line)
        if match := _FRONT_KEY.fullmatch(line):
            pairs.append((number, match["key"], (match["value"] or "").strip()))
        elif list_item and pairs:
            key_line, key, value = pairs[-1]
            pairs[-1] = (key_line, key, ", ".join(filter(None, (value, list_item["item"].strip()))))
        elif not line.lstrip().startswith("#"):
            return number, line
    head.lines.update(block.lines)
    for number, key, value in pairs:
        text = value[1:-1].strip() if value[:1] + value[-1:] in {'""', "''", "[]"} else value
        attendance = attendance_of(key)
        names = re.sub(r"[\"']", "", text)
        if (
            attendance
            and names
            and not people.people.has(attendance)
            and not people.read_line(attendance, names, (number,))
        ):
            continue
        if key.lower() == "title" and text:
            head.title, head.title_line = titles.undated(text, day)[0] or None, number
            head.shown_otherwise.append(number)
        elif not value or (key.lower() == "date" and days.first_day(text) == day):
            head.shown_otherwise.append(number)
            head.left_out += [] if value else [(number, f"{key}:")]
        else:
            head.add(key, text or value, number)
    return 0, ""


def read_head_blocks(
    blocks: Sequence[Block], document: Document, head: Head, people: PeopleReader, prose: frozenset[int]
) -> None:
    """Take the lines and lists of the head out of the blocks above the sections; below other text, only those of people."""
    below_text = False
    taken = -1
    for position, block in enumerate(blocks):
        if position <= taken or block.kind == "html" or block.first_line in head.lines:
            continue
        before = len(head.lines) + len(people.people.lines)
        nested = (
            blocks[position + 1]
            if position + 1 < len(blocks) and blocks[position + 1].kind in {"list", "table"}
            else None
        )
        if not prose.isdisjoint(block.lines):
            below_text = True
        elif block.kind == "paragraph":
            if _read_paragraph(block, nested, document, head, people, below_text=below_text):
                taken = position + 1
        elif block.kind == "list":
            _read_list(block, document, head, people, below_text=below_text)
        elif block.kind == "table" and is_answer_table(block) and not people.people.has("attending"):
            people.read_blocks("attending", (block,))
        elif block.kind == "table" and not below_text:
            _read_pairs(block, head, people)
        below_text = below_text or len(head.lines) + len(people.people.lines) == before


def _read_pairs(block: Block, head: Head, people: PeopleReader) -> None:
    """Take a table of labels and values, one of which is a day or who was there, as lines of the header."""
    rows = [(line, [strip_markup(cell) for cell in cells]) for line, cells in block.cells]
    pairs = [(line, cells[0], cells[1] if len(cells) > 1 else "") for line, cells in rows if any(cells)]
    labels = [fold(label) for _, label, _ in pairs]
    is_pairs = all(len(cells) <= 2 for _, cells in rows) and len(set(labels)) == len(labels) and all(labels)  # noqa: PLR2004
    if not is_pairs or not any(label in DATE_LABELS or label_of(label) for label in labels):
        return
    for line, label, value in pairs:
        attendance = label_of(label)
        odd = value
        if attendance and not says_nothing(value) and not people.people.has(attendance):
            odd = people.read_line(attendance, value, (line,))
        if value in {"", "/"} or (odd and not head.add(label, odd, line)):
            head.left_out.append((line, f"{label}: {value}"))
    head.lines.update(block.lines)


def _read_paragraph(
    block: Block,
    nested: Block | None,
    document: Document,
    head: Head,
    people: PeopleReader,
    *,
    below_text: bool,
) -> bool:
    """Take the lines of a paragraph; return whether the list below it was taken with them."""
    visible = block.visible.split("\n")
    if len(visible) != len(block.lines):
        return False
    number, end = block.first_line, block.last_line
    while number <= end:
        line, text = document.line(number), visible[number - block.first_line]
        labeled = label_and_names(text)
        attendance = labeled[0] if labeled else label_of(text)
        names = labeled[1] if labeled else ""
        if attendance and not names and number == end and nested is not None:
            if people.people.has(attendance) or not people.read_blocks(attendance, (nested,)):
                return False
            people.people.lines.add(number)
            return True
        more = [
            (visible[each - block.first_line], document.line(each)) for each in range(number + 1, end + 1)
        ]
        count, names = _gather(names, more)
        last_line = number + count
        if attendance and names:
            if not people.people.has(attendance):
                links = block.links if last_line == number and len(block.lines) == 1 else ()
                odd = people.read_line(attendance, names, range(number, last_line + 1), links)
                if odd:
                    people.people.odd.append((number, odd))
                if odd and number in people.people.lines:
                    head.add(re.split("[:\uff1a]", text)[0].strip(" *_-"), odd, number)
        elif not below_text and not _take_label(line, number, head):
            return False
        number = last_line + 1
    return False


def _gather(names: str, more: Sequence[tuple[str, str]]) -> tuple[int, str]:
    """Return how many of the lines below names go on with them, as they are shown and written, and all the names."""
    if names and _is_broken(names) and not any(label_and_names(text) for text, _ in more):
        return len(more), " ".join((names, *(text for text, _ in more)))
    count = 0
    while names and count < len(more) and _goes_on(names, *more[count]):
        names, count = f"{names}, {more[count][0]}", count + 1
    return count, names


def _take_label(line: str, number: int, head: Head) -> bool:
    match = _LABEL.fullmatch(_without_break(line))
    if not match:
        return False
    if match["label"] == "Status" and match["text"].strip() == "draft":
        head.draft = True
        head.lines.add(number)
        return True
    return head.add(match["label"].replace("\\", ""), match["text"].strip(), number)


def _read_list(
    block: Block, document: Document, head: Head, people: PeopleReader, *, below_text: bool
) -> None:
    """Take the items of a list that say who was there, and the lines with a label in bold."""
    for list_item in block.children:
        paragraph = list_item.children[0] if list_item.children else None
        if paragraph is None or paragraph.kind != "paragraph":
            continue
        labeled = label_and_names(paragraph.visible)
        attendance = (
            labeled[0] if labeled else label_of(paragraph.visible) if list_item.children[1:] else None
        )
        if attendance and not people.people.has(attendance):
            people._read_item(attendance, paragraph, list_item.children[1:], has_remarks=False)
        elif not below_text and len(list_item.children) == 1 and paragraph.first_line == paragraph.last_line:
            _take_label(document.line(list_item.first_line), list_item.first_line, head)


def _goes_on(names: str, text: str, line: str) -> bool:
    """Whether a line goes on with the names of the one above."""
    if label_and_names(text) or _LABEL.match(line):
        return False
    return names.rstrip().endswith((",", ";", " and")) or all(
        map(is_name, re.split(r"[ \t]*,[ \t]*", text.strip(" ,")))
    )


def _is_broken(names: str) -> bool:
    """Whether a line of names ends in a sentence that the next line goes on with."""
    *attendees, last_line = split_entries(names) or [""]
    return bool(attendees) and re.fullmatch(r"[^.]{2,40}\.\s+[A-Z][\w ]*", last_line) is not None


def _without_break(line: str) -> str:
    """Return a line without the hard line breaks at its end."""
    while match := _ENDS.search(line[-8:]):
        line = line[: len(line) - len(match[0])]
    return line
