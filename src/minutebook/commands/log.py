"""`log`: what each commit changed in a meeting, in the words of the minutes."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from minutebook.commands._call import Call
from minutebook.commands._change_lines import change_lines
from minutebook.commands._options import add_format_option
from minutebook.commands._series import find_meeting, series_here, series_meant
from minutebook.merge.meeting_changes import MeetingChange
from minutebook.merge.meeting_log import MeetingLog
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import everything
from minutebook.records.filenames import day_of
from minutebook.reports.json_ import json_text
from minutebook.reports.looks import Paint
from minutebook.repository.revisions import FileChange, Revision, follow, follow_series


def options(parser: ArgumentParser) -> None:
    """Add the options of `log`."""
    parser.description = "Says what each commit changed in a meeting, or in all of a series, newest first."
    parser.add_argument(
        "meeting",
        nargs="?",
        metavar="MEETING",
        help="its file or its date, or a series, or a folder of series; by default the series here, or all",
    )
    parser.add_argument("--rev", metavar="REV", help="the commit to begin with; HEAD by default")
    add_format_option(parser, "how it is shown")


def run(call: Call) -> int:
    """Print what each commit changed."""
    series = [scope.notebook for scope in everything(call.snapshot)]
    log = MeetingLog(call.commits.content, call.commits.folder_at, [notebook.path for notebook in series])
    revisions = _revisions(call, series)

    def watched(files: Sequence[FileChange]) -> Iterator[FileChange]:
        return call.console.counted(files, "files")

    changes_by_revision = ((revision, list(log.changes(revision, watched))) for revision in revisions)
    changed = ((revision, changes) for revision, changes in changes_by_revision if changes)
    if call.console.form == "json":
        call.console.data(json_text([_data(*pair) for pair in changed]))
    else:
        for revision, changes in changed:
            call.console.data("\n".join(_lines(call.console.paint, revision, changes)))
            if not call.console.has_reader:  # the rest of ten thousand commits would take minutes
                break
    return 0


def _revisions(call: Call, series: Sequence[Notebook]) -> Iterable[Revision]:
    """Yield the commits that changed the meeting that is named, or the meetings of a series, or of some."""
    name, start = call.options.meeting, call.options.rev or "HEAD"
    if name and day_of(PurePosixPath(name).stem):
        notebook, day = find_meeting(call, name)
        return follow(call.commits, notebook.days[day], start, day)
    folders = [str(notebook.path) for notebook in _meant(call, series, name)]
    return follow_series(call.commits, folders, start)


def _meant(call: Call, series: Sequence[Notebook], name: str | None) -> Sequence[Notebook]:
    if name is None:
        here = series_here(call, series)
        return [here] if here else series
    path = call.inside(name)
    inside = [notebook for notebook in series if path in (notebook.path, *notebook.path.parents)]
    named = None if inside else series_meant(call, series, name)
    return [named] if named else inside


def _lines(paint: Paint, revision: Revision, changes: list[MeetingChange]) -> Iterator[str]:
    commit, day = paint(revision.oid[:7], "commit"), paint(revision.time[:10], "day")
    yield f"{commit} {day} {revision.author}: {revision.subject}"
    for change in changes:
        yield from (f"    {line}" for line in change_lines(change, paint))


def _data(revision: Revision, changes: list[MeetingChange]) -> dict[str, object]:
    return {
        "commit": revision.oid,
        "author": revision.author,
        "time": revision.time,
        "subject": revision.subject,
        "changes": [change.data for change in changes],
    }
