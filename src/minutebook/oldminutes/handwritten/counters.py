"""Counts in sentences: `11 (+3) open tickets`, or `Open tickets: 11 (+3)`."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.oldminutes.handwritten import figures
from minutebook.oldminutes.handwritten.blocks import Prose
from minutebook.oldminutes.handwritten.values import Counter, Figure

_SIGN = rf"(?:{figures.SIGNS}|&[#a-zA-Z0-9]{{2,8}};)"
_MARK = r"(?:\*{1,3}|_{1,3})?"
_CHANGE = (
    rf"{_MARK}(?<![\w.,:/+-])(?P<count>[0-9]{{1,9}}){_MARK}[ \t]{{1,3}}"
    rf"\((?P<delta>\\?{_SIGN}[ \t]{{0,2}}[0-9]{{1,9}})"
    r"(?:[ \t]since[ \t](?P<since>[0-9]{4}-[0-9]{2}-[0-9]{2}))?\)"
)
_BEFORE_LABEL = re.compile(rf"{_CHANGE}[ \t]{{1,3}}(?P<label>[^\W\d][^\n.,;:()|0-9]{{0,79}})")
_AFTER_LABEL = re.compile(
    rf"[ \t]*(?:[-*+][ \t]+)?{_MARK}(?P<label>[^\W\d][^\n.;:()|]{{0,79}}?){_MARK}:{_MARK}[ \t]*{_CHANGE}[ \t.;]*"
)
_BARE = re.compile(r"[ \t]*[-*+][ \t]+(?P<count>[0-9]{1,9})[ \t]{1,3}(?P<label>[^\W\d][^\n.,;:()|0-9]{0,79})")
_JOINING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "than",
        "the",
        "to",
        "was",
        "were",
        "with",
    ]
)
"""What begins with one of these words goes on about something else, and names nothing that is counted."""
_JOINT = re.compile(r"\s+(?:and|plus)\s*\Z")


def counters(line: Prose, section: tuple[str, ...]) -> Iterator[Counter]:
    """Yield the counts of a line of prose; one without a delta only where it begins a list item."""
    if after := _AFTER_LABEL.fullmatch(line.text):
        yield _counter(after, line, section)
        return
    found = list(_BEFORE_LABEL.finditer(line.text))
    for one in found:
        if one["label"].split()[0].lower() not in _JOINING:
            yield _counter(one, line, section)
    if not found and (bare := _BARE.match(line.text)):
        number = Figure(bare["count"], int(bare["count"]), line.line)
        yield Counter(section, _label(bare["label"]), number, None)


def _counter(found: re.Match[str], line: Prose, section: tuple[str, ...]) -> Counter:
    return Counter(
        section,
        _label(found["label"]),
        Figure(found["count"], int(found["count"]), line.line),
        Figure(found["delta"], figures.delta(found["delta"]), line.line),
        _day(found["since"]),
    )


def _label(text: str) -> str:
    return _JOINT.sub("", figures.plain(text)).strip(" *_")


def _day(text: str | None) -> date | None:
    return figures.day(text) if text else None
