"""The head of minutes: front matter, lines with a label in bold, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import dedent

from minutebook.actions.grammar import is_mark
from minutebook.oldminutes import days, titles
from minutebook.oldminutes.blocks import WIKI_LINK, Block
from minutebook.oldminutes.head_dates import labeled_rows
from minutebook.oldminutes.languages import DATE_LABELS, words
from minutebook.oldminutes.markdown_blocks import fold, strip_markup
from minutebook.oldminutes.people_labels import label_of
from minutebook.oldminutes.people_reader import PeopleReader
from minutebook.oldminutes.sheet import Sheet

_LABEL = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?(?P<sign>\*\*|__)(?P<label>[^*_:]{1,60}?)[ \t]{0,3}(?::(?P=sign)|(?P=sign)[ \t]?:)[ \t]*(?P<text>.*)"
)
_FRONT_KEY = re.compile(
    r"(?P<sign>[\"']?)(?P<key>[A-Za-z][\w -]{0,40}?)(?P=sign)\s*[:=](?:\s+(?P<value>.*?))?\s*\Z"
)
_SCALAR = re.compile(r"[|>][+-]?")
"""What says that a text stands in the lines below."""
_FRONT_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<item>\S.*)")
_FIELD = re.compile(r"(?P<key>[A-Za-z_]+):[ \t]+(?P<value>\S.*)")
"""What a list of people says of each under a key of its own: name: Ann Lee, and below it position: Chair."""
_NAME = words("people", "name")
_ENDS = re.compile(r"(?:[ \t]|\\|<br[ \t]*/?>)\Z")


@dataclass
class Head:
    """What stands above the sections; `lines` are those that it is made from."""

    title: str | None = None
    title_line: int = 1
    header: list[tuple[str, str]] = field(default_factory=list)
    draft: bool = False
    lines: set[int] = field(default_factory=set)

    def add(self, label: str, text: str, line: int) -> bool:
        """Take a line of the header, if it can be one."""
        is_line = text and label and text.isprintable() and label.isprintable()
        if not is_line or label in dict(self.header):
            return False
        self.header.append((label, text))
        self.lines.add(line)
        return True


def read_front_matter(head: Head, people: PeopleReader) -> None:
    """Take front matter for header lines."""
    sheet, document = people.sheet, people.sheet.document
    block = document.blocks[0] if document.blocks else None
    if block is None or block.kind != "front":
        return
    head.lines.update(block.lines)
    for key, values in _front_pairs(sheet, block):
        number, value = values[0][0], ", ".join(value for _, value in values if value)
        text, role = _unenclosed(value), label_of(key.replace("_", " "))
        if role and text and sheet.is_free(range(number, values[-1][0] + 1)):
            people.mark((number,), "")
            names = ((line, re.sub(r"[\"']", "", _unenclosed(item))) for line, item in values)
            leftovers = [
                people.read_line(role, WIKI_LINK.sub(r"\g<name>", item), (line,))
                for line, item in names
                if item
            ]
            if not any(leftovers):
                continue
        if key.lower() == "title" and text:
            head.title, head.title_line = titles.undated(text, sheet.day)[0] or None, number
            sheet.mark(number, document.line(number), shown=head.title or "")
        elif not value or (key.lower() == "date" and days.first_day(text) == sheet.day):
            sheet.mark(number, document.line(number))
            is_day = text in {written.text for written in days.find_dates(text)}
            sheet.leave_out(number, *[] if is_day else [document.line(number).strip()])
        else:
            head.add(key, text or value, number)


def _front_pairs(sheet: Sheet, block: Block) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the keys of front matter, each with its value and with the items below it, and the lines of these."""
    pairs: list[tuple[str, list[tuple[int, str]]]] = []
    is_toml = sheet.line(1).strip() == "+++"
    lines = dedent("\n".join(sheet.document.lines[1 : block.last_line - 1])).split("\n")
    for number, line in enumerate(map(str.strip, lines) if is_toml else lines, 2):
        list_item = _FRONT_ITEM.fullmatch(line)
        if match := _FRONT_KEY.fullmatch(line):
            pairs.append((match["key"], [(number, (match["value"] or "").strip())]))
        elif not pairs or line.lstrip().startswith("#") or (is_toml and line.startswith("[")):
            sheet.leave_out(number, line.strip())
        else:
            # A line of a list, or one that goes on with the text or has keys of its own.
            key, values = pairs[-1]
            text = (list_item["item"] if list_item else line).strip()
            if label_of(key.replace("_", " ")) and (told := _FIELD.fullmatch(text)):
                sheet.mark(number, told["key"])
                text = told["value"] if told["key"].casefold() in _NAME else f"({told['value']})"
            is_scalar = _SCALAR.fullmatch(values[-1][1]) is not None
            first_line, value = (number, "") if list_item and not is_scalar else values.pop()
            values.append((first_line, f"{'' if is_scalar else value} {text}".strip()))
    return pairs


