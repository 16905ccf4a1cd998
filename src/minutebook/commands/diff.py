"""`diff`: what changed in the meetings between two commits, in the words of the minutes."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import PurePosixPath

from minutebook.commands._call import Call
from minutebook.commands._change_lines import change_lines
from minutebook.commands._options import add_format_option
from minutebook.merge.meeting_changes import changed_meetings
from minutebook.notebook.scope import is_at_or_below
from minutebook.records.problem import UsageError
from minutebook.reports.json_ import json_text
from minutebook.repository.access import RepositoryError
from minutebook.repository.snapshot import Snapshot

_MOST_COMMITS = 2


def options(parser: ArgumentParser) -> None:
    """Add the options of `diff`."""
    parser.description = (
        "Says what changed in the meetings between two commits, or from one to the files as they are, record by "
        "record. A new meeting is compared with the one before it."
    )
    parser.usage = "%(prog)s [options] [REV [REV]] [PATH ...]"
    parser.add_argument(
        "arguments",
        nargs="*",
        metavar="REV-or-PATH",
        help="the commits, HEAD by default, such as main, HEAD~3 or main..topic; then meetings, series or folders",
    )
    parser.add_argument("--staged", action="store_true", help="compare a commit with what is staged")
    add_format_option(parser, "how it is shown")


def run(call: Call) -> int:
    """Print what changed; the exit code is 1 if a meeting can't be read."""
    revisions, paths = _split(call, call.options.arguments)
    former = call.commits.snapshot_of(revisions[0])
    current = _current(call, revisions[1:])
    folders = [call.inside(path) for path in paths]
    for folder in folders:
        _refuse_missing(folder, former, current)
    changes = [
        change
        for change in changed_meetings(call.series_of(former), call.series_of(current), current.files)
        if not folders or any(is_at_or_below(path, folders) for path in (change.path, change.former_path))
    ]
    if call.console.form == "json":
        call.console.data(json_text([change.data for change in changes]))
    else:
        paint = call.console.paint
        call.console.data("\n".join(line for change in changes for line in change_lines(change, paint)))
    return int(any(change.problem for change in changes))


def _split(call: Call, arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the ids of the commits that the arguments begin with, HEAD if there is none, and the paths behind them."""
    commits: list[str] = []
    for number, argument in enumerate(arguments):
        is_path = (call.start / argument).exists()
        revisions = [revision or "HEAD" for revision in argument.split("..")]
        try:
            if is_path and not argument.strip("."):
                revisions = [argument]  # the folder, or the one above it
            ids = [call.commits.resolve(revision) for revision in revisions]
        except RepositoryError:
            if number or is_path:
                return commits or [call.commits.resolve("HEAD")], list(arguments[number:])
            raise
        if len(commits) + len(ids) > _MOST_COMMITS:
            return commits, list(arguments[number:])
        commits += ids
    return commits or [call.commits.resolve("HEAD")], []


def _current(call: Call, commits: Sequence[str]) -> Snapshot:
    if commits and call.options.staged:
        raise UsageError("--staged compares one commit with what is staged: leave the other one out")
    if commits:
        return call.commits.snapshot_of(commits[0])
    return call.repository.index() if call.options.staged else call.repository.working_tree()


def _refuse_missing(folder: PurePosixPath, *snapshots: Snapshot) -> None:
    if not any(is_at_or_below(path, (folder,)) for snapshot in snapshots for path in snapshot.files):
        names = " or the ".join(snapshot.name for snapshot in snapshots)
        raise UsageError(f"there is no {folder} in the {names}")
