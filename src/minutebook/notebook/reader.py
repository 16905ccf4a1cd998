"""What the files of a snapshot say: each content is read once, whichever values of a series ask for it."""

import hashlib
import shlex
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple, NoReturn, Protocol

from minutebook import rules
from minutebook.records import schedule
from minutebook.records.dated import Dated, are_in_order
from minutebook.records.defaults import FORMAT
from minutebook.records.filenames import SERIES
from minutebook.records.history import Brief, make_brief
from minutebook.records.meeting import Meeting
from minutebook.records.problem import START, Finding, KeyPath, Problem
from minutebook.records.refusal import Refused
from minutebook.records.series import Series
from minutebook.repository.snapshot import File, Snapshot
from minutebook.source import build
from minutebook.source.build_series import build_series
from minutebook.source.schema import schemas
from minutebook.source.yaml.block_text import meant_for_blocks
from minutebook.source.yaml.decoder import decode, readable_text
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read


class NewerFormat(Exception):
    """A series is written in a later version of the format; the message says which."""


class Content(NamedTuple):
    """What a file holds: what the snapshot has there, or the draft with this digest."""

    path: str
    digest: str = ""


class Drafts(Protocol):
    """Where drafts are held, by their digests: a dict, or a Spool."""

    def __contains__(self, digest: object, /) -> bool: ...
    def __getitem__(self, digest: str, /) -> bytes: ...
    def __setitem__(self, digest: str, data: bytes, /) -> None: ...


class Reader:
    """Reads the files of a snapshot, and drafts in their place.

    What was read is found again by its content, so nothing ever has to be forgotten because it changed. `most` is
    how many meetings are held in memory, those that were asked for last; others are read again. None holds all.
    Drafts are kept by their digest, in a Spool where they are too many for the memory.
    """

    def __init__(self, snapshot: Snapshot, *, most: int | None = None, drafts: Drafts | None = None) -> None:
        self.snapshot = snapshot
        self._drafts: Drafts = {} if drafts is None else drafts
        # Never forgotten: by them a baseline is found without reading all earlier meetings again.
        self._briefs: dict[Content, Brief] = {}
        # What raises is not kept, so a file that was refused is read again (functools.lru_cache).
        self._documents = lru_cache(most)(self._read_document)
        self._meetings = lru_cache(most)(self._read_meeting)
        self._resolved = lru_cache(most)(self._resolve_meeting)
        self._series = lru_cache(None)(self._read_series)
        self._explained = lru_cache(most)(_explain)

    def keep(self, text: str) -> str:
        """Keep a draft, and return its digest."""
        data = text.encode()
        # An import writes most texts again in each of its passes.
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._drafts:
            self._drafts[digest] = data
        return digest

    def data(self, content: Content) -> bytes:
        """Return a file's bytes; raises Refused if they can't be read."""
        if content.digest:
            return self._drafts[content.digest]
        try:
            return self.snapshot.read(content.path)
        except OSError as error:
            refuse_unreadable(content.path, error)

    def text(self, content: Content) -> str:
        """Return a file's text; raises Refused if it is no text."""
        return decode(content.path, self.data(content))

    def document(self, content: Content) -> Document:
        """Return a file's data and places; raises Refused if it is no YAML that is read here."""
        return self._documents(content)

    def series(self, content: Content) -> Series:
        """Return what a series.yaml says; raises Refused if it can't be read, and NewerFormat."""
        return self._series(content)

    def meeting(self, content: Content, series: Content) -> Meeting:
        """Return the meeting of a file; raises Refused if it can't be read.

        Its series tells who is meant in what was typed in a hurry.
        """
        meeting = self._meetings(content)
        return self._resolved(content, series) if meeting.has_typed_actions else meeting

    def brief(self, content: Content) -> Brief:
        """Return what others look for in a file's meeting; raises Refused if it can't be read."""
        if content not in self._briefs:
            self._meetings(content)
        return self._briefs[content]

    def _read_document(self, content: Content) -> Document:
        path = content.path
        file = self.snapshot.files.get(path, File(path))
        if file.conflict:
            hint = f"Resolve the conflict, then type: {shlex.join(['git', 'add', path])}"
            _refuse_file(path, "conflict-marker", "git has this file in conflict", hint)
        if file.irregular:
            _refuse_file(path, "file-kind", f"this is {file.irregular}", "Replace it with the file itself.")
        data = self.data(content)
        try:
            return read(path, data)
        except Refused as refused:
            problems, text = refused.problems, readable_text(data)
        raise Refused(problems if text is None else self._explained(path, text, problems))

    def _accept(self, file_type: schemas.FileType, document: Document) -> None:
        """Raise Refused unless a document fits its schema."""
        path, text = document.path, document.text
        if problems := schemas.problems(file_type, document):
            raise Refused(self._explained(path, text, meant_for_blocks(path, text, problems)))

    def _read_series(self, content: Content) -> Series:
        document = self.document(content)
        written = document.data.get("format", FORMAT)
        if type(written) is int and written > FORMAT:
            raise NewerFormat(
                f"{content.path} is written in format {written}; this minutebook reads format {FORMAT}: update minutebook"
            )
        self._accept("series", document)
        series = build_series(document)
        _check_schedule(document, series)
        _check_order(document, series)
        return series

    def _read_meeting(self, content: Content) -> Meeting:
        document = self.document(content)
        self._accept("meeting", document)
        meeting = build.build_meeting(document)
        broken = tuple(document.problem(finding) for finding in rules.structural_findings(meeting))
        if broken:
            raise Refused(broken)
        self._briefs[content] = make_brief(meeting)
        return meeting

    def _resolve_meeting(self, content: Content, series: Content) -> Meeting:
        try:
            readable_series = self.series(series)
        except Refused:  # told elsewhere; the people of the meeting are known
            readable_series = Series(series.path)
        return build.build_meeting(self.document(content), readable_series)


