"""What was read of meetings before, kept beside what git keeps, by the names that git has for their contents."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

import minutebook
from minutebook.disk.store import Store
from minutebook.notebook.brief_text import decode_briefs, decode_run, encode_brief, encode_run
from minutebook.records.file_kinds import NOTES
from minutebook.records.history import Brief
from minutebook.repository.snapshot import File, Snapshot
from minutebook.source.schema import schemas

SWITCH = "MINUTEBOOK_CACHE"
"""The variable of the environment with which somebody turns it off."""
FEWEST = 16
"""Of so many files of a snapshot at least something is kept: fewer are read no slower than what is kept of them."""
ALONE = 4
"""How many briefs are asked for one by one."""
_BRIEF, _YEAR, _ACTIONS, _NAMES = "brief", "year", "actions", "names"


def open_store(git_dir: Path) -> Store | None:
    """Return what is kept in the git directory that all worktrees share, or None where it is turned off."""
    if os.environ.get(SWITCH, "").lower() in {"0", "off", "no", "false"}:
        return None
    return Store(git_dir / "minutebook-cache" / "meetings.sqlite3", _program)


def recall_names(snapshot: Snapshot, store: Store) -> None:
    """Let a snapshot know the names of what is on disk, as the last process wrote them down."""
    if data := store.get(_NAMES, [snapshot.name]).get(snapshot.name):
        snapshot.names.recall(data)


def keep_names(snapshot: Snapshot, store: Store) -> None:
    """Write down the names of what is on disk, for the next process."""
    if len(snapshot.files) >= FEWEST and (data := snapshot.names.news(snapshot.files)):
        store.put(_NAMES, snapshot.name, data)


class MeetingCache:
    """What is kept of the meetings in a snapshot.

    A brief and actions depend on the content of a file, on its name, and on the program: on nothing else.
    """

    def __init__(self, snapshot: Snapshot, store: Store | None) -> None:
        self._snapshot = snapshot
        self._store = store if len(snapshot.files) >= FEWEST else None
        self._asked = 0
        if self._store and not snapshot.is_stored and snapshot.names.is_empty:
            recall_names(snapshot, self._store)

    def brief(self, path: str) -> Brief | None:
        """Return the brief of a file's meeting, if that is kept."""
        if self._asked < ALONE and "_briefs" not in self.__dict__:
            self._asked += 1
            return self._decoded([path]).get(path)
        return self._briefs.get(path)

    def actions(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Return the actions of some files' meetings that have an id, encoded, as far as they are kept."""
        return self._kept(_ACTIONS, [path for path in paths if self.brief(path)])

    def keep(self, path: str, brief: Brief, actions: bytes) -> None:
        """Keep what was read of a file's meeting."""
        if self._store and (blob := self._blob(path)):
            self._store.put(_BRIEF, blob, encode_brief(_name_of(path), brief))
            self._store.put(_ACTIONS, blob, actions)

    @cached_property
    def _briefs(self) -> Mapping[str, Brief]:
        """The briefs of all meetings: who asks about more than the newest mostly asks about all."""
        if self._store is None:
            return {}
        years: dict[str, dict[str, str]] = {}
        for path in self._snapshot.files:
            if path.endswith(NOTES) and (blob := self._blob(path)):
                years.setdefault(year_of(path), {})[path] = blob
        # Thousands of briefs in a row for each year are read in a tenth of the time.
        keys = {year: _digest([year]) for year in years}
        kept = self._store.get(_YEAR, keys.values())
        briefs: dict[str, Brief] = {}
        for year, blobs in years.items():
            digest = _digest((*blobs, *blobs.values())).encode()
            kept_digest, _, run = kept.get(keys[year], b"").partition(b"\n")
            if kept_digest == digest:
                briefs.update(zip(blobs, decode_run(run), strict=True))
                continue
            known = self._decoded(blobs)
            briefs |= known
            if len(known) == len(blobs):
                self._store.put(_YEAR, keys[year], b"%s\n%s" % (digest, encode_run([*known.values()])))
        return briefs

    def _decoded(self, paths: Iterable[str]) -> dict[str, Brief]:
        """Return those of some files' briefs that are kept one by one."""
        kept = self._kept(_BRIEF, paths)
        named = zip(kept, decode_briefs(kept.values()), strict=True)
        return {path: brief for path, (name, brief) in named if name == _name_of(path)}

    def _kept(self, topic: str, paths: Iterable[str]) -> Mapping[str, bytes]:
        if self._store is None:
            return {}
        blobs = {path: blob for path in paths if (blob := self._blob(path))}
        kept = self._store.get(topic, blobs.values())
        return {path: kept[blob] for path, blob in blobs.items() if blob in kept}

    def _blob(self, path: str) -> str | None:
        return blob_of(self._snapshot, path)


def blob_of(snapshot: Snapshot, path: str) -> str | None:
    """Return the name of a file's content, None where there is no such file or it is not read as one."""
    file = snapshot.files.get(path)
    if file is None or not is_plain(file):
        return None
    try:
        return snapshot.blob(path)
    except OSError:  # told where it is read
        return None


def is_plain(file: File) -> bool:
    """Return whether a file is read: a link has the bytes of a path, and in a conflict one side may look like a meeting."""
    return not file.irregular and not file.conflict


def year_of(path: str) -> str:
    """Return the path of a meeting's file up to its year; the briefs of a year are kept together."""
    return path[: -len("-10-26.yaml")]


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _name_of(path: str) -> str:
    return path.rpartition("/")[2]


def _program() -> str:
    """Return the name of this program as it is: what it made of a content holds as long as nothing in it changes."""
    folders = (str(Path(minutebook.__file__).parent), str(schemas.folder()))
    lines = sorted(line for folder in folders for line in _files(folder))
    parts = (sys.version, *_installed(), *lines)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _installed() -> Iterator[str]:
    """Yield the folders of installed packages, each with its age: another version of a package changes it."""
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            with contextlib.suppress(OSError):
                yield f"{folder} {Path(folder).stat().st_mtime_ns}"


def _files(folder: str) -> Iterator[str]:
    """Yield the files in and below a folder, each with its size and age: a checkout has one version for long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif not entry.name.endswith(".pyc"):
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
