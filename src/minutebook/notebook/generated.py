"""The files that minutebook writes for a series: the minutes of its meetings, and the index."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from minutebook.actions.register import Register
from minutebook.minutes import layout
from minutebook.minutes.index import IndexedMeeting, write_index
from minutebook.minutes.markdown import escape
from minutebook.minutes.page import write_minutes
from minutebook.notebook.next_day import latest_day, next_day
from minutebook.notebook.notebook import Notebook
from minutebook.records.dated import always
from minutebook.records.filenames import notes_path
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Meeting, Notes
from minutebook.records.refusal import Refused
from minutebook.records.series import Style


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A generated file: its text, None where it must be deleted, and the path of what it is made from."""

    path: str
    text: str | None
    source: str


def minutes_of(notebook: Notebook, meeting: Meeting) -> str:
    """Return the Markdown minutes of a meeting of a series."""
    return write_minutes(meeting, notebook.history, title_of(notebook, meeting))


def usual_minutes_of(notebook: Notebook, meeting: Meeting) -> str:
    """Return the minutes of a meeting in the style that a series has if it says nothing of it."""
    history = notebook.history
    usual = replace(history, series=replace(history.series, style=always(Style())))
    return write_minutes(meeting, usual, title_of(notebook, meeting))


def title_of(notebook: Notebook, meeting: Meeting) -> str:
    """Return a meeting's title, else its series', else its folder's name."""
    return meeting.title or notebook.series.title.on(meeting.date) or notebook.path.name or "Meeting"


def generate(notebook: Notebook, days: Iterable[date]) -> Iterator[GeneratedFile]:
    """Yield the minutes of some days, those that belong to no meeting, and the index.

    Each meeting is asked for once, in the order of the days. Raises Refused if a file of the series that is
    needed can't be read.
    """
    rendered_days = frozenset(days)
    index = _Index(notebook)
    for day, path in notebook.days.items():
        meeting = notebook.meeting(day)
        index.enter(meeting)
        if day in rendered_days and meeting.held:
            yield GeneratedFile(notebook.minutes_path(day), minutes_of(notebook, meeting), path)
    # Minutes of a meeting that was deleted, renamed or skipped, but no other Markdown that is named after a day.
    for path, day in notebook.minutes.items():
        source = notes_path(path)
        held = notebook.days.get(day) == source and notebook.brief(day).held
        if not held and _is_ours(notebook, path):
            yield GeneratedFile(path, None, source)
    yield GeneratedFile(notebook.index_path, index.text(), notebook.series_path)


def text_of(notebook: Notebook, path: str) -> str | None:
    """Return the text of one generated file, without a look at the others; None where there must be none.

    Raises Refused if a file of the series that is needed can't be read.
    """
    if path == notebook.index_path:
        return _index_text(notebook)
    day = notebook.day_at(notes_path(path))
    meeting = notebook.meeting(day) if day else None
    return minutes_of(notebook, meeting) if meeting and meeting.held else None


def _is_ours(notebook: Notebook, path: str) -> bool:
    """Whether minutes were written here, or something stands here that can't be read to find out."""
    try:
        return is_generated(notebook.generated(path) or b"")
    except Refused:  # reported where the file itself is looked at
        return True


def plain_text(data: bytes | None) -> str | None:
    """Return the text of a file with plain newlines."""
    # What is no UTF-8 is only compared and shown: it is never what minutebook wrote.
    return None if data is None else data.decode("utf-8", "replace").replace("\r\n", "\n")


def is_generated(data: bytes) -> bool:
    """Whether a file says in its first line that minutebook wrote it."""
    return layout.is_generated(data.split(b"\n", 1)[0].decode("utf-8", "replace"))


def _index_text(notebook: Notebook) -> str:
    index = _Index(notebook)
    for day in notebook.days:
        index.enter(notebook.meeting(day))
    return index.text()


class _Index:
    """The README of a series, from the meetings that were entered in the order of their dates."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self._meetings: list[IndexedMeeting] = []
        self._register = Register(str(notebook.path), notebook.history)

    def enter(self, meeting: Meeting) -> None:
        self._meetings.append(self._indexed(meeting))
        self._register.enter(meeting)

    def text(self) -> str:
        series = self.notebook.series
        newest = self._meetings[-1].day if self._meetings else None
        latest = latest_day(self.notebook)
        following = next_day(self.notebook, latest) if series.schedule and latest else None
        title = series.title.on(newest) if newest else series.title.final
        title = title or self.notebook.path.name or "Meetings"
        return write_index(title, self._meetings, following, self._register.actions())

    def _indexed(self, meeting: Meeting) -> IndexedMeeting:
        if not meeting.held:
            return IndexedMeeting(meeting.date, None, f"skipped: {meeting.reason}", tuple(_notes_of(meeting)))
        link = PurePosixPath(self.notebook.minutes_path(meeting.date)).relative_to(self.notebook.path)
        return IndexedMeeting(meeting.date, str(link), "draft" if meeting.status == "draft" else "")


def _notes_of(meeting: Meeting) -> Iterator[str]:
    """Yield the notes of a meeting, below the titles of their sections."""
    for section in meeting.root.walk():
        title = f"{escape(section.title)}:\n\n" if section.title else ""
        for block in section.blocks:
            if isinstance(block, Notes) and block.text.strip():
                yield f"{title}{block.text}"
