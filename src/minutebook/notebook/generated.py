"""The files that minutebook writes for a series, and whether those of a snapshot are current."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import PurePosixPath

from minutebook.actions.register import Register
from minutebook.minutes import layout
from minutebook.minutes.index import IndexedMeeting, write_index
from minutebook.minutes.page import write_minutes
from minutebook.notebook.notebook import Notebook
from minutebook.records import schedule
from minutebook.records.filenames import SERIES, notes_path
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated file: what it shall hold, or None where it shall go, and what it is made from."""

    path: str
    text: str | None
    source: str


def minutes_of(notebook: Notebook, meeting: Meeting) -> str:
    """Return the Markdown minutes of a meeting of a series."""
    return write_minutes(meeting, notebook.history, title_of(notebook, meeting))


def title_of(notebook: Notebook, meeting: Meeting) -> str:
    """Return a meeting's title, else its series', else its folder's name."""
    return meeting.title or notebook.series.title or notebook.path.name or "Meeting"


def generate(notebook: Notebook, days: Iterable[date]) -> Iterator[Generated]:
    """Yield the minutes of some days, those that belong to no meeting, and the index.

    Each meeting is asked for once, in the order of the days. Raises Refused if a file of the series that is
    needed can't be read.
    """
    wanted = frozenset(days)
    index = _Index(notebook)
    for day in notebook.days:
        meeting = notebook.meeting(day)
        index.enter(meeting)
        if day in wanted and meeting.held:
            yield Generated(notebook.minutes_path(day), minutes_of(notebook, meeting), notebook.days[day])
    for path, day in notebook.minutes.items():
        source = notes_path(path)
        held = notebook.days.get(day) == source and notebook.brief(day).held
        if not held and _is_ours(notebook, path):
            yield Generated(path, None, source)
    yield Generated(notebook.index_path, index.text(), notebook.series_path)


def text_of(notebook: Notebook, path: str) -> str | None:
    """Return what one generated file shall hold, without a look at the others; None where there shall be none.

    Raises Refused if a file of the series that is needed can't be read.
    """
    if path == notebook.index_path:
        return _contents(notebook)
    source = notes_path(path)
    day = next((day for day, other in notebook.days.items() if other == source), None)
    meeting = notebook.meeting(day) if day else None
    return minutes_of(notebook, meeting) if meeting and meeting.held else None


def _is_ours(notebook: Notebook, path: str) -> bool:
    """Whether minutes were written here, or something stands here of which that can't be told."""
    try:
        return is_generated(notebook.generated(path) or b"")
    except Refused:  # told when the file itself is looked at
        return True


def is_generated(data: bytes) -> bool:
    """Whether a file says in its first line that minutebook wrote it."""
    return layout.is_generated(data.split(b"\n", 1)[0].decode("utf-8", "replace"))


def stale(notebook: Notebook, expected: Iterable[Generated]) -> Iterator[Problem]:
    """Yield what is wrong with the generated files of a snapshot."""
    for file in expected:
        try:
            text = standing(notebook, file.path)
        except Refused as refused:
            yield from refused.problems
            continue
        if text != file.text:
            yield _problem(file, text)


def standing(notebook: Notebook, path: str) -> str | None:
    """Return the text that stands at a generated file's path; raises Refused unless that can be read."""
    data = notebook.generated(path)
    return None if data is None else data.decode("utf-8", "replace").replace("\r\n", "\n")


def _problem(file: Generated, text: str | None) -> Problem:
    hint = "Type: minutebook sync"
    if file.text is None:
        name = PurePosixPath(file.source).name
        message = f"these minutes belong to no meeting: there is no {name}, or it was skipped"
        return Problem(file.path, Location(1, 1), "minutes-orphan", message, f"{hint}   (it deletes them)")
    if text is None:
        message = f"{PurePosixPath(file.path).name} is missing; it is written from this file"
        return Problem(file.source, Location(1, 1), "minutes-missing", message, hint)
    pairs = zip(text.split("\n"), lines := file.text.split("\n"), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    wanted = lines[same] if same + 1 < len(lines) else "the end of the file"
    source = "the meetings say" if file.source.endswith(SERIES) else f"{PurePosixPath(file.source).name} says"
    shown = wanted if len(wanted) <= _LONGEST else f"{wanted[:_LONGEST]}…"
    message = f"this line is not what {source}; it would be: {shown or 'empty'}"
    return Problem(file.path, Location(same + 1, 1), "minutes-stale", message, hint)


def _contents(notebook: Notebook) -> str:
    index = _Index(notebook)
    for day in notebook.days:
        index.enter(notebook.meeting(day))
    return index.text()


class _Index:
    """What the README of a series tells of the meetings that were entered, in the order of their dates."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self._meetings: list[IndexedMeeting] = []
        self._register = Register(str(notebook.path), notebook.history)

    def enter(self, meeting: Meeting) -> None:
        self._meetings.append(self._held(meeting))
        self._register.enter(meeting)

    def text(self) -> str:
        series = self.notebook.series
        following = None
        if series.schedule and self._meetings:
            following = schedule.next_date(series.schedule, self._meetings[-1].day)
        title = series.title or self.notebook.path.name or "Meetings"
        return write_index(title, self._meetings, following, self._register.actions())

    def _held(self, meeting: Meeting) -> IndexedMeeting:
        if not meeting.held:
            return IndexedMeeting(meeting.date, None, f"skipped: {meeting.reason}")
        link = PurePosixPath(self.notebook.minutes_path(meeting.date)).relative_to(self.notebook.path)
        return IndexedMeeting(meeting.date, str(link), "draft" if meeting.status == "draft" else "")
