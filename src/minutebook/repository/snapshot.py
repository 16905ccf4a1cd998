"""The state of all files that a command reads: working tree, index or commit behind one interface."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from minutebook.repository.objects import blob_name

LINK, SUBMODULE = "120000", "160000"
_REGULAR = ("100644", "100755", "100664")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a snapshot; the object id is None for a file that git doesn't track."""

    path: str
    mode: str
    oid: str | None = None
    conflict: bool = False

    @property
    def odd(self) -> str:
        """What it is instead of a regular file; nothing if it is one."""
        if self.mode in _REGULAR:
            return ""
        return "a symbolic link" if self.mode == LINK else "no regular file"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Files by their path from the top of the repository, with `/` on every system."""

    name: str
    entries: Mapping[str, Entry] = field(repr=False)
    contents: Callable[[Entry], bytes] = field(repr=False)
    origin: Callable[[Entry], str] = field(repr=False)

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raises OSError if it can't be read."""
        return self.contents(self.entries[path])

    def get(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where there is no such file."""
        return self.read(path) if path in self.entries else None

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file of a commit has this content, told by its name in git, without reading it."""
        oid = self.entries[path].oid
        return oid is not None and oid == blob_name(data, oid)

    def label(self, path: str) -> str:
        """Say which version of a file this is, such as `at 1a2b3c4`."""
        return self.origin(self.entries[path])
