"""What the files of a snapshot say: each content is read once, whichever values of a series ask for it."""

import hashlib
import os
import shlex
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple, NoReturn, Protocol

from minutebook.actions.carry import FiledAction
from minutebook.disk.store import Store
from minutebook.notebook.brief_text import decode_actions
from minutebook.notebook.cache import MeetingCache
from minutebook.notebook.parsed_file import parse_meeting, parse_usual_meeting, possible_ids, usual_document
from minutebook.notebook.remembered import remembered
from minutebook.notebook.series_settings import refuse_newer_format, wrong_settings
from minutebook.records.file_kinds import SERIES
from minutebook.records.history import Brief, lean
from minutebook.records.meeting import Meeting
from minutebook.records.problem import START, Problem
from minutebook.records.refusal import Refused
from minutebook.records.series import Series
from minutebook.repository.snapshot import File, Snapshot
from minutebook.source import build
from minutebook.source.build_series import build_series
from minutebook.source.schema import schemas
from minutebook.source.yaml.decoder import decode, readable_text
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.usual_lines import UsualDocument

_FEW = 8
"""Meetings of which the data are held, too: those that are compared with what others have."""


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

    def __init__(
        self,
        snapshot: Snapshot,
        *,
        most: int | None = None,
        drafts: Drafts | None = None,
        store: Store | None = None,
    ) -> None:
        self.snapshot, self.store, self._process = snapshot, store, os.getpid()
        self.kept = MeetingCache(snapshot, store)
        self.halved: Container[Content] = ()  # of meetings on which two processes work
        self._drafts: Drafts = {} if drafts is None else drafts
        # Never forgotten: by them a baseline is found without reading all earlier meetings again.
        self._briefs: dict[Content, Brief] = {}
        self._actions: dict[Content, bytes] = {}
        self._usual = remembered(self._read_usual, min(most or _FEW, _FEW))
        self._documents = remembered(self._read_document, most)
        self._meetings = remembered(self._read_meeting, most)
        self._resolved = remembered(self._resolve_meeting, most)
        self._series = remembered(self._read_series, None)
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

    def plain_data(self, content: Content) -> object:
        """Return a file's data alone; raises Refused if it is no YAML that is read here."""
        return (self._usual(content) or self.document(content)).data

    def series(self, content: Content) -> Series:
        """Return what a series.yaml says; raises Refused if it can't be read, and NewerFormat."""
        return self._series(content)

    def meeting(self, content: Content, series: Content) -> Meeting:
        """Return the meeting of a file; raises Refused if it can't be read.

        Its series tells who is meant in what was typed in a hurry.
        """
        return self._resolved(content, series)

    def brief(self, content: Content) -> Brief:
        """Return what others look for in a file's meeting; raises Refused if it can't be read."""
        if not self.known_brief(content):
            self._meetings(content)
        return self._briefs[content]

    def known_brief(self, content: Content) -> Brief | None:
        """Return the brief of a file's meeting if it is known without reading it."""
        brief = self._briefs.get(content)
        if not brief and not content.digest and (brief := self.kept.brief(content.path)):
            self._briefs[content] = brief
        return brief

    def action_ids(self, content: Content) -> Iterable[str]:
        """Return the ids of the actions of a file's meeting; raises Refused if it can't be read."""
        is_read_there = self._is_copy and content in self.halved and not self.known_brief(content)
        # The other process says what is wrong in it, and more ids than it has do no harm.
        ids = possible_ids(self._data(content)) if is_read_there else None
        return self.brief(content).actions if ids is None else ids

    def actions(self, wanted: Mapping[Content, Container[str]]) -> Iterator[tuple[FiledAction, ...]]:
        """Yield the actions of each file's meeting that have the ids wanted of it; raises Refused if one can't be read."""
        unread = [content.path for content in wanted if not content.digest and content not in self._actions]
        kept = self.kept.actions(unread) if unread else {}
        for content, ids in wanted.items():
            if content not in self._actions and (content.digest or content.path not in kept):
                self._meetings(content)
            yield decode_actions(self._actions.get(content) or kept[content.path], ids)

    def knowledge(self, content: Content) -> tuple[Brief, bytes] | None:
        """Return what is known of a file's meeting without its text."""
        return (self._briefs[content], self._actions[content]) if content in self._actions else None

    def learn(self, content: Content, brief: Brief, actions: bytes) -> None:
        """Take what was read of a file's meeting, in another process if need be."""
        if content not in self._actions:
            self._briefs[content], self._actions[content] = lean(brief), actions
            if not self._is_copy:
                self.snapshot.tell(content.path)
            if not content.digest:
                self.kept.keep(content.path, brief, actions)

    @property
    def _is_copy(self) -> bool:
        return os.getpid() != self._process

    def _data(self, content: Content) -> bytes:
        """Return a file's bytes; raises Refused if they are not those of a file that is read."""
        path = content.path
        file = self.snapshot.files.get(path, File(path))
        if file.conflict:
            hint = f"Resolve the conflict, then type: {shlex.join(['git', 'add', path])}"
            _refuse_file(path, "conflict-marker", "git has this file in conflict", hint)
        if file.irregular:
            _refuse_file(path, "file-kind", f"this is {file.irregular}", "Replace it with the file itself.")
        return self.data(content)

    def _read_usual(self, content: Content) -> UsualDocument | None:
        return usual_document(content.path, self._data(content))

    def _read_document(self, content: Content) -> Document:
        path, data = content.path, self._data(content)
        from minutebook.source.yaml.loader import read

        try:
            return read(path, data)
        except Refused as refused:
            problems, text = refused.problems, readable_text(data)
        raise Refused(problems if text is None else self._explained(path, text, problems))

    def _accept(self, file_type: schemas.FileType, document: Document) -> None:
        """Raise Refused unless a document fits its schema."""
        if problems := schemas.problems(file_type, document):
            from minutebook.source.yaml.block_text import meant_for_blocks

            path, text = document.path, document.text
            raise Refused(self._explained(path, text, meant_for_blocks(path, text, problems)))

    def _read_series(self, content: Content) -> Series:
        usual = self._usual(content)
        document = usual if usual and schemas.fits("series", usual.data) else self.document(content)
        refuse_newer_format(content.path, document.data)
        if isinstance(document, Document):
            self._accept("series", document)
        series = build_series(document)
        if findings := wrong_settings(document.data, series):
            raise Refused(tuple(map(self.document(content).problem, findings)))
        return series

    def _read_meeting(self, content: Content) -> Meeting:
        usual = self._usual(content)
        if not (usual and (parsed := parse_usual_meeting(usual))):
            document = self.document(content)
            self._accept("meeting", document)
            parsed = parse_meeting(document)
        self.learn(content, parsed.brief, parsed.actions)
        return parsed.meeting

    def _resolve_meeting(self, content: Content, series: Content) -> Meeting:
        meeting = self._meetings(content)
        if not any(action.typed for action in meeting.actions):
            return meeting
        try:
            readable_series = self.series(series)
        except Refused:  # told elsewhere; the people of the meeting are known
            readable_series = Series(series.path)
        return build.build_meeting(self.document(content), readable_series)


def _explain(path: str, text: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems of a file in the words of the slip that is behind them, if it can be told."""
    from minutebook.source.slips.explanation import explain

    return explain(path, text, problems, "series" if PurePosixPath(path).name == SERIES else "meeting")


def refuse_irregular(path: str, instead: str) -> NoReturn:
    """Raise Refused for what stands in the place of a generated file."""
    _refuse_file(path, "file-kind", f"this is {instead}", "Delete it, then type: minutebook sync")


def refuse_unreadable(path: str, error: OSError) -> NoReturn:
    """Raise Refused for a file that can't be read."""
    message = f"the file can't be read: {error.strerror or error}"
    _refuse_file(path, "file-kind", message, "Check its permissions.")


def _refuse_file(path: str, rule: str, message: str, hint: str) -> NoReturn:
    raise Refused((Problem(path, START, rule, message, hint),)) from None
