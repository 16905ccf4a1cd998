"""The series of a snapshot: which files are theirs, read when they are first asked for."""

import re
import shlex
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import NoReturn

from minutebook import rules
from minutebook.records import schedule
from minutebook.records.history import Brief, History, brief
from minutebook.records.meeting import Meeting, Series
from minutebook.records.problem import START, Finding, Problem
from minutebook.records.refusal import Refused
from minutebook.repository.snapshot import Entry, Snapshot
from minutebook.source import build
from minutebook.source.schema import schemas
from minutebook.source.yaml.decoder import decode
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.plaintext import meant_for_blocks

SERIES, INDEX = "series.yaml", "README.md"
FORMAT = 1
"""The version of the format that this program reads."""
# Far enough from the calendar's ends for any schedule to be followed from there.
_YEARS = range(1900, 3000)
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REGULAR = "100644"


class NewerFormat(Exception):
    """A series is written in a later version of the format; the message says which."""


@dataclass
class Notebook:
    """One series: the folder of a series.yaml and the dated files in and below it.

    `drafts` are texts that it reads in the place of files, or that stand in none yet. `most` is how many meetings
    are held in memory, those that were asked for last; others are read again. None holds all.
    """

    path: PurePosixPath
    snapshot: Snapshot
    days: dict[date, str] = field(default_factory=dict)
    minutes: dict[str, date] = field(default_factory=dict)
    misnamed: list[Problem] = field(default_factory=list)
    drafts: MutableMapping[str, bytes] = field(default_factory=dict)
    most: int | None = None
    _documents: dict[str, Document] = field(default_factory=dict)
    _meetings: dict[date, Meeting] = field(default_factory=dict)
    _briefs: dict[date, Brief] = field(default_factory=dict)

    @property
    def series_path(self) -> str:
        """The path of series.yaml."""
        return str(self.path / SERIES)

    @property
    def index_path(self) -> str:
        """The path of the series' README."""
        return str(self.path / INDEX)

    @cached_property
    def series(self) -> Series:
        """The series; raises Refused if its file can't be read."""
        document = self.document(self.series_path)
        written = document.data.get("format", FORMAT)
        if type(written) is int and written > FORMAT:
            raise NewerFormat(
                f"{self.series_path} is written in format {written}; this minutebook reads format {FORMAT}: update it"
            )
        _accept("series", document)
        series = build.build_series(document)
        _check_schedule(document, series)
        return series

    @cached_property
    def history(self) -> History:
        """The meetings in the order of their dates; raises Refused when one that can't be read is asked for."""
        return History(self.series, sorted(self.days), self.meeting, self.brief)

    def meeting(self, day: date) -> Meeting:
        """Return the meeting of a day; raises Refused if its file can't be read."""
        meeting = self._meetings.pop(day, None) or self._read_meeting(day)
        self._meetings[day] = meeting  # the one that was asked for last is the last
        while self.most and len(self._meetings) > self.most:
            self._forget(next(iter(self._meetings)))
        return meeting

    def _read_meeting(self, day: date) -> Meeting:
        document = self.document(self.days[day])
        _accept("meeting", document)
        meeting = build.build_meeting(document)
        broken = tuple(document.problem(found) for found in rules.structural_findings(meeting))
        if broken:
            raise Refused(broken)
        return meeting

    def _forget(self, day: date) -> None:
        """Forget a meeting but for its brief."""
        self._briefs.setdefault(day, brief(self._meetings.pop(day)))
        self._documents.pop(self.days[day], None)

    def brief(self, day: date) -> Brief:
        """Return what others look for in the meeting of a day; raises Refused if its file can't be read."""
        if day not in self._briefs:
            self._briefs[day] = brief(self.meeting(day))
        return self._briefs[day]

    def replace(self, path: str, text: str) -> None:
        """Let the series read a text in the place of a file's; raises Refused if it is no YAML."""
        self.drafts[path] = text.encode()
        self._documents.pop(path, None)
        for day in [day for day in self._briefs.keys() | self._meetings.keys() if self.days[day] == path]:
            self._drop(day)
        if path == self.series_path:
            self.__dict__.pop("series", None)
            self.__dict__.pop("history", None)
        self.document(path)

    def add(self, day: date, path: str, text: str) -> None:
        """Let the series have a meeting that stands in no file yet."""
        self.days[day] = path
        self.replace(path, text)
        self.__dict__.pop("history", None)

    def remove(self, day: date) -> None:
        """Let the series be without a meeting."""
        path = self.days.pop(day)
        self._drop(day)
        for known in (self.drafts, self._documents):
            known.pop(path, None)
        self.__dict__.pop("history", None)

    def _drop(self, day: date) -> None:
        for known in (self._meetings, self._briefs):
            known.pop(day, None)

    def text(self, path: str) -> str:
        """Return a file's text; raises Refused if it is no text."""
        return decode(path, self._bytes(path))

    def document(self, path: str) -> Document:
        """Return a file's data and places; raises Refused if it is no YAML that is read here."""
        if path not in self._documents:
            entry = self.snapshot.entries.get(path, Entry(path, _REGULAR))
            if entry.conflict:
                hint = f"Resolve it, then: {shlex.join(['git', 'add', path])}"
                _refuse_file(path, "conflict-marker", "the file is in conflict", hint)
            if entry.odd:
                _refuse_file(path, "file-kind", f"this is {entry.odd}", "Put the notes themselves here.")
            self._documents[path] = read(path, self._bytes(path))
        return self._documents[path]

    def generated(self, path: str) -> bytes | None:
        """Return what stands at a generated file's path; raises Refused unless that is a file that can be read."""
        entry = self.snapshot.entries.get(path)
        if entry is None:
            return None
        if entry.odd:
            refuse_odd(path, entry.odd)
        return self._bytes(path)

    def minutes_path(self, day: date) -> str:
        """Return where the minutes of a day's meeting belong."""
        return str(PurePosixPath(self.days[day]).with_suffix(".md"))

    def _bytes(self, path: str) -> bytes:
        if path in self.drafts:
            return self.drafts[path]
        try:
            return self.snapshot.read(path)
        except OSError as error:
            refuse_unreadable(path, error)


