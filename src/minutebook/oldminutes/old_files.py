"""Old files as documents and as sheets; of many files another process reads a part."""

import pickle
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.many_meetings import FEWEST
from minutebook.notebook.second_process import in_two
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.file_days import FileDay
from minutebook.oldminutes.markdown_blocks import Document, read_markdown
from minutebook.oldminutes.several_meetings import part_of
from minutebook.oldminutes.sheet import Sheet
from minutebook.oldminutes.sheet_reader import read_sheet

_MOST_HELD = 4096
"""Documents that are held in memory: pickled they are three times as large as their files, else ten times."""


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file to read, and the day of its meeting, whose `lines` are told if the file has several."""

    path: str
    day: date
    lines: range | None = None


class OldFiles:
    """Reads old files; documents are held, for a sheet is made from each without and with what all show."""

    def __init__(self, read_text: Callable[[str], str]) -> None:
        self._read_text = read_text
        self._held: dict[str, bytes] = {}
        self._parted: tuple[str, Document] | None = None

    def parse(self, paths: Sequence[str]) -> None:
        """Parse files that will be asked for."""
        held_paths = paths[:_MOST_HELD]
        self._held.update(zip(held_paths, in_two(self._parse, held_paths, _share(held_paths)), strict=True))

    def document(self, path: str) -> Document:
        """Return a file as a document."""
        document: Document = pickle.loads(self._held.get(path) or self._parse(path))  # noqa: S301
        return document

    def part(self, file: OldFile) -> Document:
        """Return what a file says of its meeting."""
        if file.lines is None:
            return self.document(file.path)
        if self._parted is None or self._parted[0] != file.path:  # the parts of a file are read in a row
            self._parted = file.path, self.document(file.path)
        return part_of(self._parted[1], file.lines)

    def sheet(self, file: OldFile, facts: Facts, prose: frozenset[int] = frozenset()) -> Sheet:
        """Return the sheet of a file; lines in `prose` stay prose."""
        return read_sheet(file.path, self.part(file), file.day, facts, prose)

    def sheets(
        self, files: Sequence[OldFile], facts: Facts, share: float = 0.5
    ) -> Generator[Sheet, None, None]:
        """Yield the sheet of each file, in their order; of many, another process reads a share, from the end."""
        return in_two(lambda file: self.sheet(file, facts), files, _share(files, share))

    def _parse(self, path: str) -> bytes:
        return pickle.dumps(read_markdown(self._read_text(path)))


def files_of_days(
    days_by_path: Mapping[str, FileDay], old_files: OldFiles
) -> tuple[dict[date, list[OldFile]], tuple[tuple[str, str], ...]]:
    """Return the files of each day, the one that counts first, and copies, each with the file that it is one of."""
    by_day: dict[date, list[OldFile]] = {}
    copies: dict[tuple[str, str], None] = {}
    # What was copied later has something behind its name, such as (copy).
    for path in sorted(days_by_path, key=lambda path: len(PurePosixPath(path).name)):
        file_day = days_by_path[path]
        whole = [OldFile(path, file_day.day)] if file_day.day else []
        for file in [OldFile(path, day, lines) for lines, day in file_day.parts] or whole:
            group = by_day.setdefault(file.day, [])
            lines = old_files.part(file).lines if group else ()
            original = next((twin for twin in group if old_files.part(twin).lines == lines), None)
            if original:
                copies[path, original.path] = None
            else:
                group.append(file)
    return dict(sorted(by_day.items())), tuple(copies)


def _share(files: Sequence[object], share: float = 0.5) -> float:
    """Return which part of some files another process reads: of few none."""
    return share if len(files) >= FEWEST else 0
