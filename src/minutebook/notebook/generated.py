"""The files that minutebook writes for a series: the minutes of its meetings, and the index."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from minutebook.actions.register import register
from minutebook.minutes import layout
from minutebook.minutes.index import IndexedMeeting, ListedYear, meeting_lines, write_index
from minutebook.minutes.markdown import escape
from minutebook.minutes.page import write_minutes
from minutebook.notebook.next_day import next_day
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Content
from minutebook.notebook.series_files import sort_key
from minutebook.records.dated import always
from minutebook.records.file_kinds import INDEX
from minutebook.records.filenames import minutes_paths, notes_path
from minutebook.records.fixed_words import Wording
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import Brief, History, Year
from minutebook.records.meeting import Meeting
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


def minutes_in(notebook: Notebook, meeting: Meeting, style: Style) -> str:
    """Return the minutes of a meeting in another style than that of its series."""
    history = notebook.history
    styled = replace(history, series=replace(history.series, style=always(style)))
    return write_minutes(meeting, styled, title_of(notebook, meeting))


def title_of(notebook: Notebook, meeting: Meeting) -> str:
    """Return a meeting's title, else its series', else its folder's name."""
    return meeting.title or notebook.series.title.on(meeting.date) or notebook.path.name or "Meeting"


def generate(
    notebook: Notebook, days: Iterable[date], drawn: Mapping[str, str] | None = None
) -> Iterator[GeneratedFile]:
    """Yield the minutes of some days, those that belong to no meeting, and the index.

    `drawn` has the digests of minutes that need not be drawn again, by those of their notes. Raises Refused if a file of the series that is needed can't be read.
    """
    history = notebook.history
    for day in sorted(days):
        notes, path = notebook.content_of(day), notebook.minutes_path(day)
        if digest := (drawn or {}).get(notes.digest):
            yield GeneratedFile(path, notebook.reader.text(Content(path, digest)), notes.path)
        elif file := minutes_file(notebook, day, history):
            yield file
    yield from orphaned_minutes(notebook)
    yield index_file(notebook)


def minutes_file(notebook: Notebook, day: date, history: History) -> GeneratedFile | None:
    """Return the minutes of a day in the history of its series, None where the meeting was skipped."""
    meeting = notebook.meeting(day)
    if not meeting.held:
        return None
    text = write_minutes(meeting, history, title_of(notebook, meeting))
    return GeneratedFile(notebook.minutes_path(day), text, meeting.path)


def orphaned_minutes(notebook: Notebook) -> Iterator[GeneratedFile]:
    """Yield the minutes of a meeting that was deleted, renamed or skipped, but no other Markdown that is named after a day."""
    current = minutes_paths(map(notebook.days.__getitem__, notebook.held_days))
    for path in sorted(notebook.minutes.keys() - current, key=sort_key):
        if is_written_by_us(notebook, path):
            yield GeneratedFile(path, None, notes_path(path))


def index_file(notebook: Notebook) -> GeneratedFile:
    """Return the README of a series."""
    return GeneratedFile(notebook.index_path, _index_text(notebook), notebook.series_path)


def text_of(notebook: Notebook, path: str) -> str | None:
    """Return the text of one generated file, without a look at the others; None where there must be none.

    Raises Refused if a file of the series that is needed can't be read.
    """
    if path == notebook.index_path:
        return _index_text(notebook)
    day = notebook.day_at(notes_path(path))
    meeting = notebook.meeting(day) if day else None
    return minutes_of(notebook, meeting) if meeting and meeting.held else None


def is_written_by_us(notebook: Notebook, path: str) -> bool:
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
    """Return the README of a series, for which none of its meetings has to be read in full."""
    series, history = notebook.series, notebook.history
    newest = history.days[-1] if history.days else None
    title = series.title.on(newest) if newest else series.title.final
    title = title or notebook.path.name or "Meetings"
    actions = register(str(notebook.path), history, filed=notebook.filed_actions, states=("open", "lapsed"))
    style = series.style.on(newest) if newest else series.style.final

    def draw(year: Year) -> str:
        return "\n".join(meeting_lines(_indexed(notebook, year, style.wording), style))

    years = [*history.years()][::-1]
    texts = notebook.reader.kept.drawn(str(notebook.path), years, repr(style), draw)
    listed = [
        ListedYear(year.days[0].year, len(year.days), [text]) for year, text in zip(years, texts, strict=True)
    ]
    return write_index(title, listed, next_day(notebook), actions, style, link=partial(_link, notebook))


def _indexed(notebook: Notebook, year: Year, wording: Wording) -> Iterator[IndexedMeeting]:
    """Yield what the index shows of the meetings of a year, newest first."""
    for day in reversed(year.days):
        brief = notebook.brief(day)
        if brief.held:
            remark = wording.draft if brief.status == "draft" else ""
            yield IndexedMeeting(day, _link(notebook, day), remark)
        else:
            remark = f"{wording.skipped}: {brief.reason}"
            yield IndexedMeeting(day, None, remark, tuple(_notes_of(brief)))


def _link(notebook: Notebook, day: date) -> str:
    """Return where the minutes of a day stand, as seen from the index."""
    return notebook.minutes_path(day).removeprefix(notebook.index_path.removesuffix(INDEX))


def _notes_of(brief: Brief) -> Iterator[str]:
    """Yield the notes of a meeting, below the titles of their sections."""
    for title, text in brief.prose:
        yield f"{escape(title)}:\n\n{text}" if title else text
