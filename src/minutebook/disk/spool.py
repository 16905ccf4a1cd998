"""Texts that are too many to hold in memory until they are written."""

from tempfile import gettempdir
from typing import BinaryIO

from minutebook.disk.files import NotWritten


class Spool:
    """Bytes by their name, behind one another in a file that nobody else uses; raises NotWritten where the disk is full."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._end = file, 0
        self._spans: dict[str, tuple[int, int]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._spans

    def __getitem__(self, name: str) -> bytes:
        start, size = self._spans[name]
        self._file.seek(start)
        return self._file.read(size)

    def __setitem__(self, name: str, data: bytes) -> None:
        try:
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            reason = error.strerror or error
            raise NotWritten(f"{gettempdir()} can't hold the drafts: {reason}; nothing was changed") from None
        self._spans[name] = self._end, len(data)
        self._end += len(data)
