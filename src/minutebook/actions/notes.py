"""What was noted of an action, in this meeting or before, and on which day."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.iso_days import DAY
from minutebook.records.meeting import Action, Meeting

_DATED = re.compile(rf" \({DAY}\)\Z")


@dataclass(frozen=True, slots=True)
class DatedNote:
    """A note, and the day of the earlier meeting that it is from; None is the meeting that it stands in."""

    text: str
    day: date | None = None


def note_text(note: DatedNote) -> str:
    """Return a note as the minutes show it, such as merged on Friday (2020-10-19)."""
    # Read from minutes, a note has its date already.
    return note.text if note.day is None or _DATED.search(note.text) else f"{note.text} ({note.day})"


def undated(text: str) -> str:
    """Return a note without the date that minutes print behind it."""
    return _DATED.sub("", text)


def notes_to_show(history: History, meeting: Meeting, action: Action) -> tuple[DatedNote, ...]:
    """Return what was noted of an action in a meeting, else the last note of an earlier one."""
    if action.notes:
        return tuple(
            DatedNote(text, _first_day(history, meeting.date, action, text)) for text in action.notes
        )
    for day, texts in _earlier_notes(history, meeting.date, action):
        if texts:
            return (DatedNote(texts[-1], _first_day(history, day, action, texts[-1]) or day),)
    return ()


def has_new_note(action: Action, earlier: Action) -> bool:
    """Whether something was noted of an action that was not noted in an earlier meeting: an equal note is a copy.

    Earlier versions copied the note of each action that they carried.
    """
    return not set(map(undated, action.notes)) <= set(map(undated, earlier.notes))


def _first_day(history: History, day: date, action: Action, text: str) -> date | None:
    """Return the first day of the run of meetings that have copies of a note; None if it is no copy."""
    first = None
    for earlier_day, texts in _earlier_notes(history, day, action):
        if undated(text) not in map(undated, texts):
            break
        first = earlier_day
    return first


def _earlier_notes(history: History, day: date, action: Action) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Yield the meetings before a day back to where an action began, latest first, with what they note of it."""
    for earlier_day, brief in history.held_briefs(day):
        if action.id not in brief.actions if action.since is None else earlier_day < action.since:
            return
        yield earlier_day, brief.noted.get(action.id or "", ())
