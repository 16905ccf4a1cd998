"""What minutes have lost of the file they were made from: a second opinion, written from the format alone.

It reads both texts as Markdown, and knows nothing of how they were imported. What may change on purpose is
left out, as narrowly as that can be told from the text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from support.oldminutes.titledates import apart

_FRONT = re.compile(r"\A---[ \t]*\n(?P<inner>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"(?P<key>\w[\w -]*):(?P<value>.*)")
_TOKEN = re.compile(r"[-+\u2212]?\d+(?:[.,]\d+)*|[^\W_]+(?:['\u2019_][^\W_]+)*")

_ATTENDANCE = (
    *("attending", "attendees", "attended", "attendance", "present", "participants", "anwesend"),
    *("members present", "members attending", "roll call", "absent", "absentees", "regrets", "apologies"),
    *("not present", "not attending", "members absent", "guests", "guest"),
)
_LABEL = re.compile(rf"\s*(?:in )?(?:{'|'.join(_ATTENDANCE)})\s*:(?P<names>.*)", re.IGNORECASE)
_ATTENDANCE_HEADING = re.compile(rf"\s*(?:in )?(?:{'|'.join(_ATTENDANCE)})\s*:?\W*", re.IGNORECASE)
_JOINING = re.compile(r"(?<=\s)(?:and|und)(?=\s)")

_MARK = re.compile(r"[(\[](?:done|closed)[)\]]:?", re.IGNORECASE)
_MARK_WITH_MORE = re.compile(r"\((?:done|closed)\b[ \t:]*(?P<more>[^()]*[^\s()])\)\s*\Z", re.IGNORECASE)
"""A mark that says more, such as (done 3 March)."""
_BOX = re.compile(r"\[(?P<mark>[ xX])\]\s+")
_ITEM = re.compile(
    r"AI(?=\s*[(:])|AI(?= [^\W\d_]\w*(?: [^\W\d_]\w*)?(?::| -)(?:\s|\Z))|(?:TODO|Action item)(?=[ :(])|Action(?=:| \()"
)
_ASIDE = re.compile(r"\(AI(?::\s*(?P<owners>[^()]*))?\)")
_OWNERS = re.compile(r"\s*(?:\((?P<inside>[^()]*)\)|(?P<before>@?[^():]{0,60}))\s*:")
_VERB = re.compile(r"\A\s*(?P<owner>[^\W\d_]+) to\b\s*")
_AGE = re.compile(
    r" \((?:\d+(?:st|nd|rd|th) meeting)?(?:, )?(?P<due>(?:due|overdue since) \d{4}-\d\d-\d\d)?(?:, )?(?:lapses next time)?\)"
    r"(?=\s*(?:\[[A-Z]+\])?\s*\Z)"
)
_TICK = "[\u2713\u2714\u2705]"
_DONE = re.compile(
    rf"\s*(?:\[(?:done|closed)\]|\((?:done|closed)\)|{_TICK}|(?:(?<=[^\s:])\s+[-\u2013\u2014]|;|(?<=[.!]))\s+done[.!]?)\s*\Z",
    re.IGNORECASE,
)
_LED = re.compile(rf"(?:done:|done -|\[done\]|{_TICK})\s+(?=AI\b)", re.IGNORECASE)
_BEGUN = re.compile(rf"\s*(?:done:|done -|{_TICK})\s+(?=\S)", re.IGNORECASE)
_COUNTER_FIRST = re.compile(r"(?P<count>\d+) \([-+]\d+(?: since [\d-]{10})?\)(?= )")
_COUNTER_LAST = re.compile(r"(?P<label>[^:]+): (?P<count>\d+) \([-+]\d+(?: since [\d-]{10})?\)\Z")

_DELTA_HEADING = re.compile(
    r"(?:\u0394|\u2206|delta|change|diff|\+\s?/?\s?[-\u2212]|\u00b1)(?: since [\d-]{10})?", re.IGNORECASE
)
_COUNT = re.compile(r"(?:\d[\d,]*)?")
_TOTAL = re.compile(r"(?:grand )?total|totals|sum|\u03a3", re.IGNORECASE)


def lost(original: str, minutes: str, spellings: Mapping[str, str] | None = None) -> list[str]:
    """Return every word, number, link, line of code and comment that the minutes lack, as often as they do.

    `spellings` says which name stands for another; both texts are read with it.
    """
    had, has = (_Reading(text, spellings or {}).atoms for text in (original, minutes))
    return [f"{kind} {text}" for (kind, text), count in (had - has).items() for _ in range(count)]


def prose_lines_lost(original: str, minutes: str, structured: Collection[int]) -> list[str]:
    """Return the lines of text that the minutes lack, or have in another order, to the byte.

    `structured` are the numbers of the lines that are known to have changed, from 1.
    """
    at, missing = 0, []
    kept = _lines(minutes)
    for number, line in enumerate(_lines(original), 1):
        if number in structured or not line.strip():
            continue
        if line in kept[at:]:
            at = kept.index(line, at) + 1
        else:
            missing.append(f"{number}: {line}")
    return missing


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]


class _Reading:
    """All that a reader of one text sees, and how often."""

    def __init__(self, text: str, spellings: Mapping[str, str]) -> None:
        self.spellings = dict(sorted(spellings.items(), key=lambda pair: -len(pair[0])))
        self.atoms: Counter[tuple[str, str]] = Counter()
        self.day: str | None = None
        env: dict[str, Any] = {}
        text = self._front_matter("\n".join(_lines(text)))
        # What is indented too far is read as text, for nobody means code by it in minutes.
        self.tokens = MarkdownIt("commonmark").enable("table").disable("code").parse(text, env)
        for found in env.get("references", {}).values():
            self._add("reference", found["href"])
        self._blocks()

    def _front_matter(self, text: str) -> str:
        """Count the values of a front matter, and the keys of those that have no place of their own."""
        found = _FRONT.match(text)
        # With a blank line in it, it is text between two rules.
        if not found or not all(line.strip() for line in found["inner"].splitlines()):
            return text
        for line in found["inner"].splitlines():
            field = _FIELD.fullmatch(line)
            key = field["key"].lower() if field else ""
            value = field["value"] if field else line
            if key in {"date", "title"}:
                value = self._title(value)
            self._words(value if key in {"title", "date", *_ATTENDANCE} else f"{key} {value}")
        return text[found.end() :]

    def _blocks(self) -> None:
        at, first_heading = 0, True
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type == "table_open":
                end = next(n for n in range(at, len(self.tokens)) if self.tokens[n].type == "table_close")
                self._table(self.tokens[at:end])
                at = end
            elif token.type == "inline":
                before = self.tokens[at - 1].type
                self._text(token, before, first=first_heading, item=self._begins_item(at))
                first_heading = first_heading and before != "heading_open"
            elif token.type in {"fence", "code_block"}:
                self._words(token.info)
                for line in token.content.split("\n"):
                    self._add("code", line)
            elif token.type == "html_block":
                self._add("html", token.content)
            elif token.type == "hr":
                self._add("rule", "---")
            at += 1

    def _begins_item(self, at: int) -> bool:
        return [token.type for token in self.tokens[max(0, at - 2) : at]] == [
            "list_item_open",
            "paragraph_open",
        ]

    def _text(self, token: Token, before: str, *, first: bool, item: bool) -> None:
        text = self._inline(token)
        if before == "heading_open":
            if _ATTENDANCE_HEADING.fullmatch(text):
                return
            text = self._title(text) if first else text
        lines = text.split("\n")
        # In bold above names it is as good as a heading.
        if "**" in token.content:
            lines = [line for line in lines if not _ATTENDANCE_HEADING.fullmatch(line)]
        start = next((number for number, line in enumerate(lines) if not _LABEL.fullmatch(line)), len(lines))
        # A line of an item that has a mark is an action of its own.
        if lines[start:] and (item or _is_item(lines[start])):
            starts = [
                start,
                *(number for number, line in enumerate(lines) if number > start and _is_item(line)),
            ]
            ends = [*starts[1:], len(lines)]
            lines[start:] = [" ".join(lines[begin:end]) for begin, end in zip(starts, ends, strict=True)]
        present: set[str] | None = None
        for line in [self._item(line) if item or _is_item(line) else line for line in lines]:
            if label := _LABEL.fullmatch(line):
                present = set()
            names = _JOINING.sub(",", label["names"]) if label else line
            self._words(names if present is None else _once(names, present))

    def _inline(self, token: Token) -> str:
        """Return the words that are seen, and count what else there is."""
        parts = []
        for child in token.children or ():
            if child.type == "text":
                parts.append(child.content)
            elif child.type in {"softbreak", "hardbreak"}:
                parts.append("\n")
            elif child.type == "code_inline":
                self._add("code", child.content)
                parts.append(" \u00b7 ")
            elif child.type == "html_inline":
                self._add("html", child.content)
            elif child.type in {"link_open", "image"}:
                self._add("link", str(child.attrs.get("href") or child.attrs.get("src")))
                self._words(str(child.attrs.get("title") or ""))
                parts.append(child.content)
        return "".join(parts)

    def _title(self, text: str) -> str:
        """Count the date of a title once, however it is written and repeated, and return the rest."""
        rest, day = apart(text)
        if day and self.day != day:
            self.day = day
            self._add("date", day)
        return rest

    def _item(self, text: str) -> str:
        """Return the text of a list item, without the marks and the deltas that are written anew."""
        box = _BOX.match(text)
        if box:
            text = text[box.end() :]
        if led := _LED.match(text):
            text = text[led.end() :]
        # An item is done once, however often it says so.
        text, marks = _MARK.subn(" ", text)
        ends = marks > 0
        if more := _MARK_WITH_MORE.search(text):
            text, ends = text[: more.start()], True
            self._words(more["more"])
        while done := _DONE.search(text):
            text, ends = text[: done.start()], True
        closed = bool(ends or led or (box and box["mark"] != " "))
        if closed:
            self._add("mark", "done")
        text = _COUNTER_FIRST.sub(r"\g<count>", text, count=1) if _COUNTER_FIRST.match(text) else text
        text = _COUNTER_LAST.sub(r"\g<label>: \g<count>", text)
        text = _ASIDE.sub(lambda found: f" {found['owners'] or ''} ", text)
        kind = _ITEM.match(text)
        if kind or box:
            text = text[kind.end() :] if kind else text
            text = _AGE.sub(lambda found: f" {found['due'] or ''}", text)
            owners = _OWNERS.match(text)
            rest = text[owners.end() :] if owners else text
            if (begun := _BEGUN.match(rest)) and not closed:
                self._add("mark", "done")
            rest = rest[begun.end() :] if begun else rest
            rest = _VERB.sub(r"\g<owner> ", rest, count=1) if kind else rest
            text = f"{_JOINING.sub(' ', owners[0])} {rest}" if owners else rest
        return text

    def _table(self, tokens: Sequence[Token]) -> None:
        rows: list[list[Token]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token)
        for text in _seen([[self._inline(cell).strip() for cell in row] for row in rows]):
            self._words(text)

    def _words(self, text: str) -> None:
        for name, spelled in self.spellings.items():
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", spelled, text)
        for found in _TOKEN.finditer(text):
            # The word is a mark wherever it stands: a note may end with it, and be followed by the next.
            self._add(*(("mark", "done") if found[0].lower() in {"done", "closed"} else ("word", found[0])))
        for sign in text:
            if ord(sign) > 127 and unicodedata.category(sign).startswith("S"):
                self._add(*(("mark", "done") if re.match(_TICK, sign) else ("sign", sign)))

    def _add(self, kind: str, text: str) -> None:
        text = text.rstrip() if kind == "code" else " ".join(text.split())
        if text:
            self.atoms[kind, text] += 1


def _once(names: str, present: set[str]) -> str:
    """Return the names that are not among those present yet: a person is there once, however often they are named."""
    entries = re.split(r",(?![^()]*\))", names)  # but not in what stands behind one of them
    new = [name for name in dict.fromkeys(map(str.strip, entries)) if name not in present]
    present.update(new)
    return ", ".join(new)


def _is_item(text: str) -> bool:
    return _ITEM.match(_LED.sub("", text, count=1)) is not None


def _seen(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the cells of a table; in one of counts not the deltas, nor the sums, nor how these are called."""
    headings = rows[0]
    deltas = {at for at, text in enumerate(headings) if at and _DELTA_HEADING.fullmatch(text)}
    texts = {
        at
        for at in set(range(len(headings))) - deltas
        if not all(_COUNT.fullmatch(row[at]) for row in rows[1:])
    }
    if len(texts) != 1 or len(headings) == 1:
        for row in rows:
            yield from row
        return
    (label,) = texts
    sums = {at for at, text in enumerate(headings) if _TOTAL.fullmatch(text)}
    for row in rows:
        if not _TOTAL.fullmatch(row[label]):
            for at in sorted(set(range(len(headings))) - deltas - sums):
                yield row[at].replace(",", "") if row is not headings and at != label else row[at]
