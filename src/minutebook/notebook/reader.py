"""What the files of a snapshot say: each content is read once, whichever values of a series ask for it."""

import hashlib
import shlex
from functools import lru_cache
from typing import NamedTuple, NoReturn, Protocol

from minutebook import rules
from minutebook.records import schedule
from minutebook.records.defaults import FORMAT
from minutebook.records.history import Brief, make_brief
from minutebook.records.meeting import Meeting
from minutebook.records.problem import START, Finding, Problem
from minutebook.records.refusal import Refused
from minutebook.records.roster import Roster
from minutebook.records.series import Series
from minutebook.repository.snapshot import File, Snapshot
from minutebook.source import build
from minutebook.source.schema import schemas
from minutebook.source.yaml.block_text import meant_for_blocks
from minutebook.source.yaml.decoder import decode
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read

_REGULAR = "100644"


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

        The roster of its series tells who is meant in what was typed in a hurry.
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
        file = self.snapshot.files.get(path, File(path, _REGULAR))
        if file.conflict:
            hint = f"Resolve the conflict, then type: {shlex.join(['git', 'add', path])}"
            _refuse_file(path, "conflict-marker", "git has this file in conflict", hint)
        if file.irregular:
            _refuse_file(path, "file-kind", f"this is {file.irregular}", "Replace it with the file itself.")
        return read(path, self.data(content))

    def _read_series(self, content: Content) -> Series:
        document = self.document(content)
        written = document.data.get("format", FORMAT)
        if type(written) is int and written > FORMAT:
            raise NewerFormat(
                f"{content.path} is written in format {written}; this minutebook reads format {FORMAT}: update minutebook"
            )
        _accept("series", document)
        series = build.build_series(document)
        _check_schedule(document, series)
        return series

    def _read_meeting(self, content: Content) -> Meeting:
        document = self.document(content)
        _accept("meeting", document)
        meeting = build.build_meeting(document)
        broken = tuple(document.problem(finding) for finding in rules.structural_findings(meeting))
        if broken:
            raise Refused(broken)
        self._briefs[content] = make_brief(meeting)
        return meeting

    def _resolve_meeting(self, content: Content, series: Content) -> Meeting:
        try:
            people = self.series(series).roster
        except Refused:  # told elsewhere; the people of the meeting are known
            people = ()
        return build.build_meeting(self.document(content), Roster(people))


def _accept(file_type: schemas.FileType, document: Document) -> None:
    """Raise Refused unless a document fits its schema."""
    problems = schemas.problems(file_type, document)
    if problems:
        raise Refused(meant_for_blocks(document.path, document.text, problems))


def _check_schedule(document: Document, series: Series) -> None:
    is_list = isinstance(document.data.get("schedule"), list)
    problems = []
    for index, rule in enumerate(series.schedule):
        try:
            schedule.check(rule)
        except schedule.BadRule as error:
            key_path = ("schedule", index, "rule") if is_list else ("schedule",)
            hint = "Weekly on Monday is FREQ=WEEKLY;BYDAY=MO, the first Tuesday of a month FREQ=MONTHLY;BYDAY=1TU."
            problems.append(document.problem(Finding(key_path, str(error), "bad-schedule", hint)))
    starts = [rule.start for rule in series.schedule]
    if any(start is None for start in starts[1:]) or starts[1:] != sorted(
        start for start in starts[1:] if start
    ):
        message = "each rule but the first must say from when it holds, and the earliest must stand first"
        problems.append(
            document.problem(Finding(("schedule",), message, "bad-schedule", "Write: {rule: …, from: DATE}"))
        )
    if problems:
        raise Refused(tuple(problems))


def refuse_irregular(path: str, instead: str) -> NoReturn:
    """Raise Refused for what stands in the place of a generated file."""
    _refuse_file(path, "file-kind", f"this is {instead}", "Delete it, then type: minutebook sync")


def refuse_unreadable(path: str, error: OSError) -> NoReturn:
    """Raise Refused for a file that can't be read."""
    message = f"the file can't be read: {error.strerror or error}"
    _refuse_file(path, "file-kind", message, "Check its permissions.")


def _refuse_file(path: str, rule: str, message: str, hint: str) -> NoReturn:
    raise Refused((Problem(path, START, rule, message, hint),)) from None
