"""What `sync` wrote last, remembered inside the git directory; deleting it loses nothing but that."""

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from minutebook import __version__
from minutebook.records.file_kinds import NOT_REGULAR

VERSIONS, BYTES = 8, 32 * 1024 * 1024
"""How many texts of a file are remembered, and how much in all; the files that were written longest ago go first.

A text is needed until git has it, so the limit is far above what is written between two commits, and what one
run has written is never dropped by that run.
"""
FEW, _DAY = 8, 24 * 60 * 60
"""A run that has written few files looks at all that are remembered, which may be thousands, once a day."""
# No text of minutes has it: notes with control characters are refused.
_SEPARATOR = "\0"


class LastWrites:
    """The texts that were written last, by the path of their file."""

    def __init__(self, git_dir: Path) -> None:
        self.folder = git_dir / "minutebook"
        self._version_file, self._pruned_file = self.folder / "version", self.folder / "pruned"
        self._written: set[Path] = set()

    def recall(self, path: str) -> tuple[str, ...]:
        """Return what was last written to a path, newest first."""
        try:
            return tuple(self._read(self._file(path)).split(_SEPARATOR))
        except (OSError, UnicodeDecodeError):
            return ()

    def has(self, text: str) -> bool:
        """Whether a text was written, to whatever path: people move files that git has not seen yet."""
        return text in self._texts

    def keep(self, path: str, text: str) -> None:
        """Remember what is written to a path; a git directory that can't be written is no reason to stop."""
        versions = [text, *(version for version in self.recall(path) if version != text)][:VERSIONS]
        with contextlib.suppress(OSError):
            self._write(self._file(path), _SEPARATOR.join(versions))
            self._written.add(self._file(path))

    @property
    def is_by_this_version(self) -> bool:
        """Whether this version of minutebook has brought all minutes up to date here."""
        try:
            return self._read(self._version_file) == __version__
        except (OSError, UnicodeDecodeError):
            return False

    def keep_version(self) -> None:
        """Remember that this version has done so."""
        with contextlib.suppress(OSError):
            if not self.is_by_this_version:
                self._write(self._version_file, __version__)

    def prune(self) -> None:
        """Forget the oldest until the others fit; another run may do so at the same time."""
        if not self._is_due:
            return
        with contextlib.suppress(OSError):
            self._pruned_file.touch()
            remembered = list(self._times_and_sizes())
            if sum(size for _, size, _name in remembered) <= BYTES:
                return
            written = {file.name for file in self._written}
            room = BYTES - sum(size for _, size, name in remembered if name in written)
            for _, size, name in sorted(remembered, reverse=True):
                if name not in written:
                    room -= size
                    if room < 0:
                        (self.folder / name).unlink(missing_ok=True)

    @cached_property
    def _texts(self) -> frozenset[str]:
        """All texts that were remembered before this run."""
        texts: set[str] = set()
        with contextlib.suppress(OSError):
            for file in self.folder.iterdir():
                with contextlib.suppress(OSError, UnicodeDecodeError):
                    texts.update(self._read(file).split(_SEPARATOR))
        return frozenset(texts)

    @property
    def _is_due(self) -> bool:
        if not self._written or len(self._written) > FEW:
            return bool(self._written)
        try:
            since = min(self._written).stat().st_mtime - self._pruned_file.stat().st_mtime
        except OSError:  # it was never done here
            return True
        return abs(since) > _DAY

    def _times_and_sizes(self) -> Iterator[tuple[int, int, str]]:
        with os.scandir(self.folder) as entries:
            for entry in entries:
                try:
                    status = entry.stat()
                except FileNotFoundError:
                    continue
                yield status.st_mtime_ns, status.st_size, entry.name

    def _read(self, file: Path) -> str:
        if not file.is_file():  # a pipe would be waited for
            raise OSError(errno.EINVAL, NOT_REGULAR, str(file))
        return file.read_bytes().decode()

    def _write(self, file: Path, text: str) -> None:
        self.folder.mkdir(exist_ok=True)
        if not file.is_file() or file.is_symlink():
            file.unlink(missing_ok=True)
        file.write_bytes(text.encode())

    def _file(self, path: str) -> Path:
        # A path may have bytes that are no text, and more letters than the name of a file can have.
        return self.folder / hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32]
