"""What was read of meetings before, kept beside what git keeps, by the names that git has for their contents."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

import minutebook
from minutebook.disk.store import Store
from minutebook.notebook.brief_text import (
    decode_briefs,
    decode_run,
    decode_year,
    encode_brief,
    encode_run,
    encode_year,
)
from minutebook.records.filenames import name_of
from minutebook.records.history import Brief, Year, make_year
from minutebook.repository.snapshot import Snapshot, blobs_of
from minutebook.source.schema import schemas

SWITCH = "MINUTEBOOK_CACHE"
"""The variable of the environment with which somebody turns it off."""
FEWEST = 16
"""Of so many files of a snapshot at least something is kept: fewer are read no slower than what is kept of them."""
_BRIEF, _YEAR, _RUN, _LINES = "brief", "year", "run", "lines"
_ACTIONS, _NAMES = "actions", "names"
# The index, the last commit and the sides of a merge mostly have the same.
_YEARS: WeakKeyDictionary[Store, dict[str, Year]] = WeakKeyDictionary()
"""The years that are known in this run, by their digests."""


def open_store(git_dir: Path) -> Store | None:
    """Return what is kept in the git directory that all worktrees share, or None where it is turned off."""
    if os.environ.get(SWITCH, "").lower() in {"0", "off", "no", "false"}:
        return None
    return Store(git_dir / "minutebook-cache" / "meetings.sqlite3", _program)


def _recall_names(snapshot: Snapshot, store: Store) -> None:
    """Let a snapshot know the names of what is on disk, as the last process wrote them down."""
    if data := store.get(_NAMES, [snapshot.name]).get(snapshot.name):
        snapshot.names.recall(data)


def keep_names(snapshot: Snapshot, store: Store) -> None:
    """Write down the names of what is on disk, for the next process."""
    if len(snapshot.files) >= FEWEST and (data := snapshot.names.news(snapshot.files)):
        store.put(_NAMES, snapshot.name, data)


class _YearContent(NamedTuple):
    """What stands in the files of a year: by what something is kept of it, their digest, and their paths.

    There is no digest where a draft stands in the place of one.
    """

    key: str
    digest: str
    paths: Mapping[date, str]


class MeetingCache:
    """What is kept of the meetings in a snapshot.

    A brief and actions depend on the content of a file, on its name, and on the program: on nothing else.
    """

    def __init__(self, snapshot: Snapshot, store: Store | None) -> None:
        self._snapshot = snapshot
        self._store = store if len(snapshot.files) >= FEWEST else None
        self._briefs: dict[str, Brief | None] = {}
        self._runs: dict[str, _YearContent] = {}
        self._years: dict[str, Year] = {} if store is None else _YEARS.setdefault(store, {})
        if self._store and not snapshot.is_stored and snapshot.names.is_empty:
            _recall_names(snapshot, self._store)

    def brief(self, path: str) -> Brief | None:
        """Return the brief of a file's meeting, if that is kept."""
        if path not in self._briefs and path in self._runs:
            key, digest, paths = self._runs[path]
            for run in self._recall(_RUN, {key: digest}).values():
                self._briefs |= zip(paths.values(), decode_run(run), strict=True)
        if path not in self._briefs:
            self._briefs[path] = self._decoded([path]).get(path)
        return self._briefs[path]

    def actions(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Return the actions of some files' meetings that have an id, encoded, as far as they are kept."""
        return self._kept(_ACTIONS, [path for path in paths if path in self._runs or self.brief(path)])

    def years(self, series: str, paths: Mapping[date, str], drafts: Iterable[str]) -> dict[int, Year]:
        """Return what the meetings of each year of a series say together, as far as that is kept.

        What is in the `drafts`, which stand in the place of some files, is known to nobody here.
        """
        if self._store is None:
            return {}
        contents = [*self._contents(series, paths, set(drafts))]
        kept = self._recall(_YEAR, {key: digest for key, digest, _ in contents if digest not in self._years})
        known: dict[int, Year] = {}
        for content in contents:
            if year := self._years.get(content.digest) or self._year(content, kept.get(content.key)):
                self._years[content.digest] = known[year.days[0].year] = year
                self._runs |= dict.fromkeys(content.paths.values(), content)
        return known

    def drawn(
        self, series: str, years: Iterable[Year], look: str, draw: Callable[[Year], str]
    ) -> Iterator[str]:
        """Yield what is drawn of each year, kept or anew; beside what its meetings say it depends on the `look` alone."""
        years = [*years]
        digests = {
            _key(series, year.days[0].year): _digest([year.digest, look]) for year in years if year.digest
        }
        kept = self._recall(_LINES, digests)
        for year in years:
            key = _key(series, year.days[0].year)
            text = kept[key].decode("utf-8", "surrogateescape") if key in kept else draw(year)
            if key in digests and key not in kept:
                self._remember(_LINES, key, digests[key], text.encode("utf-8", "surrogateescape"))
            yield text

    def keep(self, path: str, brief: Brief, actions: bytes) -> None:
        """Keep what was read of a file's meeting."""
        if self._store and (blob := blobs_of(self._snapshot, [path])[0]):
            self._store.put(_BRIEF, blob, encode_brief(name_of(path), brief))
            self._store.put(_ACTIONS, blob, actions)

    def _contents(self, series: str, paths: Mapping[date, str], drafts: set[str]) -> Iterator[_YearContent]:
        """Yield what stands in the files of each year, in the order of their days."""
        end, listed, blobs = 0, [*paths.values()], blobs_of(self._snapshot, paths.values())
        for year, of_year in groupby(paths, attrgetter("year")):
            days = [*of_year]
            start, end = end, end + len(days)
            files = dict(zip(days, listed[start:end], strict=True))
            # Of a file whose content is not known nothing is kept, so neither is of its year.
            names = filter(None, blobs[start:end])
            digest = _digest((*files.values(), *names)) if drafts.isdisjoint(files.values()) else ""
            yield _YearContent(_key(series, year), digest, files)

    def _year(self, content: _YearContent, kept: bytes | None) -> Year | None:
        """Return what the meetings of a year say together, None where one of them is not known."""
        key, digest, paths = content
        if kept is not None:
            return decode_year(kept, [*paths], digest)
        briefs = self._decoded(paths.values())
        self._briefs |= dict.fromkeys(paths.values()) | briefs
        if not digest or len(briefs) < len(paths):
            return None
        year = make_year(dict(zip(paths, briefs.values(), strict=True)), digest)
        self._remember(_YEAR, key, digest, encode_year(year))
        # Thousands of briefs in a row for each year are read in a tenth of the time.
        self._remember(_RUN, key, digest, encode_run([*briefs.values()]))
        return year

    def _recall(self, topic: str, digests: Mapping[str, str]) -> dict[str, bytes]:
        """Return what is kept by some keys, each with the digest of all that it was made from."""
        values = self._store.get(topic, digests) if self._store else {}
        parts = {key: value.partition(b"\n") for key, value in values.items()}
        return {key: rest for key, (digest, _, rest) in parts.items() if digest == digests[key].encode()}

    def _remember(self, topic: str, key: str, digest: str, value: bytes) -> None:
        """Keep a value in the place of what was made from other contents."""
        if self._store:
            self._store.put(topic, key, b"%s\n%s" % (digest.encode(), value))

    def _decoded(self, paths: Iterable[str]) -> dict[str, Brief]:
        """Return those of some files' briefs that are kept one by one."""
        kept = self._kept(_BRIEF, paths)
        named = zip(kept, decode_briefs(kept.values()), strict=True)
        return {path: brief for path, (name, brief) in named if name == name_of(path)}

    def _kept(self, topic: str, paths: Iterable[str]) -> Mapping[str, bytes]:
        if self._store is None:
            return {}
        paths = [*paths]
        blobs = {
            path: blob for path, blob in zip(paths, blobs_of(self._snapshot, paths), strict=True) if blob
        }
        kept = self._store.get(topic, blobs.values())
        return {path: kept[blob] for path, blob in blobs.items() if blob in kept}


def _key(series: str, year: int) -> str:
    """Return by what something is kept of a year of a series."""
    return _digest((series, str(year)))


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


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
