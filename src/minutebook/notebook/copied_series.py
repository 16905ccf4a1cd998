"""Series that stand in two folders: a copied folder leaves both, and so does a merge of two that renamed it."""

from collections.abc import Iterator, Sequence
from datetime import date

from minutebook.notebook.series_files import SeriesFiles, series_files
from minutebook.records.phrases import shell_line
from minutebook.records.problem import START, Problem
from minutebook.repository.snapshot import Snapshot

_ACTIONS = b"actions:"


def copied_series(snapshot: Snapshot) -> Iterator[Problem]:
    """Yield a warning for each series whose newest meeting with action items is to the letter one of another series."""
    series = series_files(tuple(snapshot.files))
    newest_first = [sorted(files.days.items(), reverse=True) for files in series]
    for number, copy in enumerate(series):
        for original_number, original in enumerate(series):
            is_other = original is not copy
            path = _shared_meeting(snapshot, newest_first[number], original) if is_other else None
            is_later = path is not None and number < original_number
            is_told_there = is_later and _shared_meeting(snapshot, newest_first[original_number], copy)
            if path and not is_told_there:
                yield _problem(snapshot, path, copy, original)
                break


def _shared_meeting(
    snapshot: Snapshot, newest_first: Sequence[tuple[date, str]], original: SeriesFiles
) -> str | None:
    """Return the newest meeting with action items of a series, if another one has it and all that come later."""
    for day, path in newest_first:
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