def _unenclosed(value: str) -> str:
    """Return a value of front matter without the quotes or brackets around it."""
    return value[1:-1].strip() if value[:1] + value[-1:] in {'""', "''", "[]"} else value


def read_header(blocks: Sequence[Block], head: Head, people: PeopleReader) -> None:
    """Take the lines with a label in bold, and the tables of labels, that stand above all other text."""
    is_over = False
    for block in blocks:
        is_picture = block.kind == "paragraph" and not block.visible
        if is_picture or block.kind == "html" or block.first_line in head.lines:
            continue
        if not people.sheet.is_free(block.lines):
            return
        if block.kind == "table" and people.lines.isdisjoint(block.lines):
            _read_pairs(block, head, people)
        lone = [item for item in block.children if len(item.lines) == 1]
        numbers = block.lines if block.kind == "paragraph" else [item.first_line for item in lone]
        # Below a sentence only a table can still say when the meeting was and who was there.
        for number in numbers if not is_over else ():
            is_taken = number in people.lines or _take_label(people.sheet.document.line(number), number, head)
            if block.kind == "paragraph" and not is_taken:
                is_over = True
                break
        if not is_over and head.lines.union(people.lines).isdisjoint(block.lines):
            return


def _read_pairs(block: Block, head: Head, people: PeopleReader) -> None:
    """Take a table of labels and values, one of which is a day or who was there, as lines of the header."""
    rows = [
        (line, ["\n".join(map(strip_markup, cell.split("\n"))) for cell in cells])
        for line, cells in labeled_rows(block)
    ]
    pairs = [
        (line, cells[0].rstrip(" :\uff1a"), cells[1] if len(cells) > 1 else "")
        for line, cells in rows
        if any(cells)
    ]
    labels = [fold(label) for _, label, _ in pairs]
    is_pairs = all(len(cells) <= 2 for _, cells in rows) and len(set(labels)) == len(labels) and all(labels)  # noqa: PLR2004
    is_day = any(text in {written.text for written in days.find_dates(text)} for _, _, text in pairs)
    if not is_pairs or not (is_day or any(label in DATE_LABELS or label_of(label) for label in labels)):
        return
    if pairs[0][0] > block.first_line:  # the labels stand above
        people.mark((block.first_line,), "")
    for line, label, value in pairs:
        role, leftover = label_of(label), value
        if role:
            leftover = people.read_line(role, value, (line,))
        if value in {"", "/"} or (leftover and not head.add(label, " ".join(leftover.split()), line)):
            people.sheet.leave_out(line, f"{label}: {value}")
    head.lines.update(block.lines)


def _take_label(line: str, number: int, head: Head) -> bool:
    match = _LABEL.fullmatch(_without_break(line))
    if not match or is_mark(match["label"]):
        return False
    if match["label"] == "Status" and match["text"].strip() == "draft":
        head.draft = True
        head.lines.add(number)
        return True
    return head.add(match["label"].replace("\\", ""), match["text"].strip(), number)


def _without_break(line: str) -> str:
    """Return a line without the hard line breaks at its end."""
    while match := _ENDS.search(line[-8:]):
        line = line[: len(line) - len(match[0])]
    return line
