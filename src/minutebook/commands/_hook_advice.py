"""The lines that end a hook of `sync` which stops a commit: what to type, so that the next one passes."""

import os
import shlex
from collections.abc import Container, Iterable, Iterator, Set
from contextlib import suppress
from datetime import date

from minutebook.commands._call import Call
from minutebook.commands._clone_hints import mention_driver
from minutebook.notebook.notebook import Notebook
from minutebook.records.file_kinds import NOTES
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused

_COMMIT_AGAIN = {
    "": "and commit again.",
    "all": "and commit again with --all: git has not kept what it staged for this commit.",
    "named": "and commit again, and name these files too: a commit of named files takes only those.",
}
"""What to do by the index that git made for this commit alone (pre-commit issue 2184), and drops if a hook stops it."""

_FINISH_MERGE = "and type: git commit   (to give the merge up in its place: git merge --abort)"
"""What to do after a merge, which git gives up only where nothing differs from what is staged."""

_REWRITTEN_BY = "PRE_COMMIT_REWRITE_COMMAND"
"""In what pre-commit says to hooks for `post-rewrite` whether commits were amended or rebased."""


def is_after_amend() -> bool:
    """Whether git has amended a commit, which went through the hooks before."""
    return os.environ.get(_REWRITTEN_BY) == "amend"


def advise(call: Call, paths: Set[str], problems: Iterable[Problem]) -> None:
    """Say which files must be staged, where some must, and above that what this clone lacks."""
    mention_driver(call)
    index = call.repository.passing_index
    other_files = _unstaged_meetings(call, paths, with_new=index == "all") if paths else set()
    paths |= other_files
    if not paths:
        return
    # What people mend, or `sync` by hand, is to be staged, too, or the same errors come again.
    mistakes = [problem for problem in problems if _is_mistake(problem)]
    mistaken_files = {problem.path for problem in mistakes if problem.path.endswith(NOTES)}
    paths |= mistaken_files.intersection(call.snapshot.files)
    # The hook has written README as if these meetings were not new, or not gone.
    sync = "    minutebook sync\n" if other_files else ""
    names = " ".join(shlex.quote(call.shown(path).replace(os.sep, "/")) for path in sorted(paths))
    first_line = "The minutes are not part of this commit yet. Type:"
    if mistakes:
        first_line = "Fix the errors above first: they stop the commit, too. Then type:"
    last_line = _FINISH_MERGE if call.repository.is_merging else _COMMIT_AGAIN[index]
    if _REWRITTEN_BY in os.environ:
        first_line, last_line = "Git has merged notes, and the minutes don't say so yet. Type:", "and commit."
    call.console.say(f"{first_line}\n{sync}    git add {names}\n{last_line}")


def _is_mistake(problem: Problem) -> bool:
    """Whether people must mend something before a commit can pass."""
    return problem.severity == "error" and problem.rule != "not-staged"


def _unstaged_meetings(call: Call, paths: Iterable[str], *, with_new: bool) -> set[str]:
    """Return the meetings beside some files that the commit has and the folder has not, or new ones, with their minutes.

    Of a meeting that was moved mostly only the new file is staged, and a commit of all tracked files leaves out new ones.
    """
    folders, series = {path.rpartition("/")[0] for path in paths}, call.series_of(call.snapshot)
    if not with_new and not any(_meetings_beyond(_present(call, folders), series, folders)):
        return set()
    # Only git knows what a sparse checkout leaves out.
    working_tree = call.repository.working_tree()
    unstaged = [*_meetings_beyond(working_tree.files, series, folders)]
    if with_new:
        unstaged += _meetings_beyond(call.snapshot.files, call.series_of(working_tree), folders)
    return {path for series, day, notes in unstaged for path in (notes, *_minutes(series, day))}


def _present(call: Call, folders: Iterable[str]) -> set[str]:
    """Return the paths of what stands on disk in some folders."""
    paths: set[str] = set()
    for folder in folders:
        # To look for each of thousands of meetings takes as long as half of the hook.
        with suppress(OSError):  # the folder is gone
            names = os.listdir(call.repository.top / folder)  # noqa: PTH208  of a path each, this takes ten times as long
            paths.update(f"{folder}/{name}" if folder else name for name in names)
    return paths


def _meetings_beyond(
    files: Container[str], series: Iterable[Notebook], folders: Set[str]
) -> Iterator[tuple[Notebook, date, str]]:
    """Yield the meetings in some folders that some files lack, each as a day of a series, with the path of its notes."""
    for notebook in series:
        for day, notes in notebook.days.items():
            if notes not in files and notes.rpartition("/")[0] in folders:
                yield notebook, day, notes


def _minutes(notebook: Notebook, day: date) -> Iterator[str]:
    """Yield the file of a day's minutes, if its meeting has any."""
    with suppress(Refused):  # told once the meeting is part of a commit
        if notebook.brief(day).held:
            yield notebook.minutes_path(day)
