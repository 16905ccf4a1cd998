"""Old files as documents and as sheets; of many files another process reads a part."""

import contextlib
import pickle
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import date

from minutebook.notebook.many_meetings import FEWEST
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import Document, read_markdown
from minutebook.oldminutes.sheet import Sheet
from minutebook.oldminutes.sheet_reader import read_sheet

_MOST_HELD = 4096
"""Documents that are held in memory: pickled they are three times as large as their files, else ten times."""


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file to read, and the day of its meeting."""

    path: str
    day: date


class OldFiles:
    """Reads old files; documents are held, for a sheet is made from each without and with what all show."""

    def __init__(self, read_text: Callable[[str], str]) -> None:
        self._read_text = read_text
        self._held: dict[str, bytes] = {}

    def document(self, path: str) -> Document:
        """Return a file as a document."""
        if held := self._held.get(path):
            document: Document = pickle.loads(held)  # noqa: S301
            return document
        return self._hold(path, read_markdown(self._read_text(path)))

    def sheet(self, file: OldFile, facts: Facts, prose: frozenset[int] = frozenset()) -> Sheet:
        """Return the sheet of a file; lines in `prose` stay prose."""
        return read_sheet(file.path, self.document(file.path), file.day, facts, prose)

    def sheets(
        self, files: Sequence[OldFile], facts: Facts, share: float = 0.5
    ) -> Generator[Sheet, None, None]:
        """Yield the sheet of each file, in their order; of many, another process reads a share, from the end."""

        def read(file: OldFile) -> Sheet:
            return self.sheet(file, facts)

        if len(files) < FEWEST:
            yield from map(read, files)
            return
        from minutebook.notebook.second_process import in_two

        with contextlib.closing(in_two(read, files, share)) as sheets:
            for file, sheet in zip(files, sheets, strict=True):
                self._hold(file.path, sheet.document)
                yield sheet

    def _hold(self, path: str, document: Document) -> Document:
        if len(self._held) < _MOST_HELD and path not in self._held:
            self._held[path] = pickle.dumps(document)
        return document
