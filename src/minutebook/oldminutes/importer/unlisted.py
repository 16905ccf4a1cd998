"""Lists of who was there that stay prose, and what stood in the way."""

import re
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.handwritten.attendance_boxes import is_attendance_title
from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.importer.attendance import in_the_way
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.values import Part, Sheet, Text
from minutebook.records.roster import Roster

_LABEL = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?[*_]{0,3}(?P<label>(?!(?:we|you|they|will|to)\b)[^\W\d][\w ]{2,40}?)[ \t]*(?:\([^()]*\))?(?::[*_]{0,3}|[*_]{0,3}:)[ \t]*(?P<names>.*)"
    r"|[ \t]*\*\*(?P<bold>[^\W\d][\w ]{2,40})\*\*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])(?:[ \t]|\Z)")
_MOST = 60
"""How much of what stood in the way is shown."""


def unlisted(sheet: Sheet, roster: Roster) -> Iterator[tuple[int, str]]:
    """Yield the lines that tell who was there and stay prose, each with what stood in the way."""
    if sheet.generated:
        return
    knowledge = Knowledge(roster, known=frozenset((*roster.people, *roster.aliases)))
    for part in sheet.root.walk():
        lines = [line for piece in part.pieces if isinstance(piece, Text) for line in piece.lines]
        if part.title and is_attendance_title(part.title):
            yield part.line, _why(part.title, _below_heading(part, lines), sheet, knowledge)
            continue
        for at, (number, line) in enumerate(lines):
            title = line.strip("# \t") if line.startswith("#") else ""
            label = _LABEL.fullmatch(line.rstrip())
            if title and is_attendance_title(title):
                yield number, _why(title, [text for _, text in lines[at + 1 :]], sheet, knowledge)
            elif label and is_attendance_title(words := label["label"] or label["bold"]):
                names = label["names"] or ""
                below = list(_below([text for _, text in lines[at + 1 :]], listed=not names.strip()))
                yield number, _why(words, [names, *below], sheet, knowledge)


def _below_heading(part: Part, lines: Sequence[tuple[int, str]]) -> list[str]:
    inner = [f"### {below.title}" for below in part.parts if below.title]
    return [*(text for _, text in lines), *inner[:1]]


def _below(lines: Sequence[str], *, listed: bool) -> Iterator[str]:
    """Yield the lines that a list of people can go on in, behind blank ones if it begins below its label."""
    begun = apart = False
    for line in lines:
        bullet = _BULLET.match(line) is not None
        if not line.strip():
            apart = True
            continue
        ended = apart and (not listed or (begun and not bullet))
        if ended or line.startswith("#") or (begun and _LABEL.fullmatch(line)):
            return
        if bullet or not begun:
            yield line
        begun, apart = True, False


def _why(label: str, names: Sequence[str], sheet: Sheet, knowledge: Knowledge) -> str:
    who = attendance_of_label(label)
    if other := in_the_way(names, knowledge):
        return f'"{other.strip()[:_MOST]}" is not just a name'
    if not any(name.strip() for name in names):
        return "there are no names"
    head = sheet.head
    known = {"attending": head.attending, "absent": head.absent, "guests": head.guests}
    if who and known[who]:
        return "there is another such list"
    return "it stands among other text" if who else f'"{label.strip()}" is no heading of such a list'