def notebooks(snapshot: Snapshot) -> tuple[Notebook, ...]:
    """Return the series of a snapshot, by path; a file belongs to the nearest series above it."""
    paths = [PurePosixPath(path) for path in snapshot.entries]
    found = {path.parent: Notebook(path.parent, snapshot) for path in paths if path.name == SERIES}
    for path in sorted(paths):
        owner = next((found[above] for above in path.parents if above in found), None)
        if owner:
            _take(owner, path)
    return tuple(found[path] for path in sorted(found))


def _take(notebook: Notebook, path: PurePosixPath) -> None:
    day = _day(path.stem)
    if path.suffix == ".md" and day:
        notebook.minutes[str(path)] = day
    elif path.suffix == ".yaml" and day:
        if day in notebook.days:
            message = f"there is another meeting of {day} in this series: {notebook.days[day]}"
            hint = "Join the two, or give one its own date."
            notebook.misnamed.append(_of_file(str(path), "duplicate-date", message, hint))
        notebook.days.setdefault(day, str(path))
    elif path.suffix.lower() in {".yaml", ".yml"} and any(letter.isdigit() for letter in path.stem):
        message = "a meeting's file is named after its date, such as 2020-10-26.yaml"
        hint = f"Type: {shlex.join(['git', 'mv', str(path), str(path.with_name('DATE.yaml'))])}"
        notebook.misnamed.append(_of_file(str(path), "file-name", message, hint))


def _day(stem: str) -> date | None:
    if not _DATED.fullmatch(stem):
        return None
    try:
        day = date.fromisoformat(stem)
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _accept(kind: schemas.Kind, document: Document) -> None:
    """Raise Refused unless a document fits its schema."""
    found = schemas.problems(kind, document)
    if found:
        raise Refused(meant_for_blocks(document.path, document.text, found))


def _check_schedule(document: Document, series: Series) -> None:
    entries = isinstance(document.data.get("schedule"), list)
    found = []
    for index, rule in enumerate(series.schedule):
        try:
            schedule.check(rule)
        except schedule.BadRule as error:
            key_path = ("schedule", index, "rule") if entries else ("schedule",)
            hint = "Weekly on Monday is FREQ=WEEKLY;BYDAY=MO, the first Tuesday of a month FREQ=MONTHLY;BYDAY=1TU."
            found.append(document.problem(Finding(key_path, str(error), "bad-schedule", hint)))
    starts = [rule.start for rule in series.schedule]
    if any(start is None for start in starts[1:]) or starts[1:] != sorted(
        start for start in starts[1:] if start
    ):
        message = "each entry but the first says from when it holds, the earliest first"
        found.append(
            document.problem(Finding(("schedule",), message, "bad-schedule", "Write: {rule: …, from: DATE}"))
        )
    if found:
        raise Refused(tuple(found))


def refuse_odd(path: str, what: str) -> NoReturn:
    """Raise Refused for what stands in the place of a generated file."""
    _refuse_file(path, "file-kind", f"this is {what}", "Delete it, and type: minutebook sync")


def refuse_unreadable(path: str, error: OSError) -> NoReturn:
    """Raise Refused for a file that can't be read."""
    message = f"the file can't be read: {error.strerror or error}"
    _refuse_file(path, "file-kind", message, "Check its permissions.")


def _refuse_file(path: str, rule: str, message: str, hint: str) -> NoReturn:
    raise Refused((_of_file(path, rule, message, hint),)) from None


def _of_file(path: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(path, START, rule, message, hint)
