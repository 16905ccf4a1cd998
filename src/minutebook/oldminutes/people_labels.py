"""What stands before or above a list of people."""

import re
from collections.abc import Sequence

from minutebook.actions.words import CLOSING
from minutebook.oldminutes.languages import Role, attendance_of, words
from minutebook.oldminutes.markdown_blocks import fold
from minutebook.oldminutes.names import is_name, split_entries

_LABEL = re.compile(r"\s*(?P<label>[^:\uff1a\n]{2,60}?)\s*[:\uff1a]\s*(?P<names>.*)", re.DOTALL)
_DASHED = re.compile(r"\s*(?P<label>[^\n\u2013\u2014-]{2,60}?)\s+[\u2013\u2014-]\s+(?P<names>.*)", re.DOTALL)
_ASIDE = re.compile(
    rf"[ \t\u3000]*[(\uff08](?![^()]*\b(?:{CLOSING})\b)[^()\uff08\uff09]*[)\uff09]\Z", re.IGNORECASE
)
_LIST = re.compile(r"[/&,]| and | und | et ")
_LABELED = re.compile(r"[^,:]{1,40}:\s")
_BROKEN = re.compile(r"[^.]{2,40}\.\s+[A-Z][\w ]*")
_MOST_WORDS = 4
_MEMBERS, _NO_PREFIX = (words("people", name) for name in ("members", "no_prefix"))


def label_of(text: str) -> Role | None:
    """Return which list a heading, a line in bold or a label begins, such as Members present (5)."""
    label = _ASIDE.sub("", fold(text)).strip(" :\uff1a\u3000")
    first, *more = label.split() or [""]
    if (role := attendance_of(label)) or not 0 < len(more) < _MOST_WORDS:
        return role
    # Such as Directors present, Anwesende Mitglieder, or Team attendees.
    if attendance_of(more[-1]) and _NO_PREFIX.isdisjoint((first, *more)):
        return attendance_of(more[-1])
    if more[-1] in _MEMBERS and attendance_of(first):
        return attendance_of(first)
    lists = {attendance_of(part) for part in _LIST.split(label) if part.strip()}
    return "attending" if lists == {"attending"} else None


def label_and_names(text: str) -> tuple[Role, str] | None:
    """Return which list a line begins, and what stands behind its label."""
    for pattern in (_DASHED, _LABEL):
        match = pattern.fullmatch(text)
        if match and (role := label_of(match["label"])):
            return role, match["names"].strip(" \t*_")
    return None


def aside_of(text: str) -> str:
    """Return what a label says in brackets behind it, but for a number."""
    match = _ASIDE.search(text.rstrip(" :\uff1a*_"))
    return "" if not match or match[0].strip("()\uff08\uff09 ").isdigit() else match[0].strip()


def gather_names(names: str, more: Sequence[str]) -> tuple[str, int]:
    """Return names with those of the lines below that go on with them, and how many these are."""
    *people, last = split_entries(names) or [""]
    if people and _BROKEN.fullmatch(last) and not any(map(label_and_names, more)):
        return " ".join((names, *more)), len(more)
    count = 0
    while names and count < len(more) and _goes_on(names, more[count]):
        names, count = f"{names}\n{more[count]}", count + 1
    return names, count


def _goes_on(names: str, text: str) -> bool:
    """Whether a line goes on with the names of the one above."""
    if label_and_names(text) or _LABELED.match(text):
        return False
    return names.rstrip().endswith((",", ";", " and")) or all(map(is_name, split_entries(text)))
