"""Which files of a repository belong to which series, by their paths alone."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from minutebook.records.file_kinds import MINUTES, NOTES, SERIES, is_meant_as_notes, is_read
from minutebook.records.filenames import day_of, minutes_paths


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
    series_folders = (folder for folder, files in by_folder.items() if _series_path(folder) in files)
    by_series: dict[str, dict[str, list[str]]] = {
        folder: {} for folder in sorted(series_folders, key=sort_key)
    }
    orphans: list[str] = []
    for folder, files in by_folder.items():
        nearest = _nearest(folder, by_series)
        if nearest is None:
            orphans += files
        else:
            by_series[nearest][folder] = files
    series = (_sorted_files(folder, files_around) for folder, files_around in by_series.items())
    return tuple(series), tuple(sorted(orphans, key=sort_key))


def _series_path(folder: str) -> str:
    return f"{_start(folder)}{SERIES}"


def _start(folder: str) -> str:
    """Return what stands before the names of the files in a folder."""
    return f"{folder}/" if folder else ""


def _nearest(folder: str, series: Container[str]) -> str | None:
    while folder not in series:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folder


def _sorted_files(folder: str, by_folder: Mapping[str, Sequence[str]]) -> SeriesFiles:
    days: dict[date, str] = {}
    # What is done here is done for all files of years.
    for around, paths in by_folder.items():
        stem = slice(len(_start(around)), -len(NOTES))
        for path in paths:
            if path.endswith(NOTES) and (day := day_of(path[stem])):
                days[day] = min(path, days[day], key=sort_key) if day in days else path
    days = dict(sorted(days.items()))
    listed = set(chain(*by_folder.values()))
    beside = zip(minutes_paths(days.values()), days, strict=True)
    minutes = {path: day for path, day in beside if path in listed}
    misnamed, nameless, undated, strays = [], [], [], []
    for path in sorted(listed.difference(days.values(), minutes), key=sort_key):
        parent, _slash, name = path.rpartition("/")
        if name.endswith(MINUTES) and (day := day_of(name[: -len(MINUTES)])):
            minutes[path] = day
        elif is_meant_as_notes(name) and any(letter.isdigit() for letter in name.rpartition(".")[0]):
            misnamed.append(path)
        else:
            undated.append(path)
            if is_meant_as_notes(name) and name != SERIES and parent == folder:
                nameless.append(path)
            elif is_read(name) and not name.endswith(MINUTES) and (day := _day_in_front(parent, name)):
                strays.append((path, day))
    nameless += [path for path, day in strays if day not in days]
    firsts = sorted(map(min, by_folder.values()), key=sort_key)
    folders = {first.rpartition("/")[0]: first for first in firsts} | {folder: _series_path(folder)}
    return SeriesFiles(
        PurePosixPath(folder), days, minutes, tuple(misnamed), tuple(nameless), tuple(undated), folders
    )


def _day_in_front(parent: str, name: str) -> date | None:
    """Return the day that a name or that of the folder around it begins with, None without one."""
    return day_of(name[:10]) or day_of(parent[-10:])


def sort_key(path: str) -> str:
    """Return what paths are ordered by, so that a folder's files stay together; no name has a zero byte."""
    return path.replace("/", "\0")
