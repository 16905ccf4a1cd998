"""Which files of a repository belong to which series, by their paths alone."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from minutebook.records.file_kinds import MINUTES, NOTES, SERIES, is_meant_as_notes
from minutebook.records.filenames import day_of


class SeriesFiles(NamedTuple):
    """The files of one series: of its meetings in the order of their days, of minutes, and those with a wrong name.

    `nameless` are files beside its meetings that no day is in the name of; what stands in them tells whether they are any.
    """

    folder: PurePosixPath
    days: Mapping[date, str]
    minutes: Mapping[str, date]
    misnamed: tuple[str, ...]
    nameless: tuple[str, ...] = ()


# In one run the index and the commit that it will follow mostly have the same paths.
@lru_cache(4)
def series_files(paths: tuple[str, ...]) -> tuple[SeriesFiles, ...]:
    """Return the files of each series, by path; a file belongs to the nearest series above it."""
    in_order = sorted(paths, key=_parts)
    files: dict[str, list[str]] = {folder: [] for folder in _series_folders(in_order)}
    for path, folder in _with_series(in_order):
        if folder is not None:
            files[folder].append(path)
    return tuple(_sorted_files(folder, files[folder]) for folder in sorted(files, key=_parts))


def without_series(paths: Iterable[str]) -> list[str]:
    """Return the paths that have no series.yaml beside or above them, in their order."""
    in_order = sorted(paths, key=_parts)
    return [path for path, folder in _with_series(in_order) if folder is None]


def _sorted_files(folder: str, paths: Iterable[str]) -> SeriesFiles:
    days: dict[date, str] = {}
    minutes: dict[str, date] = {}
    misnamed, nameless = [], []
    for path in paths:
        name = path.rpartition("/")[2]
        stem, dot, end = name.rpartition(".")
        day = day_of(stem)
        if day and dot + end == MINUTES:
            minutes[path] = day
        elif day and dot + end == NOTES:
            if days.setdefault(day, path) != path:
                misnamed.append(path)
        elif is_meant_as_notes(name) and any(letter.isdigit() for letter in stem):
            misnamed.append(path)
        elif is_meant_as_notes(name) and name != SERIES and path.rpartition("/")[0] == folder:
            nameless.append(path)
    in_order = dict(sorted(days.items()))
    return SeriesFiles(PurePosixPath(folder), in_order, minutes, tuple(misnamed), tuple(nameless))


def _with_series(paths: Iterable[str]) -> list[tuple[str, str | None]]:
    """Return each path with the folder of the series to which it belongs, None where there is none."""
    paths = list(paths)
    series = set(_series_folders(paths))
    nearest: dict[str, str | None] = {}
    pairs = []
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in nearest:
            nearest[folder] = _nearest(folder, series)
        pairs.append((path, nearest[folder]))
    return pairs


def _nearest(folder: str, series: set[str]) -> str | None:
    while folder not in series:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folder


def _series_folders(paths: Iterable[str]) -> list[str]:
    return [path.rpartition("/")[0] for path in paths if path == SERIES or path.endswith(f"/{SERIES}")]


def _parts(path: str) -> list[str]:
    """Return what paths are ordered by, so that a folder's files stay together."""
    return path.split("/")
