"""Names in the paths of series that only some systems can have: a clone on another one would lack their files."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, count
from pathlib import PurePosixPath

from minutebook.notebook.misnamed_files import move_line
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.orphans import missing_series
from minutebook.notebook.series_files import SeriesFiles, series_files
from minutebook.records.file_kinds import INDEX, MINUTES, SERIES
from minutebook.records.filenames import day_of
from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import shell_line
from minutebook.records.portable_names import folded, obstacle, usable_name
from minutebook.records.problem import START, Problem
from minutebook.repository.snapshot import Snapshot


def path_problems(snapshot: Snapshot, shared: Callable[[], Iterable[Notebook]]) -> Iterator[Problem]:
    """Yield what is wrong with the paths of a snapshot; `shared` gives the series as others have them."""
    yield from missing_series(snapshot, shared)
    if len(series_files(tuple(snapshot.files))) > 1:
        from minutebook.notebook.copied_series import copied_series  # most repositories have one series

        yield from copied_series(snapshot)
    yield from unusable_paths(snapshot)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the path of a file: that of the file itself, or of a folder around it."""

    path: PurePosixPath
    file: str

    @property
    def text(self) -> str:
        """The name itself."""
        return self.path.name

    @property
    def kind(self) -> str:
        """What it is the name of."""
        return "file" if str(self.path) == self.file else "folder"

    @property
    def key(self) -> tuple[PurePosixPath, str]:
        """What is the same for two names that are one on some systems."""
        return self.path.parent, folded(self.text)

    @property
    def is_written(self) -> bool:
        """Whether minutebook gives this name itself."""
        return self.text in (SERIES, INDEX) or bool(day_of(self.path.stem) and self.path.suffix == MINUTES)


def unusable_paths(snapshot: Snapshot) -> Iterator[Problem]:
    """Yield a problem for each name that only some systems can have, and for each that is another one there."""
    names = sorted(_names(snapshot), key=lambda name: (not name.is_written, name.path))
    taken = {name.key: name for name in reversed(names)}
    for name in names:
        twin = taken[name.key]
        if twin.path != name.path:
            message = f"'{name.text}' and '{twin.text}' are the name of one {name.kind} on Windows and macOS"
            yield Problem(name.file, START, "path-unusable", message, _parting(snapshot, name, taken))
        elif reason := obstacle(name.text):
            message = f"Windows can't have a {name.kind} with the name '{name.text}': {reason}"
            hint = f"Type: {_move(snapshot, name, taken)}"
            yield Problem(name.file, START, "path-unusable", message, hint, severity="warning")


def _names(snapshot: Snapshot) -> Iterator[_Name]:
    """Yield the folders of series and those around them, and their files that are named after no day."""
    folders: dict[PurePosixPath, str] = {}
    for series in series_files(tuple(snapshot.files)):
        for folder, file in series.folders.items():
            path = PurePosixPath(folder)
            for around in (path, *path.parents):
                folders.setdefault(around, file)
        for file in _undated(series):
            yield _Name(PurePosixPath(file), file)
    yield from (_Name(folder, file) for folder, file in folders.items() if folder.parts)


def _undated(series: SeriesFiles) -> Iterator[str]:
    for file in series.undated:
        yield file
        folder, slash, name = file.rpartition("/")
        dated = f"{folder}{slash}{name.lower()}"
        if dated in series.minutes:
            yield dated


def _parting(snapshot: Snapshot, name: _Name, taken: Collection[tuple[PurePosixPath, str]]) -> str:
    """Return how one of two files or folders gets a name of its own, or goes."""
    if name.key[1] == SERIES:
        remove = ("git", "rm") if snapshot.files[name.file].oid else ("rm",)
        return f"Put what only this file has into {SERIES}, then type: {shell_line([*remove, name.file])}"
    return f"Type: {_move(snapshot, name, taken)}   (or join the two)"


def _move(snapshot: Snapshot, name: _Name, taken: Collection[tuple[PurePosixPath, str]]) -> str:
    """Return the line that gives a file or folder a name which every system can have and nothing has yet."""
    usable = usable_name(name.text)
    suffix = PurePosixPath(usable).suffix if name.kind == "file" else ""
    stem = usable.removesuffix(suffix)
    candidates = chain([usable], (f"{stem}-{number}{suffix}" for number in count(2)))
    free_name = next(text for text in candidates if (name.path.parent, folded(text)) not in taken)
    return move_line(snapshot, str(name.path), str(name.path.parent / free_name), name.file)
