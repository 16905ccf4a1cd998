"""Counts in sentences: `11 (+3) open tickets`, or `Open tickets: 11 (+3)`."""

import re
from collections.abc import Iterator

from minutebook.counts.delta_notation import BRACKETED, parse_day
from minutebook.oldminutes.handwritten.blocks import ProseLine
from minutebook.oldminutes.handwritten.cells import parse_delta
from minutebook.oldminutes.handwritten.contents import Counter, WrittenNumber
from minutebook.oldminutes.handwritten.plain_text import strip_markup

# All repetitions have bounds, so that no line takes more than linear time, however long it is.
_EMPHASIS = r"(?:\*{1,3}|_{1,3})?"
_COUNT_WITH_DELTA = rf"{_EMPHASIS}(?<![\w.,:/+-])(?P<count>[0-9]{{1,9}}){_EMPHASIS}[ \t]{{1,3}}{BRACKETED}"
_BEFORE_LABEL = re.compile(rf"{_COUNT_WITH_DELTA}[ \t]{{1,3}}(?P<label>[^\W\d][^\n.,;:()|0-9]{{0,79}})")
_BEHIND_LABEL = re.compile(
    rf"[ \t]*(?:[-*+][ \t]+)?{_EMPHASIS}(?P<label>[^\W\d][^\n.;:()|]{{0,79}}?){_EMPHASIS}:{_EMPHASIS}"
    rf"[ \t]*{_COUNT_WITH_DELTA}[ \t.;]*"
)
_WITHOUT_DELTA = re.compile(
    r"[ \t]*[-*+][ \t]+(?P<count>[0-9]{1,9})[ \t]{1,3}(?P<label>[^\W\d][^\n.,;:()|0-9]{0,79})"
)
_CONNECTING_WORDS = frozenset(
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
_CONNECTION = re.compile(r"\s+(?:and|plus)\s*\Z")


def read_counters(line: ProseLine, section: tuple[str, ...]) -> Iterator[Counter]:
    """Yield the counters of a line of prose; one without a delta only where it begins a list item."""
    if match := _BEHIND_LABEL.fullmatch(line.text):
        yield _counter(match, line, section)
        return
    # In a sentence without deltas a number may be anything.
    matches = list(_BEFORE_LABEL.finditer(line.text))
    for match in matches:
        if match["label"].split()[0].lower() not in _CONNECTING_WORDS:
            yield _counter(match, line, section)
    if not matches and (bare := _WITHOUT_DELTA.match(line.text)):
        count = WrittenNumber(bare["count"], int(bare["count"]), line.line)
        yield Counter(section, _label(bare["label"]), count, None)


def _counter(match: re.Match[str], line: ProseLine, section: tuple[str, ...]) -> Counter:
    return Counter(
        section,
        _label(match["label"]),
        WrittenNumber(match["count"], int(match["count"]), line.line),
        WrittenNumber(match["delta"], parse_delta(match["delta"]), line.line),
        parse_day(match["since"]) if match["since"] else None,
    )


def _label(text: str) -> str:
    return _CONNECTION.sub("", strip_markup(text)).strip(" *_")
