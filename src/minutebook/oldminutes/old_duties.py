"""Duties in lines of old minutes: a label with whose turn it is behind a colon."""

import re

from minutebook.minutes.action_line import ACTION_START
from minutebook.oldminutes.languages import attendance_of
from minutebook.oldminutes.markdown_blocks import has_markup, strip_markup
from minutebook.oldminutes.sheet import OpenSheet
from minutebook.records.meeting import Duty

_DUTY = re.compile(r"(?P<label>[^:]{1,60}?):(?:[ \t]+(?P<people>\S.*))?")
_VOTE = re.compile(
    r"(?:(?:motion|moved|proposed|seconded|second|abstained|opposed)(?:[ \t]+by)?|in favou?r|against)",
    re.IGNORECASE,
)
"""What somebody did in one meeting, and so is no duty, which comes again in the next one."""
_UNKNOWN = ("", "?")


def read_duty(
    text: str, line: int, sheet: OpenSheet, labels: set[str], *, ours: bool, vacant: tuple[str, ...]
) -> Duty | None:
    """Return the duty that a line is, or nothing; its label joins those of the section.

    `ours` is a line that minutebook wrote, and `vacant` is what may stand there for nobody.
    """
    match, facts = _DUTY.fullmatch(text), sheet.facts
    label = strip_markup(match["label"]) if match else ""
    is_other = label.startswith(ACTION_START) or attendance_of(label) or facts.is_person(label)
    is_once = label in labels or (not ours and _VOTE.fullmatch(label))
    if not match or not label or is_other or is_once or has_markup(text) or not label.isprintable():
        return None
    people = strip_markup(match["people"] or "")
    names = [] if people in _UNKNOWN else [name.strip() for name in re.split("[,\u3001\uff0c]", people)]
    is_duty = people in vacant if not names else ours or all(map(facts.is_person, names))
    if not is_duty:
        return None
    labels.add(label)
    for name in names:
        sheet.resolve(line, name, facts.spell(name), label)
    return Duty(label, tuple(map(facts.spell, names)))
