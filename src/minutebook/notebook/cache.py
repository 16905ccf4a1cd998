"""What was read of meetings before, kept beside what git keeps, by the names that git has for their contents."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import minutebook
from minutebook.actions.carry import FiledAction
from minutebook.disk.store import Store
from minutebook.notebook.brief_text import decode_actions, decode_brief, encode_brief
from minutebook.records.filenames import NOTES, day_of
from minutebook.records.history import Brief
from minutebook.repository.snapshot import File, Snapshot
from minutebook.source.schema import schemas
from minutebook.source.yaml import parser

SWITCH = "MINUTEBOOK_CACHE"
"""The variable of the environment with which somebody turns it off."""
FEWEST = 8
"""How many meetings are read no slower than the file in which they are kept."""
_BRIEF, _ACTIONS = "brief", "actions"


def open_store(git_dir: Path) -> Store | None:
    """Return what is kept in the git directory that all worktrees share, or None where it is turned off."""
    if os.environ.get(SWITCH, "").lower() in {"0", "off", "no", "false"}:
        return None
    return Store(git_dir / "minutebook-cache" / "meetings.sqlite3", _program())


class MeetingCache:
    """What is kept of the meetings in a snapshot.

    A brief and actions depend on the content of a file, on the day in its name, and on the program: nothing else.
    """

    def __init__(self, snapshot: Snapshot, store: Store | None) -> None:
        self._snapshot, self._store = snapshot, store

    def brief(self, path: str) -> Brief | None:
        """Return the brief of a file's meeting, if that is kept."""
        data = self._briefs.get(self._blobs.get(path, ""))
        day, brief = decode_brief(data) if data else (None, None)
        return brief if day == _day_of(path) else None

    def actions(self, paths: Sequence[str]) -> Mapping[str, tuple[FiledAction, ...]]:
        """Return the actions of some files' meetings that have an id, as far as they are kept."""
        paths = [path for path in paths if self.brief(path)]
        kept = self._kept(_ACTIONS, [self._blobs[path] for path in paths])
        listed = ((path, kept.get(self._blobs[path])) for path in paths)
        return {path: decode_actions(data) for path, data in listed if data}

    def keep(self, path: str, brief: Brief, actions: bytes) -> None:
        """Keep what was read of a file's meeting."""
        day, blob = _day_of(path), self._blobs.get(path)
        if self._store and day and blob:
            self._store.put(_BRIEF, blob, encode_brief(day, brief))
            self._store.put(_ACTIONS, blob, actions)

    @cached_property
    def _briefs(self) -> Mapping[str, bytes]:
        return self._kept(_BRIEF, self._blobs.values())

    @cached_property
    def _blobs(self) -> Mapping[str, str]:
        """The contents of the meetings, by their paths."""
        files = self._snapshot.files.items()
        meetings = [path for path, file in files if path.endswith(NOTES) and _is_plain(file)]
        if not self._store or len(meetings) < FEWEST:
            return {}
        blobs: dict[str, str] = {}
        for path in meetings:
            with contextlib.suppress(OSError):  # told where it is read
                blobs[path] = self._snapshot.blob(path)
        return blobs

    def _kept(self, kind: str, blobs: Iterable[str]) -> Mapping[str, bytes]:
        blobs = list(blobs)
        return self._store.get(kind, blobs) if self._store and blobs else {}


def _is_plain(file: File) -> bool:
    """Whether a file is read: a link has the bytes of a path, and in a conflict one side may look like a meeting."""
    return not file.irregular and not file.conflict


def _day_of(path: str) -> date | None:
    return day_of(path[: -len(NOTES)].rpartition("/")[2])


def _program() -> str:
    """Return the name of this program as it is: what it made of a content holds as long as nothing in it changes."""
    folders = (str(Path(minutebook.__file__).parent), str(schemas.folder()))
    parts = (sys.version, parser.name(), *sorted(line for folder in folders for line in _files(folder)))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _files(folder: str) -> Iterator[str]:
    """Yield the files in and below a folder, each with its size and age: a checkout has one version for long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif not entry.name.endswith(".pyc"):
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