def _explain(path: str, text: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems of a file in the words of the slip that is behind them, if it can be told."""
    from minutebook.source.slips.explanation import explain

    return explain(path, text, problems, "series" if PurePosixPath(path).name == SERIES else "meeting")


def _check_schedule(document: Document, series: Series) -> None:
    written = document.data.get("schedule")
    problems = []
    for index, rule in enumerate(series.schedule):
        for number, text in enumerate(rule.texts):
            try:
                schedule.check(text, rule.start)
            except schedule.BadRule as error:
                key_path: KeyPath = ("schedule",)
                if isinstance(written, list):
                    listed = isinstance(written[index]["rule"], list)
                    key_path = ("schedule", index, "rule", *((number,) if listed else ()))
                hint = "Weekly on Monday is FREQ=WEEKLY;BYDAY=MO, the first Tuesday of a month FREQ=MONTHLY;BYDAY=1TU."
                problems.append(document.problem(Finding(key_path, str(error), "bad-schedule", hint)))
    if not are_in_order(series.schedule):
        message = "each rule but the first must say from when it holds, and the earliest must stand first"
        problems.append(
            document.problem(Finding(("schedule",), message, "bad-schedule", "Write: {rule: …, from: DATE}"))
        )
    if problems:
        raise Refused(tuple(problems))


def _check_order(document: Document, series: Series) -> None:
    """Raise Refused unless the entries of each dated setting are in the order of their days."""
    settings: dict[str, Dated[Any]] = {
        "title": series.title,
        "lapse": series.lapse,
        "empty": series.empty,
        "style": series.style,
    }
    message = "each entry but the first must say from when it holds, and the earliest must stand first"
    problems = tuple(
        document.problem(Finding((key,), message, "entry-order", "Write `from: DATE` in each but the first."))
        for key, setting in settings.items()
        if not are_in_order(setting.periods)
    )
    if problems:
        raise Refused(problems)


def refuse_irregular(path: str, instead: str) -> NoReturn:
    """Raise Refused for what stands in the place of a generated file."""
    _refuse_file(path, "file-kind", f"this is {instead}", "Delete it, then type: minutebook sync")


def refuse_unreadable(path: str, error: OSError) -> NoReturn:
    """Raise Refused for a file that can't be read."""
    message = f"the file can't be read: {error.strerror or error}"
    _refuse_file(path, "file-kind", message, "Check its permissions.")


def _refuse_file(path: str, rule: str, message: str, hint: str) -> NoReturn:
    raise Refused((Problem(path, START, rule, message, hint),)) from None
