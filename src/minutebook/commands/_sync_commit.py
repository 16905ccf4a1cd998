"""What `sync` stages and commits: the minutes, and the notes that they are made from."""

from collections.abc import Iterator, Sequence, Set
from itertools import chain
from pathlib import PurePosixPath

from minutebook.commands._call import Call
from minutebook.notebook.generated import is_written_by_us
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.plan import Plan
from minutebook.records.file_kinds import NOTES
from minutebook.records.problem import UsageError
from minutebook.repository.new_commit import create_commit, find_unfinished


def refuse_commit(call: Call) -> None:
    """Raise UsageError where a commit can't be made."""
    options = call.options
    if options.check or options.diff:
        raise UsageError("--commit goes with neither --check nor --diff: minutebook sync --commit")
    if unfinished := find_unfinished(call.repository.git_dir):
        raise UsageError(
            f"git is in the midst of a {unfinished}, which makes a commit of its own: "
            "type `minutebook sync --stage`, and finish it"
        )


def stage(call: Call, series: Sequence[Notebook], plans: Sequence[Plan], *, is_right: bool) -> int:
    """Stage the generated files and the notes they are made from, and commit them if that was asked for and all is right."""
    paths = frozenset[str]().union(*(plan.files for plan in plans), _gone(call, series))
    _stage(call, paths)
    if not call.options.commit:
        return 0
    if is_right:
        return _commit(call, series, paths)
    call.console.say("Nothing was committed, because of the errors above.")
    return 1


def _gone(call: Call, series: Sequence[Notebook]) -> Iterator[str]:
    """Yield the notes and generated files of some series that git has and that are no longer on disk.

    An earlier run may have deleted the minutes of a meeting that somebody moved, and nothing else tells of it.
    """
    for notebook in chain(*_as_git_has_them(call, series)):
        present = call.snapshot.files
        yield from (path for path in notebook.days.values() if path not in present)
        if notebook.series_path not in present:
            yield notebook.series_path
        # Of thousands of minutes only those that are gone are read.
        generated = {*notebook.minutes, notebook.index_path}.intersection(notebook.snapshot.files)
        gone_files = (path for path in generated if path not in present)
        yield from (path for path in gone_files if is_written_by_us(notebook, path))


def _as_git_has_them(call: Call, series: Sequence[Notebook]) -> list[list[Notebook]]:
    """Return some series as they are committed, and as they are staged, also where they lay before they were moved."""
    folders = {notebook.path for notebook in series}
    on_disk = {notebook.path: notebook for notebook in call.series_of(call.snapshot)}
    states: list[list[Notebook]] = []
    for state in call.series_in_git():
        former_folders = set[PurePosixPath]()
        if any(notebook.path not in on_disk for notebook in state):
            from minutebook.merge.meeting_changes import by_new_folder

            origins = by_new_folder(state, on_disk)
            former_folders = {origin.path for folder, origin in origins.items() if folder in folders}
        states.append([notebook for notebook in state if notebook.path in folders | former_folders])
    return states


def _stage(call: Call, files: Set[str]) -> None:
    """Add what is not staged as it is on disk."""
    unstaged = call.repository.unstaged_paths()
    paths = sorted(files & unstaged.keys())
    if paths:
        call.repository.stage(paths)
    for path in paths:
        if unstaged[path] and path.endswith(NOTES):
            call.console.say(f"{call.shown(path)} has changed since it was staged; it is staged as it is now")


def _commit(call: Call, series: Sequence[Notebook], files: Set[str]) -> int:
    """Commit what was staged, and nothing else that is, with the message that says what changed in it."""
    from minutebook.merge.message import propose_message

    paths = sorted(files & call.repository.uncommitted_paths())
    if not paths:
        call.console.say("There is nothing to commit: the last commit has all of it.")
        return 0
    changed = paths[0] if len(paths) == 1 else f"{len(paths)} files of the minutes"
    *former, staged = _as_git_has_them(call, series)
    staged_files = call.repository.index().files
    message = propose_message([*chain(*former)], staged, staged_files) or f"Change {changed}"
    call.console.progress("git commit …")
    if not create_commit(call.start, paths, message, call.console.say):
        call.console.say(
            "Nothing was committed. Correct what is said above, then type: minutebook sync --commit"
        )
        return 1
    call.console.tell(f"committed: {message.splitlines()[0]}")
    return 0
