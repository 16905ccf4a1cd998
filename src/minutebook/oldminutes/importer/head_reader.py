"""The head of minutes: front matter, title, lines with a label in bold, and who was there."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from minutebook.minutes import layout
from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.importer.attendance_lists import (
    count_more_lines,
    read_people,
    read_people_of_lines,
)
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.line_shape import without_line_break
from minutebook.oldminutes.importer.outline import Chapter, Outline, line_span
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import CannotImport, Head
from minutebook.records.attendance import Attendance

_LABEL = re.compile(
    r"[ \t]{0,3}(?:\*\*|__)(?P<label>[^*_:]+?)[ \t]*(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]*(?P<text>.*)"
)
_PEOPLE = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?[*_]{0,3}(?P<label>[^\W\d][\w ]{2,20})(?::[*_]{0,3}|[*_]{0,3}:)[ \t]*(?P<names>.*)"
)
_BOLD_LINE = re.compile(r" {0,3}\*\*(?P<label>[^\W\d][\w ]{2,20})\*\*")
"""A line in bold that a list follows is as good as a heading."""
_TEXT = re.compile(r" {0,3}[^\W\d]")
_JOINTS = " \t,:;(-\u2013\u2014|/"
_FRONT_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>.*?))?[ \t]*\Z")
_FRONT_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<item>\S.*)")


def undated_title(title: str, day: date) -> str:
    """Return a title without its date and what joins the two: nothing if it has no other words."""
    full_dates = [stated.text for stated in dates.find_dates(title)]
    for date_text in (*full_dates, *dates.find_dates_without_year(title, day)):
        weekday = dates.weekday_beside(title, date_text, day)
        front, _, back = title.partition(date_text)
        if front.rstrip(_JOINTS).endswith(weekday):
            front = front.rstrip(_JOINTS).removesuffix(weekday)
        else:
            back = back.replace(weekday, "", 1)
        front, back = front.rstrip(_JOINTS), back.lstrip(_JOINTS + ")")
        # A date without its year, before other words, may be what they speak of.
        if back and date_text not in full_dates:
            continue
        if not back:
            front = re.sub(r"[ \t,]+(?:of|on|from|for)\Z", "", front, flags=re.IGNORECASE)
        return " ".join(words for words in (front, back) if words).strip()
    return title.strip()


class HeadReader:
    """Reads the head of one outline, and collects the lines that it is made from."""

    def __init__(self, outline: Outline, facts: SeriesFacts) -> None:
        self.outline, self.facts, self.generated = outline, facts, outline.generated
        self.header: list[tuple[str, str]] = []
        self.people: dict[str, tuple[str, ...]] = {}
        self.used: list[int] = []
        self.draft = False
        self.front_title: tuple[int, str | None] = (1, None)
        self.below_text = False

    def read(self, title: Chapter | None, day: date, body: Chapter) -> Head:
        """Return the head: of the chapter of the title, if there is one, and of the lines that the body begins with."""
        written_title = None
        self._read_front_matter(day)
        if title is not None:
            written_title = plain_text(title.title)
            self.used += range(title.line, title.first_line)
        if self.generated:
            self.used.append(1)
            self._read_generated(body)
        else:
            for chapter in self._chapters_of_head(body):
                for first_line, last_line in self._spans_to_read(chapter):
                    self._read_lines(first_line, last_line)
        title_line, name = self.front_title
        if title is not None:
            title_line = title.line
        if written_title:
            generated_title = layout.title_without_date(written_title, day) if self.generated else None
            name = (undated_title(written_title, day) if generated_title is None else generated_title) or None
        return Head(
            name,
            title_line,
            tuple(self.header),
            self.people.get("attending", ()),
            self.people.get("absent", ()),
            self.people.get("guests", ()),
            self.draft,
            tuple(self.used),
        )

    def _read_front_matter(self, day: date) -> None:
        """Take front matter for header lines; raises CannotImport if it is more than keys with values or lists."""
        lines = self.outline.lines[: self.outline.front]
        pairs: list[tuple[int, str, str]] = []
        for number, line in enumerate(lines[1:-1], 2):
            front_item = _FRONT_ITEM.fullmatch(line)
            if match := _FRONT_KEY.fullmatch(line):
                pairs.append((number, match["key"], (match["value"] or "").strip()))
            elif front_item and pairs:
                key_line, key, value = pairs[-1]
                values = [value, front_item["item"].strip()] if value else [front_item["item"].strip()]
                pairs[-1] = (key_line, key, ", ".join(values))
            elif not line.lstrip().startswith("#"):
                raise CannotImport(
                    number,
                    "front matter must be keys, each with a value or a list",
                    "Move the rest into the text, or delete it.",
                )
        self.used += range(1, len(lines) + 1)
        for number, key, value in pairs:
            self._take_front_value(number, key, value, day)

    def _take_front_value(self, number: int, key: str, value: str, day: date) -> None:
        text = value[1:-1].strip() if value[:1] + value[-1:] in {'""', "''", "[]"} else value
        attendance = attendance_of_label(key)
        names = read_people(re.sub(r"[\"']", "", text), self.facts) if attendance and text else None
        if attendance and names and attendance not in self.people:
            self.people[attendance] = names
        elif key.lower() == "title" and text:
            self.front_title = (number, undated_title(text, day) or None)
        elif value:
            self._add_header(key, text or value, number)

    def _add_header(self, label: str, text: str, number: int) -> bool:
        if not text or not text.isprintable() or label in dict(self.header):
            return False
        self.header.append((label, text))
        self.used.append(number)
        return True

    def _chapters_of_head(self, body: Chapter) -> Iterator[Chapter]:
        """Yield what stands above the title, and what stands below it."""
        preamble = self.outline.chapters[0]
        yield from (preamble, body) if body is not preamble else (body,)

    def _read_generated(self, body: Chapter) -> None:
        """Take the lines that minutebook wrote; if one is not as it writes them, they are somebody's notes."""
        node = body.nodes[0] if body.nodes else None
        if node is None or node.type != "paragraph" or line_span(node)[0] != layout.TITLE_LINE + 2:
            return
        first_line, last_line = line_span(node)
        state = (list(self.used), list(self.header), dict(self.people), self.draft)
        self._read_lines(first_line, last_line)
        generated_lines = layout.header_lines(self.header, Attendance(**self.people), draft=self.draft)
        if generated_lines != list(self.outline.lines[first_line - 1 : last_line]):
            self.used, self.header, self.people, self.draft = state

    def _spans_to_read(self, chapter: Chapter) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs and lists that may belong to the head; below other text, only those of people do."""
        for node, node_below in zip(chapter.nodes, [*chapter.nodes, None][1:], strict=True):
            first_line, last_line = line_span(node)
            comment = node.type == "html_block" and self.outline.lines[first_line - 1].lstrip().startswith(
                "<!--"
            )
            if comment or first_line in self.used:
                continue
            used = len(self.used)
            if node.type == "paragraph" or (node.type == "bullet_list" and not self.below_text):
                list_below = node_below if node_below and node_below.type.endswith("_list") else None
                if list_below and self._read_people_below(last_line, line_span(list_below)):
                    last_line -= 1
                if last_line >= first_line:
                    yield first_line, last_line
            self.below_text = self.below_text or len(self.used) == used

    def _read_people_below(self, label_line: int, span: tuple[int, int]) -> bool:
        """Take a line that says who was there, together with the list below it that names them."""
        line = self.outline.lines[label_line - 1].rstrip()
        match = _BOLD_LINE.fullmatch(line) or _PEOPLE.fullmatch(line)
        attendance = attendance_of_label(match["label"]) if match else None
        if (
            not match
            or not attendance
            or attendance in self.people
            or match.groupdict().get("names", "").strip()
        ):
            return False
        first_line, last_line = span
        names = read_people_of_lines(self.outline.lines[first_line - 1 : last_line], self.facts)
        if not names:
            return False
        self.people[attendance] = names
        lines = (
            number for number in range(first_line, last_line + 1) if self.outline.lines[number - 1].strip()
        )
        self.used += (label_line, *lines)
        return True

    def _read_lines(self, first_line: int, last_line: int) -> None:
        """Take header lines from the start of a paragraph, up to one that stays prose."""
        start = first_line
        while start <= last_line:
            end = start
            while end < last_line and self._goes_on(end + 1):
                end += 1
            is_taken = self._take_line(start, end)
            # Behind a line that stays prose nothing of its paragraph may move above it.
            if (not is_taken and start == first_line) or (is_taken and end not in self.used):
                return
            start = end + 1

    def _goes_on(self, number: int) -> bool:
        """Whether a line is no header line of its own, but goes on with the one above."""
        line = self.outline.lines[number - 1]
        return bool(line.strip()) and not _LABEL.match(line) and not _PEOPLE.fullmatch(line)

    def _take_line(self, first_line: int, last_line: int) -> bool:
        lines = [without_line_break(line) for line in self.outline.lines[first_line - 1 : last_line]]
        if self._take_people(first_line, lines):
            return True
        match = _LABEL.fullmatch(lines[0])
        if not match or last_line > first_line or self.below_text:
            return False
        if self.generated and match["label"] == "Status" and match["text"].strip() == "draft":
            self.draft = True
            self.used.append(first_line)
            return True
        label = plain_text(match["label"])
        return bool(label) and self._add_header(label or "", match["text"].strip(), first_line)

    def _take_people(self, first_line: int, lines: Sequence[str]) -> bool:
        """Take a line that says who was there, with the lines that it goes on in."""
        match = _PEOPLE.fullmatch(lines[0])
        attendance = attendance_of_label(match["label"]) if match else None
        if not match or not attendance or attendance in self.people:
            return False
        count = count_more_lines(match["names"], lines[1:], self.facts)
        lines_after = lines[1 + count :]
        # By itself such a line may be code, or a list that could not begin below the other lines.
        if lines_after and not _TEXT.match(lines_after[0]):
            return False
        more_lines = [re.sub(r"^[ \t]*[-*+][ \t]+", "", line).strip() for line in lines[1 : 1 + count]]
        texts = [text.strip(" \t,") for text in (match["names"], *more_lines)]
        names = read_people(", ".join(text for text in texts if text), self.facts)
        if not names:
            return False
        self.people[attendance] = names
        self.used += range(first_line, first_line + 1 + count)
        return True
