"""The files that a command reads, in one state: working tree, index or commit behind one interface."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from typing import NamedTuple

from minutebook.records.file_kinds import NOT_REGULAR, SYMBOLIC_LINK
from minutebook.records.frozen_class import dataclass
from minutebook.repository.content_names import ContentNames
from minutebook.repository.objects import blob_name

REGULAR, LINK, SUBMODULE = "100644", "120000", "160000"
_REGULAR_MODES = (REGULAR, "100755", "100664")


# Of thousands of files a tuple each is made in a third of the time.
class File(NamedTuple):
    """A file of a snapshot; `oid` is the id of its blob, None for a file that git doesn't track.

    `state` is what the system says of a file on disk: while that is the same, so is its content.
    """

    path: str
    mode: str = REGULAR
    oid: str | None = None
    conflict: bool = False
    state: str = ""

    @property
    def irregular(self) -> str:
        """What it is instead of a regular file, such as a symbolic link; nothing if it is one."""
        if self.mode in _REGULAR_MODES:
            return ""
        return SYMBOLIC_LINK if self.mode == LINK else NOT_REGULAR

    @property
    def is_plain(self) -> bool:
        """Whether it is read: a link has the bytes of a path, and in a conflict one side may look like a meeting."""
        return not self.irregular and not self.conflict


Entry = tuple[str, str]
"""The mode and the id of a file in a commit; nothing where that has no such file."""


class Files(Mapping[str, File]):  # noqa: PLW1641  a mapping has no hash
    """Files that git has stored, by their paths; of thousands only those that are asked for are made.

    `blobs` has the ids of their contents, None for what is not read as a file.
    """

    def __init__(self, blobs: Mapping[str, str | None], others: Iterable[File] = ()) -> None:
        """Take the ids of plain files, and others as they are."""
        files = {file.path: file for file in others}
        self.blobs = {**blobs, **{path: file.oid if file.is_plain else None for path, file in files.items()}}
        self._special = {
            path: file for path, file in files.items() if file.mode != REGULAR or not file.is_plain
        }

    def __getitem__(self, path: str) -> File:
        return self._special.get(path) or File(path, oid=self.blobs[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self.blobs)

    def __len__(self) -> int:
        return len(self.blobs)

    def __eq__(self, files: object) -> bool:
        if not isinstance(files, Files):
            return super().__eq__(files)
        return self.blobs == files.blobs and self._special == files._special

    @property
    def has_conflicts(self) -> bool:
        """Whether git has one of them in conflict."""
        return any(file.conflict for file in self._special.values())

    def with_entries(self, entries: Mapping[str, Entry]) -> "Files":
        """Return the files of a commit from those of another one, given its entries that are not the same."""
        blobs = dict(self.blobs)
        for path, (_mode, blob) in entries.items():
            if not blob:
                blobs.pop(path, None)
        special = (file for path, file in self._special.items() if path not in entries)
        changed = (File(path, mode, blob) for path, (mode, blob) in entries.items() if blob)
        return Files(blobs, (*special, *changed))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Files by their path from the top of the repository, with `/` on every system.

    `is_stored` tells whether git has stored what is read, so that the ids of the files are those of their contents.
    Of others the `names` of their contents are remembered. Whoever works through a file `tell`s its path.
    """

    name: str
    files: Mapping[str, File] = field(repr=False)
    contents: Callable[[File], bytes] = field(repr=False)
    origin: Callable[[File], str] = field(repr=False)
    is_stored: bool = False
    names: ContentNames = field(default_factory=ContentNames, repr=False, compare=False)
    tell: Callable[[str], None] = field(default=lambda _: None, repr=False, compare=False)

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raises OSError if it can't be read."""
        file = self.files[path]
        data = self.contents(file)
        if file.state:
            self.names.learn(path, file.state, blob_name(data, file.oid or ""))
        return data

    def get(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where there is no such file."""
        return self.read(path) if path in self.files else None

    def blob(self, path: str) -> str:
        """Return the name that git has for a file's content, or would have; raises OSError if it can't be read."""
        file = self.files[path]
        if name := file.oid if self.is_stored else self.names.of(path, file.state):
            return name
        data = self.read(path)  # which learns its name if it is on disk
        return self.names.of(path, file.state) or blob_name(data, file.oid or "")

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file of a commit has this content; the id of its blob says so, and it is not read."""
        oid = self.files[path].oid
        return oid is not None and oid == blob_name(data, oid)

    def is_as_read(self, path: str, data: bytes) -> bool:
        """Whether a file on disk still holds what was read of it; of what git has stored, in whatever newlines."""
        file = self.files.get(path)
        if self.is_stored:
            return data.replace(b"\r\n", b"\n") == (self.get(path) or b"").replace(b"\r\n", b"\n")
        return file is None or not file.state or blob_name(data, file.oid or "") == self.blob(path)

    def agrees_with(self, former: "Snapshot", path: str, former_path: str) -> bool:
        """Whether a file has the content that a file of a commit has, by their ids where both are stored."""
        if self.is_stored or self.blob(path) == former.files[former_path].oid:
            return self.blob(path) == former.files[former_path].oid
        data = self.read(path)
        # With core.autocrlf the files on disk have newlines of their own.
        return any(former.holds(former_path, text) for text in (data, data.replace(b"\r\n", b"\n")))

    def label(self, path: str) -> str:
        """Say which version of a file this is, such as `at 1a2b3c4`."""
        return self.origin(self.files[path])


NO_FILES = Snapshot("nothing", {}, lambda _: b"", lambda _: "")
"""A snapshot of no repository, on which drafts can be tried."""


def blobs_of(snapshot: Snapshot, paths: Iterable[str]) -> list[str | None]:
    """Return the names of some files' contents, None for one that is not there or is not read as a file."""
    # Of what git has stored they are known, and thousands are looked up at once.
    look = snapshot.files.blobs.get if isinstance(snapshot.files, Files) else partial(_blob, snapshot)
    return [*map(look, paths)]


def _blob(snapshot: Snapshot, path: str) -> str | None:
    file = snapshot.files.get(path)
    if file is None or not file.is_plain:
        return None
    try:
        return snapshot.blob(path)
    except OSError:  # told where it is read
        return None
