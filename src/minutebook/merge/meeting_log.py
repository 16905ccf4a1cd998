"""What each commit changed in some meetings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from minutebook.merge.difference import Difference
from minutebook.merge.meeting_changes import MeetingChange, new_meeting, readable, undated
from minutebook.merge.meeting_diff import compare
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.file_kinds import NOTES
from minutebook.records.filenames import day_of
from minutebook.records.refusal import Refused
from minutebook.repository.revisions import FileChange, Revision, nearness
from minutebook.repository.snapshot import Snapshot
from minutebook.source.yaml.loader import read

_MOST = 64
"""Versions that are held; what one commit made is what the next one changed."""


class MeetingLog:
    """Tells what commits changed; `content` gives what has an id, `folder_at` the files of a commit in a folder."""

    def __init__(
        self,
        content: Callable[[str], bytes],
        folder_at: Callable[[str, str], Snapshot],
        series: Sequence[PurePosixPath],
    ) -> None:
        self._content, self._folder_at, self._series = content, folder_at, set(series)
        self._notebooks = lru_cache(1)(self._read_folder)  # a commit may add all meetings of a series
        self._data = lru_cache(_MOST)(self._read)

    def changes(
        self, revision: Revision, watched: Callable[[Sequence[FileChange]], Iterator[FileChange]] = iter
    ) -> Iterator[MeetingChange]:
        """Yield what a commit changed in each meeting; of a merge, only what it has from none of its sides."""
        for file in watched(list(self._joined(revision.files))):
            day = day_of(PurePosixPath(file.path).stem)
            if day and file.path.endswith(NOTES):
                yield from readable(file.path, day, self._change(revision, file, day))

    def _change(self, revision: Revision, file: FileChange, day: date) -> Iterator[MeetingChange]:
        if file.current is None:
            yield MeetingChange(file.path, day, "removed")
        elif not file.former:
            yield from self._new(revision, file.path, day)
        elif file.former_path:
            yield MeetingChange(
                file.path, day, "moved", self._differences(file), former_path=file.former_path
            )
        elif (differences := self._differences(file)) or len(file.former) == 1:
            yield MeetingChange(file.path, day, "changed", differences)

    def _new(self, revision: Revision, path: str, day: date) -> Iterator[MeetingChange]:
        notebook = self._notebook(revision.oid, path, day)
        yield from new_meeting(notebook, day) if notebook else (MeetingChange(path, day, "added"),)

    def _notebook(self, commit: str, path: str, day: date) -> Notebook | None:
        """Return the series that a meeting belonged to in a commit, which may have another folder now."""
        folders = PurePosixPath(path).parents[:-1]
        for folder in sorted(folders, key=lambda folder: folder not in self._series):
            for notebook in self._notebooks(commit, str(folder)):
                if notebook.days.get(day) == path:
                    self._series.add(notebook.path)  # the next of its meetings is found at once
                    return notebook
        return None

    def _differences(self, file: FileChange) -> tuple[Difference, ...]:
        """Return what is as in no version that the file had before."""
        versions = [self._data(name, file.path) for name in (*file.former, file.current or "")]
        first, *further = (compare(former, versions[-1]) for former in versions[:-1])
        sentences = [{difference.sentence for difference in differences} for differences in further]
        return tuple(
            difference for difference in first if all(difference.sentence in texts for texts in sentences)
        )

    def _joined(self, files: Sequence[FileChange]) -> Iterator[FileChange]:
        """Yield the changes of files, those that were moved to another folder or another day as one."""
        origins = dict(_of_one_name(files))
        taken = {origin.path for origin in origins.values()}
        gone = [file for file in files if _is_gone(file) and file.path not in taken]
        added = [file for file in files if _is_new(file) and file.path not in origins]
        if gone and added:
            contents = {self._content_of(file.former[0], file.path): file for file in gone}
            for file in added:
                if origin := contents.pop(self._content_of(file.current or "", file.path), None):
                    origins[file.path] = origin
                    taken.add(origin.path)
        for file in files:
            if origin := origins.get(file.path):
                yield replace(file, former=origin.former, former_path=origin.path)
            elif file.path not in taken:
                yield file

    def _content_of(self, name: str, path: str) -> str:
        """Return all that a version of a meeting says but its day, or its path where it can't be read."""
        try:
            return undated(self._data(name, path))
        except Refused:
            return path

    def _read_folder(self, commit: str, folder: str) -> tuple[Notebook, ...]:
        return notebooks(self._folder_at(commit, folder))

    def _read(self, name: str, path: str) -> Any:
        return read(path, self._content(name)).data


def _of_one_name(files: Sequence[FileChange]) -> Iterator[tuple[str, FileChange]]:
    """Yield the path of each meeting that was moved to another folder, and what happened where it was."""
    gone: dict[str, list[FileChange]] = {}
    for file in filter(_is_gone, files):
        gone.setdefault(PurePosixPath(file.path).name, []).append(file)
    for file in filter(_is_new, files):
        if namesakes := gone.get(PurePosixPath(file.path).name):
            origin = max(
                namesakes,
                key=lambda former: (file.current in former.former, nearness(file.path, former.path)),
            )
            namesakes.remove(origin)
            yield file.path, origin


def _is_gone(file: FileChange) -> bool:
    return file.current is None and file.path.endswith(NOTES)


def _is_new(file: FileChange) -> bool:
    return bool(file.current) and not file.former and file.path.endswith(NOTES)
