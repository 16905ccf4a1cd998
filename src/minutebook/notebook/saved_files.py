"""Which notes of a series have been saved since somebody looked last."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from minutebook.records.file_kinds import NOTES

Saved = Mapping[str, tuple[int, int, int]]
"""When each file was saved, how long it is, and its number on the disk, by its path in the folder of the series."""


def look_at(folder: Path) -> Saved:
    """Return the notes in a folder and below it as they were saved last; polling works on every kind of disk."""
    return {path: (status.st_mtime_ns, status.st_size, status.st_ino) for path, status in _files(folder, "")}


def changed_files(before: Saved, now: Saved) -> list[str]:
    """Return the files that are new or were saved since."""
    return [path for path, saved in now.items() if before.get(path) != saved]


def _files(folder: Path, above: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = list(os.scandir(folder / above))
    except OSError:  # it is gone, or will be there again in a moment
        return
    for entry in entries:
        path = f"{above}/{entry.name}".removeprefix("/")
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, path)
            elif entry.name.endswith(NOTES):
                yield path, entry.stat()
        except OSError:
            continue
