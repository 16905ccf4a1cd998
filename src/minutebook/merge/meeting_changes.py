"""Which meetings changed between two states of the notes, and what changed in each."""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Literal

from minutebook.merge.difference import Difference, plain
from minutebook.merge.meeting_diff import compare
from minutebook.merge.meeting_news import earlier_day, news
from minutebook.notebook.notebook import Notebook
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused

Fate = Literal["added", "changed", "moved", "removed", "orphaned", "unreadable"]
"""What happened to a meeting; one whose file is there, but no series.yaml for it, is orphaned."""


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What happened to a meeting, and what is not the same in it.

    `earlier` is the day that a new meeting is compared with, `former_path` where one lay that was moved, and
    `problem` what keeps one from being read.
    """

    path: str
    day: date
    fate: Fate
    differences: tuple[Difference, ...] = ()
    earlier: date | None = None
    former_path: str = ""
    problem: Problem | None = None

    @property
    def headline(self) -> str:
        """Its path, and what happened to it as a whole."""
        if self.problem:
            return f"{self.path}: can't be compared: {self._cause}"
        if self.fate == "added":
            return f"{self.path}: new" + (f", compared with {self.earlier}" if self.earlier else "")
        if self.fate == "moved":
            return f"{self.path}: moved from {self.former_path}"
        if self.fate == "removed":
            return f"{self.path}: removed"
        if self.fate == "orphaned":
            return f"{self.path}: belongs to no series any more"
        return self.path if self.differences else f"{self.path}: only comments or layout differ"

    @property
    def _cause(self) -> str | None:
        problem = self.problem
        return f"{problem.path}:{problem.location.line}: {problem.sentence}" if problem else None

    @property
    def data(self) -> dict[str, Any]:
        """What JSON has of it."""
        return {
            "path": self.path,
            "date": str(self.day),
            "change": self.fate,
            "baseline": str(self.earlier) if self.earlier else None,
            "problem": self._cause,
            "differences": [
                {
                    "subject": difference.subject,
                    "change": difference.change,
                    "section": list(difference.titles),
                    "record": difference.record,
                    "key": difference.key,
                    "before": plain(difference.former),
                    "after": plain(difference.value),
                    "sentence": difference.sentence,
                }
                for difference in self.differences
            ],
        }


def changed_meetings(
    former: Iterable[Notebook], current: Iterable[Notebook], files: Container[str]
) -> Iterator[MeetingChange]:
    """Yield the meetings that are not the same in two states, by series and day; git tells which have other bytes.

    `files` are the paths of the current state.
    """
    series = {notebook.path: notebook for notebook in current}
    former_series = {notebook.path: notebook for notebook in former}
    origins = by_new_folder(former_series.values(), series)
    kept = {origin.path for origin in origins.values()}
    pairs = [
        *((path, origins.get(path), notebook) for path, notebook in series.items()),
        *((path, notebook, None) for path, notebook in former_series.items() if path not in kept),
    ]
    for _path, former_notebook, notebook in sorted(pairs, key=lambda pair: pair[0]):
        former_days = former_notebook.days if former_notebook else {}
        days = notebook.days if notebook else {}
        sources = _former_days(former_notebook, notebook) if former_notebook and notebook else {}
        for day in sorted(former_days.keys() | days.keys()):
            if notebook and former_notebook and day in sources:
                yield from readable(days[day], day, _compared(former_notebook, notebook, day, sources[day]))
            elif notebook and day in days:
                yield from readable(days[day], day, new_meeting(notebook, day))
            elif day not in sources.values():
                path = former_days[day]
                taken = (path in other.days.values() for other in series.values())
                is_orphan = path in files and not any(taken)
                yield MeetingChange(path, day, "orphaned" if is_orphan else "removed")


def by_new_folder(
    earlier: Iterable[Notebook], series: Mapping[PurePosixPath, Notebook]
) -> dict[PurePosixPath, Notebook]:
    """Return the series of an earlier state by where they lie now: one that was moved where most of its files are.

    One may have been moved to where another one was, which was moved, too.
    """
    by_folder = {notebook.path: notebook for notebook in earlier}
    staying = {
        path: notebook
        for path, notebook in by_folder.items()
        if path in series and any(_shared_days(notebook, series[path]))
    }
    origins = dict(staying)
    for path in sorted(by_folder.keys() - staying.keys()):
        numbers = {
            folder: sum(1 for _day in _shared_days(by_folder[path], notebook))
            for folder, notebook in series.items()
            if folder not in origins
        }
        folder = max(numbers, key=lambda folder: numbers[folder], default=path)
        if numbers.get(folder):
            origins[folder] = by_folder[path]
    moved = {origin.path for origin in origins.values()}
    changed = {path: notebook for path, notebook in by_folder.items() if path in series and path not in moved}
    return {**changed, **origins}


def _shared_days(former: Notebook, notebook: Notebook) -> Iterator[date]:
    """Yield the days of which two states of a series have the same file."""
    for day in notebook.days.keys() & former.days.keys():
        if notebook.snapshot.agrees_with(former.snapshot, notebook.days[day], former.days[day]):
            yield day


def readable(path: str, day: date, changes: Iterator[MeetingChange]) -> Iterator[MeetingChange]:
    """Yield what happened to a meeting, or in its place why it can't be read."""
    try:
        yield from changes
    except Refused as refused:
        yield MeetingChange(path, day, "unreadable", problem=refused.problems[0])


def new_meeting(notebook: Notebook, day: date) -> Iterator[MeetingChange]:
    """Yield a meeting that is new; raises Refused if it can't be read, or what it is compared with."""
    earlier = earlier_day(notebook, day)
    yield MeetingChange(notebook.days[day], day, "added", tuple(news(notebook, day)), earlier)


def undated(data: Any) -> str:
    """Return all that a meeting says but its day."""
    return repr(
        {key: value for key, value in data.items() if key != "date"} if isinstance(data, dict) else data
    )


def _former_days(former: Notebook, current: Notebook) -> dict[date, date]:
    """Return the day on which each meeting stood before: the same one, or another from which it was moved as it was."""
    days = {day: day for day in former.days.keys() & current.days.keys()}
    gone, added = former.days.keys() - days.keys(), current.days.keys() - days.keys()
    if gone and added:
        with suppress(Refused):
            contents = {undated(former.document(former.days[day]).data): day for day in gone}
            for day in sorted(added):
                if origin := contents.pop(undated(current.document(current.days[day]).data), None):
                    days[day] = origin
    return days


def _compared(former: Notebook, current: Notebook, day: date, former_day: date) -> Iterator[MeetingChange]:
    former_path, path = former.days[former_day], current.days[day]
    is_same = current.snapshot.agrees_with(former.snapshot, path, former_path)
    if is_same and path == former_path:
        return
    differences = () if is_same else compare(former.document(former_path).data, current.document(path).data)
    yield MeetingChange(
        path, day, "changed" if path == former_path else "moved", differences, former_path=former_path
    )
