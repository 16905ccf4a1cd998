"""Series that stand in two folders: a copied folder leaves both, and so does a merge of two that renamed it."""

from collections.abc import Iterator

from minutebook.notebook.series_files import SeriesFiles, series_files
from minutebook.records.phrases import shell_line
from minutebook.records.problem import START, Problem
from minutebook.repository.snapshot import Snapshot

_ACTIONS = b"actions:"


def copied_series(snapshot: Snapshot) -> Iterator[Problem]:
    """Yield a warning for each series whose newest meeting with action items is to the letter one of another series."""
    series = series_files(tuple(snapshot.files))
    for number, copy in enumerate(series):
        for original_number, original in enumerate(series):
            path = _shared_meeting(snapshot, copy, original) if original is not copy else None
            is_told_there = number < original_number and _shared_meeting(snapshot, original, copy)
            if path and not is_told_there:
                yield _problem(snapshot, path, copy, original)
                break


def _shared_meeting(snapshot: Snapshot, copy: SeriesFiles, original: SeriesFiles) -> str | None:
    """Return the newest meeting with action items of a series, if another one has it and all that come later."""
    for day, path in sorted(copy.days.items(), reverse=True):
        original_path = original.days.get(day)
        try:
            if not original_path or snapshot.blob(path) != snapshot.blob(original_path):
                return None
            if _ACTIONS in snapshot.read(path):
                return path
        except OSError:  # told where it is read
            return None
    return None


def _problem(snapshot: Snapshot, path: str, copy: SeriesFiles, original: SeriesFiles) -> Problem:
    message = (
        f"{original.folder} has this meeting, too, so that its action items stand in two series: "
        "a folder was copied, or a merge kept both names of one that was renamed"
    )
    lines = "   or: ".join(_removal(snapshot, files) for files in (copy, original))
    hint = f"Delete one of the two, at the top of the repository: {lines}"
    return Problem(path, START, "meeting-copied", message, hint, severity="warning")


def _removal(snapshot: Snapshot, files: SeriesFiles) -> str:
    """Return the line that deletes a series; what is only staged, as it is in a merge, git deletes by force alone."""
    is_in_git = any(snapshot.files[path].oid for path in files.days.values())
    return shell_line([*(("git", "rm") if is_in_git else ("rm",)), "-rf", str(files.folder)])
