"""Rules about the lists of who was there."""

from collections.abc import Iterator

from minutebook.records.attendance import ALL, can_be_written_out
from minutebook.records.history import History
from minutebook.records.meeting import Meeting, Section
from minutebook.records.problem import Finding
from minutebook.records.roster import Roster
from minutebook.rules.registry import HISTORY


@HISTORY.rule("person-twice", strict=True)
def people_stand_once(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A person must stand once in the lists of a meeting, and once in those of each section."""
    roster = Roster(history.series.roster)
    for section in meeting.root.walk():
        yield from _twice(section, roster)


@HISTORY.rule("attendance-short")
def attendance_is_written_out(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who was there must stand by name in a meeting that is no draft, for the roster will change."""
    roster = Roster(history.series.roster)
    for section in meeting.shortened:
        key_path = (*section.key_path, "attending")
        if can_be_written_out(section.attendance, roster, meeting.date):
            message = "who was there must stand here by name, for later changes of the roster change nothing"
            hint = "Type: minutebook sync   (for an older meeting: minutebook sync --all)"
        elif not roster.members(meeting.date):
            message = f"nobody was in the roster on {meeting.date}, so `{ALL}` names nobody"
            hint = "Write the names, or add people to `roster` in series.yaml."
        else:  # a mistyped name, which is told where it stands, or nobody is left
            continue
        yield Finding(key_path, message, hint=hint, record=section.record or "attending", on_key=True)


def _twice(section: Section, roster: Roster) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    # Somebody who is absent may well be left out of `all`, too.
    for key, names in section.attendance.lists():
        for number, written in enumerate(names):
            name = roster.present(written)
            person = roster.canonical(name) or name
            if not person:
                continue
            if person not in first:
                first[person] = key, written
                continue
            earlier_key, earlier_name = first[person]
            is_repetition = first[person] == (key, written)
            as_other = "" if earlier_name == written else f" as '{earlier_name}'"
            where = (
                f"in `{earlier_key}` as well{as_other}" if earlier_key != key else f"there before{as_other}"
            )
            hint = "Type: minutebook sync --fix" if is_repetition else "Delete one of the two."
            yield Finding(
                (*section.key_path, key, number),
                f"'{written}' is {where}; a person must stand once",
                hint=hint,
                record=section.record or key,
                removes=is_repetition,
            )
