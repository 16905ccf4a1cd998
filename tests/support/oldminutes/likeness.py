"""Lines of minutes in the one form in which they are compared: what differs in it must be told of.

This is the list of what may differ without a word; docs/old-minutes.md has the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

_START = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|\Z))?")
_AGE = re.compile(
    r"[ \t]+\((?=\d|due|overdue|lapses)(?:\d+(?:st|nd|rd|th) meeting)?(?:(?:, )?(?P<due>(?:due|overdue since) [\d-]{10}))?"
    r"(?:(?:, )?lapses next time)?\)(?=[ \t]*(?:\S*(?:done|closed|dropped|lapsed|completed?|x)\S*)?[ \t]*\Z)",
    re.IGNORECASE,
)
COUNTER = re.compile(
    r"(?P<before>[ \t]*[-*+][ \t]+(?:\d+|\?))[ \t]*\((?P<delta>[^()a-z]*|&[^()]*)(?: since [\d-]{10})?\)"
    r"(?P<after>[ \t].*)"
)
_WHO = {
    *("attending", "attendees", "attended", "attendance", "in attendance", "present", "participants"),
    *(
        "absent",
        "regrets",
        "apologies",
        "guests",
        "guest",
        "absentees",
        "members present",
        "members attending",
    ),
    *("roll call", "not present", "not attending", "members absent"),
}
_RULER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_DELTA_HEADING = re.compile(
    r"(?:\$?\\?(?:\u0394|\u2206|\u03b4|delta|change|diff|difference)\$?|\+\s?/?\s?[-\u2212\u2013]|\u00b1)"
    r"[\s;:.]*(?:since .*)?",
    re.IGNORECASE,
)
_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u25bc\u2193", "-"),
    **dict.fromkeys("\uff0b\u25b2\u2191", "+"),
}


def tables(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines of tables with deltas."""
    found: set[int] = set()
    for at in range(1, len(lines)):
        heads = [_seen(cell) for cell in _split(lines[at - 1])]
        if (
            "|" in lines[at - 1]
            and _RULER.fullmatch(lines[at])
            and len(_split(lines[at])) == len(heads)
            and any(map(_DELTA_HEADING.fullmatch, heads))
        ):
            end = next((n for n in range(at, len(lines)) if "|" not in lines[n]), len(lines))
            found |= {*range(at, end + 1)}
    return found


def _split(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", re.sub(r"\A\||(?<!\\)\|\Z", "", line.strip()))


def _seen(cell: str) -> str:
    """Return what a reader sees of a cell."""
    text = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell)).strip()
    return " ".join(text.strip("*_ ").split())


def cell(written: str) -> str:
    """Return a cell as it is compared: counts and deltas in one notation."""
    shown = _seen(written)
    number = "".join(_SIGNS.get(sign, sign) for sign in shown).strip("()").replace(" ", "").replace(",", "")
    number = number.replace("+/-", "").replace("\u00b1", "")
    if re.fullmatch(r"[+-]?\d+", number):
        return str(int(number))
    return "" if _DELTA_HEADING.fullmatch(shown) else shown


def cells(line: str) -> Counter[str]:
    """Return the cells of a row, whatever their order; the line below the headings has none."""
    return Counter() if _RULER.fullmatch(line) else Counter(map(cell, _split(line)))


def row(found: Counter[str]) -> str:
    """Return a row as it is compared."""
    return "|" + "|".join(sorted(one for one in found.elements() if one))


def text(line: str) -> str:
    """Return a line as it is compared: without ages, and the delta of a counter in one notation."""
    if found := COUNTER.fullmatch(line):
        delta = cell(found["delta"])
        return f"{found['before']} ({delta}){found['after']}" if re.fullmatch(r"-?\d+", delta) else line
    return (
        _AGE.sub(lambda found: f" ({found['due']})" if found["due"] else "", line) if "AI" in line else line
    )


def start(line: str) -> str:
    """Return the indent and the bullet of a line."""
    found = _START.match(line)
    return found[0] if found else ""


def bare(line: str) -> str:
    """Return a line without its indent and its bullet, and with single blanks."""
    return " ".join(line[len(start(line)) :].split())


def said(lines: Iterable[str]) -> str:
    """Return all signs of an action item or its note but for blanks and semicolons, which join its lines."""
    return re.sub(r"[\s;]", "", "".join(bare(text(line).removesuffix(" [LAPSED]")) for line in lines))


def words(line: str) -> str:
    """Return the words of a line in small letters."""
    return " ".join(re.findall(r"[^\W_]+", line.casefold()))


def pair(line: str) -> tuple[str, str]:
    """Return the words before and behind a colon; those who were there are named in many ways."""
    key, _, value = line.partition(":")
    return "people" if words(key) in _WHO else words(key), words(value)


def out_of_order(lines: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    """Yield the first line that does not stand behind those before it."""
    there = iter(new)
    for line in lines:
        if line not in there:
            yield line
            return
