"""A series from texts, without git and without files."""

from collections.abc import Mapping
from datetime import date

from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.repository.snapshot import File, Snapshot

FOLDER = "meetings/team"
SERIES = f"{FOLDER}/series.yaml"
FIRST, SECOND, THIRD = (date(2020, 10, day) for day in (5, 12, 19))


def path_of(day: date) -> str:
    """Return the path of the meeting of a day."""
    return f"{FOLDER}/{day}.yaml"


def minutes_of(day: date) -> str:
    """Return the path of the minutes of a day."""
    return f"{FOLDER}/{day}.md"


def snapshot_of(files: Mapping[str, str]) -> Snapshot:
    """Return a snapshot with these texts by their paths."""
    listed = {path: File(path, "100644") for path in files}
    return Snapshot("drawn", listed, lambda file: files[file.path].encode(), lambda _: "")


def read_series(files: Mapping[str, str]) -> Notebook:
    """Return the one series of a snapshot with these texts by their paths."""
    (notebook,) = notebooks(snapshot_of(files))
    return notebook


def series_of(
    meetings: Mapping[date, str], series: str = "title: Team\n", files: Mapping[str, str] | None = None
) -> Notebook:
    """Return a series with these meetings, each without its date, and these other files."""
    texts = {path_of(day): f"date: {day}\n{text}" for day, text in meetings.items()}
    return read_series({SERIES: series, **texts, **(files or {})})
