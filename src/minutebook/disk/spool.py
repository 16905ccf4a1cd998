"""Texts that are too many to hold in memory until they are written."""

from pathlib import Path

from minutebook.disk.files import NotWritten


class Spool:
    """Bytes by the name of a file, in a folder that nobody else writes to; raises NotWritten where the disk is full."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return (self._folder / str(name)).exists()

    def __getitem__(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def __setitem__(self, name: str, data: bytes) -> None:
        try:
            (self._folder / name).write_bytes(data)
        except OSError as error:
            reason = error.strerror or error
            raise NotWritten(f"{self._folder} can't hold the drafts: {reason}; nothing was changed") from None
