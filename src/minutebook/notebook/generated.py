"""The files that minutebook writes for a series, and whether those of a snapshot are current."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import PurePosixPath

from minutebook.actions import carry
from minutebook.actions.register import Register
from minutebook.counts import deltas
from minutebook.minutes.index import Held, write_contents
from minutebook.minutes.page import MARK, write_minutes
from minutebook.notebook.series import SERIES, Folder
from minutebook.records import schedule
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.text import Refused

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated file: what it shall hold, or None where it shall go, and what it is made from."""

    path: str
    text: str | None
    source: str


def minutes_of(folder: Folder, meeting: Meeting) -> str:
    """Return the Markdown minutes of a meeting of a series."""
    from minutebook.minutes.tables import draw_pipes

    history = folder.history
    return write_minutes(
        meeting,
        deltas.compute(meeting, history),
        title=title_of(folder, meeting),
        empty=folder.series.empty,
        ordinal=lambda since: history.ordinal(since, meeting.date),
        draw=draw_pipes,
        lapsing=lambda action: carry.lapses_next(history, meeting, action),
    )


def title_of(folder: Folder, meeting: Meeting) -> str:
    """Return a meeting's title, else its series', else its folder's name."""
    return meeting.title or folder.series.title or folder.path.name or "Meeting"


def generate(folder: Folder, days: Iterable[date]) -> Iterator[Generated]:
    """Yield the minutes of some days, those that belong to no meeting, and the index.

    Each meeting is asked for once, in the order of the days. Raises Refused if a file of the series that is
    needed can't be read.
    """
    wanted = frozenset(days)
    index = _Index(folder)
    for day in sorted(folder.days):
        meeting = folder.meeting(day)
        index.enter(meeting)
        if day in wanted and meeting.held:
            yield Generated(folder.minutes_path(day), minutes_of(folder, meeting), folder.days[day])
    for path, day in folder.minutes.items():
        source = str(PurePosixPath(path).with_suffix(".yaml"))
        held = folder.days.get(day) == source and folder.brief(day).held
        if not held and _is_ours(folder, path):
            yield Generated(path, None, source)
    yield Generated(folder.index_path, index.text(), folder.series_path)


def text_of(folder: Folder, path: str) -> str | None:
    """Return what one generated file shall hold, without a look at the others; None where there shall be none.

    Raises Refused if a file of the series that is needed can't be read.
    """
    if path == folder.index_path:
        return _contents(folder)
    source = str(PurePosixPath(path).with_suffix(".yaml"))
    day = next((day for day, other in folder.days.items() if other == source), None)
    meeting = folder.meeting(day) if day else None
    return minutes_of(folder, meeting) if meeting and meeting.held else None


def _is_ours(folder: Folder, path: str) -> bool:
    """Whether minutes were written here, or something stands here of which that can't be told."""
    try:
        return is_generated(folder.generated(path) or b"")
    except Refused:  # told when the file itself is looked at
        return True


def is_generated(data: bytes) -> bool:
    """Whether a file says in its first line that minutebook wrote it."""
    return MARK.encode() in data.split(b"\n", 1)[0]


def stale(folder: Folder, expected: Iterable[Generated]) -> Iterator[Problem]:
    """Yield what is wrong with the generated files of a snapshot."""
    for file in expected:
        try:
            text = standing(folder, file.path)
        except Refused as refused:
            yield from refused.problems
            continue
        if text != file.text:
            yield _problem(file, text)


def standing(folder: Folder, path: str) -> str | None:
    """Return the text that stands at a generated file's path; raises Refused unless that can be read."""
    data = folder.generated(path)
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


def _contents(folder: Folder) -> str:
    index = _Index(folder)
    for day in sorted(folder.days):
        index.enter(folder.meeting(day))
    return index.text()


class _Index:
    """What the README of a series tells of the meetings that were entered, in the order of their dates."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._meetings: list[Held] = []
        self._register = Register(str(folder.path), folder.history)

    def enter(self, meeting: Meeting) -> None:
        self._meetings.append(self._held(meeting))
        self._register.enter(meeting)

    def text(self) -> str:
        series = self.folder.series
        following = None
        if series.schedule and self._meetings:
            following = schedule.next_date(series.schedule, self._meetings[-1].day)
        title = series.title or self.folder.path.name or "Meetings"
        return write_contents(title, self._meetings, following, self._register.entries())

    def _held(self, meeting: Meeting) -> Held:
        if not meeting.held:
            return Held(meeting.date, None, f"skipped: {meeting.reason}")
        link = PurePosixPath(self.folder.minutes_path(meeting.date)).relative_to(self.folder.path)
        return Held(meeting.date, str(link), "draft" if meeting.status == "draft" else "")
