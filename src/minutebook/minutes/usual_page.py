"""Minutes in the language and the look of their series, as they are in the usual ones.

So what reads the minutes that minutebook wrote needs to know no other language, and no other look.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from minutebook.actions.usual_words import STRIKE, in_usual_words
from minutebook.minutes import layout
from minutebook.minutes.fences import fenced
from minutebook.records.attendance import LISTS
from minutebook.records.defaults import ACTION_WORD
from minutebook.records.fixed_words import ENGLISH, LANGUAGES, fixed_words
from minutebook.records.iso_days import DAY
from minutebook.records.series import Style

_ITEM = re.compile(r"(?P<start> *[-*+]   )(?P<text>.*)")
_LONGEST_HEADER = 30
"""How many lines the link to the previous meeting is looked for in."""
_LONGEST_GAP = 1500
"""How many days before a meeting its baseline is looked for."""


def page_style(lines: Sequence[str], day: date, style: Style) -> Style | None:
    """Return the style in which the minutes of a day were drawn, None for what minutebook did not write.

    Its language shows in the first line, how days are written in the title, and a link to the previous meeting below
    it; all else is that of the given style.
    """
    if not layout.is_generated(lines[0]):
        return None
    marks = {language: layout.minutes_mark("", fixed_words(language)) for language in LANGUAGES}
    start = lines[0].split(layout.MARK)[0]
    spoken = [
        language
        for language, mark in marks.items()
        if re.sub(r"(?<!\S)\S+\.yaml\b", "", start).split() == mark.split(layout.MARK)[0].split()
    ]
    bases = [style] if style.language in spoken else []
    bases += [Style(language=language) for language in spoken]
    kinds = (replace(base, dates=dates) for base in bases for dates in (base.dates, "long", "medium", "iso"))
    titled = (kind for kind in kinds if lines[1:] and lines[1].endswith(layout.title_end(day, kind)))
    page = next(titled, bases[0] if bases else Style())
    link = layout.header_line(page.wording.previous, "[", page.wording).rstrip()
    is_linked = any(line.startswith(link) for line in lines[:_LONGEST_HEADER])
    return replace(page, previous="linked" if is_linked else "unlinked")


def usual_page(lines: Sequence[str], day: date, style: Style, prose: Container[int] = ()) -> str:
    """Return the minutes of a day that were drawn in some style as they would be in the usual one, line by line.

    Lines in `prose` stay as they are.
    """
    return "\n".join(_Page(day, style, prose).usual_lines(lines))


class _Page:
    def __init__(self, day: date, style: Style, prose: Container[int]) -> None:
        self.day, self.style, self.wording, self.prose = day, style, style.wording, prose
        self._lists = {getattr(self.wording, key): getattr(ENGLISH, key) for key in LISTS}
        header = re.escape(layout.header_line("LABEL", "TEXT", self.wording))
        self._header = re.compile(header.replace("LABEL", "(?P<label>[^*]+)").replace("TEXT", "(?P<text>.*)"))
        self._since = re.compile(rf"(\([+-][0-9]+|&Delta;) {re.escape(self.wording.since)} (?={DAY})")

    def usual_lines(self, lines: Sequence[str]) -> Iterator[str]:
        first, *lower_lines = lines
        yield first
        for number, (line, fence) in enumerate(fenced(lower_lines), layout.TITLE_LINE):
            if fence or number in self.prose:
                yield line
            elif number == layout.TITLE_LINE:
                yield line.removesuffix(layout.title_end(self.day, self.style)) + layout.title_end(self.day)
            else:
                yield self._usual_line(line)

    def _usual_line(self, line: str) -> str:
        if header := self._header.fullmatch(line):
            return self._usual_header(header["label"], header["text"])
        if item := _ITEM.fullmatch(line):
            return item["start"] + self._usual_item(item["text"])
        if line.startswith("|"):
            return self._since.sub(rf"\1 {ENGLISH.since} ", line)
        start, _, end = self.wording.changes.partition("{date}")
        return self._usual_since(line) if line.startswith(start) and line.endswith(end) and line else line

    def _usual_header(self, label: str, text: str) -> str:
        if label == self.wording.previous and self.style.previous == "linked":
            return ""
        if (label, text) == (self.wording.status, self.wording.draft):
            return layout.header_line(ENGLISH.status, ENGLISH.draft)
        if label in self._lists:
            label, text = self._lists[label], text.replace(self.wording.comma, ENGLISH.comma)
        return layout.header_line(label, text)

    def _usual_item(self, text: str) -> str:
        start = f"{STRIKE * text.startswith(STRIKE)}{self.style.action} ("
        if not text.startswith(start):
            return self._since.sub(rf"\1 {ENGLISH.since} ", text)
        return in_usual_words(text, self.wording).replace(self.style.action, ACTION_WORD, 1)

    def _usual_since(self, line: str) -> str:
        earlier = (self.day - timedelta(days=number) for number in range(1, _LONGEST_GAP))
        since = next((day for day in earlier if layout.since_line(day, self.style) == line), None)
        return layout.since_line(since) if since else line
