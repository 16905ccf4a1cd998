"""The series of a snapshot: which files are theirs, and what they say, each series as a value."""

import contextlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import PurePosixPath

from minutebook.actions.carry import FiledAction
from minutebook.disk.store import Store
from minutebook.notebook.many_meetings import each
from minutebook.notebook.misnamed_files import misnamed
from minutebook.notebook.reader import Content, Reader, refuse_irregular
from minutebook.notebook.series_files import series_files
from minutebook.records import filenames
from minutebook.records.file_kinds import INDEX, NOTES, SERIES
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import Brief, History, Sightings, Year
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.records.series import Series
from minutebook.repository.snapshot import Snapshot
from minutebook.source.yaml.document import Document

MOST = 200
"""Meetings of a snapshot that are held in memory: more than are compared with each other, and no burden."""


@dataclass(frozen=True)
class Notebook:
    """One series, as a value: the folder of a series.yaml and the dated files in and below it.

    `days` has the path of each meeting, in the order of their dates, and `drafts` the digests of texts that stand
    in the place of files, or in none yet. `others` gives all series as others have them, which is asked of git only
    where it is needed. One that `is_redrawn` follows series.yaml also where others have what another one has made.
    A notebook with another text is a new one; what was read is shared.
    """

    path: PurePosixPath
    reader: Reader = field(repr=False)
    days: Mapping[date, str] = field(default_factory=dict)
    minutes: Mapping[str, date] = field(default_factory=dict)
    misnamed: tuple[Problem, ...] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)
    others: Callable[[], Iterable["Notebook"]] = field(default=tuple, repr=False, compare=False)
    is_redrawn: bool = False

    def with_text(self, path: str, text: str) -> "Notebook":
        """Return the series with a text in the place of a file's."""
        return self._with(self.day_at(path), path, text, self.days)

    def with_meeting(self, day: date, path: str, text: str) -> "Notebook":
        """Return the series with a meeting that stands in no file yet."""
        # Sorting days of which all but one are in order takes no longer than copying them.
        return self._with(day, path, text, dict(sorted({**self.days, day: path}.items())))

    def _with(self, day: date | None, path: str, text: str, days: Mapping[date, str]) -> "Notebook":
        notebook = replace(self, days=days, drafts={**self.drafts, path: self.reader.keep(text)})
        if day and "_sightings" in vars(self):
            self._sightings.hand_on(notebook._sightings, notebook._order, day)
        return notebook

    def without_meeting(self, day: date) -> "Notebook":
        """Return the series without the meeting of a day."""
        days = {meeting_day: path for meeting_day, path in self.days.items() if meeting_day != day}
        drafts = {path: digest for path, digest in self.drafts.items() if path != self.days[day]}
        return replace(self, days=days, drafts=drafts)

    @property
    def snapshot(self) -> Snapshot:
        """The files that it is read from."""
        return self.reader.snapshot

    @property
    def commit(self) -> str:
        """The commit that it is read from, if it is one, as git is told it."""
        return self.snapshot.name.removeprefix("commit ")

    @cached_property
    def series_path(self) -> str:
        """The path of series.yaml."""
        return str(self.path / SERIES)

    @cached_property
    def index_path(self) -> str:
        """The path of the series' README."""
        return str(self.path / INDEX)

    @property
    def series(self) -> Series:
        """What series.yaml says; raises Refused if it can't be read, and NewerFormat."""
        return self.reader.series(self._content(self.series_path))

    @property
    def history(self) -> History:
        """The meetings in the order of their dates; raises Refused when one that can't be read is asked for."""
        self._refuse_misnamed()
        # Not cached: it holds methods of this value, and such rings wait for the collector, in an import hundreds.
        return History(
            self.series,
            self._order,
            lru_cache(8)(self.meeting),  # each rule, table and action asks for the same few
            self.brief,
            self.shared_meetings,
            self.shared_series,
            self._sightings,
            self._known_years,
            lambda day: self.reader.action_ids(self.content_of(day)),
        )

    @cached_property
    def _sightings(self) -> Sightings:
        return Sightings()

    @cached_property
    def _known_years(self) -> Mapping[int, Year]:
        """What the meetings of each year say together, where that is known without reading them."""
        return self.reader.kept.years(str(self.path), self.days, self.drafts)

    @cached_property
    def _briefs(self) -> dict[date, Brief]:
        return {}

    @cached_property
    def _order(self) -> tuple[date, ...]:
        return tuple(self.days)

    @cached_property
    def held_days(self) -> tuple[date, ...]:
        """The days of the meetings that were held, in order; raises Refused if a file can't be read or is misnamed."""
        self._refuse_misnamed()
        unread = [day for day in self.days if day.year not in self._known_years]
        unknown = [day for day in unread if not self.reader.known_brief(self.content_of(day))]
        self._briefs.update(zip(unknown, each(self, self.brief, unknown), strict=True))
        skipped = (year.skipped for year in self._known_years.values())
        unheld = {day for day in unread if not self.brief(day).held}.union(*skipped)
        return tuple(day for day in self.days if day not in unheld)

    def _refuse_misnamed(self) -> None:
        if self.misnamed:  # without that meeting another one would be the one before, or the newest
            raise Refused(self.misnamed)

    def newest_held(self, count: int) -> tuple[date, ...]:
        """Return the days of the newest meetings that were held, in order; raises Refused if one can't be read."""
        return tuple(islice((day for day in reversed(self._order) if self.brief(day).held), count))[::-1]

    def meeting(self, day: date) -> Meeting:
        """Return the meeting of a day; raises Refused if its file can't be read."""
        return self.reader.meeting(self.content_of(day), self._content(self.series_path))

    @property
    def formers(self) -> Iterator["Notebook"]:
        """The series as others have it; in a merge, as each side has it."""
        return (former for former in self.others() if former.path == self.path)

    def shared_meetings(self, day: date) -> Iterator[Meeting]:
        """Yield the meeting of a day as others have it, if it can be read."""
        for former in self.formers:
            if day in former.days:
                with contextlib.suppress(Refused):
                    # What has the same bytes is not read again.
                    yield (self if self.is_as_in(former, day) else former).meeting(day)

    def shared_series(self) -> Iterator[Series]:
        """Yield what series.yaml says as others have it, if it can be read."""
        for former in () if self.is_redrawn else self.formers:
            with contextlib.suppress(Refused):
                yield former.series

    def is_as_in(self, former: "Notebook", day: date) -> bool:
        """Whether the meeting of a day has the bytes that it has in a commit, wherever its file lies."""
        path, former_path = self.days.get(day), former.days[day]
        if path is None:
            return False
        if path in self.drafts:
            return former.snapshot.holds(former_path, self.data(path))
        try:
            return self.snapshot.agrees_with(former.snapshot, path, former_path)
        except OSError:  # told where it is read
            return False

    def brief(self, day: date) -> Brief:
        """Return what others look for in the meeting of a day; raises Refused if its file can't be read."""
        if day not in self._briefs:
            self._known_years  # noqa: B018  who asks about one mostly asks about its neighbours
            self._briefs[day] = self.reader.brief(self.content_of(day))
        return self._briefs[day]

    def filed_actions(self, wanted: Mapping[date, Container[str]]) -> Iterator[tuple[FiledAction, ...]]:
        """Yield the actions of each day's meeting that have the ids wanted of it; raises Refused if a file can't be read."""
        return self.reader.actions({self.content_of(day): ids for day, ids in wanted.items()})

    def day_at(self, path: str) -> date | None:
        """Return the day of the meeting that has this file, None where there is none."""
        day = filenames.day_of(path[: -len(NOTES)].rpartition("/")[2])
        return day if day and self.days.get(day) == path else None

    def document(self, path: str) -> Document:
        """Return a file's data and places; raises Refused if it is no YAML that is read here."""
        return self.reader.document(self._content(path))

    def data(self, path: str) -> bytes:
        """Return a file's bytes; raises Refused if they can't be read."""
        return self.reader.data(self._content(path))

    def text(self, path: str) -> str:
        """Return a file's text; raises Refused if it is no text."""
        return self.reader.text(self._content(path))

    def generated(self, path: str) -> bytes | None:
        """Return what stands at a generated file's path; raises Refused unless that is a file that can be read."""
        file = self.snapshot.files.get(path)
        if file and file.irregular:
            refuse_irregular(path, file.irregular)
        return self.reader.data(self._content(path)) if file else None

    def has_minutes(self, day: date, text: str) -> bool:
        """Whether a commit has a text as the minutes of a day, in whatever newlines; they are not read."""
        if day not in self.days or self.minutes_path(day) not in self.snapshot.files:
            return False
        path, data = self.minutes_path(day), text.encode("utf-8", "surrogateescape")
        return any(self.snapshot.holds(path, version) for version in (data, data.replace(b"\n", b"\r\n")))

    def minutes_path(self, day: date) -> str:
        """Return where the minutes of a day's meeting belong."""
        return filenames.minutes_path(self.days[day])

    def content_of(self, day: date) -> Content:
        """Return what the reader is asked about for the meeting of a day."""
        return self._content(self.days[day])

    def _content(self, path: str) -> Content:
        return Content(path, self.drafts.get(path, ""))


def notebooks(
    snapshot: Snapshot, most: int | None = MOST, store: Store | None = None
) -> tuple[Notebook, ...]:
    """Return the series of a snapshot, by path; a file belongs to the nearest series above it.

    At most `most` of their meetings are held in memory, None holds all. The `store` has what was read before.
    """
    reader = Reader(snapshot, most=most, store=store)
    return tuple(
        Notebook(files.folder, reader, files.days, files.minutes, misnamed(snapshot, files))
        for files in series_files(tuple(snapshot.files))
    )
