"""Lists of who was there that stay prose, and why."""

import re
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.handwritten.attendance_boxes import is_attendance_title
from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.importer.attendance_lists import what_is_no_name
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import NumberedLine, Prose, Section, Sheet
from minutebook.records.roster import Roster

_LABEL = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?[*_]{0,3}(?P<label>(?!(?:we|you|they|will|to)\b)[^\W\d][\w ]{2,40}?)[ \t]*(?:\([^()]*\))?(?::[*_]{0,3}|[*_]{0,3}:)[ \t]*(?P<names>.*)"
    r"|[ \t]*\*\*(?P<bold>[^\W\d][\w ]{2,40})\*\*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])(?:[ \t]|\Z)")
_LONGEST_QUOTE = 60


def unread_attendance(sheet: Sheet, roster: Roster) -> Iterator[tuple[int, str]]:
    """Yield the lines of labels above people who stay prose, each with the reason."""
    if sheet.generated:
        return
    facts = SeriesFacts(roster, spellings=frozenset((*roster.people, *roster.aliases)))
    for section in sheet.root.walk():
        lines = [line for block in section.blocks if isinstance(block, Prose) for line in block.lines]
        if section.title and is_attendance_title(section.title):
            yield section.line, _reason(section.title, _lines_under(section, lines), sheet, facts)
            continue
        for index, (number, line) in enumerate(lines):
            # A heading with markup is prose, and so is what stands below it.
            title = line.strip("# \t") if line.startswith("#") else ""
            lines_below = [text for _, text in lines[index + 1 :]]
            match = _LABEL.fullmatch(line.rstrip())
            if title and is_attendance_title(title):
                yield number, _reason(title, lines_below, sheet, facts)
            elif match and is_attendance_title(label := match["label"] or match["bold"]):
                names = match["names"] or ""
                more_lines = _lines_of_list(lines_below, begins_below=not names.strip())
                yield number, _reason(label, [names, *more_lines], sheet, facts)


def _lines_under(section: Section, lines: Sequence[NumberedLine]) -> list[str]:
    headings = [f"### {subsection.title}" for subsection in section.sections if subsection.title]
    return [*(text for _, text in lines), *headings[:1]]


def _lines_of_list(lines: Sequence[str], *, begins_below: bool) -> Iterator[str]:
    """Yield the lines that a list of people goes on in; one that begins below its label may have empty lines."""
    begun = apart = False
    for line in lines:
        if not line.strip():
            apart = True
            continue
        bulleted = _BULLET.match(line) is not None
        ended = apart and (not begins_below or (begun and not bulleted))
        if ended or line.startswith("#") or (begun and _LABEL.fullmatch(line)):
            return
        if bulleted or not begun:
            yield line
        begun, apart = True, False


def _reason(label: str, lines: Sequence[str], sheet: Sheet, facts: SeriesFacts) -> str:
    """Say why a list with a label, of some lines, stays prose."""
    if text := what_is_no_name(lines, facts):
        return f'"{text.strip()[:_LONGEST_QUOTE]}" is not just a name'
    if not any(line.strip() for line in lines):
        return "there are no names"
    attendance = attendance_of_label(label)
    head = sheet.head
    people = {"attending": head.attending, "absent": head.absent, "guests": head.guests}
    if attendance and people[attendance]:
        return "another list is used instead"
    return (
        "it is part of other text"
        if attendance
        else f'"{label.strip()}" is not a known heading of such a list'
    )
