"""The head of minutes: front matter, title, lines in bold, and who was there."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from minutebook.minutes.layout import TITLE_LINE
from minutebook.minutes.markdown import escape, long_date
from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.importer.attendance import goes_on, listed, people
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.outline import Chapter, Outline, span
from minutebook.oldminutes.importer.plain import plain
from minutebook.oldminutes.importer.values import Head, Stopped

_LABEL = re.compile(
    r"[ \t]{0,3}(?:\*\*|__)(?P<label>[^*_:]+?)[ \t]*(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]*(?P<text>.*)"
)
_LIST = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?[*_]{0,3}(?P<label>[^\W\d][\w ]{2,20})(?::[*_]{0,3}|[*_]{0,3}:)[ \t]*(?P<names>.*)"
)
_BOLD = re.compile(r" {0,3}\*\*(?P<label>[^\W\d][\w ]{2,20})\*\*")
"""A line in bold that a list follows is as good as a heading."""
_BREAK = re.compile(r"(?:[ \t]+|\\|<br ?/?>)+\Z")
_TEXT = re.compile(r" {0,3}[^\W\d]")
_JOINTS = " \t,:;(-\u2013\u2014|/"
_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>.*?))?[ \t]*\Z")


def untitled(title: str, day: date, *, written: bool = False) -> str:
    """Return a title without its date and what joined the two: nothing where it has no other words.

    `written` says that minutebook wrote it.
    """
    if written and title.endswith(usual := f", {long_date(day)}"):
        return title.removesuffix(usual)
    whole = [one.text for one in dates.find_dates(title)]
    for text in (*whole, *dates.find_yearless(title, day)):
        weekday = dates.weekday_beside(title, text, day)
        before, _, after = title.partition(text)
        if before.rstrip(_JOINTS).endswith(weekday):
            before = before.rstrip(_JOINTS).removesuffix(weekday)
        else:
            after = after.replace(weekday, "", 1)
        before, after = before.rstrip(_JOINTS), after.lstrip(_JOINTS + ")")
        # Without its year a date before other words may be what they speak of.
        if after and text not in whole:
            continue
        if not after:
            before = re.sub(r"[ \t,]+(?:of|on|from|for)\Z", "", before, flags=re.IGNORECASE)
        return " ".join(part for part in (before, after) if part).strip()
    return title.strip()


class HeadReader:
    """Reads the head of one outline, and says which of its lines were used."""

    def __init__(self, found: Outline, knowledge: Knowledge, *, generated: bool) -> None:
        self.outline, self.knowledge, self.generated = found, knowledge, generated
        self.header: list[tuple[str, str]] = []
        self.people: dict[str, tuple[str, ...]] = {}
        self.claimed: list[int] = []
        self.draft = False
        self.front_title: tuple[int, str | None] = (1, None)
        self.ended = False

    def read(self, title: Chapter | None, day: date, body: Chapter) -> Head:
        """Return the head: a title's chapter if there is one, and the lines that the body begins with."""
        named = None
        self._front(day)
        if title is not None:
            named = plain(title.title)
            self.claimed += range(title.line, title.first)
        if self.generated:
            self.claimed.append(1)
            self._written(body)
        else:
            for first, last in (place for one in self._bodies(body) for place in self._leading(one)):
                self._lines(first, last)
        return Head(
            (untitled(named, day, written=self.generated) or None) if named else self.front_title[1],
            title.line if title else self.front_title[0],
            tuple(self.header),
            self.people.get("attending", ()),
            self.people.get("absent", ()),
            self.people.get("guests", ()),
            self.draft,
            tuple(self.claimed),
        )

    def _front(self, day: date) -> None:
        """Take front matter for header lines; raises Stopped for what is more than a key and a value."""
        lines = self.outline.lines[: self.outline.front]
        pairs: list[tuple[int, str, str]] = []
        for number, line in enumerate(lines[1:-1], 2):
            listed = re.fullmatch(r"[ \t]*-[ \t]+(?P<item>\S.*)", line)
            if found := _KEY.fullmatch(line):
                pairs.append((number, found["key"], (found["value"] or "").strip()))
            elif listed and pairs:
                at, key, value = pairs[-1]
                pairs[-1] = (
                    at,
                    key,
                    f"{value}, {listed['item'].strip()}" if value else listed["item"].strip(),
                )
            elif not line.lstrip().startswith("#"):
                raise Stopped(
                    number,
                    "this front matter is more than keys with values or lists",
                    "Move it into a list in the text, or delete it.",
                )
        self.claimed += range(1, len(lines) + 1)
        for number, key, value in pairs:
            self._pair(number, key, value, day)

    def _pair(self, number: int, key: str, value: str, day: date) -> None:
        text = value[1:-1].strip() if value[:1] + value[-1:] in {'""', "''", "[]"} else value
        who = attendance_of_label(key)
        names = people(re.sub(r"[\"']", "", text), self.knowledge) if who and text else None
        if who and names and who not in self.people:
            self.people[who] = names
        elif key.lower() == "title" and text:
            self.front_title = (number, untitled(text, day) or None)
        elif value:
            self._add(key, text or value, number)

    def _add(self, label: str, text: str, number: int) -> bool:
        if not text or not text.isprintable() or any(label == other for other, _ in self.header):
            return False
        self.header.append((label, text))
        self.claimed.append(number)
        return True

    def _bodies(self, body: Chapter) -> Iterator[Chapter]:
        """Yield what stands above the title, and what stands below it."""
        first = self.outline.chapters[0]
        yield from (first, body) if body is not first else (body,)

    def _written(self, body: Chapter) -> None:
        """Take the lines that minutebook wrote, if they are as it writes them; else they are somebody's notes."""
        node = body.nodes[0] if body.nodes else None
        if node is None or node.type != "paragraph" or span(node)[0] != TITLE_LINE + 2:
            return
        first, last = span(node)
        before = (list(self.claimed), list(self.header), dict(self.people), self.draft)
        self._lines(first, last)
        shown = [(escape(label), text) for label, text in self.header]
        shown += [("Status", "draft")] if self.draft else []
        shown += [(who.title(), ", ".join(map(escape, names))) for who, names in self._in_order()]
        if [f"**{label}:** {text}  " for label, text in shown] != list(self.outline.lines[first - 1 : last]):
            self.claimed, self.header, self.people, self.draft = before

    def _in_order(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for who in ("attending", "absent", "guests"):
            if names := self.people.get(who):
                yield who, names

    def _leading(self, body: Chapter) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs and lists that a head may be written in; behind others only who was there is told."""
        for at, node in enumerate(body.nodes):
            first, last = span(node)
            used = first in self.claimed
            if used or (
                node.type == "html_block" and self.outline.lines[first - 1].lstrip().startswith("<!--")
            ):
                continue
            before = len(self.claimed)
            if node.type == "paragraph" or (node.type == "bullet_list" and not self.ended):
                below = body.nodes[at + 1] if at + 1 < len(body.nodes) else None
                if below and below.type.endswith("_list") and self._above(last, span(below)):
                    last -= 1
                if last >= first:
                    yield first, last
            self.ended = self.ended or len(self.claimed) == before

    def _above(self, number: int, below: tuple[int, int]) -> bool:
        """Take a line that says who was there with the list below it that names them."""
        line = self.outline.lines[number - 1].rstrip()
        label = _BOLD.fullmatch(line) or _LIST.fullmatch(line)
        who = attendance_of_label(label["label"]) if label else None
        if not label or not who or who in self.people or label.groupdict().get("names", "").strip():
            return False
        names = listed(self.outline.lines[below[0] - 1 : below[1]], self.knowledge)
        if names:
            self.people[who] = names
            lines = range(below[0], below[1] + 1)
            self.claimed += (number, *(at for at in lines if self.outline.lines[at - 1].strip()))
        return bool(names)

    def _lines(self, first: int, last: int) -> None:
        at = first
        while at <= last:
            end = at
            while end < last and self._goes_on(end + 1):
                end += 1
            taken = self._line(at, end)
            # Behind a line that stays prose nothing of its paragraph goes before it.
            if (not taken and at == first) or (taken and end not in self.claimed):
                return
            at = end + 1

    def _goes_on(self, number: int) -> bool:
        """Whether a line is no header line of its own, but the rest of the one above."""
        line = self.outline.lines[number - 1]
        return bool(line.strip()) and not _LABEL.match(line) and not _LIST.fullmatch(line)

    def _line(self, first: int, last: int) -> bool:
        lines = [_BREAK.sub("", line) for line in self.outline.lines[first - 1 : last]]
        if self._who(first, lines):
            return True
        label = _LABEL.fullmatch(lines[0])
        if not label or last > first or self.ended:
            return False
        if self.generated and label["label"] == "Status" and label["text"].strip() == "draft":
            self.draft = True
            self.claimed.append(first)
            return True
        name = plain(label["label"])
        return bool(name) and self._add(name or "", label["text"].strip(), first)

    def _who(self, first: int, lines: Sequence[str]) -> bool:
        """Take a line that says who was there, with those that it goes on in."""
        label = _LIST.fullmatch(lines[0])
        who = attendance_of_label(label["label"]) if label else None
        if not label or not who or who in self.people:
            return False
        wrapped = [re.sub(r"^[ \t]*[-*+][ \t]+", "", line).strip() for line in lines[1:]]
        count = goes_on(label["names"], lines[1:], self.knowledge)
        rest = lines[1 + count :]
        # By itself a line may be code or a list that was none below another.
        if rest and not _TEXT.match(rest[0]):
            return False
        parts = [part.strip(" \t,") for part in (label["names"], *wrapped[:count])]
        names = people(", ".join(part for part in parts if part), self.knowledge)
        if names:
            self.people[who] = names
            self.claimed += range(first, first + 1 + count)
        return bool(names)
