"""Which files of a repository belong to which series, by their paths alone."""

from collections.abc import Container, Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from minutebook.records.file_kinds import MINUTES, NOTES, SERIES, is_meant_as_notes, is_read
from minutebook.records.filenames import day_of


class SeriesFiles(NamedTuple):
    """The files of one series: of its meetings in the order of their days, of minutes, and those with a wrong name.

    `nameless` are files beside its meetings that no day is in the name of, and those of a day without a meeting that
    have lost their end or stand in a folder of that day; what stands in them tells whether they are any. Of all files,
    `undated` are those that no day is the name of, and `folders` those that they are in, each with one of its files.
    """

    folder: PurePosixPath
    days: Mapping[date, str]
    minutes: Mapping[str, date]
    misnamed: tuple[str, ...]
    nameless: tuple[str, ...]
    undated: tuple[str, ...]
    folders: Mapping[str, str]


def series_files(paths: tuple[str, ...]) -> tuple[SeriesFiles, ...]:
    """Return the files of each series, by path; a file belongs to the nearest series above it."""
    return _divided(paths)[0]


def without_series(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths that have no series.yaml beside or above them, in their order."""
    return _divided(tuple(paths))[1]


# In one run the index and the commit that it will follow mostly have the same paths.
@lru_cache(4)
def _divided(paths: tuple[str, ...]) -> tuple[tuple[SeriesFiles, ...], tuple[str, ...]]:
    """Return the files of each series, and those of none."""
    by_folder: dict[str, list[str]] = {}
    for path in paths:
        by_folder.setdefault(path.rpartition("/")[0], []).append(path)
    folders = (folder for folder, files in by_folder.items() if f"{folder}/{SERIES}".lstrip("/") in files)
    by_series: dict[str, list[str]] = {folder: [] for folder in sorted(folders, key=_parts)}
    orphans: list[str] = []
    for folder, files in by_folder.items():
        nearest = _nearest(folder, by_series)
        (orphans if nearest is None else by_series[nearest]).extend(files)
    series = (_sorted_files(folder, sorted(files, key=_parts)) for folder, files in by_series.items())
    return tuple(series), tuple(sorted(orphans, key=_parts))


def _nearest(folder: str, series: Container[str]) -> str | None:
    while folder not in series:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folder


def _sorted_files(folder: str, paths: Iterable[str]) -> SeriesFiles:
    days: dict[date, str] = {}
    minutes: dict[str, date] = {}
    misnamed, nameless, undated, strays = [], [], [], []
    folders: dict[str, str] = {}
    # Each line here is run for all files of years.
    for path in paths:
        parent, _slash, name = path.rpartition("/")
        if parent not in folders or name == SERIES:
            folders[parent] = path
        if name.endswith(MINUTES) and (day := day_of(name[: -len(MINUTES)])):
            minutes[path] = day
        elif name.endswith(NOTES) and (day := day_of(name[: -len(NOTES)])):
            if days.setdefault(day, path) != path:
                misnamed.append(path)
        elif is_meant_as_notes(name) and any(letter.isdigit() for letter in name.rpartition(".")[0]):
            misnamed.append(path)
        else:
            undated.append(path)
            if is_meant_as_notes(name) and name != SERIES and parent == folder:
                nameless.append(path)
            elif is_read(name) and not name.endswith(MINUTES) and (day := _day_in_front(parent, name)):
                strays.append((path, day))
    nameless += [path for path, day in strays if day not in days]
    in_order = dict(sorted(days.items()))
    return SeriesFiles(
        PurePosixPath(folder), in_order, minutes, tuple(misnamed), tuple(nameless), tuple(undated), folders
    )


def _day_in_front(parent: str, name: str) -> date | None:
    """Return the day that a name or that of the folder around it begins with, None without one."""
    return day_of(name[:10]) or day_of(parent[-10:])


def _parts(path: str) -> str:
    """Return what paths are ordered by, so that a folder's files stay together; no name has a zero byte."""
    return path.replace("/", "\0")
