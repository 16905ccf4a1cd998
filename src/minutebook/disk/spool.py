"""Texts that are too many to hold in memory until they are written."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from minutebook.disk.files import NotWritten


class Spool(MutableMapping[str, bytes]):
    """Bytes by name, in the files of a folder that nobody else writes to; raises NotWritten where it is full."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, Path] = {}
        self._given = 0

    def __getitem__(self, name: str) -> bytes:
        return self._files[name].read_bytes()

    def __setitem__(self, name: str, data: bytes) -> None:
        if name not in self._files:
            self._files[name] = self._folder / str(self._given)
            self._given += 1
        try:
            self._files[name].write_bytes(data)
        except OSError as error:
            reason = error.strerror or error
            raise NotWritten(f"{self._folder} can't hold the drafts: {reason}; nothing was changed") from None

    def __delitem__(self, name: str) -> None:
        self._files.pop(name).unlink()

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
